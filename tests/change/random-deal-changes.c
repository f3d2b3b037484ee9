/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/random-deal-changes.h"

#include "model/sc-edit.h"
#include "store/sc-deleted.h"

gpointer
random_changes_pick (GPtrArray *list)
{
  return list != NULL && list->len > 0 ? list->pdata[g_test_rand_int_range (0, (int) list->len)] : NULL;
}

ScDeal *
random_changes_pick_deal (ChangeFixture *self)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (GPtrArray) deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);
  ScDeal *deal = random_changes_pick (deals);

  return deal != NULL ? sc_deal_ref (deal) : NULL;
}

const char *
random_changes_pick_stage (ChangeFixture *self)
{
  return ((ScStage *) random_changes_pick (self->version->stages))->id;
}

static ScCommand *
edit_deal (ChangeFixture *self,
           const ScDeal  *deal)
{
  g_autoptr (ScDeal) edited = sc_deal_copy (deal);
  ScDealFields fields = (ScDealFields) g_test_rand_int_range (1, SC_DEAL_FIELD_NOTES << 1);

  g_set_str (&edited->title, "Another title");
  g_set_str (&edited->company, g_test_rand_bit () ? "Company 3" : NULL);
  g_set_str (&edited->person, g_test_rand_bit () ? "Bob" : "Ann");
  g_set_str (&edited->owner, g_test_rand_bit () ? "Rep" : NULL);
  edited->owner_id = 0;
  edited->value = sc_money_new (g_test_rand_int_range (1, 100000), "EUR");
  edited->probability = g_test_rand_bit () ? -1 : 0.25;
  g_set_str (&edited->label, "hot");
  g_set_str (&edited->notes, g_test_rand_bit () ? "some notes" : "");
  edited->started = sc_clock_today () - 5;
  edited->expected_close = sc_clock_today () + (guint) g_test_rand_int_range (0, 40);

  return sc_command_edit_deal (deal, edited, fields);
}

ScCommand *
random_changes_of_payments (ChangeFixture *self,
                            const ScDeal  *deal)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (self->store, deal->id, NULL);
  ScPayment *payment = random_changes_pick (payments);
  ScPayment other = { .amount = sc_money_new (g_test_rand_int_range (1, 9999), "EUR"), .due = sc_clock_today () };

  if (payment == NULL || g_test_rand_bit ())
    return sc_command_add_payment (deal, &other);
  if (g_test_rand_bit ())
    return sc_command_remove_payment (payment);

  other = *payment;
  other.paid_on = g_test_rand_bit () ? sc_clock_today () : SC_DATE_NONE;
  other.amount.minor++;

  return sc_command_edit_payment (payment, &other);
}

static ScCommand *
change_activities (ChangeFixture *self,
                   const ScDeal  *deal)
{
  g_autoptr (GPtrArray) activities = sc_store_list_activities (self->store, deal->id, NULL);
  ScActivity *activity = random_changes_pick (activities);
  ScActivity other;

  if (activity == NULL || g_test_rand_bit ())
    return sc_command_add_activity (deal, "Call", g_test_rand_bit () ? sc_clock_today () : SC_DATE_NONE);
  if (g_test_rand_bit ())
    return sc_command_complete_activity (activity);
  if (g_test_rand_bit ())
    return sc_command_remove_activity (activity);

  other = *activity;
  other.due = sc_clock_today () + 3;

  return sc_command_edit_activity (activity, &other);
}

static ScCommand *
undelete_deals (ChangeFixture *self,
                const ScDeal  *deal)
{
  g_autoptr (GPtrArray) deletions = sc_store_list_deletions (self->store, NULL, 0, 20, NULL, NULL);
  g_autoptr (GArray) ids = NULL;
  ScDeletion *deletion = random_changes_pick (deletions);

  if (deletion == NULL || deletion->deal == NULL)
    return sc_command_delete_deal (deal);

  ids = sc_store_list_deleted_with (self->store, deletion->change_id, NULL);
  g_assert_cmpuint (ids->len, ==, deletion->n_deals);
  if (g_test_rand_bit ())
    return sc_command_undelete_deal (deletion->deal, g_test_rand_bit () ? random_changes_pick_stage (self) : NULL);

  return sc_command_undelete_deals ((gint64 *) (gpointer) ids->data, ids->len, random_changes_pick_stage (self));
}

