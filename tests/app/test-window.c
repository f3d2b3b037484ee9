/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "app/app-fixture.h"
#include "app/sc-process-page.h"
#include "app/sc-process-row.h"
#include "app/sc-sidebar.h"
#include "app/sc-today-page.h"
#include "change/sc-deal-commands.h"
#include "designer/sc-designer-view.h"
#include "draft/sc-scheme-edits.h"
#include "method/sc-lint.h"
#include "method/sc-stage-edits.h"
#include "pipeline/sc-deal-card.h"
#include "questions/sc-questions-dialog.h"
#include "questions/sc-stages-dialog.h"
#include "store/sc-deal-query.h"
#include "widgets/sc-wall-clock.h"

/* More than a page of them in a column. */
#define N_DEALS 2000

static gboolean
shows_process (gpointer data)
{
  return widget_test_find (GTK_WIDGET (data), SC_TYPE_PROCESS_PAGE, NULL) != NULL;
}

static gboolean
shows_today (gpointer data)
{
  return widget_test_find (GTK_WIDGET (data), SC_TYPE_TODAY_PAGE, NULL) != NULL;
}

static void
make_process (AppFixture *fixture)
{
  app_fixture_activate (fixture, "win.new-empty");
  widget_test_wait (shows_process, fixture->window, "the new process");
}

static void
test_empty_database_leads_to_a_beginning (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  g_assert_true (shows_today (fixture->window));
  g_assert_nonnull (widget_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Answer Six _Questions…"));
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (fixture->window), SC_TYPE_PROCESS_ROW), ==, 0);
}

static void
test_place_is_remembered (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  make_process (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_fixture_open_window (fixture);
  widget_test_wait (shows_process, fixture->window, "the process that was shown last");
  app_fixture_activate (fixture, "win.show-today");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_fixture_open_window (fixture);
  widget_test_wait (shows_today, fixture->window, "Today, that was shown last");
}

static gboolean
has_focus_in_process (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (data));

  return focus != NULL && gtk_widget_get_ancestor (focus, SC_TYPE_PROCESS_PAGE) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_page_that_is_left_goes_with_its_focus (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  GtkWidget *page;

  make_process (fixture);
  widget_test_wait (has_focus_in_process, fixture->window, "the focus in the new process");
  page = widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_PROCESS_PAGE, NULL);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  app_fixture_activate (fixture, "win.show-today");
  widget_test_wait (is_gone, &page, "the page to go");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_TODAY_PAGE, NULL)));
}

static void
test_each_database_has_its_own_place (void)
{
  g_autoptr (AppFixture) one = app_fixture_open ();
  g_autoptr (AppFixture) another = NULL;

  make_process (one);
  another = app_fixture_open ();
  widget_test_wait (shows_today, another->window, "Today, where nothing was shown before");
  app_fixture_activate (another, "win.show-today");
  gtk_window_destroy (GTK_WINDOW (one->window));
  app_fixture_open_window (one);
  widget_test_wait (shows_process, one->window, "the process that was shown last of this one");
}

static void
test_one_windows_size_is_not_anothers (void)
{
  g_autoptr (AppFixture) one = app_fixture_open ();
  g_autoptr (AppFixture) another = app_fixture_open ();
  g_autoptr (AppFixture) next = NULL;
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (another->window), 900, 620);
  gtk_window_set_default_size (GTK_WINDOW (one->window), 760, 540);
  gtk_window_get_default_size (GTK_WINDOW (another->window), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 620);

  next = app_fixture_open ();
  gtk_window_get_default_size (GTK_WINDOW (next->window), &width, &height);
  g_assert_cmpint (width, ==, 760);
  g_assert_cmpint (height, ==, 540);
}

static gboolean
shows_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (data) != NULL;
}

/* As the desktop asks for it, which starts the program for it. */
static void
test_what_is_asked_for_while_opening_is_done (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();

  app_fixture_open_window (fixture);
  app_fixture_activate (fixture, "win.new-process");
  widget_test_wait (shows_dialog, fixture->window, "the questions");

  app_fixture_activate (fixture, "win.new-process");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_false (shows_dialog (fixture->window));
}

