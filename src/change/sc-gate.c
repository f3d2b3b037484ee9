/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask of a deal before it goes on. What is told is written, each with its
 * event. What is required and open then holds the deal, unless somebody says why it goes
 * on without; what is only advised goes into the history as left open. */

#include "change/sc-gate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-name.h"
#include "store/sc-answer-write.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-deal-write.h"

/* Longer ones are a mistake, wherever they come from. */
#define MAX_NOTE (1024 * 1024)

static const ScCriterion *
find_in_stage (const ScStage *stage,
               const char    *criterion_id)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    if (g_str_equal (((ScCriterion *) stage->criteria->pdata[i])->id, criterion_id))
      return stage->criteria->pdata[i];

  return NULL;
}

/**
 * sc_gate_find_criterion:
 * @version: the published version of a process
 * @criterion_id: an exit criterion
 *
 * Returns: (transfer none) (nullable): the criterion
 */
const ScCriterion *
sc_gate_find_criterion (const ScVersion *version,
                        const char      *criterion_id)
{
  const ScCriterion *criterion = NULL;

  for (guint i = 0; criterion == NULL && i < version->stages->len; i++)
    criterion = find_in_stage (sc_version_get_stage (version, i), criterion_id);

  return criterion;
}

static gboolean
check_note (const char *note,
            GError    **error)
{
  if (strlen (note) <= MAX_NOTE && g_utf8_validate (note, -1, NULL))
    return TRUE;

  return sc_command_refuse (error, SC_STORE_ERROR_INVALID,
                            _("A note is too long, or not valid Unicode. A megabyte is the most that is kept."));
}

static gboolean
check_override (const char *reason,
                GError    **error)
{
  if (reason == NULL)
    return TRUE;
  if (!check_note (reason, error))
    return FALSE;

  return !sc_text_is_blank (reason)
         || sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("Say why the deal goes on without what is required."));
}

