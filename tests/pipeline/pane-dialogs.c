/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps and payments of a deal's pane, and what their dialogs say where others were first. */

#include <adwaita.h>
#include <sqlite3.h>

#include "deal/sc-and-next.h"
#include "deal/sc-deal-pane.h"
#include "deal/sc-money-row.h"
#include "deal/sc-payment-dialog.h"
#include "deal/sc-payment-row.h"
#include "deal/sc-step-dialog.h"
#include "deal/sc-step-row.h"
#include "pipeline/pane-tests.h"
#include "pipeline/pipeline-fixture.h"
#include "widgets/sc-date-row.h"

static gboolean
has_payment_row (PipelineFixture *self,
                 gpointer         pane)
{
  return pipeline_fixture_find (pane, SC_TYPE_PAYMENT_ROW, 0) != NULL;
}

static gboolean
is_paid (PipelineFixture *self,
         gpointer         deal_id)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (self->change->store, *(gint64 *) deal_id, NULL);

  return ((ScPayment *) payments->pdata[0])->paid_on == sc_clock_today ();
}

static void
test_marks_a_payment_as_received (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  ScPayment payment = { .deal_id = one, .amount = sc_money_new (5000, "EUR"), .due = sc_clock_today () - 3 };
  ScDealPane *pane;
  GtkWidget *row;

  change_fixture_run (self->change, sc_command_add_payment (deal, &payment));
  pane = pane_tests_open_pane (self, one);
  pipeline_fixture_wait (self, has_payment_row, pane);
  row = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_PAYMENT_ROW, 0);
  g_assert_true (gtk_widget_has_css_class (row, "overdue"));

  gtk_check_button_set_active (pipeline_fixture_find (row, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  pipeline_fixture_wait (self, is_paid, &one);
}

static gboolean
has_no_step (PipelineFixture *self,
             gpointer         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, *(gint64 *) deal_id);

  return deal->next_step_id == 0;
}

static gboolean
is_postponed (PipelineFixture *self,
              gpointer         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, *(gint64 *) deal_id);

  return deal->next_step_due == sc_clock_today () + 7;
}

static gboolean
has_step_row (PipelineFixture *self,
              gpointer         pane)
{
  return pipeline_fixture_find (pane, SC_TYPE_STEP_ROW, 0) != NULL;
}

static gboolean
shows_postponed_step (PipelineFixture *self,
                      gpointer         pane)
{
  AdwActionRow *row = pipeline_fixture_find (pane, SC_TYPE_STEP_ROW, 0);

  return row != NULL && g_strcmp0 (adw_action_row_get_subtitle (row), "In 7 days") == 0;
}

static void
test_postpones_a_step_and_has_it_done (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  ScDealPane *pane;
  GtkWidget *row;

  change_fixture_run (self->change, sc_command_add_activity (deal, "Call Anna", sc_clock_today ()));
  pane = pane_tests_open_pane (self, one);
  pipeline_fixture_wait (self, has_step_row, pane);
  row = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0);
  gtk_widget_activate_action (row, "step.postpone", "s", "7");
  pipeline_fixture_wait (self, is_postponed, &one);

  /* The row is made anew with what is saved. */
  pipeline_fixture_wait (self, shows_postponed_step, pane);
  row = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0);
  gtk_check_button_set_active (pipeline_fixture_find (row, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  gtk_popover_popdown (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_AND_NEXT, 0));
  pipeline_fixture_wait (self, has_no_step, &one);
}

static gboolean
has_other_row (PipelineFixture *self,
               gpointer         old_row)
{
  gpointer row = pipeline_fixture_find (GTK_WIDGET (self->view), G_OBJECT_TYPE (old_row), 0);

  return row != NULL && row != old_row;
}

static gboolean
has_refused (PipelineFixture *self,
             gpointer         data)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (self->window);

  return ADW_IS_ALERT_DIALOG (dialog) &&
         g_str_equal (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), "The Change Was Not Saved");
}

/* What is entered is on show again behind it. */
static void
close_refusal (PipelineFixture *self)
{
  adw_dialog_force_close (adw_window_get_visible_dialog (self->window));
}

