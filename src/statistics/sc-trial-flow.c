/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a trial to a paying client: a deal counts from the first time that it came into a
 * trial, and one that was lost can be won no more. */

#include "statistics/sc-trial-flow.h"

#include "statistics/sc-cohort-of.h"
#include "statistics/sc-figure-deals-private.h"
#include "statistics/sc-outcome-count.h"
#include "store/sc-past.h"

typedef struct {
  ScTrialFlow *trial;
  const ScFates *fates;
  const ScDayScale *scale;
  ScOutcomeCount *outcomes;
} Reading;

/**
 * sc_trial_flow_is_wanted:
 * @version: a version
 *
 * Returns: whether its product is innovative and a stage covers a trial
 */
gboolean
sc_trial_flow_is_wanted (const ScVersion *version)
{
  ScKindSet kinds = 0;

  for (guint i = 0; i < version->stages->len; i++)
    kinds |= sc_version_get_stage (version, i)->kinds;

  return version->aspects.value[SC_ASPECT_NOVELTY] == SC_NOVELTY_INNOVATIVE && sc_kind_set_has (kinds, SC_KIND_TRIAL);
}

static void
count_deal (Reading      *self,
            const ScFate *fate,
            ScDate        entered,
            gboolean      is_known)
{
  ScDate end = fate->decision == SC_FATE_OPEN ? self->fates->as_of : fate->decided;

  self->trial->n_entered++;
  self->trial->n_won += fate->decision == SC_FATE_WON;
  self->trial->n_lost += fate->decision == SC_FATE_LOST;
  self->trial->n_undecided += fate->decision == SC_FATE_OPEN;
  if (is_known && end != SC_DATE_NONE)
    sc_outcome_count_add (self->outcomes, sc_day_scale_count (self->scale, entered, end), fate->decision);
}

/* What became of a deal whose first visit to a stage of trial that is; visits come deal by
 * deal. */
static const ScFate *
find_entered (const ScFates   *fates,
              const ScVersion *version,
              const ScVisit   *visit,
              gint64          *last_id)
{
  const ScStage *stage = visit->stage_id != NULL ? sc_version_find_stage (version, visit->stage_id, NULL) : NULL;
  guint place = stage != NULL && visit->deal_id != *last_id && sc_kind_set_has (stage->kinds, SC_KIND_TRIAL)
                ? sc_fates_find (fates, visit->deal_id) : G_MAXUINT;

  if (place == G_MAXUINT)
    return NULL;

  *last_id = visit->deal_id;

  return &g_array_index (fates->list, ScFate, place);
}

static void
count_visits (Reading         *self,
              const ScVersion *version,
              const GArray    *visits)
{
  gint64 last_id = 0;

  for (guint i = 0; i < visits->len; i++)
    {
      const ScVisit *visit = &g_array_index (visits, ScVisit, i);
      const ScFate *fate = find_entered (self->fates, version, visit, &last_id);

      if (fate != NULL)
        count_deal (self, fate, sc_date_from_instant (visit->entered_at), visit->is_known);
    }
}

/* A deal that was asked twice until when its trial goes is one deal. */
static GHashTable *
find_extended (ScStore         *store,
               const ScVersion *version,
               const ScCohort  *cohort,
               GError         **error)
{
  g_autoptr (GHashTable) extended = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        {
          const ScCriterion *criterion = stage->criteria->pdata[j];
          g_autoptr (GArray) ids = NULL;

          if (criterion->purpose != SC_PURPOSE_TRIAL_END)
            continue;

          ids = sc_store_list_extended (store, cohort, criterion->id, error);
          if (ids == NULL)
            return NULL;
          for (guint k = 0; k < ids->len; k++)
            g_hash_table_add (extended, g_memdup2 (&g_array_index (ids, gint64, k), sizeof (gint64)));
        }
    }

  return g_steal_pointer (&extended);
}

