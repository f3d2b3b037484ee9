/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo in a window: whatever the change was, wherever one is by now. */

#include "app/closing-fixture.h"
#include "app/sc-process-page.h"
#include "app/sc-sidebar.h"
#include "app/sc-today-page.h"
#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"
#include "designer/canvas/sc-canvas.h"
#include "designer/inspector/sc-stage-inspector.h"
#include "designer/sc-designer-view.h"
#include "draft/sc-scheme-edits.h"
#include "method/sc-proposal.h"
#include "pipeline/sc-deal-card.h"
#include "pipeline/sc-deal-cell.h"
#include "pipeline/sc-pipeline-list.h"
#include "pipeline/sc-pipeline-view.h"
#include "store/sc-deal-query.h"

/* What is waited for in a window. */
typedef struct {
  AppFixture *fixture;
  const char *text;
  gint64 id;
} Awaited;

static gboolean
shows_text (gpointer data)
{
  Awaited *awaited = data;

  return widget_test_find (GTK_WIDGET (awaited->fixture->window), GTK_TYPE_LABEL, awaited->text) != NULL;
}

static void
wait_for_text (AppFixture *fixture,
               const char *text)
{
  Awaited awaited = { fixture, text, 0 };

  widget_test_wait (shows_text, &awaited, text);
}

static ScStore *
get_store (AppFixture *fixture)
{
  return sc_window_get_store (fixture->window);
}

/* As the window makes it. */
static char *
make_process (AppFixture *fixture,
              const char *name)
{
  static const ScAspects aspects = { { 1, 1, 1, 1, 1, 1 } };
  g_autoptr (ScVersion) version = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_create_process (name, "", version, NULL), get_store (fixture),
                                                  NULL, NULL);

  g_assert_nonnull (outcome);

  return g_strdup (outcome->process_id);
}

static void
publish (AppFixture *fixture,
         const char *process_id)
{
  g_autoptr (ScProcess) process = sc_store_load_process (get_store (fixture), process_id, NULL);
  g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_publish (process, NULL), get_store (fixture), NULL, NULL);

  g_assert_nonnull (outcome);
}

static void
show (AppFixture *fixture,
      const char *process_id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-process", "s", process_id));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "scheme"));
}

static ScDesign *
get_design (AppFixture *fixture)
{
  GtkWidget *view = widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_DESIGNER_VIEW, NULL);

  return view != NULL ? sc_designer_view_get_design (SC_DESIGNER_VIEW (view)) : NULL;
}

static gboolean
is_read (gpointer fixture)
{
  ScDesign *design = get_design (fixture);

  return design != NULL && sc_design_get_version (design) != NULL && sc_design_get_process (design) != NULL
         && !sc_design_is_busy (design);
}

static gboolean
has_stage (gpointer data)
{
  Awaited *awaited = data;

  return is_read (awaited->fixture)
         && sc_version_find_stage_by_name (sc_design_get_version (get_design (awaited->fixture)), awaited->text, NULL) != NULL;
}

static void
wait_for_stage (AppFixture *fixture,
                const char *name)
{
  Awaited awaited = { fixture, name, 0 };

  widget_test_wait (has_stage, &awaited, name);
}

static void
run (AppFixture *fixture,
     const char *action,
     GVariant   *target)
{
  GtkWidget *view = widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_DESIGNER_VIEW, NULL);
  g_autoptr (GVariant) owned = g_variant_ref_sink (target);

  g_assert_true (gtk_widget_activate_action_variant (view, action, owned));
  widget_test_wait (is_read, fixture, "the change to be saved");
}

static void
test_nothing_is_said_in_a_toast (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  app_fixture_activate (fixture, "win.undo");
  wait_for_text (fixture, "There is nothing to undo.");
  app_fixture_activate (fixture, "win.redo");
  wait_for_text (fixture, "There is nothing to redo.");
  g_assert_null (app_fixture_get_dialog (fixture));
}

