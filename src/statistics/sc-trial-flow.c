/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a trial to a paying client: a deal counts from the first time that it came into a
 * trial, and one that was lost can be won no more. */

#include "statistics/sc-trial-flow.h"

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

/* A deal's first visit to a stage of trial; visits come deal by deal. */
static void
count_visits (Reading         *self,
              const ScVersion *version,
              const GArray    *visits)
{
  gint64 last_id = 0;

  for (guint i = 0; i < visits->len; i++)
    {
      const ScVisit *visit = &g_array_index (visits, ScVisit, i);
      const ScStage *stage = visit->stage_id != NULL ? sc_version_find_stage (version, visit->stage_id, NULL) : NULL;
      guint place = stage != NULL && visit->deal_id != last_id && sc_kind_set_has (stage->kinds, SC_KIND_TRIAL)
                    ? sc_fates_find (self->fates, visit->deal_id) : G_MAXUINT;

      if (place == G_MAXUINT)
        continue;

      last_id = visit->deal_id;
      count_deal (self, &g_array_index (self->fates->list, ScFate, place), sc_date_from_instant (visit->entered_at),
                  visit->is_known);
    }
}

static gboolean
count_extended (ScTrialFlow     *trial,
                ScStore         *store,
                const ScVersion *version,
                const ScCohort  *cohort,
                GError         **error)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        {
          const ScCriterion *criterion = stage->criteria->pdata[j];
          guint n = 0;

          if (criterion->purpose == SC_PURPOSE_TRIAL_END && !sc_store_count_extended (store, cohort, criterion->id, &n, error))
            return FALSE;

          trial->n_extended += n;
        }
    }

  return TRUE;
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
  g_autoptr (ScOutcomeCount) outcomes = sc_outcome_count_new ();
  g_autoptr (ScDayScale) scale = NULL;
  g_autoptr (ScCurve) curve = NULL;
  g_autofree ScTrialFlow *counted = g_new0 (ScTrialFlow, 1);
  ScInstant earliest = sc_date_to_instant (fates->as_of);
  Reading self = { .trial = counted, .fates = fates, .outcomes = outcomes };

  if (visits == NULL || !count_extended (counted, store, version, cohort, error))
    return FALSE;

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
