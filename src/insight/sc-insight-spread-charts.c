/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of the Insight view that hold spreads against each other: how long winners and losers
 * take, how much is known when deals move on, with how long they take then, and what is won with
 * an answer and without. */

#include <glib/gi18n-lib.h>

#include "insight/sc-insight-charts.h"
#include "statistics/sc-question-words.h"

static void
add_times (ScChart       *chart,
           ScChartSeries *series,
           guint          position,
           const char    *name,
           const ScTimes *times,
           char          *key)
{
  gboolean is_known = sc_figure_is_known (times->median);
  ScChartPoint *point = sc_chart_series_add (series, position, is_known ? times->median : SC_CHART_NONE);

  sc_chart_add_category (chart, name);
  point->key = key;
  if (sc_figure_is_known (times->q25) && sc_figure_is_known (times->q75))
    {
      point->low = times->q25;
      point->high = times->q75;
    }
  if (!is_known)
    /* Translators: there are too few deals for a time: %1$u of the %2$u that are needed. */
    point->note = g_strdup_printf (_("%1$u decided, %2$u needed"), times->n_ended, SC_FEWEST_CASES);
}

/**
 * sc_insight_chart_outcomes:
 * @cycle: how long the cycle is
 *
 * Returns: (transfer full): how long deals take that are won, against those that are lost
 */
ScChart *
sc_insight_chart_outcomes (const ScCycle *cycle)
{
  ScChart *chart = sc_chart_new (SC_CHART_BOX, _("Won Against Lost"));
  ScChartSeries *series = sc_chart_add_series (chart, _("Half the deals, at most"));

  chart->x.title = g_strdup (_("Outcome"));
  chart->y.title = g_strdup (cycle->query->unit == SC_COUNT_DAYS ? _("Days") : _("Working days"));
  series->band_name = g_strdup (_("The middle half"));
  series->low_name = g_strdup (_("A quarter, at most"));
  series->high_name = g_strdup (_("Three quarters, at most"));
  add_times (chart, series, 0, C_("deals behind a number", "Won"), &cycle->to_client, sc_figure_key (SC_CASE_TIMED_WON));
  add_times (chart, series, 1, C_("deals behind a number", "Lost"), &cycle->to_loss, sc_figure_key (SC_CASE_TIMED_LOST));

  return chart;
}

/* How sure the median is, in the place of the middle half. */
static void
set_interval (ScChartPoint  *point,
              const ScTimes *times)
{
  gboolean is_known = sc_figure_is_known (times->low) && sc_figure_is_known (times->high);

  point->low = is_known ? times->low : SC_CHART_NONE;
  point->high = is_known ? times->high : SC_CHART_NONE;
}

static char *
name_group (const ScDiscoveryGroup *group)
{
  return g_strdup_printf (_("%.0f of 100"), group->share * 100);
}

/**
 * sc_insight_chart_shares:
 * @figures: how complete needs discovery is
 *
 * Returns: (transfer full): how many deals moved on with how many questions answered
 */
ScChart *
sc_insight_chart_shares (const ScDiscoveryFigures *figures)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, _("How Much Was Known"));
  ScChartSeries *series = sc_chart_add_series (chart, _("Moved on"));

  chart->x.title = g_strdup (_("Questions answered"));
  chart->y.title = g_strdup (_("Deals"));
  for (guint i = 0; i < figures->groups->len; i++)
    {
      const ScDiscoveryGroup *group = &g_array_index (figures->groups, ScDiscoveryGroup, i);
      g_autofree char *name = name_group (group);

      sc_chart_add_category (chart, name);
      sc_chart_series_add (series, i, group->n)->key = sc_figure_key_of_shares (SC_CASE_SHARE_ANY, group->low, group->high);
    }

  return chart;
}

/**
 * sc_insight_chart_length_by_share:
 * @figures: how complete needs discovery is
 *
 * Returns: (transfer full): how long deals take until they are decided, by how many questions
 *   were answered
 */
ScChart *
sc_insight_chart_length_by_share (const ScDiscoveryFigures *figures)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, _("Length, by What Was Known"));
  ScChartSeries *series = sc_chart_add_series (chart, _("Half the deals, at most"));

  chart->x.title = g_strdup (_("Questions answered"));
  chart->y.title = g_strdup (figures->query->unit == SC_COUNT_DAYS ? _("Days") : _("Working days"));
  series->band_name = g_strdup (_("Where it may lie"));
  for (guint i = 0; i < figures->groups->len; i++)
    {
      const ScDiscoveryGroup *group = &g_array_index (figures->groups, ScDiscoveryGroup, i);
      g_autofree char *name = name_group (group);

      add_times (chart, series, i, name, &group->to_decision,
                 sc_figure_key_of_shares (SC_CASE_SHARE_ANY, group->low, group->high));
      set_interval (&g_array_index (series->points, ScChartPoint, i), &group->to_decision);
    }

  return chart;
}

static void
add_answers (ScChartSeries           *series,
             guint                    position,
             const ScQuestionFigures *question,
             ScFigureCase             which)
{
  const ScShare *won = which == SC_CASE_ANSWERED_DECIDED ? &question->won_with : &question->won_without;

  sc_insight_chart_add_share (series, position, won->of >= SC_FEWEST_CASES ? won : NULL, won->of)->key =
    sc_figure_key_of (which, question->criterion_id);
}

/**
 * sc_insight_chart_answers:
 * @figures: how complete needs discovery is
 *
 * Returns: (transfer full): how many deals are won with an answer to each question, against how
 *   many without; empty where that is known of none
 */
ScChart *
sc_insight_chart_answers (const ScDiscoveryFigures *figures)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, _("Won, With an Answer and Without"));
  ScChartSeries *with = sc_chart_add_series (chart, _("Won with an answer"));
  ScChartSeries *without = sc_chart_add_series (chart, _("Won without"));
  guint position = 0;

  chart->x.title = g_strdup (_("Question"));
  chart->y.title = g_strdup (_("Of 100 decided deals"));
  chart->y.kind = SC_VALUE_SHARE;
  chart->y.most = 1;
  with->band_name = g_strdup (_("Where it may lie"));
  for (guint i = 0; i < figures->questions->len; i++)
    {
      const ScQuestionFigures *question = figures->questions->pdata[i];

      if (!sc_question_is_compared (question))
        continue;
      sc_chart_add_category (chart, question->text);
      add_answers (with, position, question, SC_CASE_ANSWERED_DECIDED);
      add_answers (without, position++, question, SC_CASE_UNANSWERED_DECIDED);
    }

  return chart;
}
