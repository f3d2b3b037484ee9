/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed about a deal is not lost, wherever its window goes. */

#include "app/closing-fixture.h"
#include "app/sc-process-page.h"
#include "app/sc-today-page.h"
#include "change/sc-deal-commands.h"
#include "importing/sc-import-dialog.h"
#include "importing/sc-import-form.h"
#include "store/sc-deal-query.h"

/* As another window, or a script, has the database. */
static void
assert_title (ClosingFixture *self,
              const char     *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) other = sc_store_open (g_file_peek_path (self->app->database), SC_STORE_OPEN_EXISTING, &error);
  g_autoptr (ScDeal) deal = NULL;

  g_assert_no_error (error);
  deal = sc_store_load_deal (other, self->deal->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (deal->title, ==, title);
}

static void
change_elsewhere (ClosingFixture *self,
                  const char     *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) other = sc_store_open (g_file_peek_path (self->app->database), SC_STORE_OPEN_EXISTING, &error);
  g_autoptr (ScDeal) after = sc_deal_copy (self->deal);
  g_autoptr (ScOutcome) outcome = NULL;

  g_assert_no_error (error);
  sc_store_set_window (other, "other");
  g_set_str (&after->title, title);
  outcome = sc_command_run (sc_command_edit_deal (self->deal, after, SC_DEAL_FIELD_TITLE), other, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
asks_whose (gpointer data)
{
  ClosingFixture *self = data;

  return widget_test_find (self->window, GTK_TYPE_BUTTON, "Keep _Mine") != NULL;
}

static void
test_what_is_typed_last_is_saved (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  closing_fixture_type (self, "Title", "typed last");
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  assert_title (self, "typed last");
}

static void
test_what_others_changed_is_asked_about_before (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ClosingFixture) self = closing_fixture_new ();

      closing_fixture_type (self, "Title", "mine");
      change_elsewhere (self, "theirs");
      gtk_window_close (GTK_WINDOW (self->window));
      widget_test_wait (asks_whose, self, "the question");
      g_assert_false (app_fixture_is_closed (self->window));
      assert_title (self, "theirs");

      closing_fixture_click (self, i == 0 ? "Keep _Mine" : "Take _Theirs");
      widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
      assert_title (self, i == 0 ? "mine" : "theirs");
    }
}

static gboolean
has_focus_in_title (gpointer data)
{
  ClosingFixture *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (closing_fixture_find_row (self, "Title")));
}

static void
test_what_is_not_decided_keeps_the_window_open (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  gtk_widget_grab_focus (GTK_WIDGET (closing_fixture_find_row (self, "Title")));
  closing_fixture_type (self, "Title", "mine");
  change_elsewhere (self, "theirs");
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "quit", NULL);
  widget_test_wait (asks_whose, self, "the question");
  closing_fixture_click (self, "_Decide Later");
  widget_test_wait (closing_fixture_asks_to_close, self, "to be asked about closing");
  closing_fixture_click (self, "_Cancel");
  widget_test_wait (app_fixture_has_no_dialog, self->app, "the window as it was");
  widget_test_wait (has_focus_in_title, self, "the focus where it was");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (closing_fixture_find_row (self, "Title"))), ==, "mine");

  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (asks_whose, self, "the question");
  closing_fixture_click (self, "_Decide Later");
  widget_test_wait (closing_fixture_asks_to_close, self, "to be asked about closing");
  closing_fixture_click (self, "Close _Without Saving");
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  assert_title (self, "theirs");
}

static void
test_what_cannot_be_read_keeps_the_window_open (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  closing_fixture_type (self, "Value", "a lot");
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (closing_fixture_asks_to_close, self, "to be asked about closing");
  closing_fixture_click (self, "Close _Without Saving");
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
}

static gboolean
shows_today (gpointer data)
{
  ClosingFixture *self = data;

  return widget_test_find (self->window, SC_TYPE_TODAY_PAGE, NULL) != NULL;
}

static gboolean
is_told_unsaved (gpointer data)
{
  ClosingFixture *self = data;

  return widget_test_find (self->window, GTK_TYPE_LABEL, "The last changes of “Sample” are not saved yet") != NULL;
}

