/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the last forecasts were wrong one way, and by how much, for the head of Insight and
 * for findings. Forecasts of three months that are made each month tell of the same deals
 * three times: those are taken whose times don't overlap. */

#include "statistics/sc-forecast-bias.h"

#include <math.h>

/* An error that is less than this, of what came in, is none. */
#define CLOSE 0.005

static void
add (ScForecastBias       *self,
     const ScForecastPast *past)
{
  double off = (past->expected - past->n_won) / MAX (past->n_won, 1);

  self->n++;
  self->n_high += off > CLOSE;
  self->n_low += off < -CLOSE;
  self->most = MAX (self->most, fabs (off));
  self->expected += past->expected;
  self->n_won += past->n_won;
}

/**
 * sc_forecast_bias_find:
 * @record: how far forecasts came true
 * @most: how many forecasts are looked at at most, up to %SC_FORECAST_BIAS_MOST
 *
 * Returns: how the last of them were wrong
 */
ScForecastBias
sc_forecast_bias_find (const ScForecastRecord *record,
                       guint                   most)
{
  ScForecastBias self = { 0 };
  ScDate before = SC_DATE_NONE;

  for (guint i = record->days->len; i > 0 && self.n < MIN (most, SC_FORECAST_BIAS_MOST); i--)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i - 1);

      if (before != SC_DATE_NONE && past->day + record->within > before)
        continue;
      self.places[self.n] = i - 1;
      add (&self, past);
      before = past->day;
    }

  return self;
}

/**
 * sc_forecast_bias_is_beyond_chance:
 * @self: how forecasts were wrong
 *
 * Returns: whether chance alone would hardly (in fewer than 5 of 100 cases) have made so
 *   many more or fewer of the expected deals come in
 */
gboolean
sc_forecast_bias_is_beyond_chance (const ScForecastBias *self)
{
  return fabs (self->expected - self->n_won) > SC_NORMAL_975 * sqrt (MAX (self->expected, 1));
}
