/* SPDX-License-Identifier: GPL-3.0-or-later */

/* While another program has the database locked, whatever was done last in a
 * window is waited for when it closes, whatever view it was done in. */

#include "app/closing-cases.h"
#include "app/closing-fixture.h"
#include "app/sc-closing.h"
#include "deal/sc-deal-checklist.h"
#include "deal/sc-deal-pane.h"
#include "deal/sc-deal-payments.h"
#include "deal/sc-next-step.h"
#include "designer/canvas/sc-stage-card.h"
#include "widgets/sc-text-row.h"

/* What is done in a view, and whether it is in the database. */
typedef struct {
  const char *name;
  void (*prepare) (ClosingFixture *self);
  void (*change) (ClosingFixture *self);
  gboolean (*is_saved) (ClosingFixture *self,
                        ScStore        *store);
} Case;

/* The first are gone through at each turn, the others in the long suite. */
#define N_QUICK_CASES 3

#define SOON_MS 1

static gboolean
shows_stage_card (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, SC_TYPE_STAGE_CARD, NULL) != NULL;
}

static void
show_scheme (ClosingFixture *self)
{
  g_assert_true (gtk_widget_activate_action (self->window, "win.show-process", "s", self->process_id));
  g_assert_true (gtk_widget_activate_action (self->window, "win.show-view", "s", "scheme"));
  widget_test_wait (shows_stage_card, self, "the scheme");
}

static void
rename_stage (ClosingFixture *self)
{
  GtkWidget *card = widget_test_find (self->window, SC_TYPE_STAGE_CARD, NULL);

  sc_stage_card_edit_name (SC_STAGE_CARD (card));
  gtk_editable_set_text (GTK_EDITABLE (widget_test_find (card, GTK_TYPE_ENTRY, NULL)), "Other Name");
}

static gboolean
has_other_stage (ClosingFixture *self,
                 ScStore        *store)
{
  g_autoptr (ScVersion) version = sc_store_load_version (store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);

  for (guint i = 0; i < version->stages->len; i++)
    if (g_str_equal (sc_version_get_stage (version, i)->name, "Other Name"))
      return TRUE;

  return FALSE;
}