static gboolean
has_settled (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (data);
  static gint64 first_frame;
  gint64 frame;

  if (dialog == NULL || !gtk_widget_has_css_class (GTK_WIDGET (dialog), "bottom-sheet"))
    return FALSE;

  frame = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (data));
  if (first_frame == 0)
    first_frame = frame;
  gtk_widget_queue_draw (data);

  return frame > first_frame + 20;
}

static void
test_dialog_of_a_narrow_window_has_the_focus_in_its_first_field (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  GtkWidget *focus;

  fixture->window = sc_window_new (ADW_APPLICATION (app_fixture_application), fixture->database);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 720);
  gtk_window_present (GTK_WINDOW (fixture->window));
  widget_test_wait (app_fixture_has_opened, fixture->window, "the database to open");
  app_fixture_activate (fixture, "win.new-from-stages");
  widget_test_wait (has_settled, fixture->window, "the dialog to slide in");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));

  /* The next window takes over the size of this one. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 760);
}

static int
measure_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

typedef struct {
  GtkWidget *widget;
  int width;
} Measured;

static gboolean
is_wider (gpointer data)
{
  Measured *before = data;

  return measure_width (before->widget) > before->width;
}

static gboolean
is_collapsed (gpointer data)
{
  GtkWidget *split_view = widget_test_find (data, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);

  return adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (split_view));
}

/* Pages that are not shown, too: the window is as wide as the widest. */
static void
test_large_text_fits_a_narrow_window (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  Measured label;
  int before;

  fixture->window = sc_window_new (ADW_APPLICATION (app_fixture_application), fixture->database);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 720);
  gtk_window_present (GTK_WINDOW (fixture->window));
  widget_test_wait (app_fixture_has_opened, fixture->window, "the database to open");
  widget_test_wait (is_collapsed, fixture->window, "the window to be narrow");
  label.widget = widget_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Design Your Sales Process");
  label.width = measure_width (label.widget);
  g_object_get (settings, "gtk-xft-dpi", &before, NULL);
  g_object_set (settings, "gtk-xft-dpi", 168 * 1024, NULL);
  widget_test_wait (is_wider, &label, "large text");
  g_assert_cmpint (measure_width (widget_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_TOAST_OVERLAY, NULL)), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", before, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 760);
}

static gboolean
has_search (gpointer data)
{
  return widget_test_find (data, GTK_TYPE_SEARCH_BAR, NULL) != NULL;
}

static gboolean
shows_search (gpointer data)
{
  return widget_test_find (data, GTK_TYPE_SEARCH_ENTRY, NULL) != NULL;
}

static gboolean
shows_keys_that_zoom (gpointer data)
{
  /* Both the scheme and the documents have them. */
  return widget_test_count (data, ADW_TYPE_ACTION_ROW) == 4 && widget_test_find (data, GTK_TYPE_LABEL, "Ctrl+-") != NULL;
}

static gboolean
shows_no_keys (gpointer data)
{
  return widget_test_count (data, ADW_TYPE_ACTION_ROW) == 0;
}

static void
test_keys_are_found_with_what_they_do (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  GtkWidget *entry, *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "shortcuts", NULL);
  widget_test_wait (shows_dialog, fixture->window, "the keys");
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  widget_test_wait (has_search, dialog, "the search");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (widget_test_find (dialog, GTK_TYPE_SEARCH_BAR, NULL)), TRUE);
  widget_test_wait (shows_search, dialog, "the search to show");
  entry = widget_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), " Zoom");
  widget_test_wait (shows_keys_that_zoom, dialog, "those that zoom");
  gtk_editable_set_text (GTK_EDITABLE (entry), "what there is not");
  widget_test_wait (shows_no_keys, dialog, "none");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static gboolean
has_failed (gpointer data)
{
  return widget_test_find (GTK_WIDGET (data), GTK_TYPE_BUTTON, "_Try Again") != NULL;
}