/* Of a stage that has one. */
static const ScTactic *
pick_tactic (ChangeFixture *self)
{
  g_autoptr (GPtrArray) tactics = g_ptr_array_new ();

  for (guint i = 0; i < self->version->stages->len; i++)
    g_ptr_array_extend (tactics, sc_version_get_stage (self->version, i)->tactics, NULL, NULL);

  return random_changes_pick (tactics);
}

static ScCommand *
use_tactic (ChangeFixture *self,
            const ScDeal  *deal)
{
  const ScTactic *tactic = pick_tactic (self);

  return tactic != NULL ? sc_command_use_tactic (deal, tactic) : change_activities (self, deal);
}

static ScCommand *
tick_action (ChangeFixture *self,
             const ScDeal  *deal)
{
  const ScStage *stage = random_changes_pick (self->version->stages);

  return stage->actions[0] != NULL ? sc_command_tick_action (deal, stage->id, stage->actions[0], g_test_rand_bit ())
                                   : use_tactic (self, deal);
}

static ScRefusalPlan *
make_plan (ChangeFixture *self,
           const ScDeal  *deal)
{
  ScRefusalPlan *plan = g_new0 (ScRefusalPlan, 1);

  plan->kind = (ScRefusalKind) g_test_rand_int_range (0, SC_N_REFUSAL_KINDS);
  plan->until = sc_clock_today () + 1;
  plan->ends_early = deal->status == SC_DEAL_WON;
  plan->stage_id = g_test_rand_bit () ? g_strdup (random_changes_pick_stage (self)) : NULL;

  return plan;
}

static ScCommand *
refuse_deal (ChangeFixture *self,
             const ScDeal  *deal)
{
  g_autoptr (ScRefusalPlan) plan = make_plan (self, deal);

  return sc_command_refuse_deal (deal, plan, g_test_rand_bit () ? "Price" : NULL, NULL);
}

static ScCommand *
refuse_deals (ChangeFixture *self,
              const ScDeal  *deal,
              const ScDeal  *other)
{
  g_autoptr (ScRefusalPlan) plan = g_test_rand_bit () ? make_plan (self, deal) : NULL;
  gint64 ids[2] = { deal->id, other->id };

  return sc_command_refuse_deals (ids, deal->id == other->id ? 1 : 2, plan, g_test_rand_bit () ? "Price" : NULL, NULL);
}

/* One for each type of question, some required, some of them when a deal comes in. */
void
random_changes_ask_for_more (ChangeFixture *self)
{
  static const char *const choices[] = { "Mail", "Phone", NULL };
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScVersion) version = sc_version_copy (self->version);

  for (guint i = 0; i < self->version->stages->len; i++)
    {
      g_autoptr (ScStage) stage = sc_stage_copy (sc_version_get_stage (version, i));

      g_strfreev (stage->actions);
      stage->actions = g_strdupv ((char *[]) { (char *) "Call", NULL });
      for (guint j = 0; j < SC_N_ANSWER_TYPES; j++)
        {
          g_autofree char *text = g_strdup_printf ("Question %u", j);
          ScCriterion *criterion = sc_stage_add_criterion (stage, text);

          criterion->type = (ScAnswerType) j;
          criterion->is_required = (i + j) % 7 == 0;
          criterion->is_asked_at_entry = (i + j) % 14 == 0;
          criterion->purpose = j == SC_ANSWER_DATE ? SC_PURPOSE_DECISION_DAY : SC_PURPOSE_NONE;
          if (j == SC_ANSWER_CHOICE)
            {
              g_strfreev (criterion->choices);
              criterion->choices = g_strdupv ((GStrv) choices);
            }
        }
      sc_version_do (&version, edits, sc_edit_replace_stage (version, stage), NULL);
    }

  change_fixture_run (self, sc_command_edit_version (self->process_id, "Ask", edits));
  change_fixture_publish (self);
}

static const ScCriterion *
pick_criterion (ChangeFixture *self)
{
  const ScStage *stage = random_changes_pick (self->version->stages);

  return random_changes_pick (stage->criteria);
}

