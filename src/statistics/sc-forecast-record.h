/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far forecasts of past days came true: made again of what was known then. */

#pragma once

#include "statistics/sc-calibration.h"
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
 *
 * A forecast of a past day.
 */
typedef struct {
  ScDate day;
  guint n_open;
  double expected;
  guint n_won;
} ScForecastPast;

/**
 * ScForecastHorizon:
 * @within: within how many days deals were to be won
 * @n: how many forecasts there were
 * @n_high: how many of them were too high
 * @expected: how many deals were expected to be won by all of them together
 * @n_won: how many were
 * @error: how far off each was, added up, whichever way
 *
 * How far off forecasts of so many days were: those that were too high and too low make up
 * for each other in @expected, and not in @error.
 */
typedef struct {
  guint within;
  guint n;
  guint n_high;
  double expected;
  guint n_won;
  double error;
} ScForecastHorizon;

/* Forecasts are judged of so many days, beside those that are asked for. */
#define SC_N_HORIZONS 3

/**
 * ScForecastRecord:
 * @within: within how many days deals were to be won
 * @calibration: the chances that were said of open deals, and what became of them
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
  ScReason reason;
  guint n_beyond;
  GArray *days;
  ScForecastHorizon horizons[SC_N_HORIZONS];
  GPtrArray *stages;
  ScSlips slips;
} ScForecastRecord;

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
