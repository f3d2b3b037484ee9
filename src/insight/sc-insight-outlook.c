/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what will come in by month, how sure that is, and what it is beside. */

#include <glib/gi18n-lib.h>

#include "insight/sc-insight-forecast-charts.h"
#include "insight/sc-insight-parts.h"
#include "statistics/sc-figure-deals.h"
#include "statistics/sc-forecast-words.h"

/* Of a past day: what came of it. */
static void
say_outcome (ScInsightSection *section,
             const ScForecast *forecast)
{
  if (!forecast->is_over || forecast->reason != SC_REASON_NONE)
    return;

  sc_insight_say (section, "outcome", sc_forecast_tell_outcome (forecast),
                  _("Of the deals that were open on that day, those that were won within the days."));
  sc_insight_section_count (section, C_("deals behind a number", "Won"), forecast->n_won,
                            sc_figure_key_of_days (SC_CASE_WON_SINCE, forecast->query->within));
}

/* What the deals with a value in a currency should bring. */
static void
say_money (ScInsightSection *section,
           const ScForecast *forecast,
           guint             currency)
{
  const ScForecastMoney *money = &g_array_index (forecast->money, ScForecastMoney, currency);
  g_autofree char *id = g_strdup_printf ("expected-money:%s", money->currency);

  if (money->n_valued == 0)
    return;

  sc_insight_say (section, id, sc_forecast_tell_money (forecast, currency), NULL);
  sc_insight_section_count (section, _("With a value"), money->n_valued,
                            sc_figure_key_of (SC_CASE_WITH_VALUE, money->currency));
}

/* Of those that the share of is told which was won before. */
static void
count_baseline (ScInsightSection *section,
                const ScForecast *forecast)
{
  guint within = forecast->query->within;
  g_autofree char *open = g_strdup_printf (ngettext ("Open %u day before", "Open %u days before", within), within);

  if (!sc_figure_is_known (forecast->baseline))
    return;

  sc_insight_section_count (section, _("Won since"), forecast->n_before_won, sc_figure_key_of_days (SC_CASE_BEFORE_WON, within));
  sc_insight_section_count (section, open, forecast->n_before, sc_figure_key_of_days (SC_CASE_BEFORE, within));
}

static void
say_expected (ScInsightSection *section,
              const ScForecast *forecast)
{
  sc_insight_say (section, "expected", sc_forecast_tell_expected (forecast),
                  _("Of each open deal: of those that were as old, how many were won within these days. Deals that are still "
                    "open count as undecided."));
  sc_insight_section_count (section, C_("deals behind a number", "Open"), forecast->n_open, sc_figure_key (SC_CASE_TIMED_OPEN));
  say_outcome (section, forecast);
  sc_insight_say (section, "baseline", sc_forecast_tell_baseline (forecast),
                  _("What is said without looking at any deal. A forecast that is worth no more tells nothing."));
  count_baseline (section, forecast);
  sc_insight_say (section, "set", sc_forecast_tell_set (forecast), NULL);
  sc_insight_section_count (section, _("At a stage with a probability"), forecast->n_set, sc_figure_key (SC_CASE_WITH_CHANCE));
  sc_insight_say (section, "beyond", sc_forecast_tell_beyond (forecast), NULL);
  if (forecast->reason == SC_REASON_NONE)
    sc_insight_section_count (section, _("Older than the longest decision"), forecast->n_beyond,
                              sc_figure_key (SC_CASE_OUTLIVED));
}

static void
show_months (ScInsightSection *section,
             const ScOutlook  *outlook)
{
  const ScForecast *forecast = outlook->forecast;
  g_autoptr (ScChart) deals = sc_insight_chart_outlook (outlook);
  const char *help = _("The future, played 1,000 times: which open deals are won and when, by what became of those that were as "
                       "old, and new ones as in some week of the last half year. Half of these futures have less than the "
                       "middle, and 80 of 100 lie in the spread. The same history makes the same numbers.");

  sc_insight_section_show (section, "months", deals, help);
  for (guint i = 0; i < sc_forecast_get_n_currencies (forecast); i++)
    {
      g_autoptr (ScChart) money = sc_insight_chart_outlook_money (outlook, i);
      g_autofree char *id = g_strdup_printf ("money:%s", g_array_index (forecast->money, ScForecastMoney, i).currency);

      sc_insight_section_show (section, id, money, help);
      say_money (section, forecast, i);
    }
}

/**
 * sc_insight_tell_outlook:
 * @section: the section
 * @outlook: what will come in
 */
void
sc_insight_tell_outlook (ScInsightSection *section,
                         const ScOutlook  *outlook)
{
  const ScForecast *forecast = outlook->forecast;

  sc_insight_section_begin (section);
  say_expected (section, forecast);
  if (forecast->reason == SC_REASON_NONE)
    {
      show_months (section, outlook);
      sc_insight_say (section, "without-value", sc_forecast_tell_without_value (forecast), NULL);
      sc_insight_section_count (section, _("Open, of no known value"), forecast->n_without_value,
                                sc_figure_key (SC_CASE_WITHOUT_VALUE));
      sc_insight_say (section, "left-out", sc_forecast_tell_left_out (forecast), NULL);
      sc_insight_section_count (section, _("Beginning unknown"), forecast->n_no_start, sc_figure_key (SC_CASE_OPEN_NO_START));
      sc_insight_say (section, "way", sc_forecast_tell_way (forecast), NULL);
      sc_insight_section_count (section, _("Told by the time in the stage"), forecast->standing->n_by_stage,
                                sc_figure_key (SC_CASE_BY_STAGE));
    }
  sc_insight_section_end (section);
}
