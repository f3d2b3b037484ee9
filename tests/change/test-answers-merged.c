/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where stages are merged, what was answered and used there goes along. */

#include "change/answers-fixture.h"
#include "change/change-fixture.h"

/* Two criteria that became one: what was told for the one that went is told for the
 * other. */
static void
test_merged_criteria (AnswersFixture *self,
                      gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  ScStage *b;
  ScCriterion *who, *signature;
  g_autoptr (ScDealCriterion) row = NULL;
  g_autoptr (ScDealCriterion) tick = NULL;
  g_autoptr (ScDealCriterion) gone = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScGateAnswers) none = sc_gate_answers_new ();

  answers_fixture_answer (self, id, answers_fixture_get (self, PROBLEM), "It breaks");
  answers_fixture_answer (self, id, answers_fixture_get (self, SIGNED), "yes");
  b = answers_fixture_copy_of (self, "B");
  who = b->criteria->pdata[WHO + 1];
  g_strfreev (who->was);
  who->was = g_strsplit (answers_fixture_get (self, PROBLEM)->id, " ", -1);
  signature = b->criteria->pdata[0];
  g_strfreev (signature->was);
  signature->was = g_strsplit (answers_fixture_get (self, SIGNED)->id, " ", -1);
  g_ptr_array_remove_index (b->criteria, SIGNED + 1);
  g_ptr_array_remove_index (b->criteria, PROBLEM + 1);
  answers_fixture_put (self, b);
  change_fixture_publish (self->own);
  b = sc_version_find_stage_by_name (self->own->version, "B", NULL);

  row = answers_fixture_look (self, id, b->criteria->pdata[1]);
  g_assert_cmpstr (row->answer->value, ==, "It breaks");
  tick = answers_fixture_look (self, id, b->criteria->pdata[0]);
  g_assert_true (tick->is_met);
  deal = change_fixture_load (self->own, id);
  sc_gate_answers_take_back (none, 0, row->criterion->id);
  sc_gate_answers_take_back (none, 0, tick->criterion->id);
  answers_fixture_go_there_and_back (self, sc_command_answer (deal, none));
  gone = answers_fixture_look (self, id, b->criteria->pdata[1]);
  g_assert_null (gone->answer);
  self->b = b;
}

/* Who has answered both loses neither: texts stand together, undone with the publishing. */
static void
test_merged_answers (AnswersFixture *self,
                     gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  gint64 same = change_fixture_add (self->own, "same", "B");
  ScStage *b;
  ScCriterion *who;
  g_autofree char *who_id = g_strdup (answers_fixture_get (self, WHO)->id);
  g_autofree char *problem_id = g_strdup (answers_fixture_get (self, PROBLEM)->id);
  g_autoptr (ScDealCriterion) row = NULL;
  g_autoptr (ScDealCriterion) other = NULL;
  g_autoptr (ScDealCriterion) before = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const ScDealEvent *event;

  answers_fixture_answer (self, id, answers_fixture_get (self, PROBLEM), "It breaks");
  answers_fixture_answer (self, id, answers_fixture_get (self, WHO), "The boss");
  answers_fixture_answer (self, same, answers_fixture_get (self, PROBLEM), "The boss");
  answers_fixture_answer (self, same, answers_fixture_get (self, WHO), "The boss");
  b = answers_fixture_copy_of (self, "B");
  who = b->criteria->pdata[WHO + 1];
  g_strfreev (who->was);
  who->was = g_strsplit (problem_id, " ", -1);
  g_ptr_array_remove_index (b->criteria, PROBLEM + 1);
  answers_fixture_put (self, b);
  change_fixture_publish (self->own);
  b = sc_version_find_stage_by_name (self->own->version, "B", NULL);
  self->b = b;

  row = answers_fixture_look (self, id, b->criteria->pdata[1]);
  g_assert_cmpstr (row->criterion->id, ==, who_id);
  g_assert_cmpstr (row->answer->value, ==, "The boss\nIt breaks");
  other = answers_fixture_look (self, same, b->criteria->pdata[1]);
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
  before = answers_fixture_look (self, id, b->criteria->pdata[1]);
  g_assert_cmpstr (before->answer->value, ==, "The boss");
}

/* What B asked in WHO's place takes the answers of PROBLEM along. */
static const ScCriterion *
merge_problem_into_who (AnswersFixture *self)
{
  g_autofree char *problem_id = g_strdup (answers_fixture_get (self, PROBLEM)->id);
  ScStage *b = answers_fixture_copy_of (self, "B");
  ScCriterion *who = b->criteria->pdata[WHO + 1];

  g_strfreev (who->was);
  who->was = g_strsplit (problem_id, " ", -1);
  g_ptr_array_remove_index (b->criteria, PROBLEM + 1);
  answers_fixture_put (self, b);
  change_fixture_publish (self->own);
  self->b = sc_version_find_stage_by_name (self->own->version, "B", NULL);

  return self->b->criteria->pdata[1];
}