static void
test_another_place_is_shown_meanwhile (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  closing_fixture_type (self, "Title", "mine");
  change_elsewhere (self, "theirs");
  app_fixture_activate (self->app, "win.show-today");
  widget_test_wait (shows_today, self, "Today");
  widget_test_wait (asks_whose, self, "the question");
  closing_fixture_click (self, "_Decide Later");
  widget_test_wait (is_told_unsaved, self, "to be told");

  g_assert_true (gtk_widget_activate_action (self->window, "win.show-process", "s", self->process_id));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (closing_fixture_find_row (self, "Title"))), ==, "mine");
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (asks_whose, self, "the question");
  closing_fixture_click (self, "Keep _Mine");
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  assert_title (self, "mine");
}

static gboolean
shows_form (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, SC_TYPE_IMPORT_FORM, NULL) != NULL;
}

static gboolean
asks_to_stop (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, GTK_TYPE_LABEL, "Stop the Import?") != NULL;
}

static gboolean
shows_report (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, GTK_TYPE_BUTTON, "_Done") != NULL && !asks_to_stop (data);
}

static guint
count_deals (ClosingFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) other = sc_store_open (g_file_peek_path (self->app->database), SC_STORE_OPEN_EXISTING, &error);
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  guint n_deals;

  g_assert_no_error (error);
  n_deals = sc_store_count_deals (other, query, NULL, &error);
  g_assert_no_error (error);

  return n_deals;
}

/* One that has to wait for another program, and so is at work for as long as a test
 * needs. */
static void
begin_import (ClosingFixture *self)
{
  g_autofree char *path = g_build_filename (self->app->folder, "deals.csv", NULL);
  AdwDialog *dialog = sc_import_dialog_new (sc_window_get_store (self->app->window), self->process_id, NULL);

  g_assert_true (g_file_set_contents (path, "title,stage\nOne,Client onboarding\nTwo,Client onboarding\n", -1, NULL));
  adw_dialog_present (dialog, self->window);
  sc_import_dialog_load (SC_IMPORT_DIALOG (dialog), path);
  widget_test_wait (shows_form, self, "the form");
  closing_fixture_lock (self);
  closing_fixture_click (self, "_Import");
}

static void
test_an_import_at_work_is_asked_about (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ClosingFixture) self = closing_fixture_new ();
      guint n_before = count_deals (self);

      begin_import (self);
      if (i == 0)
        gtk_window_close (GTK_WINDOW (self->window));
      else
        g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "quit", NULL);
      widget_test_wait (asks_to_stop, self, "the question");
      closing_fixture_click (self, "_Go On");
      closing_fixture_release (self);
      widget_test_wait (shows_report, self, "the import to end");
      closing_fixture_click (self, "_Done");
      widget_test_wait (app_fixture_has_no_dialog, self->app, "the dialog to close");
      g_assert_false (app_fixture_is_closed (self->window));
      g_assert_cmpuint (count_deals (self), ==, n_before + 2);

      begin_import (self);
      gtk_window_close (GTK_WINDOW (self->window));
      widget_test_wait (asks_to_stop, self, "the question");
      closing_fixture_click (self, "_Stop");
      widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
      closing_fixture_release (self);
      g_assert_cmpuint (count_deals (self), ==, n_before + 2);
    }
}

/* What ends while a person is asked needs no answer any more, and is told first. */
static void
test_an_import_that_ends_meanwhile (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  guint n_before = count_deals (self);

  begin_import (self);
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (asks_to_stop, self, "the question");
  closing_fixture_release (self);
  widget_test_wait (shows_report, self, "the import to end");
  g_assert_false (app_fixture_is_closed (self->window));
  g_assert_cmpuint (count_deals (self), ==, n_before + 2);
  closing_fixture_click (self, "_Done");
  widget_test_wait (app_fixture_has_no_dialog, self->app, "the dialog to close");
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/app/closing/typed-last", test_what_is_typed_last_is_saved);
  g_test_add_func ("/app/closing/changed-elsewhere", test_what_others_changed_is_asked_about_before);
  g_test_add_func ("/app/closing/not-decided", test_what_is_not_decided_keeps_the_window_open);
  g_test_add_func ("/app/closing/cannot-be-read", test_what_cannot_be_read_keeps_the_window_open);
  g_test_add_func ("/app/closing/another-place", test_another_place_is_shown_meanwhile);
  g_test_add_func ("/app/closing/import-at-work", test_an_import_at_work_is_asked_about);
  g_test_add_func ("/app/closing/import-that-ends", test_an_import_that_ends_meanwhile);

  return app_fixture_run ();
}