static gboolean
is_of_stages (const ScVersion   *version,
              const char *const *stage_ids,
              const char        *criterion_id)
{
  if (stage_ids == NULL)
    return sc_gate_find_criterion (version, criterion_id) != NULL;

  for (guint i = 0; stage_ids[i] != NULL; i++)
    {
      const ScStage *stage = sc_version_find_stage (version, stage_ids[i], NULL);

      if (stage != NULL && find_in_stage (stage, criterion_id) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_one (const ScGateAnswer *told,
           const ScVersion    *version,
           GError            **error)
{
  const ScCriterion *criterion = sc_gate_find_criterion (version, told->criterion_id);

  if (!check_note (told->note, error))
    return FALSE;
  if (told->state == SC_ANSWER_STATE_ANSWERED)
    return sc_answer_fits (told->answer, criterion, error);
  if (told->state == SC_ANSWER_STATE_OPEN || criterion->type != SC_ANSWER_TICK)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               /* Translators: %s is an exit criterion */
               _("“%s” does not ask the client anything, so there is nothing they did not tell."), criterion->text);

  return FALSE;
}

/**
 * sc_gate_check:
 * @answers: (nullable): what is told
 * @version: the published version of the deal's process
 * @deal_id: the deal
 * @stage_ids: (nullable): the stages whose criteria they are said to be, %NULL for
 *   whichever stages of the version
 * @error: %SC_STORE_ERROR_NOT_FOUND where one is not, %SC_MODEL_ERROR_INVALID or
 *   %SC_STORE_ERROR_INVALID where it can't be answered so
 *
 * Returns: whether what is told of the deal makes sense
 */
gboolean
sc_gate_check (const ScGateAnswers *answers,
               const ScVersion     *version,
               gint64               deal_id,
               const char *const   *stage_ids,
               GError             **error)
{
  g_autoptr (GPtrArray) list = sc_gate_answers_list (answers, deal_id);

  for (guint i = 0; i < list->len; i++)
    {
      const ScGateAnswer *told = list->pdata[i];

      if (!is_of_stages (version, stage_ids, told->criterion_id))
        return sc_command_refuse (error, SC_STORE_ERROR_NOT_FOUND,
                                  stage_ids == NULL
                       ? _("An exit criterion is not in the published process any more. Look at what it asks for now.")
                       : _("An exit criterion is not one of the deal’s stage any more. Look at what it asks for now."));
      if (!check_one (told, version, error))
        return FALSE;
    }

  return check_override (sc_gate_answers_get_override (answers), error);
}

static void
fill_from (const ScCriterion *criterion,
           const ScAnswer    *answer,
           ScDeal            *deal)
{
  if (criterion->purpose == SC_PURPOSE_DECISION_DAY && deal->expected_close == SC_DATE_NONE)
    deal->expected_close = sc_answer_get_date (answer);
}

/**
 * sc_gate_fill:
 * @answers: (nullable): what is told
 * @version: the published version of the deal's process
 * @deal: a deal, changed in place before it is saved
 *
 * The day on which the client decides fills an empty expected close.
 */
void
sc_gate_fill (const ScGateAnswers *answers,
              const ScVersion     *version,
              ScDeal              *deal)
{
  g_autoptr (GPtrArray) list = sc_gate_answers_list (answers, deal->id);

  for (guint i = 0; i < list->len; i++)
    {
      const ScGateAnswer *told = list->pdata[i];
      const ScCriterion *criterion = sc_gate_find_criterion (version, told->criterion_id);

      if (criterion != NULL && told->answer != NULL)
        fill_from (criterion, told->answer, deal);
    }
}

/* As the history has it. */
static const char *
get_event_value (const ScAnswerRow *row)
{
  if (row == NULL || row->from_deal_id != 0)
    return NULL;

  return row->answer != NULL ? row->answer->value : sc_answer_state_get_id (row->state);
}

gboolean
sc_gate_write_answer_event (ScWrite           *write,
                            gint64             deal_id,
                            const ScCriterion *criterion,
                            const ScAnswerRow *before,
                            const ScAnswerRow *after,
                            GError           **error)
{
  const ScNewEvent event = {
    .deal_id = deal_id,
    .field = "answer",
    .old_value = get_event_value (before),
    .new_value = get_event_value (after),
    .note = after != NULL && after->note[0] != '\0' ? after->note : NULL,
    .criterion_id = criterion->id,
    .criterion_text = criterion->text,
    .answer_type = sc_answer_type_get_id (criterion->type),
  };

  /* What was taken over and not confirmed has never counted. */
  return (event.old_value == NULL && event.new_value == NULL) || sc_write_insert_event (write, &event, error);
}

/* What somebody else has answered meanwhile is not written over, unless it is the same. */
static gboolean
check_revision (const ScGateAnswer *told,
                const ScCriterion  *criterion,
                gint64              revision,
                GError            **error)
{
  if (told->seen_revision == SC_ANY_REVISION || told->seen_revision == revision)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
               /* Translators: %s is a question */
               _("“%s” was answered meanwhile, in another window or by another program. "
                 "Look at the answer, then repeat this."), criterion->text);

  return FALSE;
}

static gboolean
is_same (const ScAnswerRow  *before,
         const ScGateAnswer *told)
{
  if (before == NULL)
    return told->state == SC_ANSWER_STATE_OPEN;

  return before->state == told->state && before->from_deal_id == 0 && sc_answer_equal (before->answer, told->answer)
         && g_str_equal (before->note, told->note);
}

/**
 * sc_gate_load_answer:
 * @write: a write
 * @deal_id: a deal
 * @criterion_id: an exit criterion
 * @row: (out) (nullable) (transfer full): its answer, %NULL where there is none
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_gate_load_answer (ScWrite      *write,
                     gint64        deal_id,
                     const char   *criterion_id,
                     ScAnswerRow **row,
                     GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  *row = sc_write_load_answer (write, deal_id, criterion_id, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Once a trial is extended on the client's word; from then on somebody says why. */
static gboolean
check_extension (const ScGateAnswer *told,
                 ScWrite            *write,
                 const ScCriterion  *criterion,
                 gint64              deal_id,
                 const ScAnswerRow  *before,
                 GError            **error)
{
  guint n_extensions = 0;

  if (criterion->purpose != SC_PURPOSE_TRIAL_END || before == NULL || before->from_deal_id != 0
      || !sc_answer_is_later (told->answer, before->answer) || !sc_text_is_blank (told->note))
    return TRUE;
  if (!sc_write_count_extensions (write, deal_id, criterion, &n_extensions, error))
    return FALSE;
  if (n_extensions == 0)
    return TRUE;

  return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("The trial was extended before. Say why it is extended once more."));
}