/* The toast takes back what it speaks of, not what was done last. */
static void
test_toast_takes_back_its_own_change (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *process_id = make_process (fixture, "Sales");
  g_autofree char *deleted = NULL;
  g_autofree char *id = NULL;
  const ScVersion *version;
  guint n_stages;

  show (fixture, process_id);
  widget_test_wait (is_read, fixture, "the process to be read");
  version = sc_design_get_version (get_design (fixture));
  n_stages = version->stages->len;
  deleted = g_strdup (sc_version_get_stage (version, 1)->name);
  id = g_strdup (sc_version_get_stage (version, 3)->id);
  run (fixture, "designer.delete", g_variant_new_string (sc_version_get_stage (version, 1)->id));
  widget_test_wait (is_read, fixture, "it to be saved");
  run (fixture, "designer.rename", g_variant_new ("(ss)", id, "Other"));
  gtk_widget_activate (widget_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo"));
  wait_for_stage (fixture, deleted);
  version = sc_design_get_version (get_design (fixture));
  g_assert_cmpuint (version->stages->len, ==, n_stages);
  g_assert_cmpstr (sc_version_find_stage (version, id, NULL)->name, ==, "Other");
}

static gboolean
shows_today (gpointer window)
{
  return widget_test_find (window, SC_TYPE_TODAY_PAGE, NULL) != NULL;
}

static gboolean
shows_process (gpointer data)
{
  Awaited *awaited = data;
  GtkWidget *page = widget_test_find (GTK_WIDGET (awaited->fixture->window), SC_TYPE_PROCESS_PAGE, NULL);

  return page != NULL && g_str_equal (sc_process_page_get_process_id (SC_PROCESS_PAGE (page)), awaited->text);
}

static gboolean
has_selected_stage (gpointer data)
{
  Awaited *awaited = data;
  GtkWidget *canvas = widget_test_find (GTK_WIDGET (awaited->fixture->window), SC_TYPE_CANVAS, NULL);

  return canvas != NULL && g_strcmp0 (sc_canvas_get_selected (SC_CANVAS (canvas)), awaited->text) == 0;
}

/* From another place, after a restart, to what came back. */
static void
test_leads_to_what_came_back_after_a_restart (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *process_id = make_process (fixture, "Sales");
  g_autofree char *stage_id = NULL;
  Awaited process = { fixture, process_id, 0 };
  Awaited stage = { fixture, NULL, 0 };

  show (fixture, process_id);
  widget_test_wait (is_read, fixture, "the process to be read");
  stage_id = g_strdup (sc_version_get_stage (sc_design_get_version (get_design (fixture)), 4)->id);
  run (fixture, "designer.rename", g_variant_new ("(ss)", stage_id, "Other"));
  app_fixture_activate (fixture, "win.show-today");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_fixture_open_window (fixture);
  widget_test_wait (app_fixture_has_opened, fixture->window, "the database to open");
  widget_test_wait (shows_today, fixture->window, "Today");

  app_fixture_activate (fixture, "win.undo");
  widget_test_wait (shows_process, &process, "the process");
  stage.text = stage_id;
  widget_test_wait (has_selected_stage, &stage, "the stage");
  g_assert_cmpstr (sc_version_find_stage (sc_design_get_version (get_design (fixture)), stage_id, NULL)->name, !=, "Other");
}

static void
test_leads_to_an_archived_process (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *process_id = make_process (fixture, "Sales");
  g_autofree char *other_id = make_process (fixture, "Other");
  g_autoptr (ScProcess) process = sc_store_load_process (get_store (fixture), process_id, NULL);
  g_autoptr (ScOutcome) archived = sc_command_run (sc_command_archive_process (process, TRUE), get_store (fixture), NULL, NULL);
  g_autoptr (ScProcess) again = sc_store_load_process (get_store (fixture), process_id, NULL);
  g_autoptr (ScOutcome) described = sc_command_run (sc_command_describe_process (again, "new"), get_store (fixture), NULL,
                                                    NULL);
  Awaited awaited = { fixture, process_id, 0 };

  g_assert_nonnull (archived);
  g_assert_nonnull (described);
  show (fixture, other_id);
  app_fixture_activate (fixture, "win.undo");
  widget_test_wait (shows_process, &awaited, "the archived process");
  wait_for_text (fixture, "Undone: Describe “Sales”");
  g_assert_true (shows_process (&awaited));
}

static gboolean
is_draft (gpointer data)
{
  Awaited *awaited = data;
  g_autoptr (ScProcess) process = sc_store_load_process (get_store (awaited->fixture), awaited->text, NULL);

  return !process->has_published;
}

static void
test_publication_asks_first (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *process_id = make_process (fixture, "Sales");
  Awaited awaited = { fixture, process_id, 0 };

  publish (fixture, process_id);
  app_fixture_activate (fixture, "win.undo");
  widget_test_wait (app_fixture_has_dialog, fixture, "the question");
  app_fixture_respond (fixture, "cancel");
  g_assert_false (is_draft (&awaited));
  app_fixture_activate (fixture, "win.undo");
  widget_test_wait (app_fixture_has_dialog, fixture, "the question");
  app_fixture_respond (fixture, "take-back");
  widget_test_wait (is_draft, &awaited, "the publication to be taken back");
}

/* From the toast that tells of it, too. */
static void
test_toast_of_a_publication_asks_first (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *process_id = make_process (fixture, "Sales");
  Awaited awaited = { fixture, process_id, 0 };

  show (fixture, process_id);
  widget_test_wait (is_read, fixture, "the process to be read");
  g_assert_true (gtk_widget_activate_action (widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_DESIGNER_VIEW, NULL),
                                             "designer.publish", NULL));
  widget_test_wait (app_fixture_has_dialog, fixture, "the publication to be asked about");
  app_fixture_respond (fixture, "publish");
  wait_for_text (fixture, "Version 1 published");
  g_assert_false (is_draft (&awaited));
  gtk_widget_activate (widget_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo"));
  widget_test_wait (app_fixture_has_dialog, fixture, "the question");
  g_assert_false (is_draft (&awaited));
  app_fixture_respond (fixture, "take-back");
  widget_test_wait (is_draft, &awaited, "the publication to be taken back");
}

static gboolean
has_focus_on_deal (gpointer data)
{
  Awaited *awaited = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (awaited->fixture->window));
  GtkWidget *card = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return SC_IS_DEAL_CARD (card) && sc_deal_card_get_item (SC_DEAL_CARD (card)) != NULL
         && sc_deal_item_get_id (sc_deal_card_get_item (SC_DEAL_CARD (card))) == awaited->id;
}

