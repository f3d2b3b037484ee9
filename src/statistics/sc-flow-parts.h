/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of how deals go through the stages: by stage, by what they have in common, by
 * reason, by week. */

#pragma once

#include "model/sc-version.h"
#include "statistics/sc-day-scale.h"
#include "statistics/sc-figures.h"
#include "store/sc-fates.h"
#include "store/sc-visits.h"

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
 * @back_to: (nullable): the stage to which the scheme takes a deal back when the client refuses
 * @n_gone: visits that have ended, each return being one of its own
 * @n_back: those of them from which the deal went back to that stage
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
  char *back_to;
  guint n_gone;
  guint n_back;
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

typedef enum {
  SC_FLOW_BY_OWNER,
  SC_FLOW_BY_SOURCE,
  SC_FLOW_BY_MONTH,
} ScFlowBy;

GPtrArray *sc_stage_flows_new (const ScVersion  *version,
                               const GPtrArray  *visits,
                               ScDate            as_of,
                               const ScDayScale *working_days);
char *sc_flow_make_key (const ScFates *fates,
                        const ScFate  *fate,
                        ScFlowBy       by);
GPtrArray *sc_flow_groups_new (const ScFates        *fates,
                               const ScFiguresQuery *query,
                               ScFlowBy              by);
GPtrArray *sc_loss_counts_new (const ScFates        *fates,
                               const ScFiguresQuery *query,
                               GHashTable           *stage_names);
GArray *sc_flow_weeks_new (const ScFates        *fates,
                           const ScFiguresQuery *query);
void sc_stage_flow_free (ScStageFlow *self);
void sc_flow_group_free (ScFlowGroup *self);
void sc_loss_count_free (ScLossCount *self);

G_END_DECLS