static gboolean
write_question (const ScGateAnswer *told,
                ScWrite            *write,
                const ScCriterion  *criterion,
                gint64              deal_id,
                GError            **error)
{
  g_autoptr (ScAnswerRow) before = NULL;
  ScAnswerRow after = {
    .criterion_id = criterion->id, .state = told->state, .type = criterion->type,
    .answer = told->answer, .note = told->note,
  };
  const ScAnswerRow *wanted = told->state != SC_ANSWER_STATE_OPEN ? &after : NULL;

  if (!sc_gate_load_answer (write, deal_id, criterion->id, &before, error))
    return FALSE;
  if (is_same (before, told))
    return TRUE;

  return check_revision (told, criterion, before != NULL ? before->revision : 0, error)
         && check_extension (told, write, criterion, deal_id, before, error)
         && sc_write_save_answer (write, deal_id, before, wanted, error)
         && sc_gate_write_answer_event (write, deal_id, criterion, before, wanted, error);
}

/**
 * sc_gate_tick:
 * @write: a write
 * @deal_id: a deal
 * @criterion: an exit criterion without a question
 * @is_ticked: whether it is to be ticked
 * @note: why it holds, where nobody can see it; it stands in the history beside the
 *   tick; where it is empty, what was said before stays
 * @error: why it failed
 *
 * Returns: whether it is so now
 */
gboolean
sc_gate_tick (ScWrite           *write,
              gint64             deal_id,
              const ScCriterion *criterion,
              gboolean           is_ticked,
              const char        *note,
              GError           **error)
{
  const ScNewEvent event = {
    .deal_id = deal_id,
    .field = "criterion",
    .old_value = is_ticked ? NULL : criterion->id,
    .new_value = is_ticked ? criterion->id : NULL,
    .note = criterion->text,
  };
  ScNewEvent reason = {
    .deal_id = deal_id,
    .field = "answer",
    .new_value = "yes",
    .note = note,
    .criterion_id = criterion->id,
    .criterion_text = criterion->text,
    .answer_type = sc_answer_type_get_id (SC_ANSWER_YES_NO),
  };
  gboolean has_changed, is_noted;

  if (!sc_write_tick (write, deal_id, criterion->id, is_ticked, note, &has_changed, &is_noted, error))
    return FALSE;

  reason.old_value = has_changed ? NULL : "yes";

  return (!has_changed || sc_write_insert_event (write, &event, error))
         && (!is_noted || sc_write_insert_event (write, &reason, error));
}

static gboolean
write_tick (const ScGateAnswer *told,
            ScWrite            *write,
            const ScCriterion  *criterion,
            gint64              deal_id,
            GError            **error)
{
  gboolean is_ticked = told->state == SC_ANSWER_STATE_ANSWERED && sc_answer_is_yes (told->answer);

  return sc_gate_tick (write, deal_id, criterion, is_ticked, told->note, error);
}

/**
 * sc_gate_write_answers:
 * @answers: (nullable): what is told, which sc_gate_check() has passed
 * @write: a write
 * @version: the published version of the deal's process
 * @deal_id: the deal
 * @error: %SC_STORE_ERROR_CONFLICT where somebody else has answered meanwhile
 *
 * Returns: whether it is written
 */
