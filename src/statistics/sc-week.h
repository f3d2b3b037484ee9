/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a week's meeting looks at: what is due, what is stuck, and how much of it each
 * person has. */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScStuckDeal:
 * @deal: a deal
 * @stage_name: its stage
 * @age: how long it has stood there, in the unit of @target
 * @target: how long it may
 *
 * A deal past its stage's target time.
 */
typedef struct {
  ScDeal *deal;
  char *stage_name;
  ScDuration age;
  ScDuration target;
} ScStuckDeal;

/**
 * ScWeekOwner:
 * @id: a user
 * @name: the user's name
 * @n_at_work: how many deals of theirs stand in a stage and are not parked
 * @counts: how many things there are of each #ScDueGroup
 *
 * What there is for somebody to do.
 */
typedef struct {
  gint64 id;
  char *name;
  guint n_at_work;
  guint counts[SC_N_DUE_GROUPS];
} ScWeekOwner;

/**
 * ScWeek:
 * @today: the day on which it was read
 * @calendar: the days and hours that count
 * @counts: how many things there are of each #ScDueGroup
 * @due: (element-type ScDueRow): some of what is overdue or due by Sunday, in the order of
 *   the groups
 * @stuck: (element-type ScStuckDeal): some of those past their stage's target time, those
 *   first that have stood there longest
 * @owners: (element-type ScWeekOwner): who has deals at work, in alphabetical order
 *
 * One process, as a meeting looks at it.
 */
typedef struct {
  ScDate today;
  ScCalendar *calendar;
  guint counts[SC_N_DUE_GROUPS];
  GPtrArray *due;
  GPtrArray *stuck;
  GPtrArray *owners;
} ScWeek;

ScWeek *sc_week_read (ScStore      *store,
                      const char   *process_id,
                      guint         limit,
                      GCancellable *cancellable,
                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_week_free (ScWeek *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScWeek, sc_week_free)

G_END_DECLS
