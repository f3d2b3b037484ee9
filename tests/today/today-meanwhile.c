/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What another window does to what a row of Today is about, before it is worked. */

#include "deal/sc-and-next.h"
#include "elsewhere.h"
#include "today/today-tests.h"
#include "widgets/sc-error-dialog.h"

/* What another window does to what the row is about. */
static ScActivity *
load_step (Elsewhere *elsewhere)
{
  g_autoptr (GPtrArray) steps = sc_store_list_activities (elsewhere_get_store (elsewhere),
                                                          elsewhere_get_deal_id (elsewhere), NULL);

  return steps->len > 0 ? g_ptr_array_steal_index (steps, 0) : NULL;
}

static ScPayment *
load_payment (Elsewhere *elsewhere)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (elsewhere_get_store (elsewhere),
                                                           elsewhere_get_deal_id (elsewhere), NULL);

  return payments->len > 0 ? g_ptr_array_steal_index (payments, 0) : NULL;
}

static void
remove_it (Elsewhere *elsewhere)
{
  g_autoptr (ScActivity) step = load_step (elsewhere);
  g_autoptr (ScPayment) payment = load_payment (elsewhere);

  elsewhere_run (elsewhere, payment != NULL ? sc_command_remove_payment (payment) : sc_command_remove_activity (step));
}

static void
change_it (Elsewhere *elsewhere)
{
  g_autoptr (ScActivity) step = load_step (elsewhere);
  g_autoptr (ScPayment) payment = load_payment (elsewhere);

  if (payment == NULL)
    {
      ScActivity other = *step;

      other.title = (char *) "Write";
      elsewhere_run (elsewhere, sc_command_edit_activity (step, &other));
    }
  else
    {
      ScPayment other = *payment;

      other.amount.minor = 70000;
      elsewhere_run (elsewhere, sc_command_edit_payment (payment, &other));
    }
}

static void
delete_its_deal (Elsewhere *elsewhere)
{
  elsewhere_delete_deal (elsewhere, elsewhere_get_deal_id (elsewhere));
}

static const struct {
  const char *name;
  ElsewhereChange make;
  const char *step_refusal;
  const char *payment_refusal;
} meanwhile[] = {
  { "removed", remove_it, "“Call” is not planned for “Late” any more.", "is not one of “Unpaid” any more." },
  { "changed", change_it, "was changed meanwhile", "was changed meanwhile" },
  { "its deal deleted", delete_its_deal, "There is no deal 1.", "There is no deal 4." },
  { "its process deleted", elsewhere_delete_process, "deleted", "deleted" },
};

static gboolean
has_refused (gpointer window)
{
  return SC_IS_ERROR_DIALOG (adw_window_get_visible_dialog (window));
}

static void
check_refusal (TodayFixture *fixture,
               const char   *why)
{
  AdwDialog *dialog;

  widget_test_wait (has_refused, fixture->window, why);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "The Change Was Not Saved");
  if (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), why) == NULL)
    g_error ("“%s” is not in “%s”", why, adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)));
  adw_dialog_force_close (dialog);
}

/* The row does what it shows, or says why it can't, and then shows what is. */
static void
test_what_others_did_first_is_said (gconstpointer action)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanwhile); i++)
    for (guint is_payment = 0; is_payment < 2; is_payment++)
      {
        g_autoptr (TodayFixture) fixture = today_fixture_new ();
        g_autoptr (Elsewhere) elsewhere = elsewhere_new (fixture->base->base->path, fixture->base->process_id);

        g_test_message ("%s, %s", meanwhile[i].name, is_payment ? "payment" : "step");
        widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
        elsewhere_aim (elsewhere, NULL, is_payment ? 4 : 1);
        meanwhile[i].make (elsewhere);
        today_tests_press (today_tests_find_nth_row (fixture, is_payment ? 0 : 1), action);
        today_tests_answer (fixture, "", "");
        check_refusal (fixture, is_payment ? meanwhile[i].payment_refusal : meanwhile[i].step_refusal);

        if (meanwhile[i].make == elsewhere_delete_process)
          widget_test_wait (today_tests_shows_none, fixture->view, "nothing to be due");
        else if (meanwhile[i].make != change_it)
          today_tests_wait_for_first_rows (fixture, is_payment ? "Overdue: Late; Today: Now" : "Overdue: Unpaid; Today: Now");
        else
          {
            today_tests_wait_for_label (fixture, is_payment ? "Unpaid: €700" : "Write");
            today_tests_press (today_tests_find_nth_row (fixture, is_payment ? 0 : 1), action);
            today_tests_answer (fixture, "", "");
            today_tests_wait_for_first_rows (fixture, is_payment ? "Overdue: Late; Today: Now" : "Overdue: Unpaid; Today: Now");
          }
      }
}

static gboolean
has_told (gpointer popover)
{
  GtkWidget *message = widget_test_find (popover, GTK_TYPE_LABEL, "Somebody else has changed it meanwhile. Save again to have "
                                         "it as you have entered it, or cancel to leave it as theirs.");

  return message != NULL && gtk_widget_get_visible (popover);
}

/* The day is read from the line; what is typed is there again where others were first. */
static void
test_asks_what_is_next (void)
{
  g_autoptr (TodayFixture) fixture = today_fixture_new ();
  g_autoptr (Elsewhere) elsewhere = elsewhere_new (fixture->base->base->path, fixture->base->process_id);
  g_autoptr (GPtrArray) steps = NULL;
  const ScActivity *next;
  GtkWidget *popover;

  widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
  elsewhere_aim (elsewhere, NULL, 1);
  change_it (elsewhere);
  today_tests_press (today_tests_find_nth_row (fixture, 1), "due.done");
  popover = widget_test_find (fixture->window, SC_TYPE_AND_NEXT, NULL);
  today_tests_answer (fixture, " Wants 5 % off ", "Send the offer in 3 days 11:00");
  widget_test_wait (has_told, popover, "why it was not saved");
  g_signal_emit_by_name (widget_test_find (popover, ADW_TYPE_ENTRY_ROW, "What came of it"), "entry-activated");
  today_tests_wait_for_first_rows (fixture, "Overdue: Unpaid; Today: Now");

  steps = sc_store_list_activities (fixture->base->store, 1, NULL);
  g_assert_cmpuint (steps->len, ==, 2);
  next = steps->pdata[0];
  g_assert_cmpstr (next->title, ==, "Send the offer");
  g_assert_cmpuint (next->due, ==, fixture->today + 3);
  g_assert_cmpuint (next->due_time, ==, sc_day_time_new (11, 0));
  g_assert_cmpstr (((ScActivity *) steps->pdata[1])->result, ==, "Wants 5 % off");

  change_fixture_run (fixture->base, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  today_tests_wait_for_label (fixture, "Write");
}

void
today_tests_add_meanwhile (void)
{
  g_test_add_func ("/today/asks-what-is-next", test_asks_what_is_next);
  g_test_add_data_func ("/today/what-others-did-first/done", "due.done", test_what_others_did_first_is_said);
  g_test_add_data_func ("/today/what-others-did-first/postpone", "due.postpone", test_what_others_did_first_is_said);
}
