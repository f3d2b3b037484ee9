/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask of a deal: answers are kept with who and when, what is required holds a
 * deal until it is met or somebody says why not, and all of it is taken back with what
 * made it. */

#include "change/change-fixture.h"
#include "model/sc-model-error.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-deal-write.h"

/* Of stage B, which asks all of it; the others ask what the fixture has them ask. */
enum {
  PROBLEM,
  WHO,
  BUDGET,
  SIZE,
  CHANNEL,
  AGREED,
  DAY,
  SIGNED,
  N_ASKED
};

static const struct {
  const char *text;
  ScAnswerType type;
  gboolean is_required;
  ScPurpose purpose;
} asked[N_ASKED] = {
  { "What is the problem?", SC_ANSWER_TEXT, TRUE, SC_PURPOSE_NONE },
  { "Who decides?", SC_ANSWER_TEXT, FALSE, SC_PURPOSE_NONE },
  { "Budget", SC_ANSWER_MONEY, FALSE, SC_PURPOSE_NONE },
  { "How many work there?", SC_ANSWER_NUMBER, FALSE, SC_PURPOSE_NONE },
  { "Channel", SC_ANSWER_CHOICE, FALSE, SC_PURPOSE_NONE },
  { "Is it agreed?", SC_ANSWER_YES_NO, FALSE, SC_PURPOSE_NONE },
  { "When will the client decide?", SC_ANSWER_DATE, FALSE, SC_PURPOSE_DECISION_DAY },
  { "Contract signed", SC_ANSWER_TICK, TRUE, SC_PURPOSE_NONE },
};

typedef struct {
  ChangeFixture *own;
  ScStage *b;
  ScCriterion *trial_end; /* of C, asked when a deal comes in */
} Fixture;

static ScCriterion *
add (ScStage     *stage,
     const char  *text,
     ScAnswerType type,
     gboolean     is_required)
{
  ScCriterion *criterion = sc_stage_add_criterion (stage, text);

  criterion->type = type;
  criterion->is_required = is_required;

  return criterion;
}

static ScStage *
copy_of (Fixture    *self,
         const char *name)
{
  return sc_stage_copy (sc_version_find_stage_by_name (self->own->version, name, NULL));
}

static void
put (Fixture *self,
     ScStage *stage)
{
  GPtrArray *edits = sc_edits_new ();
  g_autoptr (ScVersion) version = sc_store_load_version (self->own->store, self->own->process_id,
                                                         SC_VERSION_WANTED_CURRENT, NULL);

  g_ptr_array_add (edits, sc_edit_replace_stage (version, stage));
  change_fixture_run (self->own, sc_command_edit_version (self->own->process_id, "Edit", edits));
  sc_stage_unref (stage);
  g_ptr_array_unref (edits);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  ScStage *b, *c, *d;
  const char *const choices[] = { "Mail", "Phone", NULL };

  self->own = change_fixture_new ();
  b = copy_of (self, "B");
  for (guint i = 0; i < N_ASKED; i++)
    {
      ScCriterion *criterion = add (b, asked[i].text, asked[i].type, asked[i].is_required);

      criterion->purpose = asked[i].purpose;
      if (asked[i].type == SC_ANSWER_CHOICE)
        {
          g_strfreev (criterion->choices);
          criterion->choices = g_strdupv ((GStrv) choices);
        }
    }
  put (self, b);

  c = copy_of (self, "C");
  add (c, "Trial until", SC_ANSWER_DATE, TRUE)->purpose = SC_PURPOSE_TRIAL_END;
  add (c, "Source noted", SC_ANSWER_TICK, FALSE)->purpose = SC_PURPOSE_SOURCE;
  ((ScCriterion *) c->criteria->pdata[1])->is_asked_at_entry = TRUE;
  put (self, c);

  d = copy_of (self, "D");
  add (d, "Money received", SC_ANSWER_TICK, TRUE)->purpose = SC_PURPOSE_PAYMENTS;
  put (self, d);

  change_fixture_publish (self->own);
  self->b = sc_version_find_stage_by_name (self->own->version, "B", NULL);
  self->trial_end = sc_version_find_stage_by_name (self->own->version, "C", NULL)->criteria->pdata[1];
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  change_fixture_free (self->own);
  sc_clock_set (0);
}

/* The first criterion of each stage is the fixture's. */
static const ScCriterion *
get (Fixture *self,
     guint    what)
{
  return self->b->criteria->pdata[what + 1];
}

static ScDealCriterion *
look (Fixture           *self,
      gint64             id,
      const ScCriterion *criterion)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sc_store_list_deal_criteria (self->own->store, self->own->version, NULL, &id, 1, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    if (((ScDealCriterion *) rows->pdata[i])->criterion == criterion)
      return g_ptr_array_steal_index (rows, i);

  g_assert_not_reached ();
}

