/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says forecasts in a salesperson's words, for the view, the command line and reports. */

#pragma once

#include "statistics/sc-forecast.h"

G_BEGIN_DECLS

char *sc_forecast_tell_expected (const ScForecast *self);
char *sc_forecast_tell_beyond (const ScForecast *self);
char *sc_forecast_tell_way (const ScForecast *self);
char *sc_forecast_tell_left_out (const ScForecast *self);
char *sc_forecast_tell_outcome (const ScForecast *self);
char *sc_forecast_tell_baseline (const ScForecast *self);
char *sc_forecast_tell_set (const ScForecast *self);
char *sc_forecast_tell_money (const ScForecast *self,
                              guint             i);
char *sc_forecast_tell_without_value (const ScForecast *self);

char *sc_band_to_text (const ScBand *band);
char *sc_money_band_to_text (const ScBand *band,
                             const char   *currency);
char *sc_forecast_period_to_text (const ScForecastPeriod *period,
                                  gboolean                is_by_week);

G_END_DECLS
