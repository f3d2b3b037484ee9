/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process on one page, for the weekly meeting. */

#pragma once

#include "document/sc-document.h"
#include "statistics/sc-cycle.h"
#include "statistics/sc-discovery-figures.h"
#include "statistics/sc-flow.h"
#include "statistics/sc-week.h"

G_BEGIN_DECLS

/* Of each list at most. */
#define SC_WEEKLY_REPORT_ROWS 10

/**
 * ScWeeklyReport:
 * @process_name: the process
 * @about: which deals the figures are made of, in words
 * @week: what is due and stuck, and whose it is
 * @cycle: how long the cycle is
 * @flow: how deals go through the stages
 * @discovery: how complete needs discovery is
 * @plans: (element-type ScPlanFact): plans, and what has come of them
 *
 * What the report is made of; nothing of it is its own.
 */
typedef struct {
  const char *process_name;
  const char *about;
  const ScWeek *week;
  const ScCycle *cycle;
  const ScFlow *flow;
  const ScDiscoveryFigures *discovery;
  const GPtrArray *plans;
} ScWeeklyReport;

ScDocument *sc_weekly_report_make (const ScWeeklyReport *self);

G_END_DECLS