static ScGateAnswers *
say (ScGateAnswers     *answers,
     gint64             deal_id,
     const ScCriterion *criterion,
     const char        *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScAnswer) answer = sc_answer_parse (criterion, typed, &error);

  g_assert_no_error (error);
  sc_gate_answers_answer (answers, deal_id, criterion->id, answer, NULL);

  return answers;
}

static void
answer (Fixture           *self,
        gint64             id,
        const ScCriterion *criterion,
        const char        *typed)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) answers = say (sc_gate_answers_new (), 0, criterion, typed);

  change_fixture_run (self->own, sc_command_answer (deal, answers));
}

static ScCommand *
move (Fixture       *self,
      gint64         id,
      const char    *stage,
      ScGateAnswers *answers)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);

  return sc_command_move_deal (deal, change_fixture_get_stage (self->own, stage), SC_PLACE_TOP, answers);
}

/* Nothing changes, and the message names what holds it. */
static void
hold (Fixture    *self,
      ScCommand  *command,
      const char *named)
{
  g_autofree char *before = store_fixture_dump (self->own->base);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->own->store, NULL, &error);

  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_GATE);
  g_assert_null (outcome);
  g_assert_nonnull (strstr (error->message, named));
  store_fixture_assert_dump (self->own->base, before);
}

static guint
count_events (Fixture    *self,
              gint64      id,
              const char *field,
              const char *note)
{
  g_autoptr (GPtrArray) events = sc_store_list_events (self->own->store, id, NULL);
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const ScDealEvent *event = events->pdata[i];

      n += !event->is_voided && g_str_equal (event->field, field) && (note == NULL || g_strcmp0 (event->note, note) == 0);
    }

  return n;
}

/* Undone and made again, all rows are what they were. */
static void
go_there_and_back (Fixture   *self,
                   ScCommand *command)
{
  g_autofree char *before = store_fixture_dump (self->own->base);
  g_autofree char *after = NULL;

  change_fixture_run (self->own, command);
  after = store_fixture_dump (self->own->base);
  g_assert_cmpstr (before, !=, after);
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->own->base, before);
  change_fixture_run (self->own, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->own->base, after);
}

static void
test_each_type (Fixture      *self,
                gconstpointer data)
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
      const ScCriterion *criterion = get (self, cases[i].what);
      g_autoptr (ScGateAnswers) first = say (sc_gate_answers_new (), 0, criterion, cases[i].typed);
      g_autoptr (ScGateAnswers) second = say (sc_gate_answers_new (), 0, criterion, cases[i].other);
      g_autoptr (ScGateAnswers) none = sc_gate_answers_new ();
      g_autoptr (ScDealCriterion) row = NULL;
      g_autoptr (ScDealCriterion) gone = NULL;

      go_there_and_back (self, sc_command_answer (deal, first));
      row = look (self, id, criterion);
      g_assert_cmpint (row->state, ==, SC_ANSWER_STATE_ANSWERED);
      g_assert_true (row->is_met);
      g_assert_cmpstr (row->answer->value, ==, cases[i].kept);
      g_assert_nonnull (row->answered_by);
      g_assert_cmpint (row->answered_at, !=, 0);
      go_there_and_back (self, sc_command_answer (deal, second));
      sc_gate_answers_take_back (none, 0, criterion->id);
      go_there_and_back (self, sc_command_answer (deal, none));
      gone = look (self, id, criterion);
      g_assert_cmpint (gone->state, ==, SC_ANSWER_STATE_OPEN);
      g_assert_false (gone->is_met);
      g_assert_null (gone->answer);
    }
  g_assert_cmpuint (count_events (self, id, "answer", NULL), ==, 3 * G_N_ELEMENTS (cases));
}

static void
assert_extended (Fixture *self,
                 gint64   id,
                 guint    n_times)
{
  g_autoptr (ScDealCriterion) row = look (self, id, self->trial_end);

  g_assert_cmpuint (row->n_extensions, ==, n_times);
}

