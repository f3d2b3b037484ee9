/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/answers-fixture.h"

#include "store/sc-deal-write.h"

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

ScStage *
answers_fixture_copy_of (AnswersFixture *self,
                         const char     *name)
{
  return sc_stage_copy (sc_version_find_stage_by_name (self->own->version, name, NULL));
}

void
answers_fixture_put (AnswersFixture *self,
                     ScStage        *stage)
{
  GPtrArray *edits = sc_edits_new ();
  g_autoptr (ScVersion) version = sc_store_load_version (self->own->store, self->own->process_id,
                                                         SC_VERSION_WANTED_CURRENT, NULL);

  g_ptr_array_add (edits, sc_edit_replace_stage (version, stage));
  change_fixture_run (self->own, sc_command_edit_version (self->own->process_id, "Edit", edits));
  sc_stage_unref (stage);
  g_ptr_array_unref (edits);
}

void
answers_fixture_set_up (AnswersFixture *self,
                        gconstpointer   data)
{
  ScStage *b, *c, *d;
  const char *const choices[] = { "Mail", "Phone", NULL };

  self->own = change_fixture_new ();
  b = answers_fixture_copy_of (self, "B");
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
  answers_fixture_put (self, b);

  c = answers_fixture_copy_of (self, "C");
  add (c, "Trial until", SC_ANSWER_DATE, TRUE)->purpose = SC_PURPOSE_TRIAL_END;
  add (c, "Source noted", SC_ANSWER_TICK, FALSE)->purpose = SC_PURPOSE_SOURCE;
  ((ScCriterion *) c->criteria->pdata[1])->is_asked_at_entry = TRUE;
  answers_fixture_put (self, c);

  d = answers_fixture_copy_of (self, "D");
  add (d, "Money received", SC_ANSWER_TICK, TRUE)->purpose = SC_PURPOSE_PAYMENTS;
  answers_fixture_put (self, d);

  change_fixture_publish (self->own);
  self->b = sc_version_find_stage_by_name (self->own->version, "B", NULL);
  self->trial_end = sc_version_find_stage_by_name (self->own->version, "C", NULL)->criteria->pdata[1];
}

void
answers_fixture_tear_down (AnswersFixture *self,
                           gconstpointer   data)
{
  change_fixture_free (self->own);
  sc_clock_set (0);
}

/* The first criterion of each stage is the fixture's. */
const ScCriterion *
answers_fixture_get (AnswersFixture *self,
                     guint           what)
{
  return self->b->criteria->pdata[what + 1];
}

ScDealCriterion *
answers_fixture_look (AnswersFixture    *self,
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

ScGateAnswers *
answers_fixture_say (ScGateAnswers     *answers,
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

void
answers_fixture_answer (AnswersFixture    *self,
                        gint64             id,
                        const ScCriterion *criterion,
                        const char        *typed)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  g_autoptr (ScGateAnswers) answers = answers_fixture_say (sc_gate_answers_new (), 0, criterion, typed);

  change_fixture_run (self->own, sc_command_answer (deal, answers));
}

ScCommand *
answers_fixture_move (AnswersFixture *self,
                      gint64          id,
                      const char     *stage,
                      ScGateAnswers  *answers)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);

  return sc_command_move_deal (deal, change_fixture_get_stage (self->own, stage), SC_PLACE_TOP, answers);
}

/* Nothing changes, and the message names what holds it. */
void
answers_fixture_hold (AnswersFixture *self,
                      ScCommand      *command,
                      const char     *named)
{
  g_autofree char *before = store_fixture_dump (self->own->base);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->own->store, NULL, &error);

  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_GATE);
  g_assert_null (outcome);
  g_assert_nonnull (strstr (error->message, named));
  store_fixture_assert_dump (self->own->base, before);
}

guint
answers_fixture_count_events (AnswersFixture *self,
                              gint64          id,
                              const char     *field,
                              const char     *note)
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
void
answers_fixture_go_there_and_back (AnswersFixture *self,
                                   ScCommand      *command)
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

void
answers_fixture_assert_extended (AnswersFixture *self,
                                 gint64          id,
                                 guint           n_times)
{
  g_autoptr (ScDealCriterion) row = answers_fixture_look (self, id, self->trial_end);

  g_assert_cmpuint (row->n_extensions, ==, n_times);
}

gboolean
answers_fixture_is_paid (AnswersFixture *self,
                         gint64          id,
                         guint           stage,
                         guint           position)
{
  g_autoptr (ScDealCriterion) row = answers_fixture_look (self, id, sc_version_get_stage (self->own->version, stage)->criteria->pdata[position]);

  return row->is_met;
}

gint64
answers_fixture_add_of_company (AnswersFixture *self,
                                const char     *company)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->own->process_id);
  deal->title = g_strdup ("Deal");
  deal->company = g_strdup (company);
  deal->stage_id = g_strdup (self->b->id);

  return change_fixture_run (self->own, sc_command_add_deal (deal));
}
