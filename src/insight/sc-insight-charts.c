/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of the Insight view, made of figures. A point's key names the deals that it
 * counts, as sc-figure-deals.h reads it. A share is said as so many of so many, and not at
 * all where there are too few cases. */

#include "insight/sc-insight-charts.h"

#include <glib/gi18n-lib.h>

#include "statistics/sc-figure-words.h"

/* Losses beyond these are named together. */
#define MOST_LOSSES 12

static const char *
get_days_title (ScDayCount unit)
{
  return unit == SC_COUNT_DAYS ? _("Days since the start") : _("Working days since the start");
}

/**
 * sc_insight_count_target:
 * @target: a target time
 * @calendar: how long a working day is
 *
 * Returns: how many working days it is, or %SC_CHART_NONE for no target
 */
double
sc_insight_count_target (ScDuration        target,
                         const ScCalendar *calendar)
{
  if (target.value == 0)
    return SC_CHART_NONE;

  return (double) sc_duration_get_hours (target, calendar) / sc_calendar_get_hours (calendar);
}

static char *
tell_undecided (guint  t,
                double share)
{
  /* Translators: a point of a curve: so many of 100 deals are undecided after %1$u days. */
  return g_strdup_printf (_("After %1$u: %2$.0f of 100 are undecided"), t, share * 100);
}

static char *
tell_won (guint  t,
          double share)
{
  /* Translators: a point of a curve: so many of 100 deals are won within %1$u days. */
  return g_strdup_printf (_("Within %1$u: %2$.0f of 100 are won"), t, share * 100);
}

static void
add_curve_point (ScChartSeries      *open,
                 ScChartSeries      *won,
                 const ScCurvePoint *point)
{
  ScChartPoint *undecided = sc_chart_series_add (open, point->t, point->s);
  ScChartPoint *client;

  undecided->low = MAX (point->s - SC_NORMAL_975 * point->se, 0);
  undecided->high = MIN (point->s + SC_NORMAL_975 * point->se, 1);
  undecided->words = tell_undecided (point->t, point->s);
  undecided->key = sc_figure_key_of_days (SC_CASE_LONGER, point->t);
  client = sc_chart_series_add (won, point->t, point->won);
  client->words = tell_won (point->t, point->won);
  client->key = sc_figure_key_of_days (SC_CASE_WON_WITHIN, point->t);
}

/**
 * sc_insight_chart_curves:
 * @cycle: how long the cycle is
 *
 * Returns: (transfer full): what is undecided and what is won, by time, and what the scheme
 *   foresees
 */
ScChart *
sc_insight_chart_curves (const ScCycle *cycle)
{
  ScChart *chart = sc_chart_new (SC_CHART_STEPS, _("How Long Deals Take"));
  ScChartSeries *open = sc_chart_add_series (chart, _("Undecided"));
  ScChartSeries *won = sc_chart_add_series (chart, _("Won"));
  const ScCurvePoint start = { .t = 0, .s = 1 };
  double designed = sc_insight_count_target (cycle->designed, cycle->calendar);

  chart->x.title = g_strdup (get_days_title (cycle->query->unit));
  chart->y.title = g_strdup (_("Of 100 deals"));
  chart->y.kind = SC_VALUE_SHARE;
  chart->y.most = 1;
  open->band_name = g_strdup (_("Where it may lie"));
  if (cycle->curve == NULL)
    return chart;

  if (cycle->curve->points->len == 0 || g_array_index (cycle->curve->points, ScCurvePoint, 0).t > 0)
    add_curve_point (open, won, &start);
  for (guint i = 0; i < cycle->curve->points->len; i++)
    add_curve_point (open, won, &g_array_index (cycle->curve->points, ScCurvePoint, i));
  if (cycle->query->unit == SC_COUNT_WORKING_DAYS && cycle->designed.value > 0)
    sc_chart_add_reference (chart, FALSE, designed, _("By the scheme"));

  return chart;
}

