/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a deal: planned with it, done with what came of them and what is next, and gone
 * with a deal that leaves the board. */

#include "change/change-fixture.h"
#include "change/sc-event-text.h"

/* A deal and the step that it is added with are one change; of two steps of a day that with a
 * time comes first. */
static void
test_adds_with_a_step (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autofree char *before = store_fixture_dump (self->base);
  g_autoptr (ScDeal) made = sc_deal_new ();
  g_autoptr (ScDeal) deal = NULL;

  made->process_id = g_strdup (self->process_id);
  made->title = g_strdup ("made");
  made->next_step = g_strdup ("Call");
  made->next_step_due = sc_clock_today ();
  made->next_step_time = sc_day_time_new (11, 0);
  change_fixture_run (self, sc_command_add_deal (made));
  deal = change_fixture_load (self, 1);
  g_assert_cmpstr (deal->next_step, ==, "Call");
  g_assert_cmpuint (deal->next_step_due, ==, sc_clock_today ());
  g_assert_cmpuint (deal->next_step_time, ==, sc_day_time_new (11, 0));

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, before);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  g_clear_pointer (&deal, sc_deal_unref);
  deal = change_fixture_load (self, 1);
  g_assert_cmpuint (deal->next_step_time, ==, sc_day_time_new (11, 0));

  change_fixture_run (self, sc_command_add_activity (deal, "Write", sc_clock_today ()));
  change_fixture_run (self, sc_command_add_activity_at (deal, "Meet", sc_clock_today (), sc_day_time_new (9, 30)));
  g_clear_pointer (&deal, sc_deal_unref);
  deal = change_fixture_load (self, 1);
  g_assert_cmpstr (deal->next_step, ==, "Meet");

  g_set_str (&made->next_step, " ");
  change_fixture_refuse (self, sc_command_add_deal (made), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
}

/* A step that is done, what came of it and what is next are one change. */
static void
test_finishes_a_step (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  ScActivity next = { .title = (char *) "Send the offer", .due = sc_clock_today () + 3, .due_time = sc_day_time_new (11, 0) };
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *before = NULL;
  g_autofree char *told = NULL;
  const ScActivity *done;

  change_fixture_run (self, sc_command_add_activity (deal, "Call", sc_clock_today ()));
  planned = sc_store_list_activities (self->store, id, NULL);
  before = store_fixture_dump (self->base);
  change_fixture_run (self, sc_command_finish_activity (planned->pdata[0], " Wants 5 % off ", &next));

  steps = sc_store_list_activities (self->store, id, NULL);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (((ScActivity *) steps->pdata[0])->title, ==, "Send the offer");
  g_assert_cmpuint (((ScActivity *) steps->pdata[0])->due, ==, next.due);
  g_assert_cmpuint (((ScActivity *) steps->pdata[0])->due_time, ==, next.due_time);
  done = steps->pdata[1];
  g_assert_cmpstr (done->title, ==, "Call");
  g_assert_cmpstr (done->result, ==, "Wants 5 % off");
  g_assert_cmpint (done->done_at, !=, 0);

  events = sc_store_list_events (self->store, id, NULL);
  for (guint i = 0; i < events->len && told == NULL; i++)
    if (g_strcmp0 (((ScDealEvent *) events->pdata[i])->field, "result") == 0)
      told = sc_deal_event_to_text (events->pdata[i]);
  g_assert_cmpstr (told, ==, "What came of it: Wants 5 % off");

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, before);

  /* All or nothing; and it may have neither a result nor anything next. */
  next.title = (char *) " ";
  g_ptr_array_unref (planned);
  planned = sc_store_list_activities (self->store, id, NULL);
  change_fixture_refuse (self, sc_command_finish_activity (planned->pdata[0], "Told", &next), SC_STORE_ERROR,
                         SC_STORE_ERROR_INVALID);
  change_fixture_run (self, sc_command_finish_activity (planned->pdata[0], "", NULL));
  g_ptr_array_unref (steps);
  steps = sc_store_list_activities (self->store, id, NULL);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_null (((ScActivity *) steps->pdata[0])->result);
}

static guint
count_steps (ChangeFixture *self,
             gint64         id)
{
  g_autoptr (GPtrArray) steps = sc_store_list_activities (self->store, id, NULL);

  return steps->len;
}

