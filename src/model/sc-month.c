/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Months: each is known by its first day. Plans are made for them, and deals counted by
 * them. */

#include "model/sc-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * sc_month_parse:
 * @text: (nullable): a month in the form of ISO 8601, `YYYY-MM`
 *
 * Returns: its first day, %SC_DATE_NONE where @text is no month
 */
ScDate
sc_month_parse (const char *text)
{
  g_autofree char *first = NULL;

  if (text == NULL || strlen (text) != strlen ("2017-03"))
    return SC_DATE_NONE;

  first = g_strconcat (text, "-01", NULL);

  return sc_date_parse (first);
}

/**
 * sc_month_to_string:
 * @month: a day of a month
 *
 * Returns: (transfer full): the month in the form of ISO 8601, `YYYY-MM`
 */
char *
sc_month_to_string (ScDate month)
{
  g_autofree char *day = sc_date_to_string (month);

  return g_strndup (day, strlen ("2017-03"));
}

/**
 * sc_month_of:
 * @day: a day
 *
 * Returns: the first day of its month
 */
ScDate
sc_month_of (ScDate day)
{
  GDate date = sc_date_to_gdate (day);

  return day - g_date_get_day (&date) + 1;
}

/**
 * sc_month_get_next:
 * @month: the first day of a month
 *
 * Returns: the first day of the next one
 */
ScDate
sc_month_get_next (ScDate month)
{
  GDate date = sc_date_to_gdate (month);

  return month + g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
}

/**
 * sc_month_to_text:
 * @month: a day of a month
 *
 * Returns: (transfer full): the month as the user's locale calls it, such as “March 2017”
 */
char *
sc_month_to_text (ScDate month)
{
  GDate date = sc_date_to_gdate (month);
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), 1, 0, 0, 0);

  /* Translators: a month and its year by itself, as g_date_time_format() takes it; %OB is the
   * month's name where no day stands beside it */
  return g_date_time_format (time, C_("month", "%OB %Y"));
}