/* A later day in place of a day; from the second time on somebody says why. */
static void
test_extensions (Fixture      *self,
                 gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "C");
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) later = say (sc_gate_answers_new (), 0, self->trial_end, "2027-01-20");
  g_autoptr (ScGateAnswers) silent = say (sc_gate_answers_new (), 0, self->trial_end, "2027-01-30");
  g_autoptr (ScGateAnswers) explained = sc_gate_answers_new ();
  g_autoptr (ScAnswer) day = sc_answer_new_date (sc_date_new (2027, 1, 30));
  g_autofree char *before = NULL;

  answer (self, id, self->trial_end, "2027-01-10");
  assert_extended (self, id, 0);
  go_there_and_back (self, sc_command_answer (deal, later));
  assert_extended (self, id, 1);
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_extended (self, id, 0);
  change_fixture_run (self->own, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));

  before = store_fixture_dump (self->own->base);
  change_fixture_refuse (self->own, sc_command_answer (deal, silent), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  sc_gate_answers_answer (explained, 0, self->trial_end->id, day, " ");
  change_fixture_refuse (self->own, sc_command_answer (deal, explained), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  store_fixture_assert_dump (self->own->base, before);

  sc_gate_answers_answer (explained, 0, self->trial_end->id, day, "They are moving");
  go_there_and_back (self, sc_command_answer (deal, explained));
  assert_extended (self, id, 2);
  g_assert_cmpuint (count_events (self, id, "answer", "They are moving"), ==, 1);

  /* Neither is an extension. */
  answer (self, id, self->trial_end, "2027-01-25");
  answer (self, id, self->trial_end, "without-end");
  assert_extended (self, id, 2);
}

static gboolean
is_trial_due (Fixture *self,
              gint64   id,
              ScDate   today,
              gint64   owner_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = sc_store_list_due (self->own->store, sc_date_to_instant (today), owner_id, 10, &error);
  gboolean is_due = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    {
      const ScDueRow *row = due->pdata[i];

      is_due = is_due || (row->kind == SC_DUE_TRIAL && row->deal->id == id);
    }

  return is_due;
}

/* Of deals at work that have not gone on. */
static void
test_trials_are_due (Fixture      *self,
                     gconstpointer data)
{
  ScDate day = sc_clock_today () + 2;
  g_autofree char *typed = sc_date_to_string (day);
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScGateAnswers) answers = NULL;

  answer (self, id, self->trial_end, typed);
  deal = change_fixture_load (self->own, id);
  g_assert_false (is_trial_due (self, id, day - 1, 0));
  g_assert_true (is_trial_due (self, id, day, 0));
  g_assert_true (is_trial_due (self, id, day + 40, 0));
  g_assert_false (is_trial_due (self, id, day, sc_store_get_user (self->own->store) + 99));

  change_fixture_run (self->own, sc_command_park_deal (deal, day + 5, NULL));
  g_assert_false (is_trial_due (self, id, day, 0));
  g_assert_true (is_trial_due (self, id, day + 5, 0));
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  change_fixture_run (self->own, sc_command_lose_deal (deal, NULL));
  g_assert_false (is_trial_due (self, id, day, 0));
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_true (is_trial_due (self, id, day, 0));

  answers = sc_gate_answers_new ();
  sc_gate_answers_set_override (answers, "They buy");
  change_fixture_run (self->own, move (self, id, "D", answers));
  g_assert_false (is_trial_due (self, id, day, 0));
}

static void
test_what_does_not_fit (Fixture      *self,
                        gconstpointer data)
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

      if (sc_answer_parse (get (self, cases[i].what), cases[i].typed, &error) != NULL)
        g_error ("“%s” was taken", cases[i].typed);
      g_assert_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID);
    }

  sc_gate_answers_answer (wrong, 0, get (self, DAY)->id, number, NULL);
  change_fixture_refuse (self->own, sc_command_answer (deal, wrong), SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID);
  sc_gate_answers_not_tell (untold, 0, get (self, SIGNED)->id, "why");
  change_fixture_refuse (self->own, sc_command_answer (deal, untold), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
}

