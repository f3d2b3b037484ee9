/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A trial has an end, which may be put off with a reason. */

#include "change/answers-fixture.h"
#include "change/change-fixture.h"

/* A later day in place of a day; from the second time on somebody says why. */
static void
test_extensions (AnswersFixture *self,
                 gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "C");
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) later = answers_fixture_say (sc_gate_answers_new (), 0, self->trial_end, "2027-01-20");
  g_autoptr (ScGateAnswers) silent = answers_fixture_say (sc_gate_answers_new (), 0, self->trial_end, "2027-01-30");
  g_autoptr (ScGateAnswers) explained = sc_gate_answers_new ();
  g_autoptr (ScAnswer) day = sc_answer_new_date (sc_date_new (2027, 1, 30));
  g_autofree char *before = NULL;

  answers_fixture_answer (self, id, self->trial_end, "2027-01-10");
  answers_fixture_assert_extended (self, id, 0);
  answers_fixture_go_there_and_back (self, sc_command_answer (deal, later));
  answers_fixture_assert_extended (self, id, 1);
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  answers_fixture_assert_extended (self, id, 0);
  change_fixture_run (self->own, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));

  before = store_fixture_dump (self->own->base);
  change_fixture_refuse (self->own, sc_command_answer (deal, silent), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  sc_gate_answers_answer (explained, 0, self->trial_end->id, day, " ");
  change_fixture_refuse (self->own, sc_command_answer (deal, explained), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  store_fixture_assert_dump (self->own->base, before);

  sc_gate_answers_answer (explained, 0, self->trial_end->id, day, "They are moving");
  answers_fixture_go_there_and_back (self, sc_command_answer (deal, explained));
  answers_fixture_assert_extended (self, id, 2);
  g_assert_cmpuint (answers_fixture_count_events (self, id, "answer", "They are moving"), ==, 1);

  /* Neither is an extension. */
  answers_fixture_answer (self, id, self->trial_end, "2027-01-25");
  answers_fixture_answer (self, id, self->trial_end, "without-end");
  answers_fixture_assert_extended (self, id, 2);
}

static gboolean
is_trial_due (AnswersFixture *self,
              gint64          id,
              ScDate          today,
              gint64          owner_id)
{
  g_autoptr (GPtrArray) due = change_fixture_list_due (self->own, sc_date_to_instant (today), owner_id);
  gboolean is_due = FALSE;

  for (guint i = 0; i < due->len; i++)
    {
      const ScDueRow *row = due->pdata[i];

      is_due = is_due || (row->kind == SC_DUE_TRIAL && row->deal->id == id);
    }

  return is_due;
}

/* Of deals at work that have not gone on. */
static void
test_trials_are_due (AnswersFixture *self,
                     gconstpointer   data)
{
  ScDate day = sc_clock_today () + 2;
  g_autofree char *typed = sc_date_to_string (day);
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScGateAnswers) answers = NULL;

  answers_fixture_answer (self, id, self->trial_end, typed);
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
  change_fixture_run (self->own, answers_fixture_move (self, id, "D", answers));
  g_assert_false (is_trial_due (self, id, day, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ANSWERS_FIXTURE_ADD ("extensions", test_extensions);
  ANSWERS_FIXTURE_ADD ("trials-are-due", test_trials_are_due);

  return g_test_run ();
}
