/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How complete needs discovery is, and how that goes with winning. */

#pragma once

#include "statistics/sc-figures.h"

G_BEGIN_DECLS

/**
 * ScQuestionFigures:
 * @criterion_id: the exit criterion that asks
 * @text: its text
 * @answered: of the deals whose version asked it, how many had answered when they moved on
 * @won_with: of those that had and are decided, how many are won
 * @won_without: of those that had not and are decided, how many are won
 *
 * A question of needs discovery. A share of fewer than %SC_FEWEST_CASES is not to be shown.
 */
typedef struct {
  char *criterion_id;
  char *text;
  ScShare answered;
  ScShare won_with;
  ScShare won_without;
} ScQuestionFigures;

/**
 * ScDiscoveryGroup:
 * @share: the share of questions that was answered, on the average
 * @low: the least share in the group
 * @high: the largest
 * @n: deals that moved on with that share
 * @n_won: how many of them are won
 * @won: of those that are decided, how many are won
 * @to_decision: how long they take until they are decided
 *
 * Deals of which about as much was known when they moved on: with the same share where
 * there are few different ones, else with none, a quarter, half, most, or all of it.
 */
typedef struct {
  double share;
  double low;
  double high;
  guint n;
  guint n_won;
  ScShare won;
  ScTimes to_decision;
} ScDiscoveryGroup;

/**
 * ScDiscoveryFigures:
 * @query: what was asked for, with the day in @as_of
 * @reason: why there are none: %SC_REASON_NO_DISCOVERY where no stage covers needs
 *   discovery, %SC_REASON_HISTORY_INFERRED where nobody knows when deals moved on,
 *   %SC_REASON_TOO_FEW; %SC_REASON_NONE where they are there
 * @n: deals that moved on from discovery and whose history is known
 * @n_inferred: deals that are left out since when they moved on was worked out
 * @mean_share: the share of questions that were answered by then, on the average, or
 *   %SC_FIGURE_NONE
 * @n_answered: how many questions were answered by then, in all
 * @n_questions: how many there were, in all
 * @shares: (element-type double): the share of each deal, in ascending order
 * @n_at_gate: how many of the answers were filled in only at the gate
 * @n_not_told: how many of the questions the client did not tell
 * @confirmed: of the deals where a summary was to be confirmed, how many clients had
 * @corrected: of how many deals an answer was changed afterwards
 * @at_gate: of how many an answer was filled in only at the gate
 * @not_told: of how many the client did not tell something
 * @questions: (element-type ScQuestionFigures): by question, in order
 * @groups: (element-type ScDiscoveryGroup): by share answered, the least first
 * @logistic_reason: why there is no regression, or %SC_REASON_NONE
 * @coefficient: by how much the logarithm of the odds of winning rises from no question
 *   answered to all of them
 * @se: its standard error
 * @intercept: the logarithm of the odds where none is answered
 * @adjusted_reason: why the chances below are not known, or %SC_REASON_NONE
 * @adjusted_with: of 1, how many would be won if all deals had all questions answered,
 *   with their values and sources as they are
 * @adjusted_without: the same if none had any
 * @trend: of the share answered
 *
 * How complete needs discovery is, as of a day.
 */
typedef struct {
  ScFiguresQuery *query;
  ScReason reason;
  guint n;
  guint n_inferred;
  double mean_share;
  guint n_answered;
  guint n_questions;
  guint n_at_gate;
  guint n_not_told;
  GArray *shares;
  ScShare confirmed;
  ScShare corrected;
  ScShare at_gate;
  ScShare not_told;
  GPtrArray *questions;
  GArray *groups;
  ScReason logistic_reason;
  double coefficient;
  double se;
  double intercept;
  ScReason adjusted_reason;
  double adjusted_with;
  double adjusted_without;
  ScTrend trend;
} ScDiscoveryFigures;

ScDiscoveryFigures *sc_discovery_figures_new (const ScFiguresQuery *query,
                                              ScDate                as_of);
void sc_discovery_figures_free (ScDiscoveryFigures *self);
void sc_question_figures_free (ScQuestionFigures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDiscoveryFigures, sc_discovery_figures_free)

G_END_DECLS
