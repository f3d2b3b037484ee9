/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history says of what the scheme promises: findings of source H. */

#pragma once

#include "statistics/sc-forecast-record.h"
#include "statistics/sc-forecast.h"
#include "statistics/sc-version-figures.h"

G_BEGIN_DECLS

void sc_forecast_findings_add (GPtrArray               *findings,
                               const ScForecast        *forecast,
                               const ScForecastRecord  *record,
                               const ScVersionsFigures *versions);
GPtrArray *sc_forecast_findings_read (ScStore              *store,
                                      const ScFiguresQuery *query,
                                      GCancellable         *cancellable,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
