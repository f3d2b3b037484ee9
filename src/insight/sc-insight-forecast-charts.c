/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of what the scheme promises, made of figures: what will come in, how such
 * forecasts did, and plans beside what came of them. */

#include "insight/sc-insight-forecast-charts.h"

#include <glib/gi18n-lib.h>

#include "insight/sc-insight-charts.h"
#include "model/sc-month.h"
#include "statistics/sc-figure-deals.h"
#include "statistics/sc-figure-words.h"

static void
name_band (ScChartSeries *series)
{
  series->band_name = g_strdup (_("80 of 100 futures lie here"));
  series->low_name = g_strdup (_("One in ten futures has less"));
  series->high_name = g_strdup (_("One in ten futures has more"));
}

static void
add_months (ScChart         *chart,
            const ScOutlook *outlook)
{
  chart->x.title = g_strdup (_("Month"));
  for (guint i = 0; i < outlook->forecast->periods->len; i++)
    {
      g_autofree char *month = sc_month_to_text (g_array_index (outlook->forecast->periods, ScForecastPeriod, i).first);

      sc_chart_add_category (chart, month);
    }
}

static void
add_band (ScChartSeries *series,
          guint          position,
          ScBand         band)
{
  ScChartPoint *point = sc_chart_series_add (series, position, (double) band.median);

  point->low = (double) band.low;
  point->high = (double) band.high;
}

/**
 * sc_insight_chart_outlook:
 * @outlook: what will come in
 *
 * Returns: (transfer full): how many deals may be won by month, beside those that are
 */
ScChart *
sc_insight_chart_outlook (const ScOutlook *outlook)
{
  ScChart *chart = sc_chart_new (SC_CHART_LINE, _("Deals That May Be Won"));
  ScChartSeries *expected = sc_chart_add_series (chart, _("May be won in all"));
  ScChartSeries *won = sc_chart_add_series (chart, _("Won already"));

  name_band (expected);
  chart->y.title = g_strdup (_("Deals"));
  add_months (chart, outlook);
  for (guint i = 0; i < outlook->forecast->periods->len; i++)
    {
      const ScForecastPeriod *month = &g_array_index (outlook->forecast->periods, ScForecastPeriod, i);

      add_band (expected, i, month->deals);
      sc_chart_series_add (won, i, month->n_won_before)->key =
        sc_figure_key_of_month (SC_CASE_CAME_IN, sc_month_of (month->first), NULL);
    }

  return chart;
}

/**
 * sc_insight_chart_outlook_money:
 * @outlook: what will come in
 * @currency: one of its currencies
 *
 * Returns: (transfer full): what may come in by month, beside what is planned, won and
 *   received
 */
ScChart *
sc_insight_chart_outlook_money (const ScOutlook *outlook,
                                guint            currency)
{
  const char *code = g_array_index (outlook->forecast->money, ScForecastMoney, currency).currency;
  g_autofree char *title = g_strdup_printf (_("What May Come In, %s"), code);
  ScChart *chart = sc_chart_new (SC_CHART_COLUMNS, title);
  ScChartSeries *expected = sc_chart_add_series (chart, _("May be won in all"));
  ScChartSeries *won = sc_chart_add_series (chart, _("Won already"));
  ScChartSeries *received = sc_chart_add_series (chart, _("Received already"));
  ScChartSeries *plan = sc_chart_add_series (chart, _("Plan"));

  name_band (expected);
  plan->is_plan = TRUE;
  chart->y.title = g_strdup (_("Value of deals"));
  chart->y.kind = SC_VALUE_MONEY;
  g_strlcpy (chart->y.currency, code, sizeof chart->y.currency);
  add_months (chart, outlook);
  for (guint i = 0; i < outlook->forecast->periods->len; i++)
    {
      const ScForecastPeriod *month = &g_array_index (outlook->forecast->periods, ScForecastPeriod, i);
      const ScCameIn *came_in = sc_outlook_get_came_in (outlook, currency, i);
      gboolean is_planned = sc_money_is_set (month->plan) && g_str_equal (month->plan.currency, code);

      add_band (expected, i, sc_outlook_get_money (outlook, currency, i));
      sc_chart_series_add (won, i, (double) came_in->won_minor)->key =
        sc_figure_key_of_month (SC_CASE_CAME_IN, sc_month_of (month->first), NULL);
      sc_chart_series_add (received, i, (double) came_in->received_minor)->key =
        sc_figure_key_of_month (SC_CASE_RECEIVED, sc_month_of (month->first), NULL);
      sc_chart_series_add (plan, i, is_planned ? (double) month->plan.minor : SC_CHART_NONE);
    }

  return chart;
}