/* What is left and what is asked on the way in holds; what is skipped does not. */
static void
test_gate (Fixture      *self,
           gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "A");
  g_autoptr (ScGateAnswers) all = sc_gate_answers_new ();
  g_autoptr (ScGateAnswers) reason = sc_gate_answers_new ();
  g_autoptr (ScGateAnswers) blank = sc_gate_answers_new ();
  g_autoptr (ScDeal) deal = NULL;

  sc_gate_answers_set_override (reason, "The boss says so");
  sc_gate_answers_set_override (blank, " ");

  /* From A over B and C. */
  change_fixture_run (self->own, move (self, id, "D", NULL));
  change_fixture_run (self->own, move (self, id, "A", NULL));
  /* Into C, which asks when a deal comes in. */
  hold (self, move (self, id, "C", NULL), "Trial until");
  change_fixture_run (self->own, move (self, id, "B", NULL));
  hold (self, move (self, id, "D", NULL), "What is the problem?");
  hold (self, move (self, id, "D", NULL), "Contract signed");
  /* Not what is only advised, and not within the stage or back. */
  change_fixture_run (self->own, move (self, id, "B", NULL));
  change_fixture_run (self->own, move (self, id, "A", NULL));
  change_fixture_run (self->own, move (self, id, "B", NULL));
  change_fixture_refuse (self->own, move (self, id, "D", blank), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);

  answer (self, id, get (self, PROBLEM), "It breaks");
  hold (self, move (self, id, "C", NULL), "Contract signed");
  say (all, 0, get (self, SIGNED), "yes");
  hold (self, move (self, id, "C", all), "Trial until");
  g_clear_pointer (&all, sc_gate_answers_unref);
  all = say (say (sc_gate_answers_new (), 0, get (self, SIGNED), "yes"), 0, self->trial_end, "without-end");
  go_there_and_back (self, move (self, id, "C", all));
  g_assert_cmpuint (count_events (self, id, "overridden", "Trial until"), ==, 0);

  /* One event for each of the required ones, with the reason. */
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  go_there_and_back (self, move (self, id, "C", reason));
  g_assert_cmpuint (count_events (self, id, "overridden", "The boss says so"), ==, 2);
  g_assert_cmpuint (count_events (self, id, "overridden", "Who decides?"), ==, 1);

  /* What was asked on the way in holds on the way out, too. */
  hold (self, move (self, id, "D", NULL), "Trial until");
  deal = change_fixture_load (self->own, id);
  hold (self, sc_command_win_deal (deal, NULL), "Trial until");
  hold (self, sc_command_complete_deal (deal, NULL), "Trial until");
  hold (self, sc_command_complete_deals (&id, 1, NULL), "Trial until");
  hold (self, sc_command_move_deals (&id, 1, change_fixture_get_stage (self->own, "D"), NULL), "Trial until");
  go_there_and_back (self, sc_command_win_deal (deal, reason));
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  go_there_and_back (self, sc_command_complete_deal (deal, reason));
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  /* Losing is not held, and neither is coming back. */
  change_fixture_run (self->own, sc_command_lose_deal (deal, "Price"));
  g_clear_pointer (&deal, sc_deal_unref);
  deal = change_fixture_load (self->own, id);
  change_fixture_run (self->own, sc_command_reopen_deal (deal));
}

static void
test_not_told_lets_through (Fixture      *self,
                            gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScGateAnswers) told = sc_gate_answers_new ();
  g_autoptr (ScDealCriterion) row = NULL;

  sc_gate_answers_not_tell (told, 0, get (self, PROBLEM)->id, "said later");
  say (told, 0, get (self, SIGNED), "yes");
  go_there_and_back (self, move (self, id, "D", told));
  row = look (self, id, get (self, PROBLEM));
  g_assert_cmpint (row->state, ==, SC_ANSWER_STATE_NOT_TOLD);
  g_assert_true (row->is_met);
  g_assert_cmpstr (row->note, ==, "said later");
  g_assert_null (row->answer);
  g_assert_cmpuint (count_events (self, id, "answer", "said later"), ==, 1);
}

/* The day of the decision fills an expected close that is not there, and no other. */
static void
test_decision_day (Fixture      *self,
                   gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDeal) before = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) told = say (sc_gate_answers_new (), 0, get (self, DAY), "2027-01-15");
  g_autoptr (ScGateAnswers) with_move = say (sc_gate_answers_new (), 0, get (self, DAY), "2027-02-20");
  g_autoptr (ScDeal) after = NULL;

  sc_gate_answers_set_override (with_move, "why");
  go_there_and_back (self, move (self, id, "D", with_move));
  after = change_fixture_load (self->own, id);
  g_assert_cmpuint (after->expected_close, ==, sc_date_new (2027, 2, 20));
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));

  go_there_and_back (self, sc_command_answer (before, told));
  g_clear_pointer (&after, sc_deal_unref);
  after = change_fixture_load (self->own, id);
  g_assert_cmpuint (after->expected_close, ==, sc_date_new (2027, 1, 15));
  answer (self, id, get (self, DAY), "2027-03-01");
  g_clear_pointer (&after, sc_deal_unref);
  after = change_fixture_load (self->own, id);
  g_assert_cmpuint (after->expected_close, ==, sc_date_new (2027, 1, 15));
}

static void
pay (Fixture    *self,
     gint64      id,
     gint64      minor,
     ScDate      due,
     ScDate      paid_on,
     const char *currency)
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

static gboolean
is_paid (Fixture *self,
         gint64   id,
         guint    stage,
         guint    position)
{
  g_autoptr (ScDealCriterion) row = look (self, id, sc_version_get_stage (self->own->version, stage)->criteria->pdata[position]);

  return row->is_met;
}

