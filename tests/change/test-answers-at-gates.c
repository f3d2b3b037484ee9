/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is required holds a deal until it is met or somebody says why not. */

#include "change/answers-fixture.h"
#include "change/change-fixture.h"

/* What is left and what is asked on the way in holds; what is skipped does not. */
static void
test_gate (AnswersFixture *self,
           gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "A");
  g_autoptr (ScGateAnswers) all = sc_gate_answers_new ();
  g_autoptr (ScGateAnswers) reason = sc_gate_answers_new ();
  g_autoptr (ScGateAnswers) blank = sc_gate_answers_new ();
  g_autoptr (ScDeal) deal = NULL;

  sc_gate_answers_set_override (reason, "The boss says so");
  sc_gate_answers_set_override (blank, " ");

  /* From A over B and C. */
  change_fixture_run (self->own, answers_fixture_move (self, id, "D", NULL));
  change_fixture_run (self->own, answers_fixture_move (self, id, "A", NULL));
  /* Into C, which asks when a deal comes in. */
  answers_fixture_hold (self, answers_fixture_move (self, id, "C", NULL), "Trial until");
  change_fixture_run (self->own, answers_fixture_move (self, id, "B", NULL));
  answers_fixture_hold (self, answers_fixture_move (self, id, "D", NULL), "What is the problem?");
  answers_fixture_hold (self, answers_fixture_move (self, id, "D", NULL), "Contract signed");
  /* Not what is only advised, and not within the stage or back. */
  change_fixture_run (self->own, answers_fixture_move (self, id, "B", NULL));
  change_fixture_run (self->own, answers_fixture_move (self, id, "A", NULL));
  change_fixture_run (self->own, answers_fixture_move (self, id, "B", NULL));
  change_fixture_refuse (self->own, answers_fixture_move (self, id, "D", blank), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);

  answers_fixture_answer (self, id, answers_fixture_get (self, PROBLEM), "It breaks");
  answers_fixture_hold (self, answers_fixture_move (self, id, "C", NULL), "Contract signed");
  answers_fixture_say (all, 0, answers_fixture_get (self, SIGNED), "yes");
  answers_fixture_hold (self, answers_fixture_move (self, id, "C", all), "Trial until");
  g_clear_pointer (&all, sc_gate_answers_unref);
  all = answers_fixture_say (answers_fixture_say (sc_gate_answers_new (), 0, answers_fixture_get (self, SIGNED), "yes"), 0, self->trial_end, "without-end");
  answers_fixture_go_there_and_back (self, answers_fixture_move (self, id, "C", all));
  g_assert_cmpuint (answers_fixture_count_events (self, id, "overridden", "Trial until"), ==, 0);

  /* One event for each of the required ones, with the reason. */
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  answers_fixture_go_there_and_back (self, answers_fixture_move (self, id, "C", reason));
  g_assert_cmpuint (answers_fixture_count_events (self, id, "overridden", "The boss says so"), ==, 2);
  g_assert_cmpuint (answers_fixture_count_events (self, id, "overridden", "Who decides?"), ==, 1);

  /* What was asked on the way in holds on the way out, too. */
  answers_fixture_hold (self, answers_fixture_move (self, id, "D", NULL), "Trial until");
  deal = change_fixture_load (self->own, id);
  answers_fixture_hold (self, sc_command_win_deal (deal, NULL), "Trial until");
  answers_fixture_hold (self, sc_command_complete_deal (deal, NULL), "Trial until");
  answers_fixture_hold (self, sc_command_complete_deals (&id, 1, NULL), "Trial until");
  answers_fixture_hold (self, sc_command_move_deals (&id, 1, change_fixture_get_stage (self->own, "D"), NULL), "Trial until");
  answers_fixture_go_there_and_back (self, sc_command_win_deal (deal, reason));
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  answers_fixture_go_there_and_back (self, sc_command_complete_deal (deal, reason));
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  /* Losing is not held, and neither is coming back. */
  change_fixture_run (self->own, sc_command_lose_deal (deal, "Price"));
  g_clear_pointer (&deal, sc_deal_unref);
  deal = change_fixture_load (self->own, id);
  change_fixture_run (self->own, sc_command_reopen_deal (deal));
}

static void
test_not_told_lets_through (AnswersFixture *self,
                            gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScGateAnswers) told = sc_gate_answers_new ();
  g_autoptr (ScDealCriterion) row = NULL;

  sc_gate_answers_not_tell (told, 0, answers_fixture_get (self, PROBLEM)->id, "said later");
  answers_fixture_say (told, 0, answers_fixture_get (self, SIGNED), "yes");
  answers_fixture_go_there_and_back (self, answers_fixture_move (self, id, "D", told));
  row = answers_fixture_look (self, id, answers_fixture_get (self, PROBLEM));
  g_assert_cmpint (row->state, ==, SC_ANSWER_STATE_NOT_TOLD);
  g_assert_true (row->is_met);
  g_assert_cmpstr (row->note, ==, "said later");
  g_assert_null (row->answer);
  g_assert_cmpuint (answers_fixture_count_events (self, id, "answer", "said later"), ==, 1);
}

