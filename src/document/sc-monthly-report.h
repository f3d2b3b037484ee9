/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a process on two pages, once a month. */

#pragma once

#include "document/sc-document.h"
#include "statistics/sc-cycle.h"
#include "statistics/sc-discovery-figures.h"
#include "statistics/sc-forecast-record.h"
#include "statistics/sc-outlook.h"

G_BEGIN_DECLS

/**
 * ScMonthlyReport:
 * @process_name: the process
 * @day: the day as of which it is
 * @cycle: how long the cycle is
 * @discovery: how complete needs discovery is
 * @outlook: what will come in
 * @record: how far that came true
 * @plans: (element-type ScPlanFact): plans, and what has come of them
 * @findings: (element-type ScHistoryFinding): what to do
 *
 * What the report is made of; nothing of it is its own.
 */
typedef struct {
  const char *process_name;
  ScDate day;
  const ScCycle *cycle;
  const ScDiscoveryFigures *discovery;
  const ScOutlook *outlook;
  const ScForecastRecord *record;
  const GPtrArray *plans;
  const GPtrArray *findings;
} ScMonthlyReport;

ScDocument *sc_monthly_report_make (const ScMonthlyReport *self);

G_END_DECLS