/**
 * sc_insight_chart_scenarios:
 * @outlook: what will come in as it is
 * @futures: (array length=n): what would in scenarios; %NULL of one that was not played yet
 * @titles: (array length=n): what these are called
 * @n: how many there are
 *
 * Returns: (transfer full): how many deals may be won by month, as it is and in scenarios
 */
ScChart *
sc_insight_chart_scenarios (const ScOutlook       *outlook,
                            const ScFuture *const *futures,
                            const char *const     *titles,
                            guint                  n)
{
  ScChart *chart = sc_chart_new (SC_CHART_COLUMNS, _("What If…"));
  ScChartSeries *as_it_is = sc_chart_add_series (chart, _("As it is"));

  name_band (as_it_is);
  chart->y.title = g_strdup (_("Deals"));
  add_months (chart, outlook);
  for (guint i = 0; i < outlook->forecast->periods->len; i++)
    add_band (as_it_is, i, g_array_index (outlook->forecast->periods, ScForecastPeriod, i).deals);
  for (guint i = 0; i < n; i++)
    {
      ScChartSeries *series = futures[i] != NULL ? sc_chart_add_series (chart, titles[i]) : NULL;

      if (series == NULL)
        continue;
      name_band (series);
      for (guint j = 0; j < outlook->forecast->periods->len; j++)
        {
          gint64 n_won = g_array_index (outlook->forecast->periods, ScForecastPeriod, j).n_won_before;
          ScBand band = futures[i]->deals[j];

          band.low += n_won;
          band.median += n_won;
          band.high += n_won;
          add_band (series, j, band);
        }
    }

  return chart;
}

static void
add_calibration_point (ScChartSeries            *series,
                       const ScCalibrationPoint *point)
{
  ScChartPoint *added = sc_chart_series_add (series, point->said, point->share.value);

  added->low = point->share.low;
  added->high = point->share.high;
  added->note = sc_share_to_text (&point->share);
  added->key = sc_figure_key_of_shares (SC_CASE_SAID, point->low, point->high);
}

/**
 * sc_insight_chart_calibration:
 * @record: how far forecasts came true
 *
 * Returns: (transfer full): of deals that were said to have a chance, how many were won
 */
ScChart *
sc_insight_chart_calibration (const ScForecastRecord *record)
{
  ScChart *chart = sc_chart_new (SC_CHART_LINE, _("Whether Probabilities Come True"));
  ScChartSeries *won = sc_chart_add_series (chart, _("Won"));
  ScChartSeries *said = sc_chart_add_series (chart, _("As it was said"));

  chart->x.title = g_strdup (_("Said, of 100 deals"));
  chart->x.kind = SC_VALUE_SHARE;
  chart->x.most = 1;
  chart->y.title = g_strdup (_("Won, of 100 deals"));
  chart->y.kind = SC_VALUE_SHARE;
  chart->y.most = 1;
  won->band_name = g_strdup (_("Where it may lie"));
  for (guint i = 0; i < record->calibration.n_points; i++)
    if (record->calibration.points[i].n >= SC_FEWEST_CASES)
      add_calibration_point (won, &record->calibration.points[i]);
  said->is_plan = TRUE;
  sc_chart_series_add (said, 0, 0);
  sc_chart_series_add (said, 1, 1);

  return chart;
}

static void
add_chance (ScChart             *chart,
            ScChartSeries       *series,
            const ScStageChance *stage,
            guint                position)
{
  const ScShare *share = stage->reason == SC_REASON_NONE ? &stage->learned : NULL;
  ScChartPoint *point = sc_insight_chart_add_share (series, position, share, stage->learned.of);

  sc_chart_add_category (chart, stage->name);
  point->key = sc_figure_key_of (SC_CASE_REACHED_DECIDED, stage->stage_id);
  if (sc_figure_is_known (stage->set))
    point->target = stage->set;
}