static void
not_tell (AnswersFixture    *self,
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
take_over (AnswersFixture    *self,
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
test_merged_not_told (AnswersFixture *self,
                      gconstpointer   data)
{
  gint64 first = answers_fixture_add_of_company (self, "Works");
  gint64 silent = change_fixture_add (self->own, "silent", "B");
  gint64 open = answers_fixture_add_of_company (self, "Works");
  gint64 other = answers_fixture_add_of_company (self, "Mill");
  gint64 both = answers_fixture_add_of_company (self, "Mill");
  const ScCriterion *who;
  g_autoptr (ScDealCriterion) of_silent = NULL;
  g_autoptr (ScDealCriterion) of_open = NULL;
  g_autoptr (ScDealCriterion) of_both = NULL;

  answers_fixture_answer (self, first, answers_fixture_get (self, PROBLEM), "It breaks");
  answers_fixture_answer (self, other, answers_fixture_get (self, WHO), "The boss");
  not_tell (self, silent, answers_fixture_get (self, PROBLEM), "On leave");
  take_over (self, open, answers_fixture_get (self, PROBLEM));
  not_tell (self, both, answers_fixture_get (self, PROBLEM), "Said later");
  take_over (self, both, answers_fixture_get (self, WHO));

  who = merge_problem_into_who (self);
  of_silent = answers_fixture_look (self, silent, who);
  g_assert_cmpint (of_silent->state, ==, SC_ANSWER_STATE_NOT_TOLD);
  g_assert_cmpstr (of_silent->note, ==, "On leave");
  of_open = answers_fixture_look (self, open, who);
  g_assert_cmpint (of_open->state, ==, SC_ANSWER_STATE_OPEN);
  g_assert_cmpint (of_open->from_deal_id, ==, first);
  of_both = answers_fixture_look (self, both, who);
  g_assert_cmpint (of_both->state, ==, SC_ANSWER_STATE_NOT_TOLD);
  g_assert_cmpstr (of_both->note, ==, "Said later");
}

/* A trial that was extended once is asked why the next time, whatever its question is by
 * then. */
static void
test_merged_extensions (AnswersFixture *self,
                        gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "C");
  g_autofree char *was = g_strdup (self->trial_end->id);
  ScStage *c;
  ScCriterion *end;

  answers_fixture_answer (self, id, self->trial_end, "2027-01-10");
  answers_fixture_answer (self, id, self->trial_end, "2027-01-20");
  c = answers_fixture_copy_of (self, "C");
  end = c->criteria->pdata[1];
  g_free (end->id);
  end->id = g_uuid_string_random ();
  g_strfreev (end->was);
  end->was = g_strsplit (was, " ", -1);
  answers_fixture_put (self, c);
  change_fixture_publish (self->own);
  self->trial_end = sc_version_find_stage_by_name (self->own->version, "C", NULL)->criteria->pdata[1];
  answers_fixture_assert_extended (self, id, 1);
}

static char *
dup_used (AnswersFixture *self,
          gint64          id)
{
  g_autoptr (GPtrArray) uses = sc_store_list_tactic_uses (self->own->store, id, NULL);

  g_assert_cmpuint (uses->len, ==, 1);

  return g_strdup (((ScTacticUse *) uses->pdata[0])->tactic_id);
}

/* The same tactic of two stages that is there once now has been used as often as both. */
static void
test_merged_tactics (AnswersFixture *self,
                     gconstpointer   data)
{
  gint64 id = change_fixture_add (self->own, "deal", "B");
  g_autoptr (ScDeal) deal = change_fixture_load (self->own, id);
  ScStage *b = answers_fixture_copy_of (self, "B");
  g_autofree char *gone_id = g_strdup (sc_stage_add_tactic (b, "Too dear", "What is it compared with?")->id);
  g_autofree char *kept_id = NULL;
  g_autofree char *used = NULL;
  g_autofree char *used_again = NULL;

  answers_fixture_put (self, b);
  change_fixture_publish (self->own);
  b = answers_fixture_copy_of (self, "B");
  change_fixture_run (self->own, sc_command_use_tactic (deal, b->tactics->pdata[b->tactics->len - 1]));
  g_ptr_array_remove_index (b->tactics, b->tactics->len - 1);
  kept_id = g_strdup (sc_stage_add_tactic (b, "Too dear", "What is it compared with?")->id);
  answers_fixture_put (self, b);
  change_fixture_publish (self->own);
  self->b = sc_version_find_stage_by_name (self->own->version, "B", NULL);

  used = dup_used (self, id);
  g_assert_cmpstr (used, ==, kept_id);
  change_fixture_run (self->own, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  used_again = dup_used (self, id);
  g_assert_cmpstr (used_again, ==, gone_id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ANSWERS_FIXTURE_ADD ("merged-criteria", test_merged_criteria);
  ANSWERS_FIXTURE_ADD ("merged-answers", test_merged_answers);
  ANSWERS_FIXTURE_ADD ("merged-not-told", test_merged_not_told);
  ANSWERS_FIXTURE_ADD ("merged-extensions", test_merged_extensions);
  ANSWERS_FIXTURE_ADD ("merged-tactics", test_merged_tactics);

  return g_test_run ();
}