static void
test_what_is_no_database_is_told_and_left_alone (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (fixture->database), "a letter to a client", -1, &error);
  g_assert_no_error (error);
  app_fixture_open_window (fixture);
  widget_test_wait (has_failed, fixture->window, "the window to say so");
  g_file_get_contents (g_file_peek_path (fixture->database), &contents, NULL, &error);
  g_assert_cmpstr (contents, ==, "a letter to a client");

  g_remove (g_file_peek_path (fixture->database));
  app_fixture_activate (fixture, "win.try-again");
  widget_test_wait (app_fixture_has_opened, fixture->window, "it to open once it can");
}

/* The path is text, whatever stands in it. */
static gboolean
tells_path (gpointer data)
{
  AppFixture *fixture = data;
  GtkWidget *page = widget_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_STATUS_PAGE, NULL);
  const char *description = page != NULL ? adw_status_page_get_description (ADW_STATUS_PAGE (page)) : NULL;
  GtkWidget *label = description != NULL ? widget_test_find (page, GTK_TYPE_LABEL, description) : NULL;

  return label != NULL && strstr (gtk_label_get_text (GTK_LABEL (label)), g_file_peek_path (fixture->database)) != NULL;
}

static void
test_why_it_did_not_open_is_text (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autofree char *name = g_strdup_printf ("%s/R&D <b>", fixture->folder);

  g_assert_no_errno (g_mkdir (name, 0700));
  g_clear_object (&fixture->database);
  fixture->database = g_file_new_for_path (name);
  app_fixture_open_window (fixture);
  widget_test_wait (has_failed, fixture->window, "the window to say so");
  widget_test_wait (tells_path, fixture, "the path as text");
  g_rmdir (name);
}

static gboolean
has_no_process (gpointer data)
{
  return widget_test_count (GTK_WIDGET (data), SC_TYPE_PROCESS_ROW) == 0;
}

static gboolean
has_one_process (gpointer data)
{
  return widget_test_count (GTK_WIDGET (data), SC_TYPE_PROCESS_ROW) == 1;
}

static gboolean
has_two_processes (gpointer data)
{
  return widget_test_count (GTK_WIDGET (data), SC_TYPE_PROCESS_ROW) == 2;
}

static void
activate_for_process (AppFixture *fixture,
                      const char *action,
                      guint       index)
{
  g_autoptr (GPtrArray) processes = sc_store_list_processes (sc_window_get_store (fixture->window),
                                                             SC_PROCESSES_ALL, NULL);
  ScProcess *process = processes->pdata[index];

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "s", process->id));
}

static gboolean
offers_undo (gpointer data)
{
  return widget_test_find (GTK_WIDGET (data), GTK_TYPE_BUTTON, "_Undo") != NULL;
}

static void
test_deleted_process_comes_back_by_undo (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  make_process (fixture);
  widget_test_wait (has_one_process, fixture->window, "its row");
  activate_for_process (fixture, "process.delete", 0);
  widget_test_wait (has_no_process, fixture->window, "the row to go");
  widget_test_wait (shows_today, fixture->window, "another place to be shown");
  widget_test_wait (offers_undo, fixture->window, "the offer to undo");
  gtk_widget_activate (widget_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo"));
  widget_test_wait (has_one_process, fixture->window, "the row to come back");
}

static const char *
get_name (AppFixture *fixture,
          guint       index)
{
  g_autoptr (GPtrArray) processes = sc_store_list_processes (sc_window_get_store (fixture->window),
                                                             SC_PROCESSES_ALL, NULL);

  return g_intern_string (((ScProcess *) processes->pdata[index])->name);
}

static gboolean
has_moved (gpointer data)
{
  return g_str_equal (get_name (data, 0), "Sales Process 2");
}

static GtkWidget *
find_row (AppFixture *fixture,
          const char *name)
{
  GtkWidget *sidebar = widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_SIDEBAR, NULL);

  return gtk_widget_get_ancestor (widget_test_find (sidebar, GTK_TYPE_LABEL, name), SC_TYPE_PROCESS_ROW);
}

