/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How deals go through the stages: how many go on, where and why they are lost, and how
 * many come through in a week. */

#pragma once

#include "statistics/sc-flow-parts.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScFlow:
 * @query: what was asked for, with the day in @as_of
 * @n_decided: deals that are decided, won or lost
 * @n_won: those that are won
 * @share_won: how many of the decided ones are won
 * @reason: why that is not known, or %SC_REASON_NONE
 * @version: the version whose stages are listed
 * @stages: (element-type ScStageFlow): by stage, in order
 * @by_owner: (element-type ScFlowGroup): by who is responsible, in alphabetical order
 * @by_source: (element-type ScFlowGroup): by where they came from, in alphabetical order
 * @by_month: (element-type ScFlowGroup): by the month in which they were started
 * @losses: (element-type ScLossCount): by reason and stage, the most first
 * @weeks: (element-type ScFlowWeek): the last weeks that are over, in order
 * @per_week: how many were decided in one of these on the average, or %SC_FIGURE_NONE
 * @in_work: how many were in work at its end on the average, or %SC_FIGURE_NONE
 * @little_days: in how many days of the calendar one comes through by Little's law
 *   (1961), @in_work by @per_week, or %SC_FIGURE_NONE
 * @trial: (nullable): from a trial to a paying client; %NULL where the product is not
 *   innovative or no stage covers a trial
 * @trend: of the share that is won
 *
 * How deals go through the stages, as of a day.
 */
typedef struct {
  ScFiguresQuery *query;
  guint n_decided;
  guint n_won;
  ScShare share_won;
  ScReason reason;
  guint version;
  GPtrArray *stages;
  GPtrArray *by_owner;
  GPtrArray *by_source;
  GPtrArray *by_month;
  GPtrArray *losses;
  GArray *weeks;
  double per_week;
  double in_work;
  double little_days;
  ScTrialFlow *trial;
  ScTrend trend;
} ScFlow;

ScFlow *sc_flow_read (ScStore              *store,
                      const ScFiguresQuery *query,
                      GCancellable         *cancellable,
                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_flow_free (ScFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFlow, sc_flow_free)

G_END_DECLS
