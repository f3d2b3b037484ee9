/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers what stages ask of a deal, where it stands; takes answers over from the
 * company's last deal, and confirms them. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"
#include "change/sc-gate-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-answer-write.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

typedef struct {
  ScDeal *deal;
  ScGateAnswers *answers; /* NULL where they are another deal's */
  GStrv criterion_ids;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  sc_deal_unref (self->deal);
  g_clear_pointer (&self->answers, sc_gate_answers_unref);
  g_strfreev (self->criterion_ids);
  g_free (self);
}

static ScDeal *
load (const Answer *self,
      ScWrite      *write,
      ScOutcome    *outcome,
      ScVersion   **version,
      GError      **error)
{
  g_autoptr (ScDeal) current = sc_deal_change_find (write, self->deal->id, self->deal->process_id, error);

  if (current == NULL)
    return NULL;

  *version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (*version == NULL)
    return NULL;

  outcome->row_id = current->id;

  return g_steal_pointer (&current);
}

/* What answers fill of the deal belongs to the same change. */
static gboolean
write_answers (ScWrite             *write,
               const ScVersion     *version,
               const ScDeal        *current,
               const ScGateAnswers *answers,
               GError             **error)
{
  g_autoptr (ScDeal) filled = sc_deal_copy (current);

  sc_gate_fill (answers, version, filled);

  return (filled->expected_close == current->expected_close || sc_write_save_deal (write, current, filled, NULL, error))
         && sc_gate_write_answers (answers, write, version, current->id, error);
}

static gboolean
run_answer (gpointer   data,
            ScWrite   *write,
            ScOutcome *outcome,
            GError   **error)
{
  const Answer *self = data;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScDeal) current = load (self, write, outcome, &version, error);

  return current != NULL
         && sc_gate_check (self->answers, version, current->id, NULL, error)
         && write_answers (write, version, current, self->answers, error);
}

static ScCommand *
answer_new (const ScDeal      *deal,
            ScGateAnswers     *answers,
            const char *const *criterion_ids,
            char              *name,
            ScCommandRun       run)
{
  Answer *self = g_new0 (Answer, 1);

  self->deal = sc_deal_copy (deal);
  self->answers = sc_gate_answers_ref (answers);
  self->criterion_ids = g_strdupv ((GStrv) criterion_ids);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id, name, run, self, answer_free),
                                deal->id);
}

/**
 * sc_command_answer:
 * @deal: a deal
 * @answers: what is told of it; a reason for going on without is not looked at
 *
 * Where somebody else has answered since, and it is required that nobody has, the command
 * fails with %SC_STORE_ERROR_CONFLICT.
 *
 * Returns: (transfer full): a command that answers what its stages ask, or takes answers
 *   back
 */
ScCommand *
sc_command_answer (const ScDeal  *deal,
                   ScGateAnswers *answers)
{
  char *name = sc_gate_answers_is_taking_back (answers)
               ? g_strdup_printf (C_("undo deal", "Take back an answer of “%s”"), deal->title)
               : g_strdup_printf (C_("undo deal", "Answer what is asked of “%s”"), deal->title);

  return answer_new (deal, answers, NULL, name, run_answer);
}

static const ScAnswerRow *
find_row (GPtrArray  *rows,
          const char *criterion_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (((ScAnswerRow *) rows->pdata[i])->criterion_id, criterion_id))
      return rows->pdata[i];

  return NULL;
}

/* What was answered stays: it is this deal's own. */
static gboolean
take_over_one (ScWrite         *write,
               const ScVersion *version,
               gint64           deal_id,
               GPtrArray       *offered,
               const char      *criterion_id,
               GError         **error)
{
  const ScCriterion *criterion = sc_gate_find_criterion (version, criterion_id);
  const ScAnswerRow *row = find_row (offered, criterion_id);
  g_autoptr (ScAnswerRow) before = NULL;
  ScAnswerRow taken = { 0 };

  if (!sc_gate_load_answer (write, deal_id, criterion_id, &before, error))
    return FALSE;
  if (criterion == NULL || row == NULL)
    return sc_command_refuse (error, SC_STORE_ERROR_NOT_FOUND, _("The company’s last deal has no such answer any more."));
  if (before != NULL && before->from_deal_id == 0)
    return sc_command_refuse (error, SC_STORE_ERROR_CONFLICT, _("The question was answered meanwhile. Look at the answer."));
  if (!sc_answer_fits (row->answer, criterion, error))
    return FALSE;

  taken = *row;
  taken.from_deal_id = row->deal_id;

  return sc_write_save_answer (write, deal_id, before, &taken, error);
}

