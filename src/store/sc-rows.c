/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Frees the plain values that the store hands out beside processes, versions and deals. */

#include "store/sc-rows.h"

/**
 * sc_user_free:
 * @self: (transfer full): a row
 */
void
sc_user_free (ScUser *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * sc_stage_total_free:
 * @self: (transfer full): a row
 */
void
sc_stage_total_free (ScStageTotal *self)
{
  g_free (self->stage_id);
  g_free (self);
}

/**
 * sc_deal_event_free:
 * @self: (transfer full): a row
 */
void
sc_deal_event_free (ScDealEvent *self)
{
  g_free (self->user);
  g_free (self->change);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self->note);
  g_free (self->criterion_id);
  g_free (self->criterion);
  g_free (self);
}

/**
 * sc_payment_free:
 * @self: (transfer full): a row
 */
void
sc_payment_free (ScPayment *self)
{
  g_free (self->note);
  g_free (self);
}

/**
 * sc_activity_copy:
 * @self: a row
 *
 * Returns: (transfer full): a copy of it
 */
ScActivity *
sc_activity_copy (const ScActivity *self)
{
  ScActivity *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->result = g_strdup (self->result);

  return copy;
}

/**
 * sc_activity_free:
 * @self: (transfer full): a row
 */
void
sc_activity_free (ScActivity *self)
{
  g_free (self->title);
  g_free (self->result);
  g_free (self);
}

/**
 * sc_tactic_use_free:
 * @self: (transfer full): a row
 */
void
sc_tactic_use_free (ScTacticUse *self)
{
  g_free (self->tactic_id);
  g_free (self->user);
  g_free (self);
}

/**
 * sc_action_tick_free:
 * @self: (transfer full): a row
 */
void
sc_action_tick_free (ScActionTick *self)
{
  g_free (self->stage_id);
  g_free (self->action);
  g_free (self->user);
  g_free (self);
}

/**
 * sc_tick_free:
 * @self: (transfer full): a row
 */
void
sc_tick_free (ScTick *self)
{
  g_free (self->criterion_id);
  g_free (self->user);
  g_free (self->note);
  g_free (self);
}

/**
 * sc_answer_row_free:
 * @self: (transfer full): a row
 */
void
sc_answer_row_free (ScAnswerRow *self)
{
  g_free (self->criterion_id);
  g_clear_pointer (&self->answer, sc_answer_free);
  g_free (self->note);
  g_free (self->user);
  g_free (self);
}

/**
 * sc_deal_criterion_free:
 * @self: (transfer full): a row
 */
void
sc_deal_criterion_free (ScDealCriterion *self)
{
  g_clear_pointer (&self->stage, sc_stage_unref);
  g_clear_pointer (&self->answer, sc_answer_free);
  g_free (self->note);
  g_free (self->answered_by);
  g_free (self);
}

/**
 * sc_open_criterion_free:
 * @self: (transfer full): a row
 */
void
sc_open_criterion_free (ScOpenCriterion *self)
{
  sc_stage_unref (self->stage);
  g_free (self);
}

/**
 * sc_due_row_free:
 * @self: (transfer full): a row
 */
void
sc_due_row_free (ScDueRow *self)
{
  g_clear_pointer (&self->deal, sc_deal_unref);
  g_clear_pointer (&self->activity, sc_activity_free);
  g_clear_pointer (&self->payment, sc_payment_free);
  g_free (self->process_name);
  g_free (self->stage_name);
  g_free (self->next_stage_id);
  g_free (self->next_stage_name);
  g_free (self->from);
  g_free (self->criterion_id);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  g_free (self);
}

/**
 * sc_change_row_free:
 * @self: (transfer full): a row
 */
void
sc_change_row_free (ScChangeRow *self)
{
  g_free (self->user);
  g_free (self->name);
  g_free (self->process_id);
  g_free (self);
}

/**
 * sc_placed_deal_free:
 * @self: (transfer full): a row
 */
void
sc_placed_deal_free (ScPlacedDeal *self)
{
  sc_deal_unref (self->deal);
  g_free (self->process_name);
  g_free (self->stage_name);
  g_free (self);
}

/**
 * sc_timed_step_free:
 * @self: (transfer full): a row
 */
void
sc_timed_step_free (ScTimedStep *self)
{
  g_free (self->activity.title);
  g_free (self->process_id);
  g_free (self->deal_title);
  g_free (self->company);
  g_free (self);
}