static gint64
add_worth (Fixture *self,
           gint64   minor)
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
test_payments (Fixture      *self,
               gconstpointer data)
{
  ScDate today = sc_date_new (2026, 6, 10);
  gint64 id, other, unplanned;
  ScStage *e;

  sc_clock_set (sc_date_to_instant (today));
  id = add_worth (self, 1000);
  g_assert_false (is_paid (self, id, 3, 1));
  pay (self, id, 600, today - 1, today, "EUR");
  g_assert_false (is_paid (self, id, 3, 1));
  pay (self, id, 400, today, today, "USD");
  g_assert_false (is_paid (self, id, 3, 1));
  pay (self, id, 401, today + 30, today, "EUR");
  g_assert_true (is_paid (self, id, 3, 1));

  e = copy_of (self, "E");
  e->kinds = SC_KIND_BIT (SC_KIND_PAYMENT);
  put (self, e);
  change_fixture_publish (self->own);
  self->b = sc_version_find_stage_by_name (self->own->version, "B", NULL);

  other = add_worth (self, 1000);
  g_assert_false (is_paid (self, other, 3, 1));
  pay (self, other, 700, today + 10, SC_DATE_NONE, "EUR");
  g_assert_false (is_paid (self, other, 3, 1));
  pay (self, other, 300, today - 1, today - 1, "EUR");
  g_assert_true (is_paid (self, other, 3, 1));
  sc_clock_set (sc_date_to_instant (today + 10));
  g_assert_false (is_paid (self, other, 3, 1));

  /* Nothing planned: it has to add up. */
  unplanned = add_worth (self, 1000);
  pay (self, unplanned, 500, SC_DATE_NONE, today, "EUR");
  g_assert_false (is_paid (self, unplanned, 3, 1));
  pay (self, unplanned, 501, SC_DATE_NONE, today, "EUR");
  g_assert_true (is_paid (self, unplanned, 3, 1));
}

/* By hand, with a note, which the history keeps. */
static void
test_money_by_hand (Fixture      *self,
                    gconstpointer data)
{
  gint64 id = add_worth (self, 1000);
  const ScCriterion *money = sc_version_get_stage (self->own->version, 3)->criteria->pdata[1];
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) told = sc_gate_answers_new ();
  g_autoptr (ScAnswer) yes = sc_answer_new_yes_no (TRUE);
  g_autoptr (ScDealCriterion) row = NULL;

  hold (self, sc_command_win_deal (deal, NULL), "Money received");
  sc_gate_answers_answer (told, 0, money->id, yes, "In cash");
  go_there_and_back (self, sc_command_win_deal (deal, told));
  row = look (self, id, money);
  g_assert_true (row->is_met);
  g_assert_cmpstr (row->note, ==, "In cash");
  g_assert_cmpuint (count_events (self, id, "answer", "In cash"), ==, 1);
}

static void
test_source (Fixture      *self,
             gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "C");
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScDeal) edited = sc_deal_copy (deal);

  g_assert_false (is_paid (self, id, 2, 2));
  g_set_str (&edited->source, "Fair");
  change_fixture_run (self->own, sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_SOURCE));
  g_assert_true (is_paid (self, id, 2, 2));
}

static gint64
add_of_company (Fixture    *self,
                const char *company)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->own->process_id);
  deal->title = g_strdup ("Deal");
  deal->company = g_strdup (company);
  deal->stage_id = g_strdup (self->b->id);

  return change_fixture_run (self->own, sc_command_add_deal (deal));
}

