/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects what a person tells where a deal's stages ask, for one command. */

#include "change/sc-gate-answers-private.h"

struct _ScGateAnswers {
  GHashTable *by_deal; /* of lists of ScGateAnswer */
  char *override;
};

static void
gate_answer_free (gpointer data)
{
  ScGateAnswer *self = data;

  g_free (self->criterion_id);
  g_clear_pointer (&self->answer, sc_answer_free);
  g_free (self->note);
  g_free (self);
}

/**
 * sc_gate_answers_new:
 *
 * Returns: (transfer full): nothing told yet
 */
ScGateAnswers *
sc_gate_answers_new (void)
{
  ScGateAnswers *self = g_atomic_rc_box_new0 (ScGateAnswers);

  self->by_deal = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

/**
 * sc_gate_answers_new_ticked:
 * @criterion_ids: exit criteria without a question
 *
 * Returns: (transfer full): that they hold for all deals
 */
ScGateAnswers *
sc_gate_answers_new_ticked (const char *const *criterion_ids)
{
  ScGateAnswers *self = sc_gate_answers_new ();
  g_autoptr (ScAnswer) yes = sc_answer_new_yes_no (TRUE);

  for (guint i = 0; criterion_ids[i] != NULL; i++)
    sc_gate_answers_answer (self, 0, criterion_ids[i], yes, NULL);

  return self;
}

/**
 * sc_gate_answers_ref:
 * @self: (nullable): what is told
 *
 * Returns: (transfer full) (nullable): @self
 */
ScGateAnswers *
sc_gate_answers_ref (ScGateAnswers *self)
{
  return self != NULL ? g_atomic_rc_box_acquire (self) : NULL;
}

static void
clear (gpointer data)
{
  ScGateAnswers *self = data;

  g_hash_table_unref (self->by_deal);
  g_free (self->override);
}

/**
 * sc_gate_answers_unref:
 * @self: (transfer full): what is told
 */
void
sc_gate_answers_unref (ScGateAnswers *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static ScGateAnswer *
find (GPtrArray  *list,
      const char *criterion_id)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_str_equal (((ScGateAnswer *) list->pdata[i])->criterion_id, criterion_id))
      return list->pdata[i];

  return NULL;
}

static GPtrArray *
need_list (ScGateAnswers *self,
           gint64         deal_id)
{
  GPtrArray *list = g_hash_table_lookup (self->by_deal, &deal_id);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (gate_answer_free);
      g_hash_table_insert (self->by_deal, g_memdup2 (&deal_id, sizeof deal_id), list);
    }

  return list;
}

static ScGateAnswer *
need (ScGateAnswers *self,
      gint64         deal_id,
      const char    *criterion_id)
{
  GPtrArray *list = need_list (self, deal_id);
  ScGateAnswer *told = find (list, criterion_id);

  if (told != NULL)
    return told;

  told = g_new0 (ScGateAnswer, 1);
  told->criterion_id = g_strdup (criterion_id);
  told->note = g_strdup ("");
  told->seen_revision = SC_ANY_REVISION;
  g_ptr_array_add (list, told);

  return told;
}

static void
tell (ScGateAnswers  *self,
      gint64          deal_id,
      const char     *criterion_id,
      ScAnswerState   state,
      const ScAnswer *answer,
      const char     *note)
{
  ScGateAnswer *told = need (self, deal_id, criterion_id);

  told->state = state;
  g_clear_pointer (&told->answer, sc_answer_free);
  told->answer = sc_answer_copy (answer);
  g_set_str (&told->note, note != NULL ? note : "");
}

/**
 * sc_gate_answers_answer:
 * @self: what is told
 * @deal_id: a deal, 0 for all
 * @criterion_id: an exit criterion
 * @answer: its answer; `yes` and `no` tick one without a question, or take its tick off
 * @note: (nullable): why a tick holds, where nobody can see it
 */
void
sc_gate_answers_answer (ScGateAnswers  *self,
                        gint64          deal_id,
                        const char     *criterion_id,
                        const ScAnswer *answer,
                        const char     *note)
{
  tell (self, deal_id, criterion_id, SC_ANSWER_STATE_ANSWERED, answer, note);
}

