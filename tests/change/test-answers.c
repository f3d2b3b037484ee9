/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask of a deal: answers are kept with who and when, found again, and taken
 * back with what made them. */

#include "change/answers-fixture.h"
#include "change/change-fixture.h"
#include "model/sc-model-error.h"
#include "store/sc-deal-criteria.h"

static void
test_each_type (AnswersFixture *self,
                gconstpointer   data)
{
  static const struct {
    guint what;
    const char *typed;
    const char *kept;
    const char *other;
  } cases[] = {
    { PROBLEM, "It breaks «daily» & often", "It breaks «daily» & often", "x" },
    { BUDGET, "120000 USD", "12000000 USD", "0.5 EUR" },
    { SIZE, "007.50", "7.5", "-3" },
    { CHANNEL, "pHONE", "Phone", "mail" },
    { AGREED, "NO", "no", "yes" },
    { DAY, "2027-01-15", "2027-01-15", "2027-01-16" },
  };
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScCriterion *criterion = answers_fixture_get (self, cases[i].what);
      g_autoptr (ScGateAnswers) first = answers_fixture_say (sc_gate_answers_new (), 0, criterion, cases[i].typed);
      g_autoptr (ScGateAnswers) second = answers_fixture_say (sc_gate_answers_new (), 0, criterion, cases[i].other);
      g_autoptr (ScGateAnswers) none = sc_gate_answers_new ();
      g_autoptr (ScDealCriterion) row = NULL;
      g_autoptr (ScDealCriterion) gone = NULL;

      answers_fixture_go_there_and_back (self, sc_command_answer (deal, first));
      row = answers_fixture_look (self, id, criterion);
      g_assert_cmpint (row->state, ==, SC_ANSWER_STATE_ANSWERED);
      g_assert_true (row->is_met);
      g_assert_cmpstr (row->answer->value, ==, cases[i].kept);
      g_assert_nonnull (row->answered_by);
      g_assert_cmpint (row->answered_at, !=, 0);
      answers_fixture_go_there_and_back (self, sc_command_answer (deal, second));
      sc_gate_answers_take_back (none, 0, criterion->id);
      answers_fixture_go_there_and_back (self, sc_command_answer (deal, none));
      gone = answers_fixture_look (self, id, criterion);
      g_assert_cmpint (gone->state, ==, SC_ANSWER_STATE_OPEN);
      g_assert_false (gone->is_met);
      g_assert_null (gone->answer);
    }
  g_assert_cmpuint (answers_fixture_count_events (self, id, "answer", NULL), ==, 3 * G_N_ELEMENTS (cases));
}

static void
test_what_does_not_fit (AnswersFixture *self,
                        gconstpointer   data)
{
  static const struct {
    guint what;
    const char *typed;
  } cases[] = {
    { PROBLEM, "  \n" }, { PROBLEM, "\xff" }, { BUDGET, "120000" }, { BUDGET, "12 34 USD" }, { BUDGET, "-5 USD" },
    { BUDGET, "1.234 USD" }, { BUDGET, "99999999999999999999 USD" }, { BUDGET, "1,5 USD" }, { SIZE, "1,5" },
    { SIZE, "1e5" }, { SIZE, "nan" }, { SIZE, "1234567890123456" }, { SIZE, "." }, { CHANNEL, "Fax" }, { AGREED, "soon" },
    { DAY, "soon" }, { DAY, "2027-02-30" }, { DAY, "without-end" }, { DAY, "0001-01-01" }, { SIGNED, "maybe" },
  };
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) wrong = sc_gate_answers_new ();
  g_autoptr (ScGateAnswers) untold = sc_gate_answers_new ();
  g_autoptr (ScAnswer) number = sc_answer_new (SC_ANSWER_NUMBER, "5");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      if (sc_answer_parse (answers_fixture_get (self, cases[i].what), cases[i].typed, &error) != NULL)
        g_error ("“%s” was taken", cases[i].typed);
      g_assert_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID);
    }

  sc_gate_answers_answer (wrong, 0, answers_fixture_get (self, DAY)->id, number, NULL);
  change_fixture_refuse (self->own, sc_command_answer (deal, wrong), SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID);
  sc_gate_answers_not_tell (untold, 0, answers_fixture_get (self, SIGNED)->id, "why");
  change_fixture_refuse (self->own, sc_command_answer (deal, untold), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
}

static void
test_source (AnswersFixture *self,
             gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "C");
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScDeal) edited = sc_deal_copy (deal);

  g_assert_false (answers_fixture_is_paid (self, id, 2, 2));
  g_set_str (&edited->source, "Fair");
  change_fixture_run (self->own, sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_SOURCE));
  g_assert_true (answers_fixture_is_paid (self, id, 2, 2));
}