/* What is taken over counts when it is confirmed. */
static void
test_take_over (Fixture      *self,
                gconstpointer data)
{
  gint64 older = add_of_company (self, "Acme");
  gint64 last = add_of_company (self, "ACME");
  gint64 id;
  const char *const ids[] = { get (self, PROBLEM)->id, get (self, DAY)->id, NULL };
  const char *const none[] = { get (self, WHO)->id, NULL };
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) after = NULL;
  g_autoptr (GPtrArray) offered = NULL;
  g_autoptr (ScDealCriterion) row = NULL;
  g_autoptr (ScDealCriterion) confirmed = NULL;

  answer (self, older, get (self, WHO), "Nobody");
  answer (self, last, get (self, PROBLEM), "It breaks");
  answer (self, last, get (self, DAY), "2027-01-15");
  answer (self, add_of_company (self, "Other"), get (self, PROBLEM), "Another");
  id = add_of_company (self, "Acme");
  deal = change_fixture_load (self->own, id);

  offered = sc_store_list_offered_answers (self->own->store, id, NULL);
  g_assert_cmpuint (offered->len, ==, 2);
  g_assert_cmpint (((ScAnswerRow *) offered->pdata[0])->deal_id, ==, last);
  change_fixture_refuse (self->own, sc_command_take_over_answers (deal, none), SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  go_there_and_back (self, sc_command_take_over_answers (deal, ids));
  row = look (self, id, get (self, PROBLEM));
  g_assert_cmpint (row->state, ==, SC_ANSWER_STATE_OPEN);
  g_assert_false (row->is_met);
  g_assert_cmpint (row->from_deal_id, ==, last);
  g_assert_cmpstr (row->answer->value, ==, "It breaks");
  hold (self, move (self, id, "D", NULL), "What is the problem?");
  g_assert_cmpuint (count_events (self, id, "answer", NULL), ==, 0);

  go_there_and_back (self, sc_command_confirm_answers (deal, ids));
  confirmed = look (self, id, get (self, PROBLEM));
  g_assert_cmpint (confirmed->state, ==, SC_ANSWER_STATE_ANSWERED);
  g_assert_cmpint (confirmed->from_deal_id, ==, 0);
  g_assert_cmpuint (count_events (self, id, "answer", NULL), ==, 2);
  after = change_fixture_load (self->own, id);
  g_assert_cmpuint (after->expected_close, ==, sc_date_new (2027, 1, 15));
  change_fixture_refuse (self->own, sc_command_take_over_answers (deal, ids), SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
}

/* What another window has answered is not written over by what nobody has looked at. */
static void
test_two_windows (Fixture      *self,
                  gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  const ScCriterion *problem = get (self, PROBLEM);
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) mine = say (sc_gate_answers_new (), 0, problem, "Mine");
  g_autoptr (ScGateAnswers) theirs = say (sc_gate_answers_new (), 0, problem, "Theirs");
  g_autoptr (ScDealCriterion) row = NULL;

  sc_gate_answers_require (mine, 0, problem->id, 0);
  sc_gate_answers_require (theirs, 0, problem->id, 0);
  change_fixture_run (self->own, sc_command_answer (deal, theirs));
  change_fixture_refuse (self->own, sc_command_answer (deal, mine), SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  /* The same is no conflict. */
  change_fixture_run (self->own, sc_command_answer (deal, theirs));
  row = look (self, id, problem);
  sc_gate_answers_require (mine, 0, problem->id, row->revision);
  change_fixture_run (self->own, sc_command_answer (deal, mine));
}

/* Fifty deals, each with answers of its own, in one change; more than are remembered one
 * by one as well. */
static void
move_many (Fixture *self,
           guint    n)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ScGateAnswers) told = sc_gate_answers_new ();

  for (guint i = 0; i < n; i++)
    {
      gint64 id = change_fixture_add (self->own, "deal", "B");
      g_autofree char *text = g_strdup_printf ("Problem %u", i);
      g_autofree char *day = g_strdup_printf ("2027-01-%02u", i % 28 + 1);

      g_array_append_val (ids, id);
      say (say (told, id, get (self, PROBLEM), text), id, get (self, DAY), day);
      if (i == 7)
        say (told, id, get (self, SIGNED), "no");
    }
  hold (self, sc_command_move_deals ((gint64 *) (gpointer) ids->data, n, change_fixture_get_stage (self->own, "D"), told),
        "Contract signed");
  say (told, 0, get (self, SIGNED), "yes");
  hold (self, sc_command_move_deals ((gint64 *) (gpointer) ids->data, n, change_fixture_get_stage (self->own, "D"), told),
        "Contract signed");
  say (told, g_array_index (ids, gint64, 7), get (self, SIGNED), "yes");
  go_there_and_back (self, sc_command_move_deals ((gint64 *) (gpointer) ids->data, n,
                                                  change_fixture_get_stage (self->own, "D"), told));
  for (guint i = 0; i < n; i += 7)
    {
      g_autofree char *text = g_strdup_printf ("Problem %u", i);
      g_autoptr (ScDealCriterion) row = look (self, g_array_index (ids, gint64, i), get (self, PROBLEM));
      g_autoptr (ScDeal) deal = change_fixture_load (self->own, g_array_index (ids, gint64, i));

      g_assert_cmpstr (row->answer->value, ==, text);
      g_assert_cmpuint (deal->expected_close, ==, sc_date_new (2027, 1, i % 28 + 1));
      g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (self->own, "D"));
    }
}

static void
test_many (Fixture      *self,
           gconstpointer data)
{
  move_many (self, 50);
}

static void
test_bulk (Fixture      *self,
           gconstpointer data)
{
  move_many (self, 510);
}

/* Two criteria that became one: what was told for the one that went is told for the
 * other. */
static void
test_merged_criteria (Fixture      *self,
                      gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  ScStage *b;
  ScCriterion *who, *signature;
  g_autoptr (ScDealCriterion) row = NULL;
  g_autoptr (ScDealCriterion) tick = NULL;
  g_autoptr (ScDealCriterion) gone = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScGateAnswers) none = sc_gate_answers_new ();

  answer (self, id, get (self, PROBLEM), "It breaks");
  answer (self, id, get (self, SIGNED), "yes");
  b = copy_of (self, "B");
  who = b->criteria->pdata[WHO + 1];
  g_strfreev (who->was);
  who->was = g_strsplit (get (self, PROBLEM)->id, " ", -1);
  signature = b->criteria->pdata[0];
  g_strfreev (signature->was);
  signature->was = g_strsplit (get (self, SIGNED)->id, " ", -1);
  g_ptr_array_remove_index (b->criteria, SIGNED + 1);
  g_ptr_array_remove_index (b->criteria, PROBLEM + 1);
  put (self, b);
  change_fixture_publish (self->own);
  b = sc_version_find_stage_by_name (self->own->version, "B", NULL);

  row = look (self, id, b->criteria->pdata[1]);
  g_assert_cmpstr (row->answer->value, ==, "It breaks");
  tick = look (self, id, b->criteria->pdata[0]);
  g_assert_true (tick->is_met);
  deal = change_fixture_load (self->own, id);
  sc_gate_answers_take_back (none, 0, row->criterion->id);
  sc_gate_answers_take_back (none, 0, tick->criterion->id);
  go_there_and_back (self, sc_command_answer (deal, none));
  gone = look (self, id, b->criteria->pdata[1]);
  g_assert_null (gone->answer);
  self->b = b;
}

