/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How deals go through the stages: how many go on, where and why they are lost, and how
 * many come through in a week. */

#pragma once

#include "statistics/sc-figures.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScStageFlow:
 * @stage_id: a stage of the version that is looked at
 * @name: what it is called there
 * @n_entered: deals that were there, each once
 * @n_left_on: those of them that have left it and went on
 * @n_lost: those that were lost there
 * @conversion: of those that have left it, how many went on
 * @reason: why that is not known, or %SC_REASON_NONE
 * @n_now: those that are still there
 * @n_over_target: of these, those that have stood there for longer than the target time
 * @n_returned: deals that came back to it
 *
 * How deals go through a stage. One that skips it is not counted.
 */
typedef struct {
  char *stage_id;
  char *name;
  guint n_entered;
  guint n_left_on;
  guint n_lost;
  ScShare conversion;
  ScReason reason;
  guint n_now;
  guint n_over_target;
  guint n_returned;
} ScStageFlow;

/**
 * ScFlowGroup:
 * @key: an owner's name, a source, or a month of start as “2017-03”; empty for deals that
 *   have none
 * @n_started: how many deals it has, undecided ones too
 * @n_decided: how many of them are decided
 * @n_won: how many of these are won
 * @share: how many of the decided ones are won
 * @reason: why that is not known, or %SC_REASON_NONE
 *
 * Deals that have something in common.
 */
typedef struct {
  char *key;
  guint n_started;
  guint n_decided;
  guint n_won;
  ScShare share;
  ScReason reason;
} ScFlowGroup;

/**
 * ScLossCount:
 * @reason: (nullable): why deals were lost, %NULL where nobody said
 * @stage_id: in which stage they were lost
 * @stage: (nullable): what it is called; %NULL where it has never been called anything
 * @n: how many
 */
typedef struct {
  char *reason;
  char *stage_id;
  char *stage;
  guint n;
} ScLossCount;

/**
 * ScFlowWeek:
 * @monday: its first day
 * @n_started: deals that were started in it
 * @n_decided: deals that were decided in it
 * @n_in_work: deals that were open at its end
 */
typedef struct {
  ScDate monday;
  guint n_started;
  guint n_decided;
  guint n_in_work;
} ScFlowWeek;

/**
 * ScTrialFlow:
 * @n_entered: deals that came into a trial
 * @n_won: those of them that were won
 * @n_lost: those that were lost
 * @n_undecided: those that are open
 * @n_extended: those whose trial was extended
 * @to_won: how long it took from the trial's beginning until they were won, the lost ones
 *   being a competing risk
 *
 * From a trial to a paying client.
 */
typedef struct {
  guint n_entered;
  guint n_won;
  guint n_lost;
  guint n_undecided;
  guint n_extended;
  ScTimes to_won;
} ScTrialFlow;

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
void sc_stage_flow_free (ScStageFlow *self);
void sc_flow_group_free (ScFlowGroup *self);
void sc_loss_count_free (ScLossCount *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFlow, sc_flow_free)

G_END_DECLS