static gboolean
has_copy_first (gpointer data)
{
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (data, "Sales Process 2"))) == 1;
}

static void
test_processes_are_ordered_and_archived (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  make_process (fixture);
  activate_for_process (fixture, "process.duplicate", 0);
  widget_test_wait (has_two_processes, fixture->window, "the copy");
  g_assert_cmpstr (get_name (fixture, 0), ==, "Sales Process");
  g_assert_cmpstr (get_name (fixture, 1), ==, "Sales Process 2");
  gtk_widget_grab_focus (find_row (fixture, "Sales Process 2"));
  activate_for_process (fixture, "process.move-up", 1);
  widget_test_wait (has_moved, fixture, "the copy to stand first");
  widget_test_wait (has_copy_first, fixture, "its row to stand first");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_row (fixture, "Sales Process 2"));

  activate_for_process (fixture, "process.archive", 0);
  widget_test_wait (has_one_process, fixture->window, "the archived one to go");
  widget_test_wait (shows_today, fixture->window, "another place to be shown");
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "show-archived", g_variant_new_boolean (TRUE));
  widget_test_wait (has_two_processes, fixture->window, "the archived one to show");
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "show-archived", g_variant_new_boolean (FALSE));
}

/* GTK lets the actions of a closed window go a moment after the window. */
static void
test_closed_window_is_told_of_no_setting (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autoptr (AppFixture) another = app_fixture_open ();
  GtkWindow *window = GTK_WINDOW (fixture->window);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  g_assert_null (window);
  g_action_group_change_action_state (G_ACTION_GROUP (another->window), "show-archived", g_variant_new_boolean (TRUE));
  g_action_group_change_action_state (G_ACTION_GROUP (another->window), "show-archived", g_variant_new_boolean (FALSE));

  app_fixture_open_window (fixture);
}

static gboolean
shows_questions (gpointer data)
{
  return widget_test_find (data, ADW_TYPE_ACTION_ROW, "Yes, first we advise") != NULL;
}

static gboolean
shows_text_view (gpointer data)
{
  return widget_test_find (data, GTK_TYPE_TEXT_VIEW, NULL) != NULL;
}

static void
answer (GtkWidget  *dialog,
        const char *text)
{
  GtkWidget *row = widget_test_find (dialog, ADW_TYPE_ACTION_ROW, text);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
}

static gboolean
can_be_created (gpointer data)
{
  GtkWidget *button = widget_test_find (data, GTK_TYPE_BUTTON, "C_reate");

  return button != NULL && gtk_widget_is_sensitive (button);
}

static void
test_answers_make_a_process_without_a_finding (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  GtkWidget *dialog;

  app_fixture_activate (fixture, "win.new-process");
  dialog = GTK_WIDGET (app_fixture_get_dialog (fixture));
  g_assert_true (SC_IS_QUESTIONS_DIALOG (dialog));
  widget_test_wait (shows_questions, dialog, "the questions");
  answer (dialog, "Yes, first we advise");
  answer (dialog, "No, it is new and they hesitate");
  answer (dialog, "No, we look for clients");
  answer (dialog, "Companies");
  g_assert_false (can_be_created (dialog));
  answer (dialog, "Something they then use themselves");
  answer (dialog, "Yes, it may");
  g_assert_true (can_be_created (dialog));
  g_assert_nonnull (widget_test_find (dialog, GTK_TYPE_LABEL, "7 stages, 55 working days to the client"));
  gtk_widget_activate (widget_test_find (dialog, GTK_TYPE_BUTTON, "C_reate"));
  widget_test_wait (shows_process, fixture->window, "the process");
  widget_test_wait (app_fixture_has_no_dialog, fixture, "the dialog to close");

  processes = sc_store_list_processes (sc_window_get_store (fixture->window), SC_PROCESSES_ALL, NULL);
  g_assert_cmpuint (processes->len, ==, 1);
  version = sc_store_load_version (sc_window_get_store (fixture->window), ((ScProcess *) processes->pdata[0])->id,
                                   SC_VERSION_WANTED_DRAFT, NULL);
  g_assert_cmpuint (version->stages->len, ==, 7);
  findings = sc_lint (version);
  g_assert_cmpuint (findings->len, ==, 0);
}

