/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells how far forecasts came true, whether probabilities do, and what the history says of
 * those that are set for the stages. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/sc-insight-forecast-charts.h"
#include "insight/sc-insight-parts.h"
#include "statistics/sc-figure-deals.h"
#include "statistics/sc-record-words.h"

/* A probability is set in whole percent. */
#define CLOSE 0.005

static const char *
get_help (void)
{
  return _("A forecast is made again at the end of each month: a deal that is open at several of them is in each of these "
           "forecasts, and once in the list of deals.");
}

/* What is added up over months has a deal as often as it was open at a month's end; its list has
 * it once. */
static void
count_horizon (ScInsightSection        *section,
               const ScForecastHorizon *horizon)
{
  sc_insight_section_count (section, _("Won, each deal once"), horizon->n_deals_won,
                            sc_figure_key_of_days (SC_CASE_FORECAST_WON, horizon->within));
  sc_insight_section_count (section, _("Open, each deal once"), horizon->n_deals,
                            sc_figure_key_of_days (SC_CASE_FORECAST, horizon->within));
}

/* How far off forecasts were, in deals where no currency is named: in all, which way, and of
 * each month. */
static void
show_errors (ScInsightSection       *section,
             const ScForecastRecord *record,
             const char             *currency)
{
  g_autoptr (ScChart) bias = sc_insight_chart_bias (record, currency);
  g_autofree char *bias_id = g_strdup_printf ("bias:%s", currency != NULL ? currency : "");

  for (guint i = 0; i < SC_N_HORIZONS; i++)
    {
      const ScForecastHorizon *horizon = &record->horizons[i];
      g_autofree char *id = g_strdup_printf ("within:%u:%s", horizon->within, currency != NULL ? currency : "");

      sc_insight_say (section, id, currency != NULL ? sc_forecast_horizon_tell_money (horizon, currency)
                                                    : sc_forecast_horizon_tell (horizon), get_help ());
      if (currency == NULL)
        count_horizon (section, horizon);
    }
  if (!sc_chart_is_empty (bias))
    sc_insight_section_show (section, bias_id, bias,
                             _("What was expected less what came in: above the line the forecast was too high, below it too low. "
                               "Forecasts that were too high and too low make up for each other in all, and not on the average."));
}

static void
show_money (ScInsightSection       *section,
            const ScForecastRecord *record,
            const char             *currency)
{
  g_autoptr (ScChart) chart = sc_insight_chart_record_money (record, currency);
  g_autofree char *id = g_strdup_printf ("days:%s", currency);

  if (record->days->len > 0)
    sc_insight_section_show (section, id, chart,
                             _("What deals were worth on the day as often as their chance, and what those of them that were won "
                               "were worth in the end. Deals without a value are not in it; currencies are not converted."));
  show_errors (section, record, currency);
}

/* Those of the last month's end. */
static void
say_without_value (ScInsightSection       *section,
                   const ScForecastRecord *record)
{
  const ScForecastPast *past;

  if (record->days->len == 0)
    return;

  past = &g_array_index (record->days, ScForecastPast, record->days->len - 1);
  sc_insight_say (section, "without-value", sc_record_tell_without_value (record), NULL);
  if (past->n_without_value == 0)
    return;

  sc_insight_section_count (section, _("Of no known value"), past->n_without_value,
                            sc_figure_key_of_day (SC_CASE_STOOD_WITHOUT_VALUE, past->day));
  sc_insight_section_count (section, C_("deals behind a number", "Open"), past->n_open,
                            sc_figure_key_of_day (SC_CASE_STOOD, past->day));
}

static void
say_point (ScInsightSection         *section,
           const ScCalibrationPoint *point)
{
  g_autofree char *id = g_strdup_printf ("point:%.1f", point->low);

  if (point->n < SC_FEWEST_CASES)
    return;

  sc_insight_say (section, id, sc_record_tell_point (point), get_help ());
  sc_insight_section_count (section, _("Each deal once"), point->n_deals,
                            sc_figure_key_of_shares (SC_CASE_SAID, point->low, point->high));
}