/**
 * sc_gate_answers_not_tell:
 * @self: what is told
 * @deal_id: a deal, 0 for all
 * @criterion_id: an exit criterion with a question
 * @note: (nullable): why the client did not tell
 *
 * It lets the deal through and counts as unanswered.
 */
void
sc_gate_answers_not_tell (ScGateAnswers *self,
                          gint64         deal_id,
                          const char    *criterion_id,
                          const char    *note)
{
  tell (self, deal_id, criterion_id, SC_ANSWER_STATE_NOT_TOLD, NULL, note);
}

/**
 * sc_gate_answers_take_back:
 * @self: what is told
 * @deal_id: a deal, 0 for all
 * @criterion_id: an exit criterion, which is to be open again
 */
void
sc_gate_answers_take_back (ScGateAnswers *self,
                           gint64         deal_id,
                           const char    *criterion_id)
{
  tell (self, deal_id, criterion_id, SC_ANSWER_STATE_OPEN, NULL, NULL);
}

/**
 * sc_gate_answers_require:
 * @self: what is told
 * @deal_id: a deal, as what is told of it has it
 * @criterion_id: an exit criterion of which something is told
 * @revision: the revision of its answer, or its tick, that the person saw; 0 for none
 *
 * The command fails with %SC_STORE_ERROR_CONFLICT where somebody else has answered
 * meanwhile, and not the same.
 */
void
sc_gate_answers_require (ScGateAnswers *self,
                         gint64         deal_id,
                         const char    *criterion_id,
                         gint64         revision)
{
  need (self, deal_id, criterion_id)->seen_revision = revision;
}

/**
 * sc_gate_answers_set_override:
 * @self: what is told
 * @reason: (nullable): why deals go on without what is required; %NULL where they don't
 */
void
sc_gate_answers_set_override (ScGateAnswers *self,
                              const char    *reason)
{
  g_set_str (&self->override, reason);
}

/**
 * sc_gate_answers_get_override:
 * @self: (nullable): what is told
 *
 * Returns: (nullable): why deals go on without what is required
 */
const char *
sc_gate_answers_get_override (const ScGateAnswers *self)
{
  return self != NULL ? self->override : NULL;
}

/**
 * sc_gate_answers_list:
 * @self: (nullable): what is told
 * @deal_id: a deal
 *
 * Returns: (transfer container) (element-type ScGateAnswer): what of it is for the deal,
 *   in the order in which it was told
 */
GPtrArray *
sc_gate_answers_list (const ScGateAnswers *self,
                      gint64               deal_id)
{
  const gint64 all = 0;
  GPtrArray *own = self != NULL ? g_hash_table_lookup (self->by_deal, &deal_id) : NULL;
  GPtrArray *of_all = self != NULL ? g_hash_table_lookup (self->by_deal, &all) : NULL;
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; own != NULL && i < own->len; i++)
    g_ptr_array_add (list, own->pdata[i]);
  for (guint i = 0; of_all != NULL && i < of_all->len; i++)
    if (find (own, ((ScGateAnswer *) of_all->pdata[i])->criterion_id) == NULL)
      g_ptr_array_add (list, of_all->pdata[i]);

  return list;
}

/**
 * sc_gate_answers_is_empty:
 * @self: what is told
 *
 * Returns: whether nothing is, of any deal
 */
gboolean
sc_gate_answers_is_empty (const ScGateAnswers *self)
{
  return g_hash_table_size (self->by_deal) == 0;
}

/**
 * sc_gate_answers_is_taking_back:
 * @self: what is told
 *
 * Returns: whether it only takes back
 */
gboolean
sc_gate_answers_is_taking_back (const ScGateAnswers *self)
{
  GHashTableIter iter;
  gpointer list;

  g_hash_table_iter_init (&iter, self->by_deal);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    for (guint i = 0; i < ((GPtrArray *) list)->len; i++)
      if (((ScGateAnswer *) ((GPtrArray *) list)->pdata[i])->state != SC_ANSWER_STATE_OPEN)
        return FALSE;

  return g_hash_table_size (self->by_deal) > 0;
}
