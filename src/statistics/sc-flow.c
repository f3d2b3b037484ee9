/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How deals go through the stages: how many go on, where and why they are lost, and how
 * many come through in a week. */

#include "statistics/sc-flow.h"

#include "statistics/sc-cohort-of.h"
#include "statistics/sc-outcome-count.h"
#include "statistics/sc-stage-times.h"
#include "statistics/sc-trend.h"
#include "statistics/sc-trial-flow.h"
#include "store/sc-past.h"

/**
 * sc_flow_free:
 * @self: (transfer full): how deals go through the stages
 */
void
sc_flow_free (ScFlow *self)
{
  g_clear_pointer (&self->query, sc_figures_query_free);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->by_owner, g_ptr_array_unref);
  g_clear_pointer (&self->by_source, g_ptr_array_unref);
  g_clear_pointer (&self->by_month, g_ptr_array_unref);
  g_clear_pointer (&self->losses, g_ptr_array_unref);
  g_clear_pointer (&self->weeks, g_array_unref);
  g_free (self->trial);
  g_free (self);
}

static void
count_decided (ScFlow        *self,
               const ScFates *fates)
{
  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);

      if (sc_figures_query_has_day (self->query, fate->started))
        {
          self->n_decided += fate->decision != SC_FATE_OPEN;
          self->n_won += fate->decision == SC_FATE_WON;
        }
    }
  sc_share_make (self->n_won, self->n_decided, &self->share_won);
  self->reason = self->n_decided < SC_FEWEST_CASES ? SC_REASON_TOO_FEW : SC_REASON_NONE;
}

static void
find_little (ScFlow *self)
{
  double n_decided = 0, in_work = 0;

  self->per_week = self->in_work = self->little_days = SC_FIGURE_NONE;
  for (guint i = 0; i < self->weeks->len; i++)
    {
      const ScFlowWeek *week = &g_array_index (self->weeks, ScFlowWeek, i);

      n_decided += week->n_decided;
      in_work += week->n_in_work;
    }
  if (n_decided < SC_FEWEST_CASES)
    return;

  self->per_week = n_decided / self->weeks->len;
  self->in_work = in_work / self->weeks->len;
  self->little_days = self->in_work / self->per_week * 7;
}

static void
count_period (const ScFates *fates,
              const ScTrend *trend,
              gboolean       is_late,
              ScDate         as_of,
              ScShare       *share)
{
  guint n_decided = 0, n_won = 0;

  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);

      if ((is_late ? sc_trend_is_late (trend, fate->started) : sc_trend_is_early (trend, fate->started))
          && fate->decision != SC_FATE_OPEN && fate->decided != SC_DATE_NONE && fate->decided <= as_of)
        {
          n_decided++;
          n_won += fate->decision == SC_FATE_WON;
        }
    }
  sc_share_make (n_won, n_decided, share);
}

static ScTimes
measure_decision (const ScFates *fates)
{
  g_autoptr (ScOutcomeCount) outcomes = sc_outcome_count_new ();
  g_autoptr (ScCurve) curve = NULL;

  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);
      ScDate end = fate->decision == SC_FATE_OPEN ? fates->as_of : fate->decided;

      if (fate->started != SC_DATE_NONE && end >= fate->started)
        sc_outcome_count_add (outcomes, end - fate->started, fate->decision);
    }
  curve = sc_outcome_count_make_curve (outcomes);

  return sc_times_until_decided (curve);
}

static void
find_trend (ScFlow        *self,
            const ScFates *fates)
{
  g_autoptr (ScFiguresQuery) query = sc_figures_query_copy (self->query);
  ScDate first = sc_fates_find_first_start (fates);
  ScTimes to_decision = measure_decision (fates);
  ScShare before, after;

  query->unit = SC_COUNT_DAYS;
  self->trend = sc_trend_choose (query, first, &to_decision);
  if (self->trend.reason != SC_REASON_NONE)
    return;

  count_period (fates, &self->trend, FALSE, sc_trend_get_early_end (&self->trend, fates->as_of), &before);
  count_period (fates, &self->trend, TRUE, fates->as_of, &after);
  if (before.of < SC_FEWEST_CASES || after.of < SC_FEWEST_CASES)
    {
      self->trend.reason = SC_REASON_TOO_FEW;
      return;
    }

  self->trend.before = before.value;
  self->trend.after = after.value;
  self->trend.is_beyond_chance = before.high < after.low || after.high < before.low;
}

static void
make (ScFlow           *self,
      const ScVersion  *version,
      const ScCalendar *calendar,
      const ScFates    *fates,
      const GPtrArray  *visits,
      GHashTable       *stage_names)
{
  g_autoptr (ScDayScale) working_days =
    sc_day_scale_new (SC_COUNT_WORKING_DAYS, calendar, sc_visits_find_first (visits, fates->as_of), fates->as_of);

  self->version = version->number;
  count_decided (self, fates);
  self->stages = sc_stage_flows_new (version, visits, fates->as_of, working_days);
  self->by_owner = sc_flow_groups_new (fates, self->query, SC_FLOW_BY_OWNER);
  self->by_source = sc_flow_groups_new (fates, self->query, SC_FLOW_BY_SOURCE);
  self->by_month = sc_flow_groups_new (fates, self->query, SC_FLOW_BY_MONTH);
  self->losses = sc_loss_counts_new (fates, self->query, stage_names);
  self->weeks = sc_flow_weeks_new (fates, self->query);
  find_little (self);
  find_trend (self, fates);
}

/**
 * sc_flow_read:
 * @store: a store
 * @query: which deals, and as of which day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Of the deals that have left a stage, each once, so many went on; those that are still
 * there are named apart, and one that skips a stage is none of its. Of deals whose history
 * was worked out nobody knows which stages they went through.
 *
 * Returns: (transfer full): how deals go through the stages
 */
ScFlow *
sc_flow_read (ScStore              *store,
              const ScFiguresQuery *query,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr (ScFlow) self = g_new0 (ScFlow, 1);
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, query->as_of, query->version, error);
  g_autoptr (GHashTable) stage_names = version != NULL ? sc_store_list_stage_names (store, query->process_id, error) : NULL;
  g_autoptr (ScFates) fates = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  ScCohort cohort, all;

  if (stage_names == NULL || !sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  all = cohort;
  all.from = all.to = SC_DATE_NONE;
  fates = sc_store_read_fates (store, &all, cancellable, error);
  visits = fates != NULL ? sc_store_group_visits (store, &cohort, cancellable, error) : NULL;
  if (visits == NULL)
    return NULL;

  self->query = sc_figures_query_copy (query);
  self->query->as_of = cohort.as_of;
  make (self, version, version->calendar, fates, visits, stage_names);
  if (sc_trial_flow_is_wanted (version)
      && !sc_trial_flow_read (store, version, &cohort, fates, self->query->unit, &self->trial, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}