/* What is planned goes with a deal that leaves the board, and comes back with it. */
static void
test_steps_leave_with_the_deal (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScDeal) won = NULL;
  g_autofree char *before = NULL;

  change_fixture_run (self, sc_command_add_activity (deal, "Call", sc_clock_today ()));
  change_fixture_run (self, sc_command_add_activity (deal, "Write", SC_DATE_NONE));
  before = store_fixture_dump (self->base);

  for (guint i = 0; i < 4; i++)
    {
      ScCommand *commands[] = {
        sc_command_lose_deal (deal, NULL), sc_command_complete_deal (deal, NULL),
        sc_command_complete_deals (&id, 1, NULL), sc_command_lose_deals (&id, 1, NULL),
      };

      change_fixture_run (self, g_steal_pointer (&commands[i]));
      for (guint j = 0; j < G_N_ELEMENTS (commands); j++)
        g_clear_pointer (&commands[j], sc_command_free);
      g_assert_cmpuint (count_steps (self, id), ==, 0);
      change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
      store_fixture_assert_dump (self->base, before);
      sc_deal_unref (deal);
      deal = change_fixture_load (self, id);
    }

  /* What is won goes on, with its steps. */
  change_fixture_run (self, sc_command_win_deal (deal, NULL));
  won = change_fixture_load (self, id);
  g_assert_cmpint (won->status, ==, SC_DEAL_WON);
  g_assert_cmpuint (count_steps (self, id), ==, 2);
}

static void
test_ticks_payments_steps (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  const ScCriterion *criterion = sc_version_get_stage (self->version, 0)->criteria->pdata[0];
  const char *criteria[] = { criterion->id, NULL };
  ScPayment payment = { .amount = sc_money_new (5000, "EUR"), .due = sc_clock_today () - 3 };
  g_autoptr (GPtrArray) ticks = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) due_after = NULL;
  g_autoptr (ScDeal) after = NULL;
  ScPayment received;

  change_fixture_run (self, sc_command_tick (deal, criteria, TRUE));
  ticks = sc_store_list_ticks (self->store, id, NULL);
  g_assert_cmpuint (ticks->len, ==, 1);

  change_fixture_run (self, sc_command_add_payment (deal, &payment));
  change_fixture_run (self, sc_command_add_activity (deal, "Later", SC_DATE_NONE));
  change_fixture_run (self, sc_command_add_activity (deal, "Call", sc_clock_today ()));
  after = change_fixture_load (self, id);
  g_assert_cmpstr (after->next_step, ==, "Call");

  due = change_fixture_list_due (self, sc_clock_now (), 0);
  g_assert_cmpuint (due->len, ==, 2);
  g_assert_cmpint (((ScDueRow *) due->pdata[0])->kind, ==, SC_DUE_PAYMENT);
  g_assert_cmpint (((ScDueRow *) due->pdata[0])->group, ==, SC_DUE_GROUP_OVERDUE);
  g_assert_cmpint (((ScDueRow *) due->pdata[1])->kind, ==, SC_DUE_NEXT_STEP);
  g_assert_cmpint (((ScDueRow *) due->pdata[1])->group, ==, SC_DUE_GROUP_TODAY);
  g_assert_cmpstr (((ScDueRow *) due->pdata[1])->stage_name, ==, "A");
  g_assert_cmpstr (((ScDueRow *) due->pdata[1])->next_stage_name, ==, "B");

  activities = sc_store_list_activities (self->store, id, NULL);
  change_fixture_run (self, sc_command_complete_activity (activities->pdata[0]));
  payments = sc_store_list_payments (self->store, id, NULL);
  received = *(ScPayment *) payments->pdata[0];
  received.paid_on = sc_clock_today ();
  change_fixture_run (self, sc_command_edit_payment (payments->pdata[0], &received));
  change_fixture_refuse (self, sc_command_edit_payment (payments->pdata[0], &received),
                         SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  due_after = change_fixture_list_due (self, sc_clock_now (), 0);
  g_assert_cmpuint (due_after->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/steps/adds-with-a-step", test_adds_with_a_step);
  g_test_add_func ("/change/steps/finishes-a-step", test_finishes_a_step);
  g_test_add_func ("/change/steps/steps-leave-with-the-deal", test_steps_leave_with_the_deal);
  g_test_add_func ("/change/steps/ticks-payments-steps", test_ticks_payments_steps);

  return g_test_run ();
}
