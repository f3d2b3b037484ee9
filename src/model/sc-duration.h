/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Durations in working days and hours. */

#pragma once

#include "model/sc-calendar.h"

G_BEGIN_DECLS

/* The longest target time that makes sense to keep: ten years of days. */
#define SC_DURATION_MAX 100000

typedef enum {
  SC_UNIT_WORKING_DAYS,
  SC_UNIT_WORKING_HOURS,
} ScUnit;

/**
 * ScDuration:
 * @value: how many of @unit, 1 to %SC_DURATION_MAX; 0 is no target time
 * @unit: working days or working hours, by the calendar
 */
typedef struct {
  guint value;
  ScUnit unit;
} ScDuration;

const char *sc_unit_get_id (ScUnit unit);
gboolean sc_unit_from_id (const char *id,
                          ScUnit     *unit);

guint sc_duration_get_hours (ScDuration        duration,
                             const ScCalendar *calendar);
ScDuration sc_duration_add (ScDuration        a,
                            ScDuration        b,
                            const ScCalendar *calendar);
gboolean sc_duration_equal (ScDuration a,
                            ScDuration b);
char *sc_duration_to_text (ScDuration        duration,
                           const ScCalendar *calendar);
char *sc_duration_to_short_text (ScDuration        duration,
                                 const ScCalendar *calendar);

G_END_DECLS