static void
test_leads_to_a_deal (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *process_id = make_process (fixture, "Sales");
  g_autofree char *other_id = make_process (fixture, "Other");
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScDeal) made = NULL;
  g_autoptr (ScOutcome) added = NULL;
  g_autoptr (ScOutcome) deleted = NULL;
  Awaited awaited = { fixture, NULL, 0 };

  publish (fixture, process_id);
  deal->process_id = g_strdup (process_id);
  deal->title = g_strdup ("Printer");
  added = sc_command_run (sc_command_add_deal (deal), get_store (fixture), NULL, NULL);
  g_assert_nonnull (added);
  made = sc_store_load_deal (get_store (fixture), added->row_id, NULL);
  deleted = sc_command_run (sc_command_delete_deal (made), get_store (fixture), NULL, NULL);
  g_assert_nonnull (deleted);
  show (fixture, other_id);
  app_fixture_activate (fixture, "win.undo");
  awaited.id = added->row_id;
  widget_test_wait (has_focus_on_deal, &awaited, "the focus on the deal");
}

static gint64
add_deal (AppFixture *fixture,
          const char *process_id,
          const char *title)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScOutcome) added = NULL;

  deal->process_id = g_strdup (process_id);
  deal->title = g_strdup (title);
  added = sc_command_run (sc_command_add_deal (deal), get_store (fixture), NULL, NULL);
  g_assert_nonnull (added);

  return added->row_id;
}

static void
delete_deal (AppFixture *fixture,
             gint64      deal_id)
{
  g_autoptr (ScDeal) deal = sc_store_load_deal (get_store (fixture), deal_id, NULL);
  g_autoptr (ScOutcome) deleted = sc_command_run (sc_command_delete_deal (deal), get_store (fixture), NULL, NULL);

  g_assert_nonnull (deleted);
}