/**
 * sc_insight_chart_chances:
 * @record: how far forecasts came true
 *
 * Returns: (transfer full): what the history says of the stages’ probabilities, beside what
 *   is set
 */
ScChart *
sc_insight_chart_chances (const ScForecastRecord *record)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, _("Probabilities, Set and by the History"));
  ScChartSeries *learned = sc_chart_add_series (chart, _("By the history"));

  chart->x.title = g_strdup (_("Stage"));
  chart->y.title = g_strdup (_("Won, of 100 that came in"));
  chart->y.kind = SC_VALUE_SHARE;
  chart->y.most = 1;
  learned->band_name = g_strdup (_("Where it may lie"));
  learned->target_name = g_strdup (C_("probability", "Set"));
  for (guint i = 0; i < record->stages->len; i++)
    add_chance (chart, learned, record->stages->pdata[i], i);

  return chart;
}

/**
 * sc_insight_chart_versions:
 * @figures: how versions did
 *
 * Returns: (transfer full): how many of the decided deals of each are won
 */
ScChart *
sc_insight_chart_versions (const ScVersionsFigures *figures)
{
  ScChart *chart = sc_chart_new (SC_CHART_BARS, _("Won, by Version"));
  ScChartSeries *series = sc_chart_add_series (chart, _("Won, of the decided ones"));

  chart->x.title = g_strdup (_("Version"));
  chart->y.title = g_strdup (_("Of 100 decided deals"));
  chart->y.kind = SC_VALUE_SHARE;
  chart->y.most = 1;
  series->band_name = g_strdup (_("Where it may lie"));
  for (guint i = 0; i < figures->versions->len; i++)
    {
      const ScVersionFigures *version = &g_array_index (figures->versions, ScVersionFigures, i);
      const ScShare *share = version->share.of >= SC_FEWEST_CASES ? &version->share : NULL;
      g_autofree char *name = g_strdup_printf (_("Version %u"), version->number);

      sc_insight_chart_add_share (series, i, share, version->share.of)->key =
        sc_figure_key_of_days (SC_CASE_VERSION_DECIDED, version->number);
      sc_chart_add_category (chart, name);
    }

  return chart;
}

/**
 * sc_insight_chart_plans:
 * @facts: (element-type ScPlanFact): plans and what has come of them
 * @currency: the currency of those that are shown
 *
 * Returns: (transfer full): the plans of all together by month, beside what was won and
 *   received
 */
ScChart *
sc_insight_chart_plans (const GPtrArray *facts,
                        const char      *currency)
{
  g_autofree char *title = g_strdup_printf (_("Plan and Fact, %s"), currency);
  ScChart *chart = sc_chart_new (SC_CHART_COLUMNS, title);
  ScChartSeries *won = sc_chart_add_series (chart, _("Won"));
  ScChartSeries *received = sc_chart_add_series (chart, _("Received"));
  ScChartSeries *plan = sc_chart_add_series (chart, _("Plan"));

  plan->is_plan = TRUE;
  chart->x.title = g_strdup (_("Month"));
  chart->y.title = g_strdup (_("Value of deals"));
  chart->y.kind = SC_VALUE_MONEY;
  g_strlcpy (chart->y.currency, currency, sizeof chart->y.currency);
  for (guint i = 0, position = 0; i < facts->len; i++)
    {
      const ScPlan *fact = ((const ScPlanFact *) facts->pdata[i])->plan;
      g_autofree char *month = sc_month_to_text (fact->month);

      if (fact->owner_id != 0 || !g_str_equal (fact->plan.currency, currency))
        continue;
      sc_chart_add_category (chart, month);
      sc_chart_series_add (won, position, (double) fact->won.minor)->key =
        sc_figure_key_of_month (SC_CASE_PLAN_WON, fact->month, NULL);
      sc_chart_series_add (received, position, (double) fact->received.minor)->key =
        sc_figure_key_of_month (SC_CASE_PLAN_RECEIVED, fact->month, NULL);
      sc_chart_series_add (plan, position++, (double) fact->plan.minor);
    }

  return chart;
}
