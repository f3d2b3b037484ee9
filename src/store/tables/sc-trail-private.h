/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a deal went through its stages, worked out of its events. */

#pragma once

#include "model/sc-deal.h"
#include "model/sc-visit-end.h"

G_BEGIN_DECLS

/* A day alone is noon of it, and what is told with its time may be later on the same day. */
#define SC_REST_OF_DAY (G_GINT64_CONSTANT (14) * 3600 * G_USEC_PER_SEC)

typedef enum {
  SC_TRAIL_STAGE,
  SC_TRAIL_STATUS,
  SC_TRAIL_PARKED,
} ScTrailField;

/**
 * ScTrailEvent:
 * @field: what changed
 * @at: when
 * @is_inferred: whether that was worked out
 * @version_key: the version that was published then, 0 for none
 * @stage_key: the stage that it came into
 * @status: the status that it got
 * @until: the day until which it was parked; none where it was taken back to work
 *
 * An event of a deal's history that holds.
 */
typedef struct {
  ScTrailField field;
  ScInstant at;
  gboolean is_inferred;
  gint64 version_key;
  gint64 stage_key;
  ScDealStatus status;
  ScDate until;
} ScTrailEvent;

/**
 * ScTrailVisit:
 * @stage_key: the stage
 * @version_key: the version that was published when the deal came in, 0 for none
 * @entered_at: when it came in
 * @left_at: when it left; means nothing while it stands there
 * @end: how it left; %SC_VISIT_ON for any move, whose direction the trail does not know
 * @is_known: whether both were told
 *
 * A row of stage_visit.
 */
typedef struct {
  gint64 stage_key;
  gint64 version_key;
  ScInstant entered_at;
  ScInstant left_at;
  ScVisitEnd end;
  gboolean is_known;
} ScTrailVisit;

/**
 * ScTrailSpan:
 * @since: when it was parked
 * @until: until which day
 * @ended_at: when it was parked anew or taken back to work
 * @has_ended: whether it was
 *
 * A row of parked_span.
 */
typedef struct {
  ScInstant since;
  ScDate until;
  ScInstant ended_at;
  gboolean has_ended;
} ScTrailSpan;

void sc_trail_work_out (const GArray *events,
                        GArray       *visits,
                        GArray       *spans);

G_END_DECLS