/* The row that the dialog was opened from is not there any more. */
static void
test_a_dialog_says_that_others_were_first (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  ScPayment payment = { 0 };
  ScActivity theirs = { 0 };
  ScDealPane *pane;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  g_autoptr (GtkWidget) step = NULL;
  g_autoptr (GtkWidget) row = NULL;

  payment.amount = sc_money_new (50000, "EUR");
  change_fixture_run (self->change, sc_command_add_payment (deal, &payment));
  change_fixture_run (self->change, sc_command_add_activity (deal, "Call Anna", sc_clock_today ()));
  pane = pane_tests_open_pane (self, one);
  pipeline_fixture_wait (self, has_step_row, pane);

  step = g_object_ref (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0));
  gtk_widget_activate_action (step, "step.edit", NULL);
  steps = sc_store_list_activities (self->change->store, one, NULL);
  theirs = *(ScActivity *) steps->pdata[0];
  theirs.title = (char *) "Write to Anna";
  change_fixture_run (self->change, sc_command_edit_activity (steps->pdata[0], &theirs));
  pipeline_fixture_wait (self, has_other_row, step);
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self, ADW_TYPE_ALERT_DIALOG), "add");
  pipeline_fixture_wait (self, has_refused, NULL);
  close_refusal (self);
  pipeline_fixture_respond (adw_window_get_visible_dialog (self->window), "cancel");

  row = g_object_ref (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_PAYMENT_ROW, 0));
  gtk_widget_activate_action (row, "payment.edit", NULL);
  payments = sc_store_list_payments (self->change->store, one, NULL);
  payment = *(ScPayment *) payments->pdata[0];
  payment.amount.minor = 70000;
  change_fixture_run (self->change, sc_command_edit_payment (payments->pdata[0], &payment));
  pipeline_fixture_wait (self, has_other_row, row);
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self, ADW_TYPE_ALERT_DIALOG), "save");
  pipeline_fixture_wait (self, has_refused, NULL);
}

/* As a full disk would. */
static void
set_refusing (PipelineFixture *self,
              const char      *table,
              gboolean         is_refusing)
{
  sqlite3 *handle = NULL;
  g_autofree char *sql =
    is_refusing ? g_strdup_printf ("CREATE TRIGGER refuse BEFORE INSERT ON %s BEGIN SELECT RAISE(ABORT, 'no'); END", table)
                : g_strdup ("DROP TRIGGER refuse");

  g_assert_cmpint (sqlite3_open (self->change->base->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
click_tooltip (ScDealPane *pane,
               const char *tooltip)
{
  GtkWidget *button;

  for (guint i = 0; (button = pipeline_fixture_find (GTK_WIDGET (pane), GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tooltip) == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }

  g_assert_not_reached ();
}

static gboolean
has_payment (PipelineFixture *self,
             gpointer         deal_id)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (self->change->store, *(gint64 *) deal_id, NULL);

  return payments->len == 1 && ((ScPayment *) payments->pdata[0])->amount.minor == 12300;
}

static gboolean
has_step (PipelineFixture *self,
          gpointer         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, *(gint64 *) deal_id);

  return deal->next_step_id != 0 && g_str_equal (deal->next_step, "Call Anna");
}

static void
test_what_is_refused_is_not_entered_again (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = pane_tests_open_pane (self, one);
  AdwDialog *dialog;

  set_refusing (self, "payment", TRUE);
  click_tooltip (pane, "Add a Payment");
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_PAYMENT_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), SC_TYPE_MONEY_ROW, 0), "123");
  pipeline_fixture_respond (dialog, "save");
  pipeline_fixture_wait (self, has_refused, NULL);
  set_refusing (self, "payment", FALSE);
  close_refusal (self);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_PAYMENT_DIALOG);
  pipeline_fixture_respond (dialog, "save");
  pipeline_fixture_wait (self, has_payment, &one);

  set_refusing (self, "activity", TRUE);
  click_tooltip (pane, "Add a Step");
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Call Anna");
  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait (self, has_refused, NULL);
  set_refusing (self, "activity", FALSE);
  close_refusal (self);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait (self, has_step, &one);
}

static gboolean
has_an_eighth (PipelineFixture *self,
               gpointer         deal_id)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (self->change->store, *(gint64 *) deal_id, NULL);

  return payments->len == 1 && ((ScPayment *) payments->pdata[0])->amount.minor == 12500;
}

static const char *
type_in (gpointer    row,
         const char *text)
{
  gtk_editable_set_text (row, text);

  return adw_preferences_row_get_title (row);
}

static gboolean
has_half (PipelineFixture *self,
          gpointer         deal_id)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (self->change->store, *(gint64 *) deal_id, NULL);

  return payments->len == 1 && ((ScPayment *) payments->pdata[0])->amount.minor == 50000;
}

/* What is outstanding is there already, a share of the value is told as an amount; a day that
 * is past is said, and taken. */
