/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of the week, one or a set of them, in files and on the screen. */

#include "model/sc-weekday.h"

#include <glib/gi18n-lib.h>

static const char *const ids[SC_N_WEEKDAYS] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* A Monday: the first day that a date can be is one. */
#define A_MONDAY SC_DATE_FIRST

/**
 * sc_weekday_of_date:
 * @date: a date
 *
 * Returns: its day of the week, 0 for Monday
 */
guint
sc_weekday_of_date (ScDate date)
{
  return (date - A_MONDAY) % SC_N_WEEKDAYS;
}

/**
 * sc_weekday_get_id:
 * @weekday: a day of the week, 0 for Monday
 *
 * Returns: its name in files and on the command line, such as `mon`
 */
const char *
sc_weekday_get_id (guint weekday)
{
  g_return_val_if_fail (weekday < SC_N_WEEKDAYS, NULL);

  return ids[weekday];
}

static char *
format (guint       weekday,
        const char *form)
{
  GDate date = sc_date_to_gdate (A_MONDAY + weekday);
  g_autoptr (GDateTime) time =
    g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);

  return g_date_time_format (time, form);
}

/**
 * sc_weekday_get_name:
 * @weekday: a day of the week, 0 for Monday
 *
 * Returns: (transfer full): what the user's locale calls it
 */
char *
sc_weekday_get_name (guint weekday)
{
  return format (weekday, "%A");
}

/**
 * sc_weekday_get_short_name:
 * @weekday: a day of the week, 0 for Monday
 *
 * Returns: (transfer full): the same in two or three letters
 */
char *
sc_weekday_get_short_name (guint weekday)
{
  return format (weekday, "%a");
}

/**
 * sc_weekdays_to_string:
 * @weekdays: days of the week
 *
 * Returns: (transfer full): their names in files with commas between, from Monday, such as
 *   `mon,tue,wed,thu,fri`
 */
char *
sc_weekdays_to_string (ScWeekdays weekdays)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint weekday = 0; weekday < SC_N_WEEKDAYS; weekday++)
    if ((weekdays & SC_WEEKDAY_BIT (weekday)) != 0)
      g_string_append_printf (string, "%s%s", string->len > 0 ? "," : "", ids[weekday]);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static ScWeekdays
get_bit (const char *id)
{
  for (guint weekday = 0; weekday < SC_N_WEEKDAYS; weekday++)
    if (g_ascii_strcasecmp (id, ids[weekday]) == 0)
      return SC_WEEKDAY_BIT (weekday);

  return 0;
}

/**
 * sc_weekdays_from_string:
 * @string: names as sc_weekdays_to_string() gives them, in any order
 * @weekdays: (out): the days
 *
 * Returns: whether all of it is known, and is one day at least
 */
gboolean
sc_weekdays_from_string (const char *string,
                         ScWeekdays *weekdays)
{
  g_auto (GStrv) parts = g_strsplit (string, ",", SC_N_WEEKDAYS + 1);

  *weekdays = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      ScWeekdays bit = get_bit (g_strstrip (parts[i]));

      if (bit == 0 || (*weekdays & bit) != 0)
        return FALSE;

      *weekdays |= bit;
    }

  return *weekdays != 0;
}

/* How many days follow one another from @weekday on. */
static guint
count_run (ScWeekdays weekdays,
           guint      weekday)
{
  guint n = 0;

  while (weekday + n < SC_N_WEEKDAYS && (weekdays & SC_WEEKDAY_BIT (weekday + n)) != 0)
    n++;

  return n;
}

/**
 * sc_weekdays_to_text:
 * @weekdays: days of the week
 *
 * Returns: (transfer full): the days in the user's language, three and more in a row as one
 *   span, such as “Mon – Fri”
 */
char *
sc_weekdays_to_text (ScWeekdays weekdays)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint weekday = 0;

  while (weekday < SC_N_WEEKDAYS)
    {
      guint n = count_run (weekdays, weekday);
      g_autofree char *first = sc_weekday_get_short_name (weekday);
      g_autofree char *last = n > 2 ? sc_weekday_get_short_name (weekday + n - 1) : NULL;

      if (n > 0 && text->len > 0)
        g_string_append (text, ", ");
      if (n > 2)
        /* Translators: the first and the last of some days of the week */
        g_string_append_printf (text, C_("weekdays", "%1$s – %2$s"), first, last);
      else if (n > 0)
        g_string_append (text, first);
      weekday += n > 2 ? n : 1;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
