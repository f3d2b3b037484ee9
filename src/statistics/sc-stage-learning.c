/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which stages something is learned of deals: a question was answered, or a criterion was
 * ticked, while they stood there, or by the move that led on. */

#include "statistics/sc-stage-learning.h"

#include "statistics/sc-cohort-of.h"
#include "store/sc-past.h"

typedef struct {
  const ScFates *fates;
  /* How many deals something was learned of, by stage. */
  GHashTable *counts;
  /* The stages of the deal that is looked at, each once. */
  GHashTable *stages;
} Reading;

static void
count_stages (Reading *self)
{
  GHashTableIter iter;
  gpointer stage_id;

  g_hash_table_iter_init (&iter, self->stages);
  while (g_hash_table_iter_next (&iter, &stage_id, NULL))
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, stage_id));

      g_hash_table_insert (self->counts, g_strdup (stage_id), GUINT_TO_POINTER (n + 1));
    }
  g_hash_table_remove_all (self->stages);
}

/* What a move's gate asks belongs to the stage that the deal leaves, although it is written
 * behind the move at times. */
static void
take_deal (gint64        deal_id,
           const GArray *told,
           gpointer      user_data)
{
  Reading *self = user_data;
  const ScTold *move = NULL;

  if (sc_fates_find (self->fates, deal_id) == G_MAXUINT)
    return;

  for (guint i = 0; i < told->len; i++)
    {
      const ScTold *one = &g_array_index (told, ScTold, i);
      const char *stage_id = move == NULL ? NULL : move->what;

      if (one->kind == SC_TOLD_MOVE)
        {
          move = one;
          continue;
        }
      if (move != NULL && one->change_id == move->change_id && move->from != NULL)
        stage_id = move->from;
      if (stage_id != NULL && one->is == SC_ANSWER_STATE_ANSWERED)
        g_hash_table_add (self->stages, (gpointer) stage_id);
    }
  count_stages (self);
}

/**
 * sc_stage_learning_read:
 * @store: a store
 * @query: which deals, and as of which day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): of how many deals something was learned, by the id of the stage
 *   in which it was
 */
GHashTable *
sc_stage_learning_read (ScStore              *store,
                        const ScFiguresQuery *query,
                        GCancellable         *cancellable,
                        GError              **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) stages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ScFates) fates = NULL;
  ScCohort cohort;
  Reading self;

  if (!sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  fates = sc_store_read_fates (store, &cohort, cancellable, error);
  if (fates == NULL)
    return NULL;

  self = (Reading) { fates, counts, stages };
  if (!sc_store_each_told (store, query->process_id, fates->as_of, take_deal, &self, cancellable, error))
    return NULL;

  return g_steal_pointer (&counts);
}

/**
 * sc_stage_learning_get:
 * @self: in which stages something is learned
 * @stage_id: a stage
 *
 * Returns: of how many deals something was learned there
 */
guint
sc_stage_learning_get (GHashTable *self,
                       const char *stage_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self, stage_id));
}