static ScDesign *
get_design (AppFixture *fixture)
{
  return sc_designer_view_get_design (SC_DESIGNER_VIEW (widget_test_find (GTK_WIDGET (fixture->window),
                                                                          SC_TYPE_DESIGNER_VIEW, NULL)));
}

static gboolean
is_read (gpointer data)
{
  ScDesign *design = get_design (data);

  return sc_design_get_version (design) != NULL && sc_design_get_process (design) != NULL &&
         !sc_design_is_busy (design);
}

static GPtrArray *
edit_goal (ScVersion  *version,
           const char *goal)
{
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_get_stage (version, 0));

  g_set_str (&stage->goal, goal);

  return sc_replace_stage (version, stage);
}

/* The stage's goal is changed elsewhere while it is changed here. */
static void
make_clash (AppFixture *fixture)
{
  g_autoptr (ScVersion) before = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  g_autoptr (GPtrArray) mine = NULL;

  widget_test_wait (is_read, fixture, "the process to be read");
  g_assert_true (sc_scheme_insert (get_design (fixture), 0, 0, NULL));
  widget_test_wait (is_read, fixture, "the stage to be saved");
  before = sc_version_ref (sc_design_get_version (get_design (fixture)));
  theirs = edit_goal (before, "Theirs");
  mine = edit_goal (before, "Mine");
  g_assert_true (sc_design_edit (get_design (fixture), "Elsewhere", theirs));
  widget_test_wait (is_read, fixture, "their change to be saved");
  sc_design_edit_overtaken (get_design (fixture), "Here", mine);
  widget_test_wait (app_fixture_has_dialog, fixture, "the question");
}

static void
test_what_is_not_saved_is_kept_and_asked_about (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  GtkWidget *page;

  make_process (fixture);
  make_clash (fixture);
  app_fixture_respond (fixture, "later");

  page = widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_PROCESS_PAGE, NULL);
  app_fixture_activate (fixture, "win.show-today");
  widget_test_wait (shows_today, fixture->window, "Today");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-process", "s",
                                             sc_process_page_get_process_id (SC_PROCESS_PAGE (page))));
  g_assert_true (widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_PROCESS_PAGE, NULL) == page);
  g_assert_true (sc_design_has_unsaved (get_design (fixture)));

  gtk_window_close (GTK_WINDOW (fixture->window));
  widget_test_wait (app_fixture_has_dialog, fixture, "the question");
  app_fixture_respond (fixture, "cancel");
  g_assert_false (app_fixture_is_closed (fixture->window));

  sc_design_resolve (get_design (fixture), SC_SIDE_MINE);
  widget_test_wait (is_read, fixture, "it to be saved");
  g_assert_false (sc_design_has_unsaved (get_design (fixture)));
  g_assert_cmpstr (sc_version_get_stage (sc_design_get_version (get_design (fixture)), 0)->goal, ==, "Mine");
}

