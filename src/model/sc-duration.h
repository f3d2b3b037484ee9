/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Durations in working days and hours. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SC_HOURS_PER_DAY 8

/* The longest target time that makes sense to keep: ten years of days. */
#define SC_DURATION_MAX 100000

typedef enum {
  SC_UNIT_WORKING_DAYS,
  SC_UNIT_WORKING_HOURS,
} ScUnit;

/**
 * ScDuration:
 * @value: how many of @unit, 1 to %SC_DURATION_MAX; 0 is no target time
 * @unit: working days (Monday to Friday, eight hours) or working hours
 */
typedef struct {
  guint value;
  ScUnit unit;
} ScDuration;

const char *sc_unit_get_id (ScUnit unit);
gboolean sc_unit_from_id (const char *id,
                          ScUnit     *unit);

guint sc_duration_get_hours (ScDuration duration);
ScDuration sc_duration_add (ScDuration a,
                            ScDuration b);
gboolean sc_duration_equal (ScDuration a,
                            ScDuration b);
char *sc_duration_to_text (ScDuration duration);
char *sc_duration_to_short_text (ScDuration duration);

G_END_DECLS
