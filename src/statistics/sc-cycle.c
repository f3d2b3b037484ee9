/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the cycle is. It begins when a deal was started and ends when it was won: a
 * deal that is lost can be won no more, and one that is open may still be either, so that
 * the days of won deals alone would say that every process is quick. */

#include "statistics/sc-cycle.h"

#include "statistics/sc-day-scale.h"
#include "statistics/sc-fate-filter.h"
#include "statistics/sc-outcome-count.h"
#include "statistics/sc-trend.h"
#include "store/sc-past.h"

typedef struct {
  ScCycle *cycle;
  const ScFates *fates;
  const ScFateFilter *filter;
  /* In the query's unit, and in that of target times. */
  const ScDayScale *scale;
  const ScDayScale *working_days;
  ScOutcomeCount *outcomes;
  guint n_within;
} Reading;

/**
 * sc_stage_time_free:
 * @self: (transfer full): how long deals stay in a stage
 */
void
sc_stage_time_free (ScStageTime *self)
{
  g_free (self->stage_id);
  g_free (self->name);
  g_free (self);
}

/**
 * sc_cycle_free:
 * @self: (transfer full): how long the cycle is
 */
void
sc_cycle_free (ScCycle *self)
{
  g_clear_pointer (&self->query, sc_figures_query_free);
  g_clear_pointer (&self->curve, sc_curve_free);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_within_designed (const Reading *self,
                    const ScFate  *fate)
{
  guint days = sc_day_scale_count (self->working_days, fate->started, fate->decided);

  return days * SC_HOURS_PER_DAY <= sc_duration_get_hours (self->cycle->designed);
}

static void
count_deal (Reading      *self,
            const ScFate *fate)
{
  ScCycle *cycle = self->cycle;
  ScDecision decision = fate->decision;
  ScDate end = decision == SC_FATE_OPEN ? self->fates->as_of : fate->decided;

  if (fate->started == SC_DATE_NONE)
    {
      cycle->n_no_start++;
      return;
    }
  if (end == SC_DATE_NONE)
    {
      cycle->n_no_end++;
      return;
    }

  cycle->n_won += decision == SC_FATE_WON;
  cycle->n_lost += decision == SC_FATE_LOST;
  cycle->n_open += decision == SC_FATE_OPEN;
  sc_outcome_count_add (self->outcomes, sc_day_scale_count (self->scale, fate->started, end), decision);
  if (decision == SC_FATE_WON)
    self->n_within += is_within_designed (self, fate);
}

static void
count_deals (Reading *self)
{
  for (guint i = 0; i < self->fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (self->fates->list, ScFate, i);

      if (sc_fate_filter_takes (self->filter, fate))
        count_deal (self, fate);
    }
}

static void
take_curve (Reading *self)
{
  ScCycle *cycle = self->cycle;
  const ScCurvePoint *last;

  cycle->curve = sc_outcome_count_make_curve (self->outcomes);
  cycle->to_decision = sc_times_until_decided (cycle->curve);
  cycle->to_client = sc_times_until_won (cycle->curve);
  last = sc_curve_get_last (cycle->curve);
  cycle->undecided = cycle->to_decision.reason != SC_REASON_TOO_FEW ? last->s : SC_FIGURE_NONE;
  cycle->share_won = cycle->to_client.reason != SC_REASON_TOO_FEW ? last->won : SC_FIGURE_NONE;
  cycle->share_lost = cycle->to_client.reason != SC_REASON_TOO_FEW ? last->lost : SC_FIGURE_NONE;
  sc_share_make (self->n_within, cycle->n_won, &cycle->within_designed);
  if (cycle->n_won < SC_FEWEST_CASES || cycle->designed.value == 0)
    cycle->within_reason = SC_REASON_TOO_FEW;
}

static void
add_stages (ScCycle         *cycle,
            const ScVersion *version)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);
      ScStageTime *time = g_new0 (ScStageTime, 1);

      time->stage_id = g_strdup (stage->id);
      time->name = g_strdup (stage->name);
      time->target = stage->duration;
      time->worked = SC_FIGURE_NONE;
      time->times = (ScTimes) {
        .q25 = SC_FIGURE_NONE, .median = SC_FIGURE_NONE, .q75 = SC_FIGURE_NONE, .q90 = SC_FIGURE_NONE,
        .low = SC_FIGURE_NONE, .high = SC_FIGURE_NONE, .reason = SC_REASON_HISTORY_INFERRED,
      };
      g_ptr_array_add (cycle->stages, time);
    }
}

