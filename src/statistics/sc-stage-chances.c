/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the scheme says of a stage's chance, and what its deals say: of those that came into
 * it each once, however often it came back, and only those that are decided. */

#include "statistics/sc-stage-chances.h"

#include "statistics/sc-figure-deals-private.h"
#include "store/sc-past.h"
#include "store/sc-store-visits.h"

/* Whether a deal that is being counted has been in the stage. */
typedef struct {
  gint64 known;
  gint64 inferred;
  guint n_won;
  guint n_decided;
  guint n_inferred;
} Count;

/**
 * sc_stage_chance_free:
 * @self: (transfer full): a stage
 */
void
sc_stage_chance_free (ScStageChance *self)
{
  g_free (self->stage_id);
  g_free (self->name);
  g_free (self);
}

/* Visits come deal by deal: a stage remembers which one it has counted last. */
static void
count_visit (Count         *count,
             const ScVisit *visit,
             const ScFate  *fate)
{
  if (!visit->is_known)
    {
      count->n_inferred += count->inferred != visit->deal_id;
      count->inferred = visit->deal_id;
      return;
    }
  if (count->known == visit->deal_id || fate->decision == SC_FATE_OPEN)
    return;

  count->known = visit->deal_id;
  count->n_decided++;
  count->n_won += fate->decision == SC_FATE_WON;
}

static GHashTable *
count_visits (const GArray  *visits,
              const ScFates *fates)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < visits->len; i++)
    {
      const ScVisit *visit = &g_array_index (visits, ScVisit, i);
      guint place = visit->stage_id != NULL ? sc_fates_find (fates, visit->deal_id) : G_MAXUINT;
      Count *count;

      if (place == G_MAXUINT)
        continue;

      count = g_hash_table_lookup (counts, visit->stage_id);
      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          g_hash_table_insert (counts, (gpointer) visit->stage_id, count);
        }
      count_visit (count, visit, &g_array_index (fates->list, ScFate, place));
    }

  return counts;
}

static ScStageChance *
stage_chance_new (const ScStage *stage,
                  const Count   *count)
{
  const Count none = { 0 };
  ScStageChance *self = g_new0 (ScStageChance, 1);

  if (count == NULL)
    count = &none;
  self->stage_id = g_strdup (stage->id);
  self->name = g_strdup (stage->name);
  self->set = stage->probability;
  self->n_inferred = count->n_inferred;
  sc_share_make (count->n_won, count->n_decided, &self->learned);
  if (self->learned.of < SC_FEWEST_CASES)
    self->reason = self->n_inferred >= SC_FEWEST_CASES ? SC_REASON_HISTORY_INFERRED : SC_REASON_TOO_FEW;

  return self;
}

/**
 * sc_stage_chances_read:
 * @store: a store
 * @query: of which process
 * @fates: what has become of the deals that are looked at, as of the day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScStageChance): the stages up to the client mark,
 *   as the scheme was on that day, in order
 */
GPtrArray *
sc_stage_chances_read (ScStore              *store,
                       const ScFiguresQuery *query,
                       const ScFates        *fates,
                       GCancellable         *cancellable,
                       GError              **error)
{
  const ScCohort cohort = { .process_id = query->process_id, .as_of = fates->as_of };
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, fates->as_of, 0, error);
  g_autoptr (GArray) visits = version != NULL ? sc_store_list_visits (store, &cohort, NULL, cancellable, error) : NULL;
  g_autoptr (GHashTable) counts = visits != NULL ? count_visits (visits, fates) : NULL;
  GPtrArray *stages;

  if (counts == NULL)
    return NULL;

  stages = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_chance_free);
  for (int i = 0; i <= sc_version_get_mark_position (version); i++)
    {
      const ScStage *stage = sc_version_get_stage (version, (guint) i);

      g_ptr_array_add (stages, stage_chance_new (stage, g_hash_table_lookup (counts, stage->id)));
    }

  return stages;
}

/**
 * sc_stage_chances_list_deals:
 * @store: a store
 * @query: of which process
 * @fates: what has become of the deals that are looked at, as of the day
 * @deals: of which stage, and whether only those that are won
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): the decided deals that are known to have come
 *   into the stage, some of them more than once
 */
GArray *
sc_stage_chances_list_deals (ScStore              *store,
                             const ScFiguresQuery *query,
                             const ScFates        *fates,
                             const ScFigureDeals  *deals,
                             GCancellable         *cancellable,
                             GError              **error)
{
  const ScCohort cohort = { .process_id = query->process_id, .as_of = fates->as_of };
  g_autoptr (GArray) visits = sc_store_list_visits (store, &cohort, deals->what, cancellable, error);
  GArray *ids;

  if (visits == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < visits->len; i++)
    {
      const ScVisit *visit = &g_array_index (visits, ScVisit, i);
      guint place = visit->is_known ? sc_fates_find (fates, visit->deal_id) : G_MAXUINT;
      ScDecision decision = place != G_MAXUINT ? g_array_index (fates->list, ScFate, place).decision : SC_FATE_OPEN;

      if (decision == SC_FATE_WON || (decision == SC_FATE_LOST && deals->which == SC_CASE_REACHED_DECIDED))
        g_array_append_val (ids, visit->deal_id);
    }

  return ids;
}