static void
test_says_what_is_typed (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  g_autoptr (ScDeal) edited = sc_deal_copy (deal);
  ScDealPane *pane;
  AdwDialog *dialog;
  gpointer row;

  edited->value = sc_money_new (100000, "EUR");
  change_fixture_run (self->change, sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_VALUE));
  pane = pane_tests_open_pane (self, one);
  click_tooltip (pane, "Add a Payment");
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_PAYMENT_DIALOG);
  row = pipeline_fixture_find (GTK_WIDGET (dialog), SC_TYPE_MONEY_ROW, 0);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "1,000");
  g_assert_cmpstr (type_in (row, "12.5 %"), ==, "Amount: €125");
  g_assert_cmpstr (type_in (row, "500"), ==, "Amount");
  type_in (row, "12.5%");
  pipeline_fixture_respond (dialog, "save");
  pipeline_fixture_wait (self, has_an_eighth, &one);

  pipeline_fixture_wait (self, has_payment_row, pane);
  gtk_widget_activate_action (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_PAYMENT_ROW, 0), "payment.edit", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_PAYMENT_DIALOG);
  row = pipeline_fixture_find (GTK_WIDGET (dialog), SC_TYPE_MONEY_ROW, 0);
  g_assert_cmpstr (type_in (row, "50 %"), ==, "Amount: €500");
  pipeline_fixture_respond (dialog, "save");
  pipeline_fixture_wait (self, has_half, &one);

  click_tooltip (pane, "Add a Step");
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  row = pipeline_fixture_find (GTK_WIDGET (dialog), SC_TYPE_DATE_ROW, 0);
  g_assert_cmpstr (type_in (row, "2020-01-31"), ==, "Due: this day is past");
  g_assert_cmpstr (type_in (row, "tomorrow"), ==, "Due");
  type_in (row, "yesterday 11:00");
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Call Anna");
  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait (self, has_step, &one);
}

static gboolean
is_titled (PipelineFixture *self,
           gpointer         step)
{
  g_autoptr (GPtrArray) steps = sc_store_list_activities (self->change->store, ((ScActivity *) step)->deal_id, NULL);

  return g_strcmp0 (((ScActivity *) steps->pdata[0])->title, ((ScActivity *) step)->title) == 0;
}

/* Theirs is not lost unsaid, and mine is not stuck. */
static void
test_a_step_that_others_changed_is_saved_when_told_again (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  g_autoptr (GPtrArray) steps = NULL;
  ScActivity theirs, mine;
  ScDealPane *pane;
  AdwDialog *dialog;

  change_fixture_run (self->change, sc_command_add_activity (deal, "Call Anna", sc_clock_today ()));
  pane = pane_tests_open_pane (self, one);
  pipeline_fixture_wait (self, has_step_row, pane);
  steps = sc_store_list_activities (self->change->store, one, NULL);
  gtk_widget_activate_action (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0), "step.edit", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Visit Anna");
  theirs = mine = *(ScActivity *) steps->pdata[0];
  theirs.title = (char *) "Write to Anna";
  mine.title = (char *) "Visit Anna";
  change_fixture_run (self->change, sc_command_edit_activity (steps->pdata[0], &theirs));

  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait (self, has_refused, NULL);
  g_assert_true (is_titled (self, &theirs));
  close_refusal (self);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait (self, is_titled, &mine);
}

/* Also where it is the row itself that has gone. */
static void
test_a_row_that_is_gone_says_that_others_were_first (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GtkWidget) step = NULL;
  ScActivity theirs;
  ScDealPane *pane;

  change_fixture_run (self->change, sc_command_add_activity (deal, "Call Anna", sc_clock_today ()));
  pane = pane_tests_open_pane (self, one);
  pipeline_fixture_wait (self, has_step_row, pane);
  step = g_object_ref (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0));
  steps = sc_store_list_activities (self->change->store, one, NULL);
  theirs = *(ScActivity *) steps->pdata[0];
  theirs.title = (char *) "Write to Anna";
  change_fixture_run (self->change, sc_command_edit_activity (steps->pdata[0], &theirs));
  pipeline_fixture_wait (self, has_other_row, step);

  gtk_widget_activate_action (step, "step.remove", NULL);
  pipeline_fixture_wait (self, has_refused, NULL);
}

void
pane_tests_add_dialogs (void)
{
  g_test_add_func ("/pane/a-step-that-others-changed", test_a_step_that_others_changed_is_saved_when_told_again);
  g_test_add_func ("/pane/marks-a-payment-as-received", test_marks_a_payment_as_received);
  g_test_add_func ("/pane/postpones-a-step-and-has-it-done", test_postpones_a_step_and_has_it_done);
  g_test_add_func ("/pane/a-dialog-pane_tests_says-that-others-were-first", test_a_dialog_says_that_others_were_first);
  g_test_add_func ("/pane/says-what-is-typed", test_says_what_is_typed);
  g_test_add_func ("/pane/what-is-refused-is-not-entered-again", test_what_is_refused_is_not_entered_again);
  g_test_add_func ("/pane/a-row-that-is-gone-pane_tests_says-that-others-were-first",
                   test_a_row_that_is_gone_says_that_others_were_first);
}
