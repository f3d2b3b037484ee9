/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of the week, one or a set of them, in files and on the screen. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

#define SC_N_WEEKDAYS 7

/* Days of the week, a bit each, from Monday. */
typedef guint ScWeekdays;

#define SC_WEEKDAY_BIT(weekday) (1u << (weekday))
#define SC_WEEKDAYS_STANDARD ((ScWeekdays) 0x1f)
#define SC_WEEKDAYS_ALL ((ScWeekdays) 0x7f)

guint sc_weekday_of_date (ScDate date);
const char *sc_weekday_get_id (guint weekday);
char *sc_weekday_get_name (guint weekday);
char *sc_weekday_get_short_name (guint weekday);

char *sc_weekdays_to_string (ScWeekdays weekdays);
gboolean sc_weekdays_from_string (const char *string,
                                  ScWeekdays *weekdays);
char *sc_weekdays_to_text (ScWeekdays weekdays);

G_END_DECLS
