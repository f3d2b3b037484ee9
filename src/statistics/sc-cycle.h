/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the cycle is: time to a decision and to the client, by stage, beside what the
 * scheme foresees. */

#pragma once

#include "statistics/sc-stage-times.h"
#include "statistics/sc-survival.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScCycle:
 * @query: what was asked for, with the day in @as_of
 * @n_won: deals that were won by then
 * @n_lost: deals that were lost by then
 * @n_open: deals that were open
 * @n_no_start: deals of which nobody knows when they began; they are left out
 * @n_no_end: deals that were won or lost nobody knows when; they are left out
 * @curve: what is undecided, won and lost by days
 * @to_decision: how long it takes until a deal is decided, won or lost
 * @to_client: how long it takes until one is won, of those that are won in the end; it
 *   has no interval
 * @to_loss: how long it takes until one is lost, of those that are lost in the end; it has
 *   no interval
 * @share_won: what share is won in the end, by the curve
 * @share_lost: what share is lost
 * @undecided: what share is undecided even then
 * @designed: what the scheme foresees, from its beginning to the client mark
 * @calendar: the working calendar that it is counted by
 * @version: of which version that is
 * @within_designed: how many of the won deals took no longer
 * @within_reason: why that is not known, or %SC_REASON_NONE
 * @stages: (element-type ScStageTime): by stage, in order
 * @trend: of the median time to a decision
 *
 * How long the cycle is, as of a day.
 */
typedef struct {
  ScFiguresQuery *query;
  guint n_won;
  guint n_lost;
  guint n_open;
  guint n_no_start;
  guint n_no_end;
  ScCurve *curve;
  ScTimes to_decision;
  ScTimes to_client;
  ScTimes to_loss;
  double share_won;
  double share_lost;
  double undecided;
  ScDuration designed;
  ScCalendar *calendar;
  guint version;
  ScShare within_designed;
  ScReason within_reason;
  GPtrArray *stages;
  ScTrend trend;
} ScCycle;

ScCycle *sc_cycle_read (ScStore              *store,
                        const ScFiguresQuery *query,
                        GCancellable         *cancellable,
                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_cycle_free (ScCycle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCycle, sc_cycle_free)

G_END_DECLS
