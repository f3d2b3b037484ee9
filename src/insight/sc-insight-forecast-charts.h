/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of what the scheme promises, made of figures. */

#pragma once

#include "diagram/sc-chart.h"
#include "statistics/sc-forecast-record.h"
#include "statistics/sc-outlook.h"
#include "statistics/sc-plan-fact.h"
#include "statistics/sc-version-figures.h"

G_BEGIN_DECLS

ScChart *sc_insight_chart_outlook (const ScOutlook *outlook);
ScChart *sc_insight_chart_outlook_money (const ScOutlook *outlook,
                                         guint            currency);
ScChart *sc_insight_chart_scenarios (const ScOutlook       *outlook,
                                     const ScFuture *const *futures,
                                     const char *const     *titles,
                                     guint                  n);

ScChart *sc_insight_chart_record (const ScForecastRecord *record);
ScChart *sc_insight_chart_record_money (const ScForecastRecord *record,
                                        const char             *currency);
ScChart *sc_insight_chart_bias (const ScForecastRecord *record,
                                const char             *currency);
ScChart *sc_insight_chart_calibration (const ScForecastRecord *record);
ScChart *sc_insight_chart_chances (const ScForecastRecord *record);

ScChart *sc_insight_chart_versions (const ScVersionsFigures *figures);
ScChart *sc_insight_chart_plans (const GPtrArray *facts,
                                 const char      *currency);

G_END_DECLS