/* Who has answered both loses neither: texts stand together, undone with the publishing. */
static void
test_merged_answers (Fixture      *self,
                     gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  gint64 same = change_fixture_add (self->own, "same", "B");
  ScStage *b;
  ScCriterion *who;
  g_autofree char *who_id = g_strdup (get (self, WHO)->id);
  g_autofree char *problem_id = g_strdup (get (self, PROBLEM)->id);
  g_autoptr (ScDealCriterion) row = NULL;
  g_autoptr (ScDealCriterion) other = NULL;
  g_autoptr (ScDealCriterion) before = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const ScDealEvent *event;

  answer (self, id, get (self, PROBLEM), "It breaks");
  answer (self, id, get (self, WHO), "The boss");
  answer (self, same, get (self, PROBLEM), "The boss");
  answer (self, same, get (self, WHO), "The boss");
  b = copy_of (self, "B");
  who = b->criteria->pdata[WHO + 1];
  g_strfreev (who->was);
  who->was = g_strsplit (problem_id, " ", -1);
  g_ptr_array_remove_index (b->criteria, PROBLEM + 1);
  put (self, b);
  change_fixture_publish (self->own);
  b = sc_version_find_stage_by_name (self->own->version, "B", NULL);
  self->b = b;

  row = look (self, id, b->criteria->pdata[1]);
  g_assert_cmpstr (row->criterion->id, ==, who_id);
  g_assert_cmpstr (row->answer->value, ==, "The boss\nIt breaks");
  other = look (self, same, b->criteria->pdata[1]);
  g_assert_cmpstr (other->answer->value, ==, "The boss");
  events = sc_store_list_events (self->own->store, id, NULL);
  event = events->pdata[0];
  for (guint i = 1; i < events->len; i++)
    if (((ScDealEvent *) events->pdata[i])->id > event->id)
      event = events->pdata[i];
  g_assert_cmpstr (event->field, ==, "answer");
  g_assert_cmpstr (event->old_value, ==, "The boss");
  g_assert_cmpstr (event->new_value, ==, "The boss\nIt breaks");

  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  before = look (self, id, b->criteria->pdata[1]);
  g_assert_cmpstr (before->answer->value, ==, "The boss");
}

/* What B asked in WHO's place takes the answers of PROBLEM along. */
static const ScCriterion *
merge_problem_into_who (Fixture *self)
{
  g_autofree char *problem_id = g_strdup (get (self, PROBLEM)->id);
  ScStage *b = copy_of (self, "B");
  ScCriterion *who = b->criteria->pdata[WHO + 1];

  g_strfreev (who->was);
  who->was = g_strsplit (problem_id, " ", -1);
  g_ptr_array_remove_index (b->criteria, PROBLEM + 1);
  put (self, b);
  change_fixture_publish (self->own);
  self->b = sc_version_find_stage_by_name (self->own->version, "B", NULL);

  return self->b->criteria->pdata[1];
}

static void
not_tell (Fixture           *self,
          gint64             id,
          const ScCriterion *criterion,
          const char        *note)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();

  sc_gate_answers_not_tell (answers, 0, criterion->id, note);
  change_fixture_run (self->own, sc_command_answer (deal, answers));
}

static void
take_over (Fixture           *self,
           gint64             id,
           const ScCriterion *criterion)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  const char *const ids[] = { criterion->id, NULL };

  change_fixture_run (self->own, sc_command_take_over_answers (deal, ids));
}

/* What the client did not tell follows as well, and so does what nobody has confirmed:
 * where both stand, what is the deal's own. */