static gboolean
is_selected_alone (GtkSelectionModel *selection,
                   ScDealItem        *item)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  g_autoptr (ScDealItem) only = gtk_bitset_get_size (selected) == 1
    ? g_list_model_get_item (G_LIST_MODEL (selection), gtk_bitset_get_minimum (selected)) : NULL;

  return only == item;
}

/* On show and selected. */
static gboolean
has_focus_on_row (gpointer data)
{
  Awaited *awaited = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (awaited->fixture->window));
  GtkWidget *cell = focus != NULL ? widget_test_find (focus, SC_TYPE_DEAL_CELL, NULL) : NULL;
  GtkWidget *view = cell != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW) : NULL;
  ScDealItem *item = view != NULL ? sc_deal_cell_get_item (SC_DEAL_CELL (cell)) : NULL;
  GtkSelectionModel *selection = item != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;
  graphene_rect_t bounds;

  return selection != NULL && sc_deal_item_get_id (item) == awaited->id
         && is_selected_alone (selection, item)
         && gtk_widget_compute_bounds (focus, view, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (view);
}

static gboolean
has_rows (gpointer data)
{
  Awaited *awaited = data;
  GtkWidget *table = widget_test_find (GTK_WIDGET (awaited->fixture->window), SC_TYPE_PIPELINE_LIST, NULL);

  return table != NULL && gtk_widget_get_mapped (table)
         && sc_pipeline_list_get_n_deals (SC_PIPELINE_LIST (table)) == (guint) awaited->id;
}

/* Both from where it stands and from another process; the row is below. */
static void
test_leads_to_a_row_of_the_list (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *process_id = make_process (fixture, "Sales");
  g_autofree char *other_id = make_process (fixture, "Other");
  g_autoptr (GSettings) settings = g_settings_new ("io.github.stagecraft.Stagecraft");
  Awaited rows = { fixture, NULL, 100 };
  Awaited row = { fixture, NULL, 0 };

  publish (fixture, process_id);
  row.id = add_deal (fixture, process_id, "Printer");
  for (guint i = 1; i < 100; i++)
    add_deal (fixture, process_id, "Other");
  show (fixture, process_id);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "deals"));
  g_assert_true (gtk_widget_activate_action (widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_PIPELINE_VIEW, NULL),
                                             "pipeline.layout", "s", "list"));
  for (guint i = 0; i < 2; i++)
    {
      rows.id = 100;
      widget_test_wait (has_rows, &rows, "the list");
      delete_deal (fixture, row.id);
      rows.id = 99;
      widget_test_wait (has_rows, &rows, "the deal to be gone");
      if (i == 1)
        show (fixture, other_id);
      app_fixture_activate (fixture, "win.undo");
      widget_test_wait (has_focus_on_row, &row, "the focus on the row");
    }
  g_settings_reset (settings, "deals-layout");
}

/* The window manager may have given the keyboard to the window that has closed. */
static gboolean
is_active (gpointer window)
{
  if (!gtk_window_is_active (window))
    gtk_window_present (window);

  return gtk_window_is_active (window);
}

/* As a person does, one after the other at once. */
static void
press (AppFixture *fixture,
       const char *keys)
{
  g_autofree char *command = g_strconcat ("env -u LD_PRELOAD xdotool key ", keys, NULL);
  g_autoptr (GError) error = NULL;
  int status;

  widget_test_wait (is_active, fixture->window, "the keyboard");
  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static gboolean
has_taken_back (gpointer fixture)
{
  g_autoptr (ScChangeRow) row = sc_store_find_redo (get_store (fixture), SC_CHANGES_OF_WINDOW, NULL, NULL);

  return row != NULL;
}

static gboolean
shows_title (gpointer data)
{
  Awaited *awaited = data;
  GtkWidget *row = widget_test_find (GTK_WIDGET (awaited->fixture->window), SC_TYPE_FIELD_ROW, "Title");

  return row != NULL && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), awaited->text);
}