/* The day of the decision fills an expected close that is not there, and no other. */
static void
test_decision_day (AnswersFixture *self,
                   gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDeal) before = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) told = answers_fixture_say (sc_gate_answers_new (), 0, answers_fixture_get (self, DAY), "2027-01-15");
  g_autoptr (ScGateAnswers) with_move = answers_fixture_say (sc_gate_answers_new (), 0, answers_fixture_get (self, DAY), "2027-02-20");
  g_autoptr (ScDeal) after = NULL;

  sc_gate_answers_set_override (with_move, "why");
  answers_fixture_go_there_and_back (self, answers_fixture_move (self, id, "D", with_move));
  after = change_fixture_load (self->own, id);
  g_assert_cmpuint (after->expected_close, ==, sc_date_new (2027, 2, 20));
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));

  answers_fixture_go_there_and_back (self, sc_command_answer (before, told));
  g_clear_pointer (&after, sc_deal_unref);
  after = change_fixture_load (self->own, id);
  g_assert_cmpuint (after->expected_close, ==, sc_date_new (2027, 1, 15));
  answers_fixture_answer (self, id, answers_fixture_get (self, DAY), "2027-03-01");
  g_clear_pointer (&after, sc_deal_unref);
  after = change_fixture_load (self->own, id);
  g_assert_cmpuint (after->expected_close, ==, sc_date_new (2027, 1, 15));
}

static void
pay (AnswersFixture *self,
     gint64          id,
     gint64          minor,
     ScDate          due,
     ScDate          paid_on,
     const char     *currency)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  ScPayment payment = { .amount = sc_money_new (minor, currency), .due = due };
  ScPayment received;
  g_autoptr (GPtrArray) payments = NULL;

  change_fixture_run (self->own, sc_command_add_payment (deal, &payment));
  if (paid_on == SC_DATE_NONE)
    return;

  payments = sc_store_list_payments (self->own->store, id, NULL);
  for (guint i = 0; i < payments->len; i++)
    {
      const ScPayment *one = payments->pdata[i];

      if (one->amount.minor != minor || one->paid_on != SC_DATE_NONE)
        continue;
      received = *one;
      received.paid_on = paid_on;
      change_fixture_run (self->own, sc_command_edit_payment (one, &received));
    }
}

static gint64
add_worth (AnswersFixture *self,
           gint64          minor)
{
  gint64 id = change_fixture_add (self->own, "deal", "D");
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScDeal) worth = sc_deal_copy (deal);

  worth->value = sc_money_new (minor, "EUR");
  change_fixture_run (self->own, sc_command_edit_deal (deal, worth, SC_DEAL_FIELD_VALUE));

  return id;
}

/* D is the last stage that covers payment: there what has come in has to add up. Where
 * another comes behind it, what is due by now has to have come in. */
static void
test_payments (AnswersFixture *self,
               gconstpointer   data)
{
  ScDate today = sc_date_new (2026, 6, 10);
  gint64 id, other, unplanned;
  ScStage *e;

  sc_clock_set (sc_date_to_instant (today));
  id = add_worth (self, 1000);
  g_assert_false (answers_fixture_is_paid (self, id, 3, 1));
  pay (self, id, 600, today - 1, today, "EUR");
  g_assert_false (answers_fixture_is_paid (self, id, 3, 1));
  pay (self, id, 400, today, today, "USD");
  g_assert_false (answers_fixture_is_paid (self, id, 3, 1));
  pay (self, id, 401, today + 30, today, "EUR");
  g_assert_true (answers_fixture_is_paid (self, id, 3, 1));

  e = answers_fixture_copy_of (self, "E");
  e->kinds = SC_KIND_BIT (SC_KIND_PAYMENT);
  answers_fixture_put (self, e);
  change_fixture_publish (self->own);
  self->b = sc_version_find_stage_by_name (self->own->version, "B", NULL);

  other = add_worth (self, 1000);
  g_assert_false (answers_fixture_is_paid (self, other, 3, 1));
  pay (self, other, 700, today + 10, SC_DATE_NONE, "EUR");
  g_assert_false (answers_fixture_is_paid (self, other, 3, 1));
  pay (self, other, 300, today - 1, today - 1, "EUR");
  g_assert_true (answers_fixture_is_paid (self, other, 3, 1));
  sc_clock_set (sc_date_to_instant (today + 10));
  g_assert_false (answers_fixture_is_paid (self, other, 3, 1));

  /* Nothing planned: it has to add up. */
  unplanned = add_worth (self, 1000);
  pay (self, unplanned, 500, SC_DATE_NONE, today, "EUR");
  g_assert_false (answers_fixture_is_paid (self, unplanned, 3, 1));
  pay (self, unplanned, 501, SC_DATE_NONE, today, "EUR");
  g_assert_true (answers_fixture_is_paid (self, unplanned, 3, 1));
}