/**
 * sc_trial_flow_read:
 * @store: a store
 * @version: a version with a trial
 * @cohort: which deals
 * @fates: what became of them
 * @unit: what days are counted in
 * @trial: (out) (transfer full): what became of those that came into a trial
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_trial_flow_read (ScStore         *store,
                    const ScVersion *version,
                    const ScCohort  *cohort,
                    const ScFates   *fates,
                    ScDayCount       unit,
                    ScTrialFlow    **trial,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr (GArray) visits = sc_store_list_visits (store, cohort, NULL, cancellable, error);
  g_autoptr (GHashTable) extended = visits != NULL ? find_extended (store, version, cohort, error) : NULL;
  g_autoptr (ScOutcomeCount) outcomes = sc_outcome_count_new ();
  g_autoptr (ScDayScale) scale = NULL;
  g_autoptr (ScCurve) curve = NULL;
  g_autofree ScTrialFlow *counted = g_new0 (ScTrialFlow, 1);
  ScInstant earliest = sc_date_to_instant (fates->as_of);
  Reading self = { .trial = counted, .fates = fates, .outcomes = outcomes };

  if (extended == NULL)
    return FALSE;

  counted->n_extended = g_hash_table_size (extended);
  for (guint i = 0; i < visits->len; i++)
    if (g_array_index (visits, ScVisit, i).entered_at < earliest)
      earliest = g_array_index (visits, ScVisit, i).entered_at;
  scale = sc_day_scale_new (unit, version->calendar, sc_date_from_instant (earliest), fates->as_of);
  self.scale = scale;
  count_visits (&self, version, visits);
  curve = sc_outcome_count_make_curve (outcomes);
  counted->to_won = sc_times_until_won (curve);
  *trial = g_steal_pointer (&counted);

  return TRUE;
}

static gboolean
is_wanted (const ScFate        *fate,
           const ScFigureDeals *wanted)
{
  switch ((guint) wanted->which)
    {
    case SC_CASE_TRIAL_WON:
      return fate->decision == SC_FATE_WON;
    case SC_CASE_TRIAL_LOST:
      return fate->decision == SC_FATE_LOST;
    case SC_CASE_TRIAL_UNDECIDED:
      return fate->decision == SC_FATE_OPEN;
    default:
      return TRUE;
    }
}

static GArray *
list_extended (ScStore         *store,
               const ScVersion *version,
               const ScCohort  *cohort,
               GError         **error)
{
  g_autoptr (GHashTable) extended = find_extended (store, version, cohort, error);
  GHashTableIter iter;
  gpointer deal_id;
  GArray *ids;

  if (extended == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, extended);
  while (g_hash_table_iter_next (&iter, &deal_id, NULL))
    g_array_append_vals (ids, deal_id, 1);

  return ids;
}

/* Which deals a number of trials counts. */
GArray *
sc_trial_flow_list_deals (ScStore              *store,
                          const ScFiguresQuery *query,
                          const ScFigureDeals  *deals,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, query->as_of, query->version, error);
  g_autoptr (ScFates) fates = NULL;
  g_autoptr (GArray) visits = NULL;
  ScCohort cohort;
  gint64 last_id = 0;
  GArray *ids;

  if (version == NULL || !sc_cohort_of_query (store, query, &cohort, error))
    return NULL;
  if (deals->which == SC_CASE_TRIAL_EXTENDED)
    return list_extended (store, version, &cohort, error);

  fates = sc_store_read_fates (store, &cohort, cancellable, error);
  visits = fates != NULL ? sc_store_list_visits (store, &cohort, NULL, cancellable, error) : NULL;
  if (visits == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < visits->len; i++)
    {
      const ScFate *fate = find_entered (fates, version, &g_array_index (visits, ScVisit, i), &last_id);

      if (fate != NULL && is_wanted (fate, deals))
        g_array_append_val (ids, fate->deal_id);
    }

  return ids;
}
