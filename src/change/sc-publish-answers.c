/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where exit criteria became one, what deals have told for the ones that went is told for
 * the one that stays. Of a deal that has told both, nothing is lost: texts are put
 * together; of other answers the later one stands, and the history has the other. An
 * answer goes before what the client did not tell, and both before what was taken over
 * from another deal and nobody has confirmed. */

#include "change/sc-publish-private.h"

#include "change/sc-gate-private.h"
#include "store/sc-answer-write.h"

static gboolean
is_own_answer (const ScAnswerRow *row)
{
  return row->from_deal_id == 0 && row->answer != NULL;
}

/* What its own client did not tell. */
static gboolean
is_not_told (const ScAnswerRow *row)
{
  return row->from_deal_id == 0 && row->answer == NULL;
}

static gboolean
has_text (const ScAnswerRow *row)
{
  return row->answer->type == SC_ANSWER_TEXT;
}

/* The answer that stands of two. */
static ScAnswer *
choose_answer (const ScAnswerRow *was,
               const ScAnswerRow *now)
{
  g_autofree char *joined = NULL;

  if (!is_own_answer (now))
    return sc_answer_copy (was->answer);
  if (!has_text (was) || !has_text (now))
    return sc_answer_copy (was->answered_at > now->answered_at ? was->answer : now->answer);

  joined = g_strdup_printf ("%s\n%s", now->answer->value, was->answer->value);

  return sc_answer_new (SC_ANSWER_TEXT, joined);
}

/* @was is the deal's answer to the question that went, @now to the one that stays. */
static gboolean
join_two (ScWrite           *write,
          gint64             deal_id,
          const ScCriterion *criterion,
          const ScAnswerRow *was,
          const ScAnswerRow *now,
          GError           **error)
{
  g_autoptr (ScAnswer) answer = choose_answer (was, now);
  gboolean stays = is_own_answer (now) && g_str_equal (answer->value, now->answer->value);
  ScAnswerRow after = *now;

  after.answer = answer;
  after.type = answer->type;
  after.state = SC_ANSWER_STATE_ANSWERED;
  after.from_deal_id = 0;

  return (stays || sc_write_save_answer (write, deal_id, now, &after, error))
         && sc_gate_write_answer_event (write, deal_id, criterion, stays ? was : now, &after, error);
}

static gboolean
take_not_told (ScWrite           *write,
               gint64             deal_id,
               const ScCriterion *criterion,
               const ScAnswerRow *was,
               const ScAnswerRow *now,
               GError           **error)
{
  ScAnswerRow after = *now;

  after.state = SC_ANSWER_STATE_NOT_TOLD;
  after.answer = NULL;
  after.note = was->note;
  after.from_deal_id = 0;

  return sc_write_save_answer (write, deal_id, now, &after, error)
         && sc_gate_write_answer_event (write, deal_id, criterion, now, &after, error);
}

static gboolean
join_answers (ScWrite           *write,
              gint64             deal_id,
              const char        *was_id,
              const ScCriterion *criterion,
              GError           **error)
{
  g_autoptr (ScAnswerRow) was = NULL;
  g_autoptr (ScAnswerRow) now = NULL;

  if (!sc_gate_load_answer (write, deal_id, was_id, &was, error)
      || !sc_gate_load_answer (write, deal_id, criterion->id, &now, error))
    return FALSE;
  if (was == NULL)
    return TRUE;
  if (now == NULL)
    return sc_gate_write_answer_event (write, deal_id, criterion, NULL, was, error);
  if (is_not_told (was) && now->from_deal_id != 0)
    return take_not_told (write, deal_id, criterion, was, now, error);
  if (!is_own_answer (was) || (is_own_answer (now) && g_str_equal (was->answer->value, now->answer->value)))
    return TRUE;

  return join_two (write, deal_id, criterion, was, now, error);
}

static gboolean
has_criterion (const ScVersion *version,
               const char      *id)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        if (g_str_equal (((ScCriterion *) stage->criteria->pdata[j])->id, id))
          return TRUE;
    }

  return FALSE;
}

/* Those of deals that have answered but one of both move as they are. */
static gboolean
move_all_of (ScWrite           *write,
             const char        *was_id,
             const ScCriterion *criterion,
             GError           **error)
{
  g_autoptr (GArray) deals = sc_write_list_answered (write, was_id, error);

  for (guint i = 0; deals != NULL && i < deals->len; i++)
    if (!join_answers (write, g_array_index (deals, gint64, i), was_id, criterion, error))
      return FALSE;

  return deals != NULL && sc_write_move_answers (write, was_id, criterion->id, error);
}

/* What deals have told for criteria that went into this one. */
static gboolean
move_answers (ScWrite           *write,
              const ScVersion   *published,
              const ScVersion   *draft,
              const ScCriterion *criterion,
              GError           **error)
{
  for (guint i = 0; criterion->was[i] != NULL; i++)
    if (has_criterion (published, criterion->was[i]) && !has_criterion (draft, criterion->was[i])
        && !move_all_of (write, criterion->was[i], criterion, error))
      return FALSE;

  return TRUE;
}

gboolean
sc_publish_move_answers (ScWrite         *write,
                         const ScVersion *published,
                         const ScVersion *draft,
                         GError         **error)
{
  for (guint i = 0; i < draft->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (draft, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        if (!move_answers (write, published, draft, stage->criteria->pdata[j], error))
          return FALSE;
    }

  return TRUE;
}
