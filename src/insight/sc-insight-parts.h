/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the Insight view: each tells a section what the figures say. */

#pragma once

#include "insight/sc-insight-section.h"
#include "statistics/sc-cycle.h"
#include "statistics/sc-discovery.h"
#include "statistics/sc-figure-deals.h"
#include "statistics/sc-flow.h"
#include "statistics/sc-forecast-record.h"
#include "statistics/sc-outlook.h"
#include "statistics/sc-plan-fact.h"
#include "statistics/sc-stage-work.h"
#include "statistics/sc-version-figures.h"

G_BEGIN_DECLS

/**
 * ScInsightFigures:
 * @cycle: (nullable): how long the cycle is, once it is read
 * @flow: (nullable): how deals go through the stages
 * @discovery: (nullable): how complete needs discovery is
 * @outlook: (nullable): what will come in
 * @record: (nullable): how far that came true
 * @versions: (nullable): how versions of the process did
 * @plans: (nullable) (element-type ScPlanFact): plans, and what has come of them
 * @work: (nullable): working apart from waiting
 * @learning: (nullable): in which stages something is learned
 *
 * What is shown.
 */
typedef struct {
  ScCycle *cycle;
  ScFlow *flow;
  ScDiscoveryFigures *discovery;
  ScOutlook *outlook;
  ScForecastRecord *record;
  ScVersionsFigures *versions;
  GPtrArray *plans;
  ScStagesWork *work;
  GHashTable *learning;
} ScInsightFigures;

void sc_insight_tell_head (ScInsightSection       *section,
                           const ScInsightFigures *figures);
void sc_insight_tell_length (ScInsightSection   *section,
                             const ScCycle      *cycle,
                             const ScStagesWork *work);
void sc_insight_tell_flow (ScInsightSection *section,
                           const ScFlow     *flow);
void sc_insight_tell_discovery (ScInsightSection         *section,
                                const ScDiscoveryFigures *figures);
void sc_insight_tell_outlook (ScInsightSection *section,
                              const ScOutlook  *outlook);
void sc_insight_tell_record (ScInsightSection       *section,
                             const ScForecastRecord *record);
void sc_insight_tell_versions (ScInsightSection        *section,
                               const ScVersionsFigures *figures);
void sc_insight_tell_plans (ScInsightSection *section,
                            const GPtrArray  *facts);
void sc_insight_tell_what_if (ScInsightSection       *section,
                              ScStore                *store,
                              const ScInsightFigures *figures);

void sc_insight_tell_findings (ScInsightSection       *section,
                               const ScInsightFigures *figures);

void sc_insight_say (ScInsightSection *section,
                     const char       *id,
                     char             *text,
                     const char       *help);
G_END_DECLS
