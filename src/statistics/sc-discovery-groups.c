/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts deals of which about as much was known together, and tells how that has changed. */

#include "statistics/sc-discovery-case-private.h"

#include <math.h>

#include "statistics/sc-outcome-count.h"
#include "statistics/sc-trend.h"

/* More groups than that say nothing to anybody. */
#define MOST_GROUPS 8

static const ScDiscoveryCase *
get_case (const GArray *cases,
          guint         i)
{
  return &g_array_index (cases, ScDiscoveryCase, i);
}

static guint
count_shares (const GArray *cases)
{
  guint n = cases->len > 0 ? 1 : 0;

  for (guint i = 1; i < cases->len; i++)
    n += get_case (cases, i)->share > get_case (cases, i - 1)->share + SC_SAME_SHARE;

  return n;
}

/* None, up to a quarter, up to half, most, all. */
static int
get_class (double share)
{
  static const double ends[] = { 0, 0.25, 0.5, 1 - 2 * SC_SAME_SHARE };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (share <= ends[i] + SC_SAME_SHARE)
      return (int) i;

  return G_N_ELEMENTS (ends);
}

static guint
find_end (const GArray *cases,
          guint         begin,
          gboolean      has_few)
{
  double share = get_case (cases, begin)->share;
  guint end = begin + 1;

  while (end < cases->len
         && (has_few ? get_case (cases, end)->share <= share + SC_SAME_SHARE
                     : get_class (get_case (cases, end)->share) == get_class (share)))
    end++;

  return end;
}

static void
count_case (const ScDiscoveryCase *one,
            ScOutcomeCount        *outcomes,
            const ScDayScale      *scale,
            ScDate                 as_of)
{
  const ScFate *fate = one->fate;
  ScDate end = fate->decision == SC_FATE_OPEN ? as_of : fate->decided;

  if (fate->started != SC_DATE_NONE && end != SC_DATE_NONE)
    sc_outcome_count_add (outcomes, sc_day_scale_count (scale, fate->started, end), fate->decision);
}

static ScDiscoveryGroup
make_group (const GArray     *cases,
            guint             begin,
            guint             end,
            const ScDayScale *scale,
            ScDate            as_of)
{
  ScDiscoveryGroup group = { .low = get_case (cases, begin)->share, .high = get_case (cases, end - 1)->share, .n = end - begin };
  g_autoptr (ScOutcomeCount) outcomes = sc_outcome_count_new ();
  g_autoptr (ScCurve) curve = NULL;
  guint n_decided = 0;
  double sum = 0;

  for (guint i = begin; i < end; i++)
    {
      const ScDiscoveryCase *one = get_case (cases, i);

      sum += one->share;
      n_decided += one->fate->decision != SC_FATE_OPEN;
      group.n_won += one->fate->decision == SC_FATE_WON;
      count_case (one, outcomes, scale, as_of);
    }
  group.share = group.high > group.low + SC_SAME_SHARE ? sum / group.n : group.low;
  sc_share_make (group.n_won, n_decided, &group.won);
  curve = sc_outcome_count_make_curve (outcomes);
  group.to_decision = sc_times_until_decided (curve);

  return group;
}

/**
 * sc_discovery_group_cases:
 * @self: figures of discovery; they get the groups
 * @cases: (element-type ScDiscoveryCase): the deals, sorted by share
 * @scale: what days are counted by
 * @as_of: the day
 */
void
sc_discovery_group_cases (ScDiscoveryFigures *self,
                          const GArray       *cases,
                          const ScDayScale   *scale,
                          ScDate              as_of)
{
  gboolean has_few = count_shares (cases) <= MOST_GROUPS;

  for (guint begin = 0; begin < cases->len;)
    {
      guint end = find_end (cases, begin, has_few);
      ScDiscoveryGroup group = make_group (cases, begin, end, scale, as_of);

      g_array_append_val (self->groups, group);
      begin = end;
    }
}

/* A mean with the square of its standard error. */
typedef struct {
  guint n;
  double mean;
  double squares;
} Mean;

static void
mean_add (Mean  *self,
          double value)
{
  double before = value - self->mean;

  self->n++;
  self->mean += before / self->n;
  self->squares += before * (value - self->mean);
}

static double
mean_get_variance (const Mean *self)
{
  return self->squares / (self->n - 1) / self->n;
}

static ScTimes
measure_all (const ScFates *fates)
{
  g_autoptr (ScOutcomeCount) outcomes = sc_outcome_count_new ();
  g_autoptr (ScDayScale) scale =
    sc_day_scale_new (SC_COUNT_DAYS, sc_calendar_get_standard (), sc_fates_find_first_start (fates), fates->as_of);
  g_autoptr (ScCurve) curve = NULL;

  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScDiscoveryCase one = { .fate = &g_array_index (fates->list, ScFate, i) };

      count_case (&one, outcomes, scale, fates->as_of);
    }
  curve = sc_outcome_count_make_curve (outcomes);

  return sc_times_until_decided (curve);
}

/**
 * sc_discovery_find_trend:
 * @self: figures of discovery; they get the trend
 * @cases: (element-type ScDiscoveryCase): the deals
 * @fates: what became of all
 */
void
sc_discovery_find_trend (ScDiscoveryFigures *self,
                         const GArray       *cases,
                         const ScFates      *fates)
{
  g_autoptr (ScFiguresQuery) query = sc_figures_query_copy (self->query);
  ScTimes to_decision = measure_all (fates);
  Mean early = { 0 }, late = { 0 };
  ScTrend *trend = &self->trend;

  query->unit = SC_COUNT_DAYS;
  *trend = sc_trend_choose (query, sc_fates_find_first_start (fates), &to_decision);
  if (trend->reason != SC_REASON_NONE)
    return;

  for (guint i = 0; i < cases->len; i++)
    {
      const ScDiscoveryCase *one = get_case (cases, i);

      if (sc_trend_is_late (trend, one->fate->started))
        mean_add (&late, one->share);
      else if (sc_trend_is_early (trend, one->fate->started) && one->moved_on <= sc_trend_get_early_end (trend, fates->as_of))
        mean_add (&early, one->share);
    }
  if (early.n < SC_FEWEST_CASES || late.n < SC_FEWEST_CASES)
    {
      trend->reason = SC_REASON_TOO_FEW;
      return;
    }

  trend->n_before = early.n;
  trend->n_after = late.n;
  trend->before = early.mean;
  trend->after = late.mean;
  trend->is_beyond_chance =
    fabs (late.mean - early.mean) > SC_NORMAL_975 * sqrt (mean_get_variance (&early) + mean_get_variance (&late));
}
