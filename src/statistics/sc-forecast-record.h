/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far forecasts of past days came true: made again of what was known then. */

#pragma once

#include "statistics/sc-calibration.h"
#include "statistics/sc-forecast-money.h"
#include "statistics/sc-simulation.h"
#include "statistics/sc-slips.h"
#include "statistics/sc-stage-chances.h"

G_BEGIN_DECLS

/**
 * ScForecastPast:
 * @day: a month's end
 * @n_open: deals that were open then and of which it was known when they began
 * @expected: how many were expected to be won
 * @n_won: how many were won
 * @n_without_value: those of @n_open of which nobody had said by then what they are worth;
 *   they are not in @money, and not in what came in there
 * @n_won_without_value: of those with a value, the ones that were won and had none any more
 * @money: (element-type ScForecastMoney): what they were expected to bring, and what came in
 *   of the same deals
 *
 * A forecast of a past day.
 */
typedef struct {
  ScDate day;
  guint n_open;
  double expected;
  guint n_won;
  guint n_without_value;
  guint n_won_without_value;
  GArray *money;
} ScForecastPast;

/**
 * ScMoneyError:
 * @currency: a currency
 * @n: how many forecasts there were of deals with a value in it
 * @n_high: how many of them were too high
 * @expected_minor: how much was expected by all of them together, in minor units
 * @came_in_minor: how much came in
 * @error_minor: how far off each was, added up, whichever way
 *
 * How far off forecasts were in a currency.
 */
typedef struct {
  char currency[4];
  guint n;
  guint n_high;
  double expected_minor;
  double came_in_minor;
  double error_minor;
} ScMoneyError;

/**
 * ScForecastHorizon:
 * @within: within how many days deals were to be won
 * @days: (element-type ScForecastPast): the forecasts, in order
 * @n: how many forecasts there were
 * @n_high: how many of them were too high
 * @expected: how many deals were expected to be won by all of them together
 * @n_won: how many were, each as often as it was open at a month's end
 * @n_deals: how many deals were open at any of these months' ends
 * @n_deals_won: how many of them were won within the days
 * @error: how far off each was, added up, whichever way
 * @n_without_value: how often a deal without a value was left out of @money
 * @money: (element-type ScMoneyError): the same in money, by currency
 *
 * How far off forecasts of so many days were: those that were too high and too low make up
 * for each other in @expected, and not in @error.
 */
typedef struct {
  guint within;
  GArray *days;
  guint n;
  guint n_high;
  double expected;
  guint n_won;
  guint n_deals;
  guint n_deals_won;
  double error;
  guint n_without_value;
  GArray *money;
} ScForecastHorizon;

/* Forecasts are judged of so many days, beside those that are asked for. */
#define SC_N_HORIZONS 3

/**
 * ScForecastRecord:
 * @within: within how many days deals were to be won
 * @calibration: the chances that were said of open deals, and what became of them; of a deal
 *   that was open at several months' ends there are as many
 * @n_deals: how many deals these were
 * @n_deals_won: how many of them were won within the days
 * @reason: why there is none, or %SC_REASON_NONE
 * @n_beyond: how often no chance was given
 * @days: (element-type ScForecastPast): the days on which forecasts were made, in order
 * @horizons: the same for 30, 60 and 90 days
 * @stages: (element-type ScStageChance): the chances that are set for the stages, and
 *   those that their deals tell
 * @slips: how the days on which deals should be won were put off
 *
 * How far forecasts came true.
 */
typedef struct {
  guint within;
  ScCalibration calibration;
  guint n_deals;
  guint n_deals_won;
  ScReason reason;
  guint n_beyond;
  GArray *days;
  ScForecastHorizon horizons[SC_N_HORIZONS];
  GPtrArray *stages;
  ScSlips slips;
} ScForecastRecord;

GArray *sc_forecast_pasts_new (void);
ScForecastRecord *sc_forecast_record_read (ScStore              *store,
                                           const ScFiguresQuery *query,
                                           guint                 within,
                                           ScSimulationProgress  progress,
                                           gpointer              user_data,
                                           GCancellable         *cancellable,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_forecast_record_free (ScForecastRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScForecastRecord, sc_forecast_record_free)

G_END_DECLS
