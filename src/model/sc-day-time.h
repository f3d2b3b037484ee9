/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A time of the day, as a step of a deal has one. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

/* Counts minutes of the user's day, 1 for midnight; 0 is no time. In JSON and in the
 * database it is “09:05”. */
typedef guint16 ScDayTime;

#define SC_DAY_TIME_NONE ((ScDayTime) 0)

ScDayTime sc_day_time_new (guint hour,
                           guint minute);
ScDayTime sc_day_time_parse (const char *text);
ScDayTime sc_day_time_from_instant (ScInstant instant);
char *sc_day_time_to_string (ScDayTime time);
char *sc_day_time_to_text (ScDayTime time);
ScInstant sc_day_time_to_instant (ScDayTime time,
                                  ScDate    date);
gboolean sc_day_time_is_past (ScDayTime time,
                              ScDate    date,
                              ScInstant now);

G_END_DECLS