static void
show_calibration (ScInsightSection       *section,
                  const ScForecastRecord *record)
{
  g_autoptr (ScChart) days = sc_insight_chart_record (record);
  g_autoptr (ScChart) calibration = sc_insight_chart_calibration (record);

  if (record->days->len > 0)
    sc_insight_section_show (section, "days", days,
                             _("At the end of each month the forecast is made again of what was known then, and held against "
                               "what came in within the days."));
  show_errors (section, record, NULL);
  for (guint i = 0; i < record->horizons[0].money->len; i++)
    show_money (section, record, g_array_index (record->horizons[0].money, ScMoneyError, i).currency);
  say_without_value (section, record);
  sc_insight_section_show (section, "calibration", calibration,
                           _("Chances are put together by tenths, with Wilson’s interval (95 of 100). Below the line fewer were "
                             "won than was said, above it more."));
  for (guint i = 0; i < record->calibration.n_points; i++)
    say_point (section, &record->calibration.points[i]);
}

static gboolean
differs (const ScStageChance *stage)
{
  return stage->reason == SC_REASON_NONE && fabs (stage->set - stage->learned.value) >= CLOSE;
}

static void
show_chances (ScInsightSection       *section,
              const ScForecastRecord *record)
{
  g_autoptr (ScChart) chances = sc_insight_chart_chances (record);
  gboolean is_offered = FALSE, is_known = FALSE;

  for (guint i = 0; i < record->stages->len; i++)
    {
      is_offered = is_offered || differs (record->stages->pdata[i]);
      is_known = is_known || ((const ScStageChance *) record->stages->pdata[i])->reason == SC_REASON_NONE;
    }
  if (!is_known)
    return;

  sc_insight_section_show (section, "chances", chances,
                           _("Of the deals that are known to have come into a stage and are decided, those that are won, each "
                             "counted once, with Wilson’s interval (95 of 100)."));
  if (is_offered)
    sc_insight_section_offer (section, "take-over", _("_Take Over in the Draft"), "insight.take-over");
}

/**
 * sc_insight_tell_record:
 * @section: the section
 * @record: how far forecasts came true
 */
void
sc_insight_tell_record (ScInsightSection       *section,
                        const ScForecastRecord *record)
{
  sc_insight_section_begin (section);
  sc_insight_say (section, "said", sc_record_tell_said (record), get_help ());
  sc_insight_section_count (section, _("Won, each deal once"), record->n_deals_won, sc_figure_key (SC_CASE_SAID_WON));
  sc_insight_section_count (section, _("Given a chance"), record->n_deals, sc_figure_key (SC_CASE_SAID_ANY));
  if (record->reason == SC_REASON_NONE)
    show_calibration (section, record);
  sc_insight_say (section, "slips", sc_record_tell_slips (&record->slips),
                  _("Each time that the day is moved to a later one counts once; what was undone does not."));
  sc_insight_section_count (section, _("With a day on which it should be won"), record->slips.n_dated,
                            sc_figure_key (SC_CASE_DATED));
  sc_insight_section_count (section, _("Put off"), record->slips.n_moved, sc_figure_key (SC_CASE_PUT_OFF));
  sc_insight_section_count (section, _("Put off three times and more"), record->slips.n_often,
                            sc_figure_key (SC_CASE_PUT_OFF_OFTEN));
  show_chances (section, record);
  sc_insight_section_end (section);
}

/* The decided deals that it is compared by. */
static void
count_version (ScInsightSection        *section,
               const ScVersionsFigures *figures,
               guint                    number)
{
  g_autofree char *label = g_strdup_printf (_("Decided, of version %u"), number);

  for (guint i = 0; i < figures->versions->len; i++)
    {
      const ScVersionFigures *version = &g_array_index (figures->versions, ScVersionFigures, i);

      if (version->number == number)
        sc_insight_section_count (section, label, version->share.of, sc_figure_key_of_days (SC_CASE_VERSION_DECIDED, number));
    }
}

/**
 * sc_insight_tell_versions:
 * @section: the section
 * @figures: how versions did
 *
 * Tells nothing where there are no two of them.
 */
void
sc_insight_tell_versions (ScInsightSection        *section,
                          const ScVersionsFigures *figures)
{
  g_autoptr (ScChart) chart = sc_insight_chart_versions (figures);

  sc_insight_section_begin (section);
  for (guint i = 0; i < figures->differences->len; i++)
    {
      const ScVersionDifference *difference = &g_array_index (figures->differences, ScVersionDifference, i);
      g_autofree char *id = g_strdup_printf ("difference:%u", difference->to);

      sc_insight_say (section, id, sc_version_tell_difference (difference),
                      _("The difference of the shares won with Newcombe’s interval (95 of 100). It proves no cause: other deals "
                        "may have come in."));
      count_version (section, figures, difference->from);
      count_version (section, figures, difference->to);
    }
  if (figures->versions->len > 1)
    sc_insight_section_show (section, "versions", chart, NULL);
  sc_insight_section_end (section);
}