static void
add_stage_time (ScChart           *chart,
                ScChartSeries     *series,
                const ScStageTime *stage,
                guint              position,
                ScDayCount         unit,
                const ScCalendar  *calendar)
{
  gboolean is_known = sc_figure_is_known (stage->times.median);
  ScChartPoint *point = sc_chart_series_add (series, position, is_known ? stage->times.median : SC_CHART_NONE);

  sc_chart_add_category (chart, stage->name);
  if (sc_figure_is_known (stage->times.q25) && sc_figure_is_known (stage->times.q75))
    {
      point->low = stage->times.q25;
      point->high = stage->times.q75;
    }
  if (unit == SC_COUNT_WORKING_DAYS)
    point->target = sc_insight_count_target (stage->target, calendar);
  point->key = sc_figure_key_of (SC_CASE_ENTERED, stage->stage_id);
}

/**
 * sc_insight_chart_stage_times:
 * @cycle: how long the cycle is
 *
 * Returns: (transfer full): how long deals stay in each stage, beside its target time
 */
ScChart *
sc_insight_chart_stage_times (const ScCycle *cycle)
{
  ScChart *chart = sc_chart_new (SC_CHART_BOX, _("Time at Each Stage"));
  ScChartSeries *series = sc_chart_add_series (chart, _("Half the deals, at most"));

  chart->x.title = g_strdup (_("Stage"));
  chart->y.title = g_strdup (cycle->query->unit == SC_COUNT_DAYS ? _("Days") : _("Working days"));
  series->band_name = g_strdup (_("The middle half"));
  series->low_name = g_strdup (_("A quarter, at most"));
  series->high_name = g_strdup (_("Three quarters, at most"));
  series->target_name = g_strdup (_("Target"));
  for (guint i = 0; i < cycle->stages->len; i++)
    add_stage_time (chart, series, cycle->stages->pdata[i], i, cycle->query->unit, cycle->calendar);

  return chart;
}

/**
 * sc_insight_chart_work:
 * @work: working apart from waiting
 *
 * Returns: (transfer full): how long deals stay in each stage, and on how many of the days
 *   something is done; empty where that is known of no stage
 */
ScChart *
sc_insight_chart_work (const ScStagesWork *work)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, _("Working and Waiting, by Stage"));
  ScChartSeries *days = sc_chart_add_series (chart, _("At the stage"));
  ScChartSeries *worked = sc_chart_add_series (chart, _("With work on the deal"));
  guint position = 0;

  chart->x.title = g_strdup (_("Stage"));
  chart->y.title = g_strdup (work->unit == SC_COUNT_DAYS ? _("Days") : _("Working days"));
  for (guint i = 0; i < work->stages->len; i++)
    {
      const ScStageWork *stage = work->stages->pdata[i];

      if (stage->reason != SC_REASON_NONE)
        continue;
      sc_chart_add_category (chart, stage->name);
      sc_chart_series_add (days, position, stage->days)->key = sc_figure_key_of (SC_CASE_LEFT, stage->stage_id);
      sc_chart_series_add (worked, position++, stage->worked)->key = sc_figure_key_of (SC_CASE_LEFT, stage->stage_id);
    }

  return chart;
}

/**
 * sc_insight_chart_add_share:
 * @series: a series of shares, with their intervals
 * @position: where it stands
 * @share: (nullable): a share, or %NULL where too few deals are decided for one
 * @n_decided: how many are
 *
 * Adds the share as it is said, or how many deals it still needs.
 *
 * Returns: (transfer none): its point
 */
ScChartPoint *
sc_insight_chart_add_share (ScChartSeries *series,
                            guint          position,
                            const ScShare *share,
                            guint          n_decided)
{
  ScChartPoint *point = sc_chart_series_add (series, position, share != NULL ? share->value : SC_CHART_NONE);

  if (share == NULL)
    {
      /* Translators: there are too few deals for a share: %1$u of the %2$u that are needed are decided. */
      point->note = g_strdup_printf (_("%1$u decided, %2$u needed"), n_decided, SC_FEWEST_CASES);
      return point;
    }

  point->low = share->low;
  point->high = share->high;
  point->note = sc_share_to_text (share);

  return point;
}