static gboolean
has_step (ClosingFixture *self,
          ScStore        *store,
          gboolean        is_done)
{
  g_autoptr (GPtrArray) steps = sc_store_list_activities (store, self->deal->id, NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const ScActivity *step = steps->pdata[i];

      if (g_str_equal (step->title, "Call Anna") && (step->done_at != 0) == is_done)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_done_step (ClosingFixture *self,
               ScStore        *store)
{
  return has_step (self, store, TRUE);
}

static guint
count_ticks (ClosingFixture *self,
             ScStore        *store)
{
  g_autoptr (GPtrArray) ticks = sc_store_list_ticks (store, self->deal->id, NULL);

  return ticks->len;
}

static guint n_ticks;

static void
tick (ClosingFixture *self)
{
  GtkWidget *checklist = widget_test_find (self->window, SC_TYPE_DEAL_CHECKLIST, NULL);
  GtkCheckButton *check = GTK_CHECK_BUTTON (widget_test_find (checklist, GTK_TYPE_CHECK_BUTTON, NULL));

  n_ticks = count_ticks (self, sc_window_get_store (self->app->window));
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static gboolean
has_other_ticks (ClosingFixture *self,
                 ScStore        *store)
{
  return count_ticks (self, store) != n_ticks;
}

static gboolean
is_busy (gpointer data)
{
  return !sc_store_is_idle (sc_window_get_store (((ClosingFixture *) data)->app->window));
}

static void
respond (ClosingFixture *self,
         const char     *response)
{
  app_fixture_respond (self->app, response);
  widget_test_wait (is_busy, self, "the change to be begun");
}

/* The step may be let go. */
static void
move_on (ClosingFixture *self)
{
  closing_cases_begin_move (self);
  g_signal_emit_by_name (closing_cases_find_button (self, "cancel"), "clicked");
  widget_test_wait (is_busy, self, "the change to be begun");
}

static void
rename_process (ClosingFixture *self)
{
  g_assert_true (gtk_widget_activate_action (self->window, "process.rename", "s", self->process_id));
  closing_cases_enter (self, "Other Name");
  respond (self, "rename");
}

static gboolean
has_other_process (ClosingFixture *self,
                   ScStore        *store)
{
  g_autoptr (ScProcess) process = sc_store_load_process (store, self->process_id, NULL);

  return g_str_equal (process->name, "Other Name");
}

static void
write_notes (ClosingFixture *self)
{
  sc_text_row_set_text (SC_TEXT_ROW (widget_test_find (self->window, SC_TYPE_TEXT_ROW, NULL)), "Noted");
}

static gboolean
has_notes (ClosingFixture *self,
           ScStore        *store)
{
  g_autoptr (ScDeal) deal = closing_cases_load_deal (self, store);

  return g_strcmp0 (deal->notes, "Noted") == 0;
}

static void
write_title (ClosingFixture *self)
{
  closing_fixture_type (self, "Title", "Other Name");
}

static gboolean
has_other_title (ClosingFixture *self,
                 ScStore        *store)
{
  g_autoptr (ScDeal) deal = closing_cases_load_deal (self, store);

  return g_str_equal (deal->title, "Other Name");
}

static void
plan_step (ClosingFixture *self)
{
  sc_deal_ask_step (widget_test_find (self->window, SC_TYPE_DEAL_PANE, NULL), sc_window_get_store (self->app->window),
                    self->deal);
  closing_cases_enter (self, "Call Anna");
  respond (self, "add");
}

static gboolean
has_planned_step (ClosingFixture *self,
                  ScStore        *store)
{
  return has_step (self, store, FALSE);
}

static void
add_payment (ClosingFixture *self)
{
  GtkWidget *payments = widget_test_find (self->window, SC_TYPE_DEAL_PAYMENTS, NULL);

  g_signal_emit_by_name (widget_test_find (payments, GTK_TYPE_BUTTON, NULL), "clicked");
  closing_cases_enter (self, "12345");
  respond (self, "save");
}

static gboolean
has_payment (ClosingFixture *self,
             ScStore        *store)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (store, self->deal->id, NULL);

  for (guint i = 0; i < payments->len; i++)
    if (((ScPayment *) payments->pdata[i])->amount.minor == 1234500)
      return TRUE;

  return FALSE;
}

static const Case cases[] = {
  { "stage-name", show_scheme, rename_stage, has_other_stage },
  { "done-in-today", closing_cases_show_today, closing_cases_do_step, has_done_step },
  { "move", NULL, move_on, closing_cases_has_moved },
  { "tick", NULL, tick, has_other_ticks },
  { "process-name", NULL, rename_process, has_other_process },
  { "notes", NULL, write_notes, has_notes },
  { "field", NULL, write_title, has_other_title },
  { "step", NULL, plan_step, has_planned_step },
  { "payment", NULL, add_payment, has_payment },
};

static gboolean
shows_sign (gpointer data)
{
  GtkWidget *banner = widget_test_find (((ClosingFixture *) data)->window, ADW_TYPE_BANNER,
                                        "Saving… The window closes when everything is saved.");

  return banner != NULL && adw_banner_get_revealed (ADW_BANNER (banner));
}

static void
assert_saved (ClosingFixture *self,
              const Case     *one)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) other = sc_store_open (g_file_peek_path (self->app->database), SC_STORE_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  g_assert_true (one->is_saved (self, other));
}

static void
begin (ClosingFixture *self,
       const Case     *one)
{
  if (one->prepare != NULL)
    one->prepare (self);
  g_assert_false (one->change != tick && one->is_saved (self, sc_window_get_store (self->app->window)));
  closing_fixture_lock (self);
  one->change (self);
}

static void
test_is_waited_for (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  sc_closing_set_delays (SOON_MS, NEVER_MS);
  begin (self, one);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "quit", NULL);
  widget_test_wait (shows_sign, self, "the sign that it waits");
  g_assert_false (app_fixture_is_closed (self->window));

  closing_fixture_release (self);
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  assert_saved (self, one);
}

