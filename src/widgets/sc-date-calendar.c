/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A calendar for one of our dates. */

#include "widgets/sc-date-calendar.h"

/**
 * sc_date_calendar_show:
 * @date: a date, or none
 * @calendar: where to show it, or today where there is none
 */
void
sc_date_calendar_show (ScDate       date,
                       GtkCalendar *calendar)
{
  GDate day = sc_date_to_gdate (date != SC_DATE_NONE ? date : sc_clock_today ());
  g_autoptr (GDateTime) time =
    g_date_time_new_local (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 12, 0, 0);

  gtk_calendar_select_day (calendar, time);
}

/**
 * sc_date_calendar_take:
 * @calendar: a calendar
 *
 * Returns: the day that is selected in it
 */
ScDate
sc_date_calendar_take (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (calendar);

  return sc_date_new ((guint) g_date_time_get_year (time), (guint) g_date_time_get_month (time),
                      (guint) g_date_time_get_day_of_month (time));
}