gboolean
sc_gate_write_answers (const ScGateAnswers *answers,
                       ScWrite             *write,
                       const ScVersion     *version,
                       gint64               deal_id,
                       GError             **error)
{
  g_autoptr (GPtrArray) list = sc_gate_answers_list (answers, deal_id);

  for (guint i = 0; i < list->len; i++)
    {
      const ScGateAnswer *told = list->pdata[i];
      const ScCriterion *criterion = sc_gate_find_criterion (version, told->criterion_id);

      if (!(criterion->type == SC_ANSWER_TICK ? write_tick (told, write, criterion, deal_id, error)
                                              : write_question (told, write, criterion, deal_id, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_gate_write_confirmed:
 * @write: a write
 * @criterion: the question
 * @row: its answer, which was taken over for a deal
 * @error: why it can't be written
 *
 * Returns: whether it counts now
 */
gboolean
sc_gate_write_confirmed (ScWrite           *write,
                         const ScCriterion *criterion,
                         const ScAnswerRow *row,
                         GError           **error)
{
  ScAnswerRow confirmed = *row;

  confirmed.from_deal_id = 0;

  return sc_write_save_answer (write, row->deal_id, row, &confirmed, error)
         && sc_gate_write_answer_event (write, row->deal_id, criterion, row, &confirmed, error);
}

/* Left open on purpose: an advised criterion with its text, a required one with the
 * reason. */
static gboolean
record_open (ScWrite               *write,
             const ScDealCriterion *row,
             const char            *reason,
             GError               **error)
{
  const ScNewEvent event = {
    .deal_id = row->deal_id,
    .field = "overridden",
    .new_value = row->criterion->id,
    .note = reason != NULL ? reason : row->criterion->text,
    .criterion_id = row->criterion->id,
    .criterion_text = reason != NULL ? row->criterion->text : NULL,
  };

  return sc_write_insert_event (write, &event, error);
}

static gboolean
refuse_to_pass (const ScDeal *deal,
                GPtrArray    *names,
                GError      **error)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (_(", "), (char **) names->pdata);
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_GATE,
               /* Translators: a deal, then what it lacks, in quotes */
               _("“%1$s” can’t go on yet. What is required is open: %2$s. "
                 "Answer it, or say why the deal goes on without."),
               deal->title, list);

  return FALSE;
}

/* Of the stage that is left all of it, of the one that is entered what is required there
 * when a deal comes in. */
static gboolean
is_asked (const ScDealCriterion *row,
          const ScStage         *left)
{
  return !row->is_met
         && (row->stage == left || (row->criterion->is_required && row->criterion->is_asked_at_entry));
}

static gboolean
look_at_open (ScWrite      *write,
              GPtrArray    *rows,
              const ScDeal *deal,
              const char   *reason,
              GError      **error)
{
  g_autoptr (GPtrArray) holding = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      const ScDealCriterion *row = rows->pdata[i];
      gboolean is_required = row->criterion->is_required;

      if (is_required && reason == NULL)
        /* Translators: an exit criterion's text in quotes */
        g_ptr_array_add (holding, g_strdup_printf (C_("list", "“%s”"), row->criterion->text));
      else if (!record_open (write, row, is_required ? reason : NULL, error))
        return FALSE;
    }

  return holding->len == 0 || refuse_to_pass (deal, holding, error);
}

/**
 * sc_gate_pass:
 * @answers: (nullable): what is told, which sc_gate_check() has passed
 * @write: a write
 * @version: the published version of the deal's process
 * @deal: a deal as it stands in the stage that it goes on from
 * @entered_id: the stage that it goes to, which may be its own
 * @error: %SC_STORE_ERROR_GATE, with the names of what is required and open, where
 *   nobody says why it goes on without
 *
 * Writes what is told. Required criteria of both stages that are left open are recorded
 * with the reason, advised ones of the stage that is left by themselves.
 *
 * Returns: whether the deal may go on
 */
gboolean
sc_gate_pass (const ScGateAnswers *answers,
              ScWrite             *write,
              const ScVersion     *version,
              const ScDeal        *deal,
              const char          *entered_id,
              GError             **error)
{
  ScStage *left = sc_version_find_stage (version, deal->stage_id, NULL);
  ScStage *entered = sc_version_find_stage (version, entered_id, NULL);
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;

  if (left != NULL)
    g_ptr_array_add (stages, left);
  if (entered != NULL && entered != left)
    g_ptr_array_add (stages, entered);
  if (!sc_gate_write_answers (answers, write, version, deal->id, error))
    return FALSE;

  rows = sc_write_list_deal_criteria (write, version, stages, deal->id, error);
  if (rows == NULL)
    return FALSE;

  for (guint i = rows->len; i > 0; i--)
    if (!is_asked (rows->pdata[i - 1], left))
      g_ptr_array_remove_index (rows, i - 1);

  return look_at_open (write, rows, deal, sc_gate_answers_get_override (answers), error);
}
