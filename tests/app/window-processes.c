/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Processes in a window: made by questions or by pasting, deleted, ordered, and asked about
 * where others were first. */

#include "app/app-fixture.h"
#include "app/sc-process-page.h"
#include "app/sc-process-row.h"
#include "app/sc-sidebar.h"
#include "app/window-tests.h"
#include "designer/sc-designer-view.h"
#include "draft/sc-scheme-edits.h"
#include "method/sc-lint.h"
#include "method/sc-stage-edits.h"
#include "questions/sc-questions-dialog.h"
#include "questions/sc-stages-dialog.h"

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

  window_tests_make_process (fixture);
  widget_test_wait (has_one_process, fixture->window, "its row");
  activate_for_process (fixture, "process.delete", 0);
  widget_test_wait (has_no_process, fixture->window, "the row to go");
  widget_test_wait (window_tests_shows_today, fixture->window, "another place to be shown");
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

  window_tests_make_process (fixture);
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
  widget_test_wait (window_tests_shows_today, fixture->window, "another place to be shown");
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "show-archived", g_variant_new_boolean (TRUE));
  widget_test_wait (has_two_processes, fixture->window, "the archived one to show");
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "show-archived", g_variant_new_boolean (FALSE));
}

static gboolean
has_action (GMenuModel *menu,
            const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *name = NULL;

      if (section != NULL && has_action (section, action))
        return TRUE;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name) && g_str_equal (name, action))
        return TRUE;
    }

  return FALSE;
}

static GMenuModel *
get_process_menu (AppFixture *fixture)
{
  GtkWidget *page = widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_PROCESS_PAGE, NULL);
  GtkWidget *header = widget_test_find (page, ADW_TYPE_HEADER_BAR, NULL);

  return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget_test_find (header, GTK_TYPE_MENU_BUTTON, NULL)));
}

/* One menu for the process, with what can be done with the scheme where that is shown. */
static void
test_one_menu_for_the_process (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  window_tests_make_process (fixture);
  g_assert_true (has_action (get_process_menu (fixture), "designer.show-figures"));
  g_assert_true (has_action (get_process_menu (fixture), "process.print"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "deals"));
  g_assert_false (has_action (get_process_menu (fixture), "designer.show-figures"));
  g_assert_true (has_action (get_process_menu (fixture), "process.print"));
}

static void
test_views_of_the_last_process_from_today (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  window_tests_make_process (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-today", NULL));
  widget_test_wait (window_tests_shows_today, fixture->window, "what is due");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "deals"));
  g_assert_true (window_tests_shows_process (fixture->window));
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

static void
test_answers_make_a_process_without_a_finding (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  GtkWidget *dialog, *create;

  app_fixture_activate (fixture, "win.new-process");
  dialog = GTK_WIDGET (app_fixture_get_dialog (fixture));
  g_assert_true (SC_IS_QUESTIONS_DIALOG (dialog));
  widget_test_wait (shows_questions, dialog, "the questions");
  answer (dialog, "Yes, first we advise");
  answer (dialog, "No, it is new and they hesitate");
  answer (dialog, "No, we look for clients");
  answer (dialog, "Companies");

  /* A service needs no terms of payment: the question stays, grey. */
  answer (dialog, "Work that we do");
  g_assert_false (gtk_widget_is_sensitive (widget_test_find (dialog, ADW_TYPE_ACTION_ROW, "Yes, it may")));
  answer (dialog, "Something they then use themselves");
  g_assert_true (gtk_widget_is_sensitive (widget_test_find (dialog, ADW_TYPE_ACTION_ROW, "Yes, it may")));

  /* Create leads to what is open. */
  create = widget_test_find (dialog, GTK_TYPE_BUTTON, "C_reate");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (create), ==,
                   "Question 6 is open: May a client pay after successful onboarding?");
  g_signal_emit_by_name (create, "clicked");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 widget_test_find (dialog, ADW_TYPE_ACTION_ROW, "No"));
  g_assert_nonnull (widget_test_find (dialog, GTK_TYPE_LABEL, "This question is still open."));
  answer (dialog, "Yes, it may");
  g_assert_null (gtk_widget_get_tooltip_text (create));
  g_assert_nonnull (widget_test_find (dialog, GTK_TYPE_LABEL, "7 stages, 55 working days to the client"));
  gtk_widget_activate (create);
  widget_test_wait (window_tests_shows_process, fixture->window, "the process");
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

  window_tests_make_process (fixture);
  make_clash (fixture);
  app_fixture_respond (fixture, "later");

  page = widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_PROCESS_PAGE, NULL);
  app_fixture_activate (fixture, "win.show-today");
  widget_test_wait (window_tests_shows_today, fixture->window, "Today");
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

static gboolean
can_be_created (gpointer data)
{
  GtkWidget *button = widget_test_find (data, GTK_TYPE_BUTTON, "C_reate");

  return button != NULL && gtk_widget_is_sensitive (button);
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
  widget_test_wait (window_tests_shows_process, fixture->window, "the process");

  processes = sc_store_list_processes (sc_window_get_store (fixture->window), SC_PROCESSES_ALL, NULL);
  version = sc_store_load_version (sc_window_get_store (fixture->window), ((ScProcess *) processes->pdata[0])->id,
                                   SC_VERSION_WANTED_DRAFT, NULL);
  g_assert_cmpuint (version->stages->len, ==, 5);
  g_assert_cmpint (version->language, ==, SC_LANGUAGE_RU);
  g_assert_true (sc_kind_set_has (sc_version_get_stage (version, 4)->kinds, SC_KIND_PAYMENT));
}

void
window_tests_add_processes (void)
{
  g_test_add_func ("/app/window/what-is-not-saved-is-kept-and-asked-about",
                   test_what_is_not_saved_is_kept_and_asked_about);
  g_test_add_func ("/app/process/delete-and-undo", test_deleted_process_comes_back_by_undo);
  g_test_add_func ("/app/process/order-and-archive", test_processes_are_ordered_and_archived);
  g_test_add_func ("/app/process/one-menu", test_one_menu_for_the_process);
  g_test_add_func ("/app/process/views-of-the-last-process-from-today", test_views_of_the_last_process_from_today);
  g_test_add_func ("/app/new/questions", test_answers_make_a_process_without_a_finding);
  g_test_add_func ("/app/new/stages", test_pasted_stages_make_a_process);
}
