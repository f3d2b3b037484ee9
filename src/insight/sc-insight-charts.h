/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of the Insight view, made of figures. */

#pragma once

#include "diagram/sc-chart.h"
#include "statistics/sc-cycle.h"
#include "statistics/sc-discovery-figures.h"
#include "statistics/sc-figure-deals.h"
#include "statistics/sc-flow.h"
#include "statistics/sc-stage-work.h"

G_BEGIN_DECLS

ScChart *sc_insight_chart_curves (const ScCycle *cycle);
ScChart *sc_insight_chart_stage_times (const ScCycle *cycle);
ScChart *sc_insight_chart_work (const ScStagesWork *work);

ScChart *sc_insight_chart_funnel (const ScFlow *flow);
ScChart *sc_insight_chart_groups (const char      *title,
                                  const char      *axis,
                                  const GPtrArray *groups,
                                  ScFigureCase     which);
ScChart *sc_insight_chart_losses (const ScFlow *flow);
ScChart *sc_insight_chart_weeks (const ScFlow *flow);

ScChart *sc_insight_chart_discovery (const ScDiscoveryFigures *figures);
ScChart *sc_insight_chart_questions (const ScDiscoveryFigures *figures);

/* sc-insight-spread-charts.c */
ScChart *sc_insight_chart_outcomes (const ScCycle *cycle);
ScChart *sc_insight_chart_shares (const ScDiscoveryFigures *figures);
ScChart *sc_insight_chart_length_by_share (const ScDiscoveryFigures *figures);
ScChart *sc_insight_chart_answers (const ScDiscoveryFigures *figures);

ScChartPoint *sc_insight_chart_add_share (ScChartSeries *series,
                                          guint          position,
                                          const ScShare *share,
                                          guint          n_decided);
double sc_insight_count_target (ScDuration        target,
                                const ScCalendar *calendar);

G_END_DECLS
