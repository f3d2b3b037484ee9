/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the last forecasts were wrong one way, and by how much. */

#pragma once

#include "statistics/sc-forecast-record.h"

G_BEGIN_DECLS

/* So many forecasts of a quarter are a year. */
#define SC_FORECAST_BIAS_MOST 4

/**
 * ScForecastBias:
 * @n: how many forecasts there are whose times don't overlap, the last ones
 * @places: where they stand among the record's days, the last one first
 * @n_high: how many of them were too high
 * @n_low: how many were too low
 * @most: by how much the one that was farthest off was so, of what came in
 * @expected: how many deals they expected together
 * @n_won: how many came in
 *
 * How the last forecasts were wrong.
 */
typedef struct {
  guint n;
  guint places[SC_FORECAST_BIAS_MOST];
  guint n_high;
  guint n_low;
  double most;
  double expected;
  guint n_won;
} ScForecastBias;

ScForecastBias sc_forecast_bias_find (const ScForecastRecord *record,
                                      guint                   most);
gboolean sc_forecast_bias_is_beyond_chance (const ScForecastBias *self);

G_END_DECLS
