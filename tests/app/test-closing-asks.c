/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window that closes asks about what can’t be saved, and goes on after a dialog. */

#include "app/closing-cases.h"
#include "app/closing-fixture.h"
#include "app/sc-closing.h"
#include "change/sc-deal-commands.h"
#include "pipeline/sc-stage-column.h"
#include "widgets/sc-error-dialog.h"

/* What another has done meanwhile. */
static void
do_step_elsewhere (ClosingFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) other = sc_store_open (g_file_peek_path (self->app->database), SC_STORE_OPEN_EXISTING, &error);
  g_autoptr (GPtrArray) steps = sc_store_list_activities (other, self->deal->id, &error);
  g_autoptr (ScOutcome) outcome = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < steps->len && outcome == NULL; i++)
    if (g_str_equal (((ScActivity *) steps->pdata[i])->title, "Call Anna"))
      outcome = sc_command_run (sc_command_complete_activity (steps->pdata[i]), other, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (outcome);
}

static gboolean
shows_error (gpointer data)
{
  return SC_IS_ERROR_DIALOG (app_fixture_get_dialog (((ClosingFixture *) data)->app));
}

static void
test_stays_where_a_change_fails (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  sc_closing_set_delays (NEVER_MS, NEVER_MS);
  closing_cases_show_today (self);
  do_step_elsewhere (self);
  closing_cases_do_step (self);
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (shows_error, self, "the error");
  adw_dialog_close (app_fixture_get_dialog (self->app));
  widget_test_wait (closing_fixture_asks_to_close, self, "the question");
  closing_fixture_click (self, "_Cancel");
  widget_test_wait (app_fixture_has_no_dialog, self->app, "the window as it was");
  g_assert_false (app_fixture_is_closed (self->window));
}

static GtkWidget *
find_add_entry (ClosingFixture *self)
{
  return widget_test_find (widget_test_find (self->window, SC_TYPE_STAGE_COLUMN, NULL), GTK_TYPE_ENTRY, NULL);
}

static gboolean
is_adding (gpointer data)
{
  return find_add_entry (data) != NULL;
}

static void
test_asks_about_a_new_deal (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  sc_stage_column_start_adding (SC_STAGE_COLUMN (widget_test_find (self->window, SC_TYPE_STAGE_COLUMN, NULL)));
  widget_test_wait (is_adding, self, "the entry");
  gtk_editable_set_text (GTK_EDITABLE (find_add_entry (self)), "Half typed");
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (closing_fixture_asks_to_close, self, "the question");
  g_assert_nonnull (widget_test_find (self->window, ADW_TYPE_ACTION_ROW, "New deal “Half typed”"));
  closing_fixture_click (self, "_Cancel");
  widget_test_wait (app_fixture_has_no_dialog, self->app, "the window as it was");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_add_entry (self))), ==, "Half typed");

  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (closing_fixture_asks_to_close, self, "the question");
  closing_fixture_click (self, "Close _Without Saving");
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
}

static void
close_window (ClosingFixture *self)
{
  app_fixture_activate (self->app, "win.close-front");
}

static void
quit (ClosingFixture *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "quit", NULL);
}

static void
press_close_button (ClosingFixture *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
}

static void (*const ways_out[]) (ClosingFixture *self) = { close_window, quit, press_close_button };

static gboolean
asks_to_discard (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, GTK_TYPE_BUTTON, "_Discard") != NULL;
}

static gboolean
note_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
is_over (gpointer data)
{
  return *(gboolean *) data;
}

/* All that was put off until the main loop has nothing else to do. */
static void
wait_for_idles (void)
{
  gboolean over = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, note_cb, &over, NULL);
  widget_test_wait (is_over, &over, "the main loop to be idle");
}

static gboolean
is_store_idle (gpointer store)
{
  return sc_store_is_idle (store);
}

/* Closes it twice: what is asked about is kept at first. */
static void
keep_and_discard (ClosingFixture *self,
                  void (         *way_out ) (ClosingFixture *self))
{
  AdwDialog *dialog = app_fixture_get_dialog (self->app);

  way_out (self);
  widget_test_wait (asks_to_discard, self, "to be asked");
  closing_fixture_click (self, "_Keep Editing");
  wait_for_idles ();
  g_assert_false (app_fixture_is_closed (self->window));
  g_assert_true (app_fixture_get_dialog (self->app) == dialog);

  way_out (self);
  widget_test_wait (asks_to_discard, self, "to be asked again");
  closing_fixture_click (self, "_Discard");
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
}

static void
test_goes_on_after_a_dialog (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways_out); i++)
    {
      g_autoptr (ClosingFixture) self = closing_fixture_new ();

      g_assert_true (gtk_widget_activate_action (self->window, "process.rename", "s", self->process_id));
      closing_cases_enter (self, "Half typed");
      keep_and_discard (self, ways_out[i]);
    }
}

/* Where nothing is in it, it goes with the window, without a question. */
static void
test_a_dialog_goes_with_its_window (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  g_assert_true (gtk_widget_activate_action (self->window, "process.rename", "s", self->process_id));
  widget_test_wait (app_fixture_has_dialog, self->app, "the dialog");
  press_close_button (self);
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
}

/* Nothing of a move is made whose next step is still asked for. */
static void
test_asks_about_a_pending_move (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways_out); i++)
    {
      g_autoptr (ClosingFixture) self = closing_fixture_new ();
      g_autoptr (ScStore) store = g_object_ref (sc_window_get_store (self->app->window));

      closing_cases_begin_move (self);
      keep_and_discard (self, ways_out[i]);
      widget_test_wait (is_store_idle, store, "what was given to the store");
      g_assert_false (closing_cases_has_moved (self, store));
    }
}

static gboolean
is_moved (gpointer data)
{
  ClosingFixture *self = data;

  return closing_cases_has_moved (self, sc_window_get_store (self->app->window));
}

/* What was kept can be answered, and the window stays. */
static void
test_pending_move_goes_on_when_kept (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  closing_cases_begin_move (self);
  close_window (self);
  widget_test_wait (asks_to_discard, self, "to be asked");
  closing_fixture_click (self, "_Keep Editing");
  widget_test_wait (closing_cases_asks_for_step, self, "the next step again");
  g_signal_emit_by_name (closing_cases_find_button (self, "cancel"), "clicked");
  widget_test_wait (app_fixture_has_no_dialog, self->app, "no dialog");
  widget_test_wait (is_moved, self, "the move to be made");
  g_assert_false (app_fixture_is_closed (self->window));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/app/closing-asks/failed", test_stays_where_a_change_fails);
  g_test_add_func ("/app/closing-asks/new-deal", test_asks_about_a_new_deal);
  g_test_add_func ("/app/closing-asks/goes-on", test_goes_on_after_a_dialog);
  g_test_add_func ("/app/closing-asks/goes-with-its-window", test_a_dialog_goes_with_its_window);
  g_test_add_func ("/app/closing-asks/pending-move", test_asks_about_a_pending_move);
  g_test_add_func ("/app/closing-asks/kept-move", test_pending_move_goes_on_when_kept);

  return app_fixture_run ();
}
