/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed about a deal is not lost, wherever its window goes. */

#include "app/app-fixture.h"
#include "app/sc-process-page.h"
#include "app/sc-today-page.h"
#include "change/sc-deal-commands.h"
#include "method/sc-proposal.h"
#include "store/sc-deal-query.h"
#include "store/sc-sample.h"
#include "widgets/sc-field-row.h"

/* A window that shows one of its deals, whose title is being typed. */
typedef struct {
  AppFixture *app;
  GtkWidget *window;
  char *process_id;
  ScDeal *deal;
} Fixture;

static void
make_deals (Fixture *self)
{
  static const ScAspects aspects = { { 1, 1, 1, 1, 1, 1 } };
  g_autoptr (ScVersion) version = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  const ScSampleProcess sample = { "Sample", version, 1 };
  ScStore *store = sc_window_get_store (self->app->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScDealQuery) query = NULL;
  g_autoptr (GPtrArray) deals = NULL;

  g_assert_true (sc_store_add_sample (store, &sample, 1, 20, 1, NULL, &error));
  process = sc_store_find_process (store, "Sample", &error);
  g_assert_no_error (error);
  self->process_id = g_strdup (process->id);
  query = sc_deal_query_new (process->id);
  query->statuses = SC_DEAL_STATUSES_STANDING;
  deals = sc_store_list_deals (store, query, 1, NULL, &error);
  g_assert_no_error (error);
  self->deal = sc_deal_copy (deals->pdata[0]);
}

static ScFieldRow *
find_row (Fixture    *self,
          const char *title)
{
  return SC_FIELD_ROW (widget_test_find (self->window, SC_TYPE_FIELD_ROW, title));
}

static gboolean
shows_deal (gpointer data)
{
  Fixture *self = data;
  GtkWidget *row = widget_test_find (self->window, SC_TYPE_FIELD_ROW, "Title");

  return row != NULL && g_str_equal (sc_field_row_get_value (SC_FIELD_ROW (row)), self->deal->title);
}

static void
show_deal (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (self->window, "win.show-deal", "(sx)", self->process_id, self->deal->id));
}

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->app = app_fixture_open ();
  self->window = g_object_ref (GTK_WIDGET (self->app->window));
  make_deals (self);
  show_deal (self);
  widget_test_wait (shows_deal, self, "the deal");

  return self;
}

static void
fixture_free (Fixture *self)
{
  app_fixture_free (self->app);
  g_object_unref (self->window);
  sc_deal_unref (self->deal);
  g_free (self->process_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
type (Fixture    *self,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (self, title)), text);
}

/* As another window, or a script, has the database. */
static void
assert_title (Fixture    *self,
              const char *title)
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
change_elsewhere (Fixture    *self,
                  const char *title)
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
  Fixture *self = data;

  return widget_test_find (self->window, GTK_TYPE_BUTTON, "Keep _Mine") != NULL;
}

static gboolean
asks_to_close (gpointer data)
{
  Fixture *self = data;

  return widget_test_find (self->window, GTK_TYPE_BUTTON, "Close _Without Saving") != NULL;
}

static void
click (Fixture    *self,
       const char *label)
{
  GtkWidget *button = widget_test_find (self->window, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_what_is_typed_last_is_saved (void)
{
  g_autoptr (Fixture) self = fixture_new ();

  type (self, "Title", "typed last");
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  assert_title (self, "typed last");
}

static void
test_what_others_changed_is_asked_about_before (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Fixture) self = fixture_new ();

      type (self, "Title", "mine");
      change_elsewhere (self, "theirs");
      gtk_window_close (GTK_WINDOW (self->window));
      widget_test_wait (asks_whose, self, "the question");
      g_assert_false (app_fixture_is_closed (self->window));
      assert_title (self, "theirs");

      click (self, i == 0 ? "Keep _Mine" : "Take _Theirs");
      widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
      assert_title (self, i == 0 ? "mine" : "theirs");
    }
}

static gboolean
has_focus_in_title (gpointer data)
{
  Fixture *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (find_row (self, "Title")));
}

static void
test_what_is_not_decided_keeps_the_window_open (void)
{
  g_autoptr (Fixture) self = fixture_new ();

  gtk_widget_grab_focus (GTK_WIDGET (find_row (self, "Title")));
  type (self, "Title", "mine");
  change_elsewhere (self, "theirs");
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "quit", NULL);
  widget_test_wait (asks_whose, self, "the question");
  click (self, "_Decide Later");
  widget_test_wait (asks_to_close, self, "to be asked about closing");
  click (self, "_Cancel");
  widget_test_wait (app_fixture_has_no_dialog, self->app, "the window as it was");
  widget_test_wait (has_focus_in_title, self, "the focus where it was");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (self, "Title"))), ==, "mine");

  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (asks_whose, self, "the question");
  click (self, "_Decide Later");
  widget_test_wait (asks_to_close, self, "to be asked about closing");
  click (self, "Close _Without Saving");
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  assert_title (self, "theirs");
}

static void
test_what_cannot_be_read_keeps_the_window_open (void)
{
  g_autoptr (Fixture) self = fixture_new ();

  type (self, "Value", "a lot");
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (asks_to_close, self, "to be asked about closing");
  click (self, "Close _Without Saving");
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
}

static gboolean
shows_today (gpointer data)
{
  Fixture *self = data;

  return widget_test_find (self->window, SC_TYPE_TODAY_PAGE, NULL) != NULL;
}

static gboolean
is_told_unsaved (gpointer data)
{
  Fixture *self = data;

  return widget_test_find (self->window, GTK_TYPE_LABEL, "The last changes of “Sample” are not saved yet") != NULL;
}

static void
test_another_place_is_shown_meanwhile (void)
{
  g_autoptr (Fixture) self = fixture_new ();

  type (self, "Title", "mine");
  change_elsewhere (self, "theirs");
  app_fixture_activate (self->app, "win.show-today");
  widget_test_wait (shows_today, self, "Today");
  widget_test_wait (asks_whose, self, "the question");
  click (self, "_Decide Later");
  widget_test_wait (is_told_unsaved, self, "to be told");

  g_assert_true (gtk_widget_activate_action (self->window, "win.show-process", "s", self->process_id));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (self, "Title"))), ==, "mine");
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (asks_whose, self, "the question");
  click (self, "Keep _Mine");
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  assert_title (self, "mine");
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

  return app_fixture_run ();
}