/**
 * sc_insight_chart_funnel:
 * @flow: how deals go through the stages
 *
 * Returns: (transfer full): how many came into each stage, and how many of those that have
 *   left it went on
 */
ScChart *
sc_insight_chart_funnel (const ScFlow *flow)
{
  ScChart *chart = sc_chart_new (SC_CHART_FUNNEL, _("From Stage to Stage"));
  ScChartSeries *entered = sc_chart_add_series (chart, _("Came into the stage"));
  ScChartSeries *left_on = sc_chart_add_series (chart, _("Went on"));

  chart->x.title = g_strdup (_("Stage"));
  chart->y.title = g_strdup (_("Deals"));
  for (guint i = 0; i < flow->stages->len; i++)
    {
      const ScStageFlow *stage = flow->stages->pdata[i];
      ScChartPoint *point = sc_chart_series_add (entered, i, stage->n_entered);

      sc_chart_add_category (chart, stage->name);
      point->key = sc_figure_key_of (SC_CASE_ENTERED, stage->stage_id);
      point = sc_chart_series_add (left_on, i, stage->n_left_on);
      point->key = sc_figure_key_of (SC_CASE_LEFT_ON, stage->stage_id);
    }

  return chart;
}

static void
add_group (ScChart           *chart,
           ScChartSeries     *series,
           const ScFlowGroup *group,
           guint              position,
           ScFigureCase       which)
{
  const ScShare *share = group->reason == SC_REASON_NONE ? &group->share : NULL;
  ScChartPoint *point = sc_insight_chart_add_share (series, position, share, group->n_decided);

  point->key = sc_figure_key_of (which, group->key);
  sc_chart_add_category (chart, *group->key != '\0' ? group->key : _("Not said"));
}

/**
 * sc_insight_chart_groups:
 * @title: what the chart shows
 * @axis: what the groups are of
 * @groups: (element-type ScFlowGroup): deals that have something in common
 * @which: what that is
 *
 * Returns: (transfer full): how many of the decided ones of each group are won, in the
 *   order in which they come, which is no ranking
 */
ScChart *
sc_insight_chart_groups (const char      *title,
                         const char      *axis,
                         const GPtrArray *groups,
                         ScFigureCase     which)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, title);
  ScChartSeries *series = sc_chart_add_series (chart, _("Won, of the decided ones"));

  chart->x.title = g_strdup (axis);
  chart->y.title = g_strdup (_("Of 100 decided deals"));
  chart->y.kind = SC_VALUE_SHARE;
  chart->y.most = 1;
  series->band_name = g_strdup (_("Where it may lie"));
  for (guint i = 0; i < groups->len; i++)
    add_group (chart, series, groups->pdata[i], i, which);

  return chart;
}

/**
 * sc_insight_chart_losses:
 * @flow: how deals go through the stages
 *
 * Returns: (transfer full): why and where deals are lost, the most first
 */
ScChart *
sc_insight_chart_losses (const ScFlow *flow)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, _("Why and Where Deals Are Lost"));
  ScChartSeries *series = sc_chart_add_series (chart, _("Lost"));

  chart->x.title = g_strdup (_("Reason and stage"));
  chart->y.title = g_strdup (_("Deals"));
  for (guint i = 0; i < MIN (flow->losses->len, MOST_LOSSES); i++)
    {
      const ScLossCount *loss = flow->losses->pdata[i];
      const char *reason = loss->reason != NULL ? loss->reason : _("No reason given");
      /* Translators: why deals were lost, and the stage in which they were. */
      g_autofree char *name = loss->stage != NULL ? g_strdup_printf (_("%1$s, “%2$s”"), reason, loss->stage)
                                                  : g_strdup (reason);
      ScChartPoint *point = sc_chart_series_add (series, i, loss->n);

      sc_chart_add_category (chart, name);
      point->key = sc_figure_key_of_loss (loss->stage_id, loss->reason);
    }

  return chart;
}

static void
add_week (ScChartSeries *series,
          guint          position,
          guint          n,
          char          *key)
{
  sc_chart_series_add (series, position, n)->key = key;
}