static void
test_is_asked_about (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autoptr (GPtrArray) jobs = NULL;
  const ScJob *job;

  sc_closing_set_delays (SOON_MS, SOON_MS);
  begin (self, one);
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (closing_fixture_asks_to_close, self, "the question");
  jobs = sc_store_list_jobs (sc_window_get_store (self->app->window));
  g_assert_cmpuint (jobs->len, ==, 1);
  job = jobs->pdata[0];
  g_assert_nonnull (widget_test_find (self->window, ADW_TYPE_ACTION_ROW, job->name));

  closing_fixture_click (self, "Close _Without Saving");
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  closing_fixture_release (self);
  g_assert_false (one->change != tick && one->is_saved (self, sc_window_get_store (self->app->window)));
}

static gboolean
is_on_stage (gpointer data)
{
  ClosingFixture *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return app_fixture_has_no_dialog (self->app) && SC_IS_STAGE_CARD (focus);
}

/* From another place, back to the stage that is being renamed. */
static void
test_leads_to_what_is_not_saved (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  GtkWidget *row;

  sc_closing_set_delays (SOON_MS, SOON_MS);
  begin (self, &cases[0]);
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  app_fixture_activate (self->app, "win.show-today");
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (closing_fixture_asks_to_close, self, "the question");
  row = widget_test_find (GTK_WIDGET (app_fixture_get_dialog (self->app)), ADW_TYPE_ACTION_ROW, NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  widget_test_wait (is_on_stage, self, "the stage");

  sc_closing_set_delays (SOON_MS, NEVER_MS);
  gtk_window_close (GTK_WINDOW (self->window));
  closing_fixture_release (self);
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  assert_saved (self, &cases[0]);
}

static void
test_waits_on (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  sc_closing_set_delays (SOON_MS, SOON_MS);
  begin (self, &cases[0]);
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (closing_fixture_asks_to_close, self, "the question");
  closing_fixture_click (self, "Wa_it");
  widget_test_wait (closing_fixture_asks_to_close, self, "the question once more");

  /* What is saved meanwhile needs no answer. */
  closing_fixture_release (self);
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
  assert_saved (self, &cases[0]);
}

static AdwBanner *
find_busy_sign (ClosingFixture *self)
{
  return ADW_BANNER (widget_test_find (self->window, ADW_TYPE_BANNER, "Saving… Another program may be using the database."));
}

static gboolean
shows_busy_sign (gpointer data)
{
  AdwBanner *banner = find_busy_sign (data);

  return banner != NULL && adw_banner_get_revealed (banner);
}

static gboolean
hides_busy_sign (gpointer data)
{
  return !shows_busy_sign (data);
}

static void
test_shows_that_it_waits (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  sc_closing_set_delays (SOON_MS, NEVER_MS);
  begin (self, &cases[1]);
  closing_fixture_click (self, "_Done");
  widget_test_wait (shows_busy_sign, self, "the sign");
  closing_fixture_release (self);
  widget_test_wait (hides_busy_sign, self, "no sign");
  assert_saved (self, &cases[1]);
  g_assert_false (app_fixture_is_closed (self->window));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  for (guint i = 0; i < (g_test_slow () ? G_N_ELEMENTS (cases) : N_QUICK_CASES); i++)
    {
      g_autofree char *waits = g_strconcat ("/app/closing-waits/", cases[i].name, NULL);
      g_autofree char *asks = g_strconcat ("/app/closing-asks/", cases[i].name, NULL);

      g_test_add_data_func (waits, &cases[i], test_is_waited_for);
      if (i == 0 || g_test_slow ())
        g_test_add_data_func (asks, &cases[i], test_is_asked_about);
    }
  g_test_add_func ("/app/closing-asks/leads-there", test_leads_to_what_is_not_saved);
  g_test_add_func ("/app/closing-asks/waits-on", test_waits_on);
  g_test_add_func ("/app/closing-waits/sign", test_shows_that_it_waits);

  return app_fixture_run ();
}