/* What is taken over counts when it is confirmed. */
static void
test_take_over (AnswersFixture *self,
                gconstpointer   data)
{
  gint64 older = answers_fixture_add_of_company (self, "Acme");
  gint64 last = answers_fixture_add_of_company (self, "ACME");
  gint64 id;
  const char *const ids[] = { answers_fixture_get (self, PROBLEM)->id, answers_fixture_get (self, DAY)->id, NULL };
  const char *const none[] = { answers_fixture_get (self, WHO)->id, NULL };
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) after = NULL;
  g_autoptr (GPtrArray) offered = NULL;
  g_autoptr (ScDealCriterion) row = NULL;
  g_autoptr (ScDealCriterion) confirmed = NULL;

  answers_fixture_answer (self, older, answers_fixture_get (self, WHO), "Nobody");
  answers_fixture_answer (self, last, answers_fixture_get (self, PROBLEM), "It breaks");
  answers_fixture_answer (self, last, answers_fixture_get (self, DAY), "2027-01-15");
  answers_fixture_answer (self, answers_fixture_add_of_company (self, "Other"), answers_fixture_get (self, PROBLEM), "Another");
  id = answers_fixture_add_of_company (self, "Acme");
  deal = change_fixture_load (self->own, id);

  offered = sc_store_list_offered_answers (self->own->store, id, NULL);
  g_assert_cmpuint (offered->len, ==, 2);
  g_assert_cmpint (((ScAnswerRow *) offered->pdata[0])->deal_id, ==, last);
  change_fixture_refuse (self->own, sc_command_take_over_answers (deal, none), SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  answers_fixture_go_there_and_back (self, sc_command_take_over_answers (deal, ids));
  row = answers_fixture_look (self, id, answers_fixture_get (self, PROBLEM));
  g_assert_cmpint (row->state, ==, SC_ANSWER_STATE_OPEN);
  g_assert_false (row->is_met);
  g_assert_cmpint (row->from_deal_id, ==, last);
  g_assert_cmpstr (row->answer->value, ==, "It breaks");
  answers_fixture_hold (self, answers_fixture_move (self, id, "D", NULL), "What is the problem?");
  g_assert_cmpuint (answers_fixture_count_events (self, id, "answer", NULL), ==, 0);

  answers_fixture_go_there_and_back (self, sc_command_confirm_answers (deal, ids));
  confirmed = answers_fixture_look (self, id, answers_fixture_get (self, PROBLEM));
  g_assert_cmpint (confirmed->state, ==, SC_ANSWER_STATE_ANSWERED);
  g_assert_cmpint (confirmed->from_deal_id, ==, 0);
  g_assert_cmpuint (answers_fixture_count_events (self, id, "answer", NULL), ==, 2);
  after = change_fixture_load (self->own, id);
  g_assert_cmpuint (after->expected_close, ==, sc_date_new (2027, 1, 15));
  change_fixture_refuse (self->own, sc_command_take_over_answers (deal, ids), SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
}

/* What another window has answered is not written over by what nobody has looked at. */
static void
test_two_windows (AnswersFixture *self,
                  gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  const ScCriterion *problem = answers_fixture_get (self, PROBLEM);
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) mine = answers_fixture_say (sc_gate_answers_new (), 0, problem, "Mine");
  g_autoptr (ScGateAnswers) theirs = answers_fixture_say (sc_gate_answers_new (), 0, problem, "Theirs");
  g_autoptr (ScDealCriterion) row = NULL;

  sc_gate_answers_require (mine, 0, problem->id, 0);
  sc_gate_answers_require (theirs, 0, problem->id, 0);
  change_fixture_run (self->own, sc_command_answer (deal, theirs));
  change_fixture_refuse (self->own, sc_command_answer (deal, mine), SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  /* The same is no conflict. */
  change_fixture_run (self->own, sc_command_answer (deal, theirs));
  row = answers_fixture_look (self, id, problem);
  sc_gate_answers_require (mine, 0, problem->id, row->revision);
  change_fixture_run (self->own, sc_command_answer (deal, mine));
}

static void
test_search (AnswersFixture *self,
             gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->own->process_id);

  query->search = g_strdup ("станок ЕЛКА");
  answers_fixture_answer (self, id, answers_fixture_get (self, PROBLEM), "Встал станок «Ёлка»");
  g_assert_cmpuint (sc_store_count_deals (self->own->store, query, NULL, NULL), ==, 1);
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpuint (sc_store_count_deals (self->own->store, query, NULL, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ANSWERS_FIXTURE_ADD ("each-type", test_each_type);
  ANSWERS_FIXTURE_ADD ("what-does-not-fit", test_what_does_not_fit);
  ANSWERS_FIXTURE_ADD ("source", test_source);
  ANSWERS_FIXTURE_ADD ("take-over", test_take_over);
  ANSWERS_FIXTURE_ADD ("two-windows", test_two_windows);
  ANSWERS_FIXTURE_ADD ("search", test_search);

  return g_test_run ();
}
