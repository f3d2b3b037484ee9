/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long deals stay in the stages of a version. */

#pragma once

#include "model/sc-version.h"
#include "statistics/sc-day-scale.h"
#include "store/sc-visits.h"

G_BEGIN_DECLS

/**
 * ScStageTime:
 * @stage_id: a stage of the version that is looked at
 * @name: what it is called there
 * @target: its target time; no time where it has none
 * @n_known: visits of which both is known: that they began, and when
 * @n_inferred: visits of which the beginning was worked out; they are left out
 * @times: how long visits are, those that have not ended censored
 * @n_now: deals that stand there now and are not parked
 * @n_known_now: those of them of which it is known since when
 * @n_over_target: those of them that have stood there for longer than the target
 * @n_returned: deals that came back to it
 * @is_bottleneck: whether it is where most time is lost: the longest time over target,
 *   times the deals that come through
 *
 * How long deals stay in a stage.
 */
typedef struct {
  char *stage_id;
  char *name;
  ScDuration target;
  guint n_known;
  guint n_inferred;
  ScTimes times;
  guint n_now;
  guint n_known_now;
  guint n_over_target;
  guint n_returned;
  gboolean is_bottleneck;
} ScStageTime;

/**
 * ScStay:
 * @SC_STAY_ENDED: they have left the stage, or are parked
 * @SC_STAY_UNKNOWN: they stand there nobody knows since when
 * @SC_STAY_WITHIN: they stand there for no longer than its target time, or it has none
 * @SC_STAY_OVER: they stand there for longer
 *
 * How long deals stand in a stage at present.
 */
typedef enum {
  SC_STAY_ENDED,
  SC_STAY_UNKNOWN,
  SC_STAY_WITHIN,
  SC_STAY_OVER,
} ScStay;

ScStay sc_visits_get_stay (const ScVisitGroup *visits,
                           ScDuration          target,
                           const ScCalendar   *calendar,
                           const ScDayScale   *working_days,
                           ScDate              as_of);
void sc_stage_time_free (ScStageTime *self);
guint sc_visit_count_days (const ScVisitGroup *visits,
                           const ScDayScale   *scale,
                           ScDate              as_of);
ScDate sc_visits_find_first (const GPtrArray *visits,
                             ScDate           as_of);
GPtrArray *sc_stage_times_new (const ScVersion  *version,
                               const GPtrArray  *visits,
                               ScDate            as_of,
                               const ScDayScale *scale,
                               const ScDayScale *working_days);

G_END_DECLS
