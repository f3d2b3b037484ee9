/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says how far forecasts came true in a salesperson's words. */

#pragma once

#include "statistics/sc-forecast-record.h"
#include "statistics/sc-version-figures.h"

G_BEGIN_DECLS

char *sc_record_tell_said (const ScForecastRecord *self);
char *sc_record_tell_point (const ScCalibrationPoint *point);
char *sc_record_tell_quarter (const ScForecastRecord *self,
                              char                  **figure);
char *sc_forecast_horizon_tell (const ScForecastHorizon *self);
char *sc_forecast_horizon_tell_money (const ScForecastHorizon *self,
                                      const char              *currency);
char *sc_record_tell_without_value (const ScForecastRecord *self);
char *sc_record_tell_slips (const ScSlips *slips);
char *sc_version_tell_difference (const ScVersionDifference *self);

G_END_DECLS
