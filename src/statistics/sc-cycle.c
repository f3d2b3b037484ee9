/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the cycle is. It begins when a deal was started and ends when it was won: a
 * deal that is lost can be won no more, and one that is open may still be either, so that
 * the days of won deals alone would say that every process is quick. */

#include "statistics/sc-cycle.h"

#include "statistics/sc-cohort-of.h"
#include "statistics/sc-day-scale.h"
#include "statistics/sc-figure-deals-private.h"
#include "statistics/sc-outcome-count.h"
#include "statistics/sc-stage-times.h"
#include "statistics/sc-trend.h"
#include "store/sc-past.h"

typedef struct {
  ScCycle *cycle;
  ScDate as_of;
  /* Deals of the query, and those of all times, which a trend is made of. */
  const GPtrArray *groups;
  const GPtrArray *all_groups;
  /* In the query's unit, and in that of target times. */
  const ScDayScale *scale;
  const ScDayScale *working_days;
  guint n_within;
} Reading;

/**
 * sc_cycle_free:
 * @self: (transfer full): how long the cycle is
 */
void
sc_cycle_free (ScCycle *self)
{
  g_clear_pointer (&self->query, sc_figures_query_free);
  g_clear_pointer (&self->curve, sc_curve_free);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_within_designed (const Reading        *self,
                    const ScOutcomeGroup *group)
{
  const ScCalendar *calendar = self->cycle->calendar;
  guint days = sc_day_scale_count (self->working_days, group->started, group->ended);

  return days * sc_calendar_get_hours (calendar) <= sc_duration_get_hours (self->cycle->designed, calendar);
}

static ScDecision
get_decision (ScOutcomeKind outcome)
{
  return outcome == SC_OUTCOME_OPEN ? SC_FATE_OPEN : outcome == SC_OUTCOME_WON ? SC_FATE_WON : SC_FATE_LOST;
}

static void
count_group (Reading              *self,
             ScOutcomeCount       *outcomes,
             const ScOutcomeGroup *group)
{
  ScCycle *cycle = self->cycle;
  ScDate end = group->outcome == SC_OUTCOME_OPEN ? self->as_of : group->ended;

  if (group->started == SC_DATE_NONE)
    {
      cycle->n_no_start += group->n;
      return;
    }
  if (end == SC_DATE_NONE)
    {
      cycle->n_no_end += group->n;
      return;
    }

  cycle->n_won += group->outcome == SC_OUTCOME_WON ? group->n : 0;
  cycle->n_lost += group->outcome == SC_OUTCOME_LOST ? group->n : 0;
  cycle->n_open += group->outcome == SC_OUTCOME_OPEN ? group->n : 0;
  sc_outcome_count_add_many (outcomes, sc_day_scale_count (self->scale, group->started, end),
                             get_decision (group->outcome), group->n);
  if (group->outcome == SC_OUTCOME_WON && is_within_designed (self, group))
    self->n_within += group->n;
}

static void
take_curve (Reading *self)
{
  ScCycle *cycle = self->cycle;
  g_autoptr (ScOutcomeCount) outcomes = sc_outcome_count_new ();
  const ScCurvePoint *last;

  for (guint i = 0; i < self->groups->len; i++)
    count_group (self, outcomes, self->groups->pdata[i]);
  cycle->curve = sc_outcome_count_make_curve (outcomes);
  cycle->to_decision = sc_times_until_decided (cycle->curve);
  cycle->to_client = sc_times_until_won (cycle->curve);
  cycle->to_loss = sc_times_until_lost (cycle->curve);
  last = sc_curve_get_last (cycle->curve);
  cycle->undecided = cycle->to_decision.reason != SC_REASON_TOO_FEW ? last->s : SC_FIGURE_NONE;
  cycle->share_won = cycle->to_client.reason != SC_REASON_TOO_FEW ? last->won : SC_FIGURE_NONE;
  cycle->share_lost = cycle->to_client.reason != SC_REASON_TOO_FEW ? last->lost : SC_FIGURE_NONE;
  sc_share_make (self->n_within, cycle->n_won, &cycle->within_designed);
  if (cycle->n_won < SC_FEWEST_CASES || cycle->designed.value == 0)
    cycle->within_reason = SC_REASON_TOO_FEW;
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

  for (guint i = 0; i < self->all_groups->len; i++)
    {
      const ScOutcomeGroup *group = self->all_groups->pdata[i];
      gboolean is_decided = group->outcome != SC_OUTCOME_OPEN && group->ended <= as_of;

      if ((is_late ? sc_trend_is_late (trend, group->started) : sc_trend_is_early (trend, group->started))
          && (group->outcome == SC_OUTCOME_OPEN || group->ended != SC_DATE_NONE))
        sc_outcome_count_add_many (outcomes, sc_day_scale_count (self->scale, group->started, is_decided ? group->ended : as_of),
                                   is_decided ? get_decision (group->outcome) : SC_FATE_OPEN, group->n);
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

  before = measure_period (self, trend, FALSE, sc_trend_get_early_end (trend, self->as_of));
  after = measure_period (self, trend, TRUE, self->as_of);
  trend->n_before = before.n;
  trend->n_after = after.n;
  trend->before = before.median;
  trend->after = after.median;
  if (!sc_figure_is_known (before.median) || !sc_figure_is_known (after.median))
    trend->reason = before.reason == SC_REASON_TOO_FEW || after.reason == SC_REASON_TOO_FEW
                    ? SC_REASON_TOO_FEW : SC_REASON_NOT_REACHED;
  else
    trend->is_beyond_chance = (sc_figure_is_known (before.high) && before.high < after.low)
                              || (sc_figure_is_known (after.high) && after.high < before.low);
}

/* The first day that is counted from. */
static ScDate
find_first_start (const GPtrArray *groups,
                  ScDate           as_of)
{
  ScDate first = as_of;

  for (guint i = 0; i < groups->len; i++)
    {
      ScDate started = ((const ScOutcomeGroup *) groups->pdata[i])->started;

      if (started != SC_DATE_NONE)
        first = MIN (first, started);
    }

  return first;
}

static void
make (ScCycle          *cycle,
      const ScVersion  *version,
      const ScCalendar *calendar,
      const GPtrArray  *groups,
      const GPtrArray  *all_groups,
      const GPtrArray  *visits)
{
  ScDate as_of = cycle->query->as_of;
  ScDate first_start = find_first_start (all_groups, as_of);
  ScDate first = MIN (first_start, sc_visits_find_first (visits, as_of));
  g_autoptr (ScDayScale) scale = sc_day_scale_new (cycle->query->unit, calendar, first, as_of);
  g_autoptr (ScDayScale) working_days = sc_day_scale_new (SC_COUNT_WORKING_DAYS, calendar, first, as_of);
  Reading self = {
    .cycle = cycle, .as_of = as_of, .groups = groups, .all_groups = all_groups, .scale = scale, .working_days = working_days,
  };

  cycle->version = version->number;
  cycle->designed = sc_version_get_cycle_time (version);
  cycle->calendar = sc_calendar_ref (calendar);
  take_curve (&self);
  cycle->stages = sc_stage_times_new (version, visits, as_of, scale, working_days);
  find_trend (&self, first_start);
}

/* A trend's earlier period begins before the query's. */
static GPtrArray *
read_all_groups (ScStore        *store,
                 const ScCohort *cohort,
                 GPtrArray      *groups,
                 GCancellable   *cancellable,
                 GError        **error)
{
  ScCohort all = *cohort;

  if (cohort->from == SC_DATE_NONE && cohort->to == SC_DATE_NONE)
    return g_ptr_array_ref (groups);

  all.from = all.to = SC_DATE_NONE;

  return sc_store_group_outcomes (store, &all, SC_OUTCOMES_BY_DAYS, cancellable, error);
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
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, query->as_of, query->version, error);
  g_autoptr (GPtrArray) groups = NULL, all_groups = NULL, visits = NULL;
  ScCohort cohort;

  if (version == NULL || !sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  groups = sc_store_group_outcomes (store, &cohort, SC_OUTCOMES_BY_DAYS, cancellable, error);
  if (groups != NULL)
    all_groups = read_all_groups (store, &cohort, groups, cancellable, error);
  if (all_groups != NULL)
    visits = sc_store_group_visits (store, &cohort, cancellable, error);
  if (visits == NULL)
    return NULL;

  self->query = sc_figures_query_copy (query);
  self->query->as_of = cohort.as_of;
  make (self, version, version->calendar, groups, all_groups, visits);

  return g_steal_pointer (&self);
}

/* One that is open on the day of which a curve tells is undecided after it. */
static gboolean
is_wanted (const Reading        *self,
           const ScOutcomeGroup *deal,
           const ScFigureDeals  *wanted)
{
  ScDate end = deal->outcome == SC_OUTCOME_OPEN ? self->as_of : deal->ended;
  guint days;

  if (deal->started == SC_DATE_NONE)
    return wanted->which == SC_CASE_NO_START;
  if (end == SC_DATE_NONE)
    return wanted->which == SC_CASE_NO_END;

  days = sc_day_scale_count (self->scale, deal->started, end);
  switch ((guint) wanted->which)
    {
    case SC_CASE_TIMED:
      return TRUE;
    case SC_CASE_TIMED_WON:
      return deal->outcome == SC_OUTCOME_WON;
    case SC_CASE_TIMED_LOST:
      return deal->outcome == SC_OUTCOME_LOST;
    case SC_CASE_TIMED_OPEN:
      return deal->outcome == SC_OUTCOME_OPEN;
    case SC_CASE_WITHIN_DESIGNED:
      return deal->outcome == SC_OUTCOME_WON && is_within_designed (self, deal);
    case SC_CASE_WON_WITHIN:
      return deal->outcome == SC_OUTCOME_WON && days <= wanted->days;
    case SC_CASE_LONGER:
      return days > wanted->days || (deal->outcome == SC_OUTCOME_OPEN && days == wanted->days);
    default:
      return FALSE;
    }
}

/* Which deals a number of the cycle's length counts. */
GArray *
sc_cycle_list_deals (ScStore              *store,
                     const ScFiguresQuery *query,
                     const ScFigureDeals  *deals,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, query->as_of, query->version, error);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (ScDayScale) scale = NULL, working_days = NULL;
  ScCohort cohort;
  ScCycle cycle;
  Reading self;
  GArray *ids;

  if (version == NULL || !sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  groups = sc_store_group_outcomes (store, &cohort, SC_OUTCOMES_BY_DEAL, cancellable, error);
  if (groups == NULL)
    return NULL;

  scale = sc_day_scale_new (query->unit, version->calendar, find_first_start (groups, cohort.as_of), cohort.as_of);
  working_days = sc_day_scale_new (SC_COUNT_WORKING_DAYS, version->calendar, find_first_start (groups, cohort.as_of), cohort.as_of);
  cycle = (ScCycle) { .designed = sc_version_get_cycle_time (version), .calendar = version->calendar };
  self = (Reading) { .cycle = &cycle, .as_of = cohort.as_of, .scale = scale, .working_days = working_days };
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < groups->len; i++)
    {
      const ScOutcomeGroup *deal = groups->pdata[i];

      if (is_wanted (&self, deal, deals))
        g_array_append_val (ids, deal->deal_id);
    }

  return ids;
}
