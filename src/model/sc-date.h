/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates and instants: read, written, and the one clock. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of the calendar, without a time or a zone: a date that a file or a
 * person gives stays a date. It counts days as GDate's julian day does;
 * 0 is no date. */
typedef guint32 ScDate;

#define SC_DATE_NONE ((ScDate) 0)

/* The first day of the year 1 and the last of the year 9999. */
#define SC_DATE_FIRST ((ScDate) 1)
#define SC_DATE_LAST ((ScDate) 3652059)

/* In files and in the database a date is text in the form of ISO 8601,
 * “2026-03-31”, and an instant is a count of microseconds of UTC since 1970,
 * as g_get_real_time() has it. */
#define SC_DATE_BUFFER 11

typedef gint64 ScInstant;

/* Nobody knows when. */
#define SC_INSTANT_NONE ((ScInstant) 0)

ScDate sc_date_new (guint year,
                    guint month,
                    guint day);
ScDate sc_date_parse (const char *text);
GDate sc_date_to_gdate (ScDate date);
char *sc_date_to_string (ScDate date);
char *sc_date_to_text (ScDate date);
char *sc_date_spell_out (ScDate date);
ScDate sc_date_from_instant (ScInstant instant);
ScInstant sc_date_to_instant (ScDate date);
ScInstant sc_date_get_end (ScDate date);

ScInstant sc_clock_now (void);
ScDate sc_clock_today (void);
void sc_clock_set (ScInstant now);
void sc_clock_run_from (ScInstant now);
ScInstant sc_clock_get_next_hour (ScInstant now);

G_END_DECLS