static void
test_merged_not_told (Fixture      *self,
                      gconstpointer data)
{
  gint64 first = add_of_company (self, "Works");
  gint64 silent = change_fixture_add (self->own, "silent", "B");
  gint64 open = add_of_company (self, "Works");
  gint64 other = add_of_company (self, "Mill");
  gint64 both = add_of_company (self, "Mill");
  const ScCriterion *who;
  g_autoptr (ScDealCriterion) of_silent = NULL;
  g_autoptr (ScDealCriterion) of_open = NULL;
  g_autoptr (ScDealCriterion) of_both = NULL;

  answer (self, first, get (self, PROBLEM), "It breaks");
  answer (self, other, get (self, WHO), "The boss");
  not_tell (self, silent, get (self, PROBLEM), "On leave");
  take_over (self, open, get (self, PROBLEM));
  not_tell (self, both, get (self, PROBLEM), "Said later");
  take_over (self, both, get (self, WHO));

  who = merge_problem_into_who (self);
  of_silent = look (self, silent, who);
  g_assert_cmpint (of_silent->state, ==, SC_ANSWER_STATE_NOT_TOLD);
  g_assert_cmpstr (of_silent->note, ==, "On leave");
  of_open = look (self, open, who);
  g_assert_cmpint (of_open->state, ==, SC_ANSWER_STATE_OPEN);
  g_assert_cmpint (of_open->from_deal_id, ==, first);
  of_both = look (self, both, who);
  g_assert_cmpint (of_both->state, ==, SC_ANSWER_STATE_NOT_TOLD);
  g_assert_cmpstr (of_both->note, ==, "Said later");
}

/* A trial that was extended once is asked why the next time, whatever its question is by
 * then. */
static void
test_merged_extensions (Fixture      *self,
                        gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "C");
  g_autofree char *was = g_strdup (self->trial_end->id);
  ScStage *c;
  ScCriterion *end;

  answer (self, id, self->trial_end, "2027-01-10");
  answer (self, id, self->trial_end, "2027-01-20");
  c = copy_of (self, "C");
  end = c->criteria->pdata[1];
  g_free (end->id);
  end->id = g_uuid_string_random ();
  g_strfreev (end->was);
  end->was = g_strsplit (was, " ", -1);
  put (self, c);
  change_fixture_publish (self->own);
  self->trial_end = sc_version_find_stage_by_name (self->own->version, "C", NULL)->criteria->pdata[1];
  assert_extended (self, id, 1);
}

static char *
dup_used (Fixture *self,
          gint64   id)
{
  g_autoptr (GPtrArray) uses = sc_store_list_tactic_uses (self->own->store, id, NULL);

  g_assert_cmpuint (uses->len, ==, 1);

  return g_strdup (((ScTacticUse *) uses->pdata[0])->tactic_id);
}

/* The same tactic of two stages that is there once now has been used as often as both. */
static void
test_merged_tactics (Fixture      *self,
                     gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  ScStage *b = copy_of (self, "B");
  g_autofree char *gone_id = g_strdup (sc_stage_add_tactic (b, "Too dear", "What is it compared with?")->id);
  g_autofree char *kept_id = NULL;
  g_autofree char *used = NULL;
  g_autofree char *used_again = NULL;

  put (self, b);
  change_fixture_publish (self->own);
  b = copy_of (self, "B");
  change_fixture_run (self->own, sc_command_use_tactic (deal, b->tactics->pdata[b->tactics->len - 1]));
  g_ptr_array_remove_index (b->tactics, b->tactics->len - 1);
  kept_id = g_strdup (sc_stage_add_tactic (b, "Too dear", "What is it compared with?")->id);
  put (self, b);
  change_fixture_publish (self->own);
  self->b = sc_version_find_stage_by_name (self->own->version, "B", NULL);

  used = dup_used (self, id);
  g_assert_cmpstr (used, ==, kept_id);
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  used_again = dup_used (self, id);
  g_assert_cmpstr (used_again, ==, gone_id);
}

static void
test_search (Fixture      *self,
             gconstpointer data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->own->process_id);

  query->search = g_strdup ("станок ЕЛКА");
  answer (self, id, get (self, PROBLEM), "Встал станок «Ёлка»");
  g_assert_cmpuint (sc_store_count_deals (self->own->store, query, NULL, NULL), ==, 1);
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpuint (sc_store_count_deals (self->own->store, query, NULL, NULL), ==, 0);
}

#define ADD(name, test) g_test_add ("/change/answers/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("each-type", test_each_type);
  ADD ("extensions", test_extensions);
  ADD ("trials-are-due", test_trials_are_due);
  ADD ("what-does-not-fit", test_what_does_not_fit);
  ADD ("gate", test_gate);
  ADD ("not-told-lets-through", test_not_told_lets_through);
  ADD ("decision-day", test_decision_day);
  ADD ("payments", test_payments);
  ADD ("money-by-hand", test_money_by_hand);
  ADD ("source", test_source);
  ADD ("take-over", test_take_over);
  ADD ("two-windows", test_two_windows);
  ADD ("many", test_many);
  ADD ("bulk", test_bulk);
  ADD ("merged-criteria", test_merged_criteria);
  ADD ("merged-answers", test_merged_answers);
  ADD ("merged-not-told", test_merged_not_told);
  ADD ("merged-extensions", test_merged_extensions);
  ADD ("merged-tactics", test_merged_tactics);
  ADD ("search", test_search);

  return g_test_run ();
}