static gboolean
run_take_over (gpointer   data,
               ScWrite   *write,
               ScOutcome *outcome,
               GError   **error)
{
  const Answer *self = data;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScDeal) current = load (self, write, outcome, &version, error);
  g_autoptr (GPtrArray) offered = NULL;

  if (current == NULL)
    return FALSE;

  offered = sc_store_list_offered_answers (sc_write_get_store (write), current->id, error);
  for (guint i = 0; offered != NULL && self->criterion_ids[i] != NULL; i++)
    if (!take_over_one (write, version, current->id, offered, self->criterion_ids[i], error))
      return FALSE;

  return offered != NULL;
}

/**
 * sc_command_take_over_answers:
 * @deal: a deal
 * @criterion_ids: questions that the last deal of its company has answered
 *
 * What is taken over counts only when it is confirmed.
 *
 * Returns: (transfer full): a command that takes over what
 *   sc_store_list_offered_answers() offers for them
 */
ScCommand *
sc_command_take_over_answers (const ScDeal      *deal,
                              const char *const *criterion_ids)
{
  return answer_new (deal, NULL, criterion_ids,
                     g_strdup_printf (C_("undo deal", "Take over answers for “%s”"), deal->title),
                     run_take_over);
}

/* Other criteria fill nothing; the first that does is confirmed first. */
static void
fill (const ScVersion   *version,
      const ScCriterion *criterion,
      const ScAnswerRow *row,
      ScDeal            *deal)
{
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();

  sc_gate_answers_answer (answers, 0, criterion->id, row->answer, NULL);
  sc_gate_fill (answers, version, deal);
}

static gboolean
confirm_one (ScWrite         *write,
             const ScVersion *version,
             ScDeal          *filled,
             const char      *criterion_id,
             GError         **error)
{
  const ScCriterion *criterion = sc_gate_find_criterion (version, criterion_id);
  g_autoptr (ScAnswerRow) row = NULL;

  if (!sc_gate_load_answer (write, filled->id, criterion_id, &row, error))
    return FALSE;
  if (criterion == NULL || row == NULL)
    return sc_command_refuse (error, SC_STORE_ERROR_CONFLICT,
                              _("What was taken over is not there any more. Look at the questions as they are now."));
  if (row->from_deal_id == 0)
    return TRUE;

  fill (version, criterion, row, filled);

  return sc_answer_fits (row->answer, criterion, error) && sc_gate_write_confirmed (write, criterion, row, error);
}

static gboolean
run_confirm (gpointer   data,
             ScWrite   *write,
             ScOutcome *outcome,
             GError   **error)
{
  const Answer *self = data;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScDeal) current = load (self, write, outcome, &version, error);
  g_autoptr (ScDeal) filled = NULL;

  if (current == NULL)
    return FALSE;

  filled = sc_deal_copy (current);
  for (guint i = 0; self->criterion_ids[i] != NULL; i++)
    if (!confirm_one (write, version, filled, self->criterion_ids[i], error))
      return FALSE;

  return filled->expected_close == current->expected_close || sc_write_save_deal (write, current, filled, NULL, error);
}

/**
 * sc_command_confirm_answers:
 * @deal: a deal
 * @criterion_ids: questions whose answers were taken over from another deal
 *
 * Returns: (transfer full): a command that makes these answers the deal's own; what is
 *   its own already stays
 */
ScCommand *
sc_command_confirm_answers (const ScDeal      *deal,
                            const char *const *criterion_ids)
{
  return answer_new (deal, NULL, criterion_ids, g_strdup_printf (C_("undo deal", "Confirm answers of “%s”"), deal->title),
                     run_confirm);
}

/**
 * sc_command_tick:
 * @deal: a deal
 * @criterion_ids: exit criteria without a question
 * @is_ticked: whether they hold
 *
 * Returns: (transfer full): a command that ticks the criteria for the deal, or
 *   unticks them
 */
ScCommand *
sc_command_tick (const ScDeal      *deal,
                 const char *const *criterion_ids,
                 gboolean           is_ticked)
{
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();
  g_autoptr (ScAnswer) answer = sc_answer_new_yes_no (is_ticked);
  char *name = is_ticked ? g_strdup_printf (C_("undo deal", "Tick exit criteria of “%s”"), deal->title)
                         : g_strdup_printf (C_("undo deal", "Untick exit criteria of “%s”"), deal->title);

  for (guint i = 0; criterion_ids[i] != NULL; i++)
    sc_gate_answers_answer (answers, 0, criterion_ids[i], answer, NULL);

  return answer_new (deal, answers, NULL, name, run_answer);
}