/* By hand, with a note, which the history keeps. */
static void
test_money_by_hand (AnswersFixture *self,
                    gconstpointer   data)
{
  gint64 id = add_worth (self, 1000);
  const ScCriterion *money = sc_version_get_stage (self->own->version, 3)->criteria->pdata[1];
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) told = sc_gate_answers_new ();
  g_autoptr (ScAnswer) yes = sc_answer_new_yes_no (TRUE);
  g_autoptr (ScDealCriterion) row = NULL;

  answers_fixture_hold (self, sc_command_win_deal (deal, NULL), "Money received");
  sc_gate_answers_answer (told, 0, money->id, yes, "In cash");
  answers_fixture_go_there_and_back (self, sc_command_win_deal (deal, told));
  row = answers_fixture_look (self, id, money);
  g_assert_true (row->is_met);
  g_assert_cmpstr (row->note, ==, "In cash");
  g_assert_cmpuint (answers_fixture_count_events (self, id, "answer", "In cash"), ==, 1);
}

/* Fifty deals, each with answers of its own, in one change; more than are remembered one
 * by one as well. */
static void
move_many (AnswersFixture *self,
           guint           n)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ScGateAnswers) told = sc_gate_answers_new ();

  for (guint i = 0; i < n; i++)
    {
      gint64 id = change_fixture_add (self->own, "deal", "B");
      g_autofree char *text = g_strdup_printf ("Problem %u", i);
      g_autofree char *day = g_strdup_printf ("2027-01-%02u", i % 28 + 1);

      g_array_append_val (ids, id);
      answers_fixture_say (answers_fixture_say (told, id, answers_fixture_get (self, PROBLEM), text), id, answers_fixture_get (self, DAY), day);
      if (i == 7)
        answers_fixture_say (told, id, answers_fixture_get (self, SIGNED), "no");
    }
  answers_fixture_hold (self, sc_command_move_deals ((gint64 *) (gpointer) ids->data, n, change_fixture_get_stage (self->own, "D"), told),
                        "Contract signed");
  answers_fixture_say (told, 0, answers_fixture_get (self, SIGNED), "yes");
  answers_fixture_hold (self, sc_command_move_deals ((gint64 *) (gpointer) ids->data, n, change_fixture_get_stage (self->own, "D"), told),
                        "Contract signed");
  answers_fixture_say (told, g_array_index (ids, gint64, 7), answers_fixture_get (self, SIGNED), "yes");
  answers_fixture_go_there_and_back (self, sc_command_move_deals ((gint64 *) (gpointer) ids->data, n,
                                                                  change_fixture_get_stage (self->own, "D"), told));
  for (guint i = 0; i < n; i += 7)
    {
      g_autofree char *text = g_strdup_printf ("Problem %u", i);
      g_autoptr (ScDealCriterion) row = answers_fixture_look (self, g_array_index (ids, gint64, i), answers_fixture_get (self, PROBLEM));
      g_autoptr (ScDeal) deal = change_fixture_load (self->own, g_array_index (ids, gint64, i));

      g_assert_cmpstr (row->answer->value, ==, text);
      g_assert_cmpuint (deal->expected_close, ==, sc_date_new (2027, 1, i % 28 + 1));
      g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (self->own, "D"));
    }
}

static void
test_many (AnswersFixture *self,
           gconstpointer   data)
{
  move_many (self, 50);
}

static void
test_bulk (AnswersFixture *self,
           gconstpointer   data)
{
  move_many (self, 510);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ANSWERS_FIXTURE_ADD ("gate", test_gate);
  ANSWERS_FIXTURE_ADD ("not-told-lets-through", test_not_told_lets_through);
  ANSWERS_FIXTURE_ADD ("decision-day", test_decision_day);
  ANSWERS_FIXTURE_ADD ("payments", test_payments);
  ANSWERS_FIXTURE_ADD ("money-by-hand", test_money_by_hand);
  ANSWERS_FIXTURE_ADD ("many", test_many);
  ANSWERS_FIXTURE_ADD ("bulk", test_bulk);

  return g_test_run ();
}