static ScAnswer *
make_answer (const ScCriterion *criterion)
{
  static const char *const typed[SC_N_ANSWER_TYPES][2] = {
    [SC_ANSWER_TICK] = { "yes", "no" }, [SC_ANSWER_TEXT] = { "It breaks", "{deal.title}" },
    [SC_ANSWER_CHOICE] = { "mail", "phone" }, [SC_ANSWER_NUMBER] = { "1.5", "-7" },
    [SC_ANSWER_MONEY] = { "100 EUR", "5 JPY" }, [SC_ANSWER_DATE] = { "2027-01-15", "2026-12-01" },
    [SC_ANSWER_YES_NO] = { "yes", "no" },
  };

  return sc_answer_parse (criterion, typed[criterion->type][g_test_rand_bit () ? 1 : 0], NULL);
}

/* What is told of all deals of a change, and sometimes why one goes on without more. */
static ScGateAnswers *
make_answers (ChangeFixture *self)
{
  ScGateAnswers *answers = sc_gate_answers_new ();

  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      const ScCriterion *criterion = pick_criterion (self);
      g_autoptr (ScAnswer) answer = make_answer (criterion);
      int what = g_test_rand_int_range (0, 5);

      if (what == 0)
        sc_gate_answers_take_back (answers, 0, criterion->id);
      else if (what == 1)
        sc_gate_answers_not_tell (answers, 0, criterion->id, "said later");
      else
        sc_gate_answers_answer (answers, 0, criterion->id, answer, g_test_rand_bit () ? "noted" : NULL);
    }
  if (g_test_rand_bit ())
    sc_gate_answers_set_override (answers, "no time");

  return answers;
}

static ScCommand *
answer (ChangeFixture *self,
        const ScDeal  *deal)
{
  g_autoptr (ScGateAnswers) answers = make_answers (self);
  const char *criteria[] = { pick_criterion (self)->id, pick_criterion (self)->id, NULL };

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return sc_command_take_over_answers (deal, criteria);
    case 1:
      return sc_command_confirm_answers (deal, criteria);
    default:
      return sc_command_answer (deal, answers);
    }
}

ScCommand *
random_changes_of_deal (ChangeFixture *self,
                        const ScDeal  *deal)
{
  g_autoptr (ScDeal) other = random_changes_pick_deal (self);
  gint64 ids[2] = { deal->id, other->id };
  const ScStage *stage = sc_version_find_stage (self->version, deal->stage_id, NULL);
  const ScCriterion *criterion = (stage != NULL ? stage : (ScStage *) random_changes_pick (self->version->stages))->criteria->pdata[0];
  const char *criteria[] = { criterion->id, NULL };
  g_autoptr (ScGateAnswers) ticked = sc_gate_answers_new_ticked (criteria);
  g_autoptr (ScGateAnswers) told = make_answers (self);

  switch (g_test_rand_int_range (0, 26))
    {
    case 0:
      return edit_deal (self, deal);
    case 1:
      return sc_command_delete_deal (deal);
    case 2:
      return sc_command_move_deal (deal, random_changes_pick_stage (self), g_test_rand_bit () ? other->id : -1, told);
    case 3:
      return sc_command_move_deal (deal, random_changes_pick_stage (self), other->id, ticked);
    case 4:
      return sc_command_move_deals (ids, deal->id == other->id ? 1 : 2, random_changes_pick_stage (self),
                                    g_test_rand_bit () ? ticked : told);
    case 5:
      return sc_command_win_deal (deal, told);
    case 6:
      return sc_command_lose_deal (deal, g_test_rand_bit () ? "Price" : NULL);
    case 7:
      return sc_command_complete_deal (deal, told);
    case 8:
      return sc_command_reopen_deal (deal);
    case 9:
      return sc_command_tick (deal, criteria, g_test_rand_bit ());
    case 10:
      return random_changes_of_payments (self, deal);
    case 11:
      return refuse_deals (self, deal, other);
    case 12:
      return sc_command_complete_deals (ids, deal->id == other->id ? 1 : 2, g_test_rand_bit () ? ticked : NULL);
    case 13:
      return sc_command_delete_deals (ids, deal->id == other->id ? 1 : 2);
    case 14:
    case 15:
      return undelete_deals (self, deal);
    case 16:
      return sc_command_park_deal (deal, sc_clock_today () + 1, g_test_rand_bit () ? "later" : NULL);
    case 17:
      return sc_command_unpark_deal (deal);
    case 18:
      return refuse_deal (self, deal);
    case 19:
      return use_tactic (self, deal);
    case 20:
    case 21:
    case 22:
      return answer (self, deal);
    case 23:
    case 24:
      return tick_action (self, deal);
    default:
      return change_activities (self, deal);
    }
}