static void
test_pasted_stages_make_a_process (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (ScVersion) version = NULL;
  GtkWidget *dialog;
  GtkWidget *text_view;

  app_fixture_activate (fixture, "win.new-from-stages");
  dialog = GTK_WIDGET (app_fixture_get_dialog (fixture));
  g_assert_true (SC_IS_STAGES_DIALOG (dialog));
  widget_test_wait (shows_text_view, dialog, "the place to paste");
  g_assert_false (can_be_created (dialog));
  text_view = widget_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_view)),
                            "1. Запрос 2. Квалификация 3. Презентация 4. Договор 5. Оплата", -1);
  widget_test_wait (can_be_created, dialog, "it to be recognised");
  gtk_widget_activate (widget_test_find (dialog, GTK_TYPE_BUTTON, "C_reate"));
  widget_test_wait (shows_process, fixture->window, "the process");

  processes = sc_store_list_processes (sc_window_get_store (fixture->window), SC_PROCESSES_ALL, NULL);
  version = sc_store_load_version (sc_window_get_store (fixture->window), ((ScProcess *) processes->pdata[0])->id,
                                   SC_VERSION_WANTED_DRAFT, NULL);
  g_assert_cmpuint (version->stages->len, ==, 5);
  g_assert_cmpint (version->language, ==, SC_LANGUAGE_RU);
  g_assert_true (sc_kind_set_has (sc_version_get_stage (version, 4)->kinds, SC_KIND_PAYMENT));
}

static ScDealItem *
find_focus_deal (AppFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *card = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return SC_IS_DEAL_CARD (card) ? sc_deal_card_get_item (SC_DEAL_CARD (card)) : NULL;
}

/* What has not been read has no name to tell. */
static void
focus_moved_cb (AppFixture *fixture)
{
  ScDealItem *item = find_focus_deal (fixture);

  g_assert_true (item == NULL || sc_deal_item_get_deal (item) != NULL);
}

static gboolean
has_focus_on_deal (gpointer data)
{
  return find_focus_deal (data) != NULL;
}

/* The last one in a column, which is not among those that are read first. */
static ScDeal *
find_far_deal (ScStore    *store,
               const char *process_id)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (process_id);
  g_autoptr (GPtrArray) deals = NULL;
  const ScDeal *first, *last;
  guint n_column = 0;

  query->statuses = 1u << SC_DEAL_OPEN;
  query->order = SC_DEAL_ORDER_BOARD;
  deals = sc_store_list_deals (store, query, N_DEALS, NULL, NULL);
  first = last = deals->pdata[0];
  for (guint i = 0; i < deals->len; i++)
    {
      const ScDeal *deal = deals->pdata[i];

      if (!g_str_equal (deal->stage_id, first->stage_id) || deal->parked_until != SC_DATE_NONE)
        continue;

      last = deal;
      n_column++;
    }
  g_assert_cmpuint (n_column, >, 100);

  return sc_deal_copy (last);
}

typedef struct {
  ScStore *store;
  gint64 deal_id;
} Parked;

/* A deal of the sample, parked until a day. */
static gint64
park_one (ScStore    *store,
          const char *process_id,
          ScDate      until)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (process_id);
  g_autoptr (GPtrArray) deals = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  query->statuses = 1u << SC_DEAL_OPEN;
  query->parked = SC_PARKED_NOT;
  deals = sc_store_list_deals (store, query, 1, NULL, NULL);
  outcome = sc_command_run (sc_command_park_deal (deals->pdata[0], until, NULL), store, NULL, NULL);

  return outcome->row_id;
}

static gboolean
is_woken (gpointer data)
{
  const Parked *parked = data;
  g_autoptr (GPtrArray) steps = sc_store_list_activities (parked->store, parked->deal_id, NULL);

  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (((ScActivity *) steps->pdata[i])->title, "Back to the conversation"))
      return TRUE;

  return FALSE;
}

/* The window that is open at midnight writes it, and one that is opened later. */
static void
test_parked_deals_wake (void)
{
  ScDate monday = sc_date_new (2026, 11, 30);
  g_autoptr (AppFixture) fixture = NULL;
  g_autoptr (ScProcess) process = NULL;
  Parked first, second;

  sc_clock_set (sc_date_to_instant (monday));
  fixture = app_fixture_open ();
  first.store = second.store = sc_window_get_store (fixture->window);
  app_fixture_add_sample (first.store, 50);
  process = sc_store_find_process (first.store, "Sample", NULL);
  first.deal_id = park_one (first.store, process->id, monday + 1);
  second.deal_id = park_one (first.store, process->id, monday + 2);
  g_assert_false (is_woken (&first));

  sc_clock_set (sc_date_to_instant (monday + 1));
  sc_wall_clock_look (sc_wall_clock_get_default ());
  widget_test_wait (is_woken, &first, "a deal that woke at midnight");
  g_assert_false (is_woken (&second));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sc_clock_set (sc_date_to_instant (monday + 3));
  app_fixture_open_window (fixture);
  widget_test_wait (app_fixture_has_opened, fixture->window, "the window with its database");
  second.store = sc_window_get_store (fixture->window);
  widget_test_wait (is_woken, &second, "a deal that woke when the window opened");
  sc_clock_set (0);
}

