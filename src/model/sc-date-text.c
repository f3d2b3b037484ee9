/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as one speaks of them: today, in three days. */

#include "model/sc-date-text.h"

#include <glib/gi18n-lib.h>

/* A day of this year does without the year. */
static char *
to_short_text (ScDate date,
               ScDate today)
{
  GDate day = sc_date_to_gdate (date);
  GDate this_day = sc_date_to_gdate (today);
  g_autoptr (GDateTime) time = NULL;

  if (g_date_get_year (&day) != g_date_get_year (&this_day))
    return sc_date_to_text (date);

  time = g_date_time_new_utc (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 0, 0, 0);

  /* Translators: a day and a month for a narrow place, in the form of g_date_time_format(): “Dec 9”. xgettext:no-c-format */
  return g_date_time_format (time, _("%b %-d"));
}

/**
 * sc_date_text_relative:
 * @date: a date
 * @today: the user's present day
 *
 * Returns: (transfer full): the date as one speaks of it: “Today”,
 *   “3 days ago”, a date where it is far
 */
char *
sc_date_text_relative (ScDate date,
                       ScDate today)
{
  int days = (int) date - (int) today;

  if (date == SC_DATE_NONE)
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_("Today"));
  if (days == 1)
    return g_strdup (_("Tomorrow"));
  if (days == -1)
    return g_strdup (_("Yesterday"));
  if (days < 0 && days > -31)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) - days), -days);
  if (days > 0 && days < 15)
    return g_strdup_printf (ngettext ("In %d day", "In %d days", (gulong) days), days);

  return to_short_text (date, today);
}

/**
 * sc_date_text_due:
 * @date: a day
 * @time: a time of it, may be none
 * @today: the user's present day
 *
 * Returns: (transfer full): both as one speaks of them: “Tomorrow, 11:00”
 */
char *
sc_date_text_due (ScDate    date,
                  ScDayTime time,
                  ScDate    today)
{
  g_autofree char *day = sc_date_text_relative (date, today);
  g_autofree char *clock = sc_day_time_to_text (time);

  if (date == SC_DATE_NONE || time == SC_DAY_TIME_NONE)
    return g_steal_pointer (&day);

  /* Translators: a day, and a time of it: “Tomorrow, 11:00” */
  return g_strdup_printf (C_("due", "%1$s, %2$s"), day, clock);
}