/* How long deals of one of a trend's periods took, looked at as of a day. */
static ScTimes
measure_period (const Reading *self,
                const ScTrend *trend,
                gboolean       is_late,
                ScDate         as_of)
{
  g_autoptr (ScOutcomeCount) outcomes = sc_outcome_count_new ();
  g_autoptr (ScCurve) curve = NULL;

  for (guint i = 0; i < self->fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (self->fates->list, ScFate, i);
      gboolean is_decided = fate->decision != SC_FATE_OPEN && fate->decided <= as_of;

      if ((is_late ? sc_trend_is_late (trend, fate->started) : sc_trend_is_early (trend, fate->started))
          && sc_fate_filter_takes_ever (self->filter, fate)
          && (fate->decision == SC_FATE_OPEN || fate->decided != SC_DATE_NONE))
        sc_outcome_count_add (outcomes, sc_day_scale_count (self->scale, fate->started, is_decided ? fate->decided : as_of),
                              is_decided ? fate->decision : SC_FATE_OPEN);
    }
  curve = sc_outcome_count_make_curve (outcomes);

  return sc_times_until_decided (curve);
}

static void
find_trend (Reading *self,
            ScDate   first)
{
  ScTrend *trend = &self->cycle->trend;
  ScTimes before, after;

  *trend = sc_trend_choose (self->cycle->query, first, &self->cycle->to_decision);
  if (trend->reason != SC_REASON_NONE)
    return;

  before = measure_period (self, trend, FALSE, sc_trend_get_early_end (trend, self->fates->as_of));
  after = measure_period (self, trend, TRUE, self->fates->as_of);
  trend->before = before.median;
  trend->after = after.median;
  if (!sc_figure_is_known (before.median) || !sc_figure_is_known (after.median))
    trend->reason = before.reason == SC_REASON_TOO_FEW || after.reason == SC_REASON_TOO_FEW
                    ? SC_REASON_TOO_FEW : SC_REASON_NOT_REACHED;
  else
    trend->is_beyond_chance = (sc_figure_is_known (before.high) && before.high < after.low)
                              || (sc_figure_is_known (after.high) && after.high < before.low);
}

static void
make (ScCycle         *cycle,
      const ScFates   *fates,
      const ScVersion *version)
{
  const ScCalendar *calendar = sc_calendar_get_standard ();
  ScDate first = sc_fates_find_first_start (fates);
  g_autoptr (ScFateFilter) filter = sc_fate_filter_new (cycle->query, fates);
  g_autoptr (ScDayScale) scale = sc_day_scale_new (cycle->query->unit, calendar, first, fates->as_of);
  g_autoptr (ScDayScale) working_days = sc_day_scale_new (SC_COUNT_WORKING_DAYS, calendar, first, fates->as_of);
  g_autoptr (ScOutcomeCount) outcomes = sc_outcome_count_new ();
  Reading self = {
    .cycle = cycle, .fates = fates, .filter = filter, .scale = scale, .working_days = working_days, .outcomes = outcomes,
  };

  cycle->version = version->number;
  cycle->designed = sc_version_get_cycle_time (version);
  count_deals (&self);
  take_curve (&self);
  add_stages (cycle, version);
  find_trend (&self, first);
}

/**
 * sc_cycle_read:
 * @store: a store
 * @query: which deals, and as of which day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * A cycle begins on the day on which the deal was started (with formed demand the request,
 * with unformed the search) and ends on the day on which it was won; parked days count.
 * Time to a decision is estimated by Kaplan and Meier: a deal is decided when it is won or
 * lost, open ones are censored at the day. Time to the client is estimated by Aalen and
 * Johansen, where a lost deal can be won no more; its quantiles are of what is won at the
 * curve's end. Deals of which nobody knows when they began, or when they were won or lost,
 * are left out and counted. Fewer than %SC_FEWEST_CASES decided deals, or won ones, give no
 * times.
 *
 * Returns: (transfer full): how long the cycle is
 */
ScCycle *
sc_cycle_read (ScStore              *store,
               const ScFiguresQuery *query,
               GCancellable         *cancellable,
               GError              **error)
{
  g_autoptr (ScCycle) self = g_new0 (ScCycle, 1);
  g_autoptr (ScFates) fates = NULL;
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, query->as_of, query->version, error);

  if (version != NULL)
    fates = sc_store_read_fates (store, query->process_id, query->as_of, cancellable, error);
  if (fates == NULL)
    return NULL;

  self->query = sc_figures_query_copy (query);
  self->query->as_of = fates->as_of;
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_time_free);
  make (self, fates, version);

  return g_steal_pointer (&self);
}
