/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of how forecasts did: what was expected at the ends of months beside what came
 * in, and how far off that was within 30, 60 and 90 days, in deals and in each currency. */

#include "insight/sc-insight-forecast-charts.h"

#include <glib/gi18n-lib.h>

#include "statistics/sc-figure-deals.h"

/**
 * sc_insight_chart_record:
 * @record: how far forecasts came true
 *
 * Returns: (transfer full): how many deals were expected at the ends of months, and how many
 *   came in
 */
ScChart *
sc_insight_chart_record (const ScForecastRecord *record)
{
  ScChart *chart = sc_chart_new (SC_CHART_LINE, _("What Was Expected, and What Came In"));
  ScChartSeries *expected = sc_chart_add_series (chart, _("Expected"));
  ScChartSeries *won = sc_chart_add_series (chart, _("Came in"));

  chart->x.title = g_strdup (_("Said on"));
  chart->y.title = g_strdup (_("Deals"));
  for (guint i = 0; i < record->days->len; i++)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i);
      g_autofree char *day = sc_date_to_text (past->day);

      sc_chart_add_category (chart, day);
      sc_chart_series_add (expected, i, round (past->expected))->key = sc_figure_key_of_day (SC_CASE_STOOD, past->day);
      sc_chart_series_add (won, i, past->n_won)->key = sc_figure_key_of_term (SC_CASE_STOOD_WON, past->day, record->within);
    }

  return chart;
}

static const ScForecastMoney *
find_money (const ScForecastPast *past,
            const char           *currency)
{
  for (guint i = 0; i < past->money->len; i++)
    if (g_str_equal (g_array_index (past->money, ScForecastMoney, i).currency, currency))
      return &g_array_index (past->money, ScForecastMoney, i);

  return NULL;
}

static void
name_money (ScChart    *chart,
            const char *currency)
{
  chart->y.title = g_strdup (_("Value of deals"));
  chart->y.kind = SC_VALUE_MONEY;
  g_strlcpy (chart->y.currency, currency, sizeof chart->y.currency);
}

/**
 * sc_insight_chart_record_money:
 * @record: how far forecasts came true
 * @currency: a currency
 *
 * Returns: (transfer full): how much was expected at the ends of months of deals with a value
 *   in it, and how much came in of them
 */
ScChart *
sc_insight_chart_record_money (const ScForecastRecord *record,
                               const char             *currency)
{
  g_autofree char *title = g_strdup_printf (_("What Was Expected, and What Came In, %s"), currency);
  ScChart *chart = sc_chart_new (SC_CHART_LINE, title);
  ScChartSeries *expected = sc_chart_add_series (chart, _("Expected"));
  ScChartSeries *came_in = sc_chart_add_series (chart, _("Came in"));

  chart->x.title = g_strdup (_("Said on"));
  name_money (chart, currency);
  for (guint i = 0; i < record->days->len; i++)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i);
      const ScForecastMoney *money = find_money (past, currency);
      g_autofree char *day = sc_date_to_text (past->day);

      sc_chart_add_category (chart, day);
      sc_chart_series_add (expected, i, money != NULL ? round (money->expected_minor) : SC_CHART_NONE)->key =
        sc_figure_key_of_money (SC_CASE_STOOD_IN, past->day, record->within, currency);
      sc_chart_series_add (came_in, i, money != NULL ? (double) money->came_in_minor : SC_CHART_NONE)->key =
        sc_figure_key_of_money (SC_CASE_STOOD_IN_WON, past->day, record->within, currency);
    }

  return chart;
}

/* How far off a forecast was, in deals where no currency is named. */
static double
find_bias (const ScForecastPast *past,
           const char           *currency)
{
  const ScForecastMoney *money = currency != NULL ? find_money (past, currency) : NULL;

  if (currency != NULL)
    return money != NULL ? round (sc_forecast_money_get_bias (money)) : SC_CHART_NONE;

  return round (past->expected) - past->n_won;
}

static char *
make_key (const ScForecastPast *past,
          guint                 within,
          const char           *currency)
{
  return currency != NULL ? sc_figure_key_of_money (SC_CASE_STOOD_IN, past->day, within, currency)
                          : sc_figure_key_of_day (SC_CASE_STOOD, past->day);
}

/* Where along the axis a day stands. The longer the time, the earlier its last day. */
static guint
find_place (const GArray *days,
            ScDate        day)
{
  guint place = 0;

  while (place < days->len && g_array_index (days, ScForecastPast, place).day < day)
    place++;

  return place;
}

/**
 * sc_insight_chart_bias:
 * @record: how far forecasts came true
 * @currency: (nullable): a currency; %NULL for deals
 *
 * Returns: (transfer full): by how much more was expected than came in, or less, at each
 *   month's end and within 30, 60 and 90 days
 */
ScChart *
sc_insight_chart_bias (const ScForecastRecord *record,
                       const char             *currency)
{
  g_autofree char *title = currency != NULL ? g_strdup_printf (_("How Far Off Forecasts Were, %s"), currency)
                                            : g_strdup (_("How Far Off Forecasts Were"));
  ScChart *chart = sc_chart_new (SC_CHART_COLUMNS, title);
  const GArray *all = record->horizons[0].days;

  chart->x.title = g_strdup (_("Said on"));
  if (currency != NULL)
    name_money (chart, currency);
  g_set_str (&chart->y.title, currency != NULL ? _("Expected less came in, value of deals") : _("Expected less came in, deals"));
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *day = sc_date_to_text (g_array_index (all, ScForecastPast, i).day);

      sc_chart_add_category (chart, day);
    }
  for (guint i = 0; i < SC_N_HORIZONS; i++)
    {
      const ScForecastHorizon *horizon = &record->horizons[i];
      g_autofree char *name = g_strdup_printf (ngettext ("Within %u day", "Within %u days", horizon->within), horizon->within);
      ScChartSeries *series = horizon->days->len > 0 ? sc_chart_add_series (chart, name) : NULL;

      for (guint j = 0; j < horizon->days->len; j++)
        {
          const ScForecastPast *past = &g_array_index (horizon->days, ScForecastPast, j);

          sc_chart_series_add (series, find_place (all, past->day), find_bias (past, currency))->key =
            make_key (past, horizon->within, currency);
        }
    }

  return chart;
}