/**
 * sc_insight_chart_weeks:
 * @flow: how deals go through the stages
 *
 * Returns: (transfer full): how many deals come, are decided and are in work, by week
 */
ScChart *
sc_insight_chart_weeks (const ScFlow *flow)
{
  ScChart *chart = sc_chart_new (SC_CHART_LINE, _("Deals by Week"));
  ScChartSeries *in_work = sc_chart_add_series (chart, _("In work"));
  ScChartSeries *started = sc_chart_add_series (chart, _("Started"));
  ScChartSeries *decided = sc_chart_add_series (chart, _("Decided"));

  chart->x.title = g_strdup (_("Week from"));
  chart->y.title = g_strdup (_("Deals"));
  for (guint i = 0; i < flow->weeks->len; i++)
    {
      const ScFlowWeek *week = &g_array_index (flow->weeks, ScFlowWeek, i);
      g_autofree char *monday = sc_date_to_text (week->monday);

      sc_chart_add_category (chart, monday);
      add_week (in_work, i, week->n_in_work, sc_figure_key_of_day (SC_CASE_WEEK_OPEN, week->monday));
      add_week (started, i, week->n_started, sc_figure_key_of_day (SC_CASE_WEEK_STARTED, week->monday));
      add_week (decided, i, week->n_decided, sc_figure_key_of_day (SC_CASE_WEEK_DECIDED, week->monday));
    }

  return chart;
}

/**
 * sc_insight_chart_discovery:
 * @figures: how complete needs discovery is
 *
 * Returns: (transfer full): how many deals are won, by how many questions were answered
 */
ScChart *
sc_insight_chart_discovery (const ScDiscoveryFigures *figures)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, _("Won, by What Was Known"));
  ScChartSeries *series = sc_chart_add_series (chart, _("Won, of the decided ones"));

  chart->x.title = g_strdup (_("Questions answered"));
  chart->y.title = g_strdup (_("Of 100 decided deals"));
  chart->y.kind = SC_VALUE_SHARE;
  chart->y.most = 1;
  series->band_name = g_strdup (_("Where it may lie"));
  for (guint i = 0; i < figures->groups->len; i++)
    {
      const ScDiscoveryGroup *group = &g_array_index (figures->groups, ScDiscoveryGroup, i);
      const ScShare *won = group->won.of >= SC_FEWEST_CASES ? &group->won : NULL;
      ScChartPoint *point = sc_insight_chart_add_share (series, i, won, group->won.of);
      /* Translators: such a share of the questions is answered, of 100. */
      g_autofree char *name = g_strdup_printf (_("%.0f of 100"), group->share * 100);

      sc_chart_add_category (chart, name);
      point->key = sc_figure_key_of_shares (SC_CASE_SHARE, group->low, group->high);
    }

  return chart;
}

/**
 * sc_insight_chart_questions:
 * @figures: how complete needs discovery is
 *
 * Returns: (transfer full): of how many deals each question is answered
 */
ScChart *
sc_insight_chart_questions (const ScDiscoveryFigures *figures)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, _("Which Questions Are Answered"));
  ScChartSeries *series = sc_chart_add_series (chart, _("Answered"));

  chart->x.title = g_strdup (_("Question"));
  chart->y.title = g_strdup (_("Of 100 deals that moved on"));
  chart->y.kind = SC_VALUE_SHARE;
  chart->y.most = 1;
  for (guint i = 0; i < figures->questions->len; i++)
    {
      const ScQuestionFigures *question = figures->questions->pdata[i];
      gboolean is_known = question->answered.of >= SC_FEWEST_CASES;
      ScChartPoint *point = sc_chart_series_add (series, i, is_known ? question->answered.value : SC_CHART_NONE);

      sc_chart_add_category (chart, question->text);
      point->key = sc_figure_key_of (SC_CASE_ANSWERED, question->criterion_id);
      /* Translators: there are too few deals for a share: %1$u of the %2$u that are needed moved on. */
      point->note = is_known ? sc_share_to_text (&question->answered)
                             : g_strdup_printf (_("%1$u moved on, %2$u needed"), question->answered.of, SC_FEWEST_CASES);
    }

  return chart;
}