/* Leaving a field saves it, and is not waited for. */
static void
test_key_takes_back_a_field_of_a_deal (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autoptr (ScDeal) older = sc_deal_copy (self->deal);
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (ScDeal) deal = NULL;
  Awaited awaited = { self->app, "Older", 0 };

  g_set_str (&older->title, "Older");
  outcome = sc_command_run (sc_command_edit_deal (self->deal, older, SC_DEAL_FIELD_TITLE), get_store (self->app), NULL, NULL);
  g_assert_nonnull (outcome);
  widget_test_wait (shows_title, &awaited, "the deal as it is now");

  gtk_widget_grab_focus (GTK_WIDGET (closing_fixture_find_row (self, "Title")));
  closing_fixture_type (self, "Title", "Newer");
  press (self->app, "Tab ctrl+z");
  widget_test_wait (has_taken_back, self->app, "something to be taken back");
  deal = sc_store_load_deal (get_store (self->app), self->deal->id, NULL);
  g_assert_cmpstr (deal->title, ==, "Older");
}

static gboolean
shows_stage (gpointer data)
{
  Awaited *awaited = data;
  GtkWidget *inspector = widget_test_find (GTK_WIDGET (awaited->fixture->window), SC_TYPE_STAGE_INSPECTOR, NULL);
  GtkWidget *row = inspector != NULL ? widget_test_find (inspector, SC_TYPE_FIELD_ROW, "Name") : NULL;

  return row != NULL && gtk_widget_get_mapped (row) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), awaited->text);
}

static void
test_key_takes_back_a_field_of_a_stage (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *process_id = make_process (fixture, "Sales");
  g_autofree char *stage_id = NULL;
  g_autoptr (ScVersion) saved = NULL;
  Awaited awaited = { fixture, "Older", 0 };
  GtkWidget *row;

  show (fixture, process_id);
  widget_test_wait (is_read, fixture, "the process to be read");
  stage_id = g_strdup (sc_version_get_stage (sc_design_get_version (get_design (fixture)), 2)->id);
  run (fixture, "designer.rename", g_variant_new ("(ss)", stage_id, "Older"));
  sc_designer_view_select_stage (SC_DESIGNER_VIEW (widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_DESIGNER_VIEW, NULL)),
                                 stage_id);
  widget_test_wait (shows_stage, &awaited, "the stage");

  row = widget_test_find (widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_STAGE_INSPECTOR, NULL), SC_TYPE_FIELD_ROW,
                          "Name");
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Newer");
  press (fixture, "Tab ctrl+z");
  widget_test_wait (has_taken_back, fixture, "something to be taken back");
  saved = sc_store_load_version (get_store (fixture), process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_assert_cmpstr (sc_version_find_stage (saved, stage_id, NULL)->name, ==, "Older");
}

/* What a window says is another's in no way. */
static void
test_toast_stays_when_another_window_tells (void)
{
  g_autoptr (AppFixture) one = app_fixture_open ();
  g_autoptr (AppFixture) another = app_fixture_open ();

  app_fixture_activate (one, "win.undo");
  wait_for_text (one, "There is nothing to undo.");
  app_fixture_activate (another, "win.redo");
  wait_for_text (another, "There is nothing to redo.");
  wait_for_text (one, "There is nothing to undo.");
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/app/undo/nothing", test_nothing_is_said_in_a_toast);
  g_test_add_func ("/app/undo/toast", test_toast_takes_back_its_own_change);
  g_test_add_func ("/app/undo/restart", test_leads_to_what_came_back_after_a_restart);
  g_test_add_func ("/app/undo/archived", test_leads_to_an_archived_process);
  g_test_add_func ("/app/undo/publication", test_publication_asks_first);
  g_test_add_func ("/app/undo/publication-toast", test_toast_of_a_publication_asks_first);
  g_test_add_func ("/app/undo/deal", test_leads_to_a_deal);
  g_test_add_func ("/app/undo/row", test_leads_to_a_row_of_the_list);
  g_test_add_func ("/app/undo/key-after-deal-field", test_key_takes_back_a_field_of_a_deal);
  g_test_add_func ("/app/undo/key-after-stage-field", test_key_takes_back_a_field_of_a_stage);
  g_test_add_func ("/app/undo/another-window", test_toast_stays_when_another_window_tells);

  return app_fixture_run ();
}