static void
test_deal_far_down_has_its_name_with_the_focus (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  ScStore *store = sc_window_get_store (fixture->window);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScDeal) deal = NULL;

  app_fixture_add_sample (store, N_DEALS);
  process = sc_store_find_process (store, "Sample", NULL);
  deal = find_far_deal (store, process->id);
  g_signal_connect_swapped (fixture->window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-deal", "(sx)", process->id, deal->id));
  widget_test_wait (has_focus_on_deal, fixture, "the focus on a card");
  g_assert_cmpint (sc_deal_item_get_id (find_focus_deal (fixture)), ==, deal->id);
}

static void
test_quitting_closes_what_is_open (void)
{
  g_autoptr (ScWindow) window = NULL;
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  AdwDialog *question = ADW_DIALOG (adw_alert_dialog_new ("Really?", NULL));

  window = g_object_ref (fixture->window);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "preferences", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "shortcuts", NULL);
  adw_dialog_present (question, GTK_WIDGET (window));
  adw_dialog_set_can_close (question, FALSE);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "quit", NULL);
  g_assert_true (app_fixture_get_dialog (fixture) == question);

  adw_dialog_set_can_close (question, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "quit", NULL);
  widget_test_wait (app_fixture_is_closed, window, "the window to close");
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (app_fixture_application)));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/app/window/what-is-not-saved-is-kept-and-asked-about",
                   test_what_is_not_saved_is_kept_and_asked_about);
  g_test_add_func ("/app/window/empty-database", test_empty_database_leads_to_a_beginning);
  g_test_add_func ("/app/window/place-is-remembered", test_place_is_remembered);
  g_test_add_func ("/app/window/page-that-is-left", test_page_that_is_left_goes_with_its_focus);
  g_test_add_func ("/app/window/place-of-its-own", test_each_database_has_its_own_place);
  g_test_add_func ("/app/window/size-of-its-own", test_one_windows_size_is_not_anothers);
  g_test_add_func ("/app/window/asked-while-opening", test_what_is_asked_for_while_opening_is_done);
  g_test_add_func ("/app/window/large-text-fits-a-narrow-window", test_large_text_fits_a_narrow_window);
  g_test_add_func ("/app/window/focus-of-a-narrow-dialog",
                   test_dialog_of_a_narrow_window_has_the_focus_in_its_first_field);
  g_test_add_func ("/app/window/keys", test_keys_are_found_with_what_they_do);
  g_test_add_func ("/app/window/parked-deals-wake", test_parked_deals_wake);
  g_test_add_func ("/app/window/no-database", test_what_is_no_database_is_told_and_left_alone);
  g_test_add_func ("/app/window/no-database-with-such-a-name", test_why_it_did_not_open_is_text);
  g_test_add_func ("/app/window/deal-far-down", test_deal_far_down_has_its_name_with_the_focus);
  g_test_add_func ("/app/window/quit", test_quitting_closes_what_is_open);
  g_test_add_func ("/app/process/delete-and-undo", test_deleted_process_comes_back_by_undo);
  g_test_add_func ("/app/process/order-and-archive", test_processes_are_ordered_and_archived);
  g_test_add_func ("/app/process/show-archived-after-closing", test_closed_window_is_told_of_no_setting);
  g_test_add_func ("/app/new/questions", test_answers_make_a_process_without_a_finding);
  g_test_add_func ("/app/new/stages", test_pasted_stages_make_a_process);

  return app_fixture_run ();
}
