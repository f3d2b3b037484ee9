/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates and instants: read, written, and the one clock. */

#include "model/sc-date.h"

#include <string.h>

/* For tests: the instant at which the clock is stopped, and by how much it is
 * ahead while it runs. */
static ScInstant set_now;
static ScInstant ahead;

/**
 * sc_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the date, %SC_DATE_NONE where there is no such day
 */
ScDate
sc_date_new (guint year,
             guint month,
             guint day)
{
  GDate date;

  if (year < 1 || year > 9999 || month > 12 || day > 31 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return SC_DATE_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

/* Nothing but digits: no sign, and no space for one. */
static gboolean
read_digits (const char *text,
             guint       n_digits,
             guint      *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;

      *number = *number * 10 + (guint) (text[i] - '0');
    }

  return TRUE;
}

/**
 * sc_date_parse:
 * @text: (nullable): a date in the form of ISO 8601, `YYYY-MM-DD`
 *
 * Returns: the date, %SC_DATE_NONE where @text is not one
 */
ScDate
sc_date_parse (const char *text)
{
  guint year, month, day;

  if (text == NULL || strlen (text) != strlen ("YYYY-MM-DD") || text[4] != '-' || text[7] != '-'
      || !read_digits (text, 4, &year) || !read_digits (text + 5, 2, &month) || !read_digits (text + 8, 2, &day))
    return SC_DATE_NONE;

  return sc_date_new (year, month, day);
}

/**
 * sc_date_to_gdate:
 * @date: a date, not %SC_DATE_NONE
 *
 * Returns: the same day, for its year, month and day
 */
GDate
sc_date_to_gdate (ScDate date)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, date);

  return gdate;
}

/**
 * sc_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`, %NULL for no date
 */
char *
sc_date_to_string (ScDate date)
{
  GDate gdate;

  if (date == SC_DATE_NONE)
    return NULL;

  gdate = sc_date_to_gdate (date);

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&gdate), g_date_get_month (&gdate), g_date_get_day (&gdate));
}

static char *
format (ScDate      date,
        const char *form)
{
  g_autoptr (GDateTime) time = NULL;
  GDate gdate;

  if (date == SC_DATE_NONE)
    return g_strdup ("");

  gdate = sc_date_to_gdate (date);
  time = g_date_time_new_utc (g_date_get_year (&gdate), g_date_get_month (&gdate), g_date_get_day (&gdate), 0, 0, 0);

  return g_date_time_format (time, form);
}

/**
 * sc_date_to_text:
 * @date: a date
 *
 * Returns: (transfer full): the date as the user's locale writes it; empty
 *   for no date
 */
char *
sc_date_to_text (ScDate date)
{
  return format (date, "%x");
}

/**
 * sc_date_spell_out:
 * @date: a date
 *
 * Returns: (transfer full): the date with the month as a word, which nobody can read
 *   in another way; empty for no date
 */
char *
sc_date_spell_out (ScDate date)
{
  return format (date, "%-d %B %Y");
}

/**
 * sc_date_from_instant:
 * @instant: an instant
 *
 * Returns: the day that the user's own clock shows then, from the first to the
 *   last that a date can be
 */
ScDate
sc_date_from_instant (ScInstant instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return instant > 0 ? SC_DATE_LAST : SC_DATE_FIRST;

  return sc_date_new ((guint) g_date_time_get_year (local), (guint) g_date_time_get_month (local),
                      (guint) g_date_time_get_day_of_month (local));
}

/**
 * sc_date_to_instant:
 * @date: a date
 *
 * Returns: noon of that day by the user's own clock, an instant that stays
 *   on the same day a few zones further; 0 for no date
 */
ScInstant
sc_date_to_instant (ScDate date)
{
  g_autoptr (GDateTime) time = NULL;
  GDate gdate;

  if (date == SC_DATE_NONE)
    return 0;

  gdate = sc_date_to_gdate (date);
  time = g_date_time_new_local (g_date_get_year (&gdate), g_date_get_month (&gdate), g_date_get_day (&gdate), 12, 0, 0);

  return g_date_time_to_unix_usec (time);
}

/**
 * sc_date_get_end:
 * @date: a date, not %SC_DATE_NONE
 *
 * Returns: the last instant of that day by the user's own clock
 */
ScInstant
sc_date_get_end (ScDate date)
{
  GDate next = sc_date_to_gdate (date + 1);
  g_autoptr (GDateTime) midnight =
    g_date_time_new_local (g_date_get_year (&next), g_date_get_month (&next), g_date_get_day (&next), 0, 0, 0);

  return midnight != NULL ? g_date_time_to_unix_usec (midnight) - 1 : G_MAXINT64;
}

/**
 * sc_clock_now:
 *
 * The one clock of the program. `STAGECRAFT_NOW`, a date, or
 * sc_clock_set() stop it for tests. Views follow it by #ScWallClock.
 *
 * Returns: the present instant
 */
ScInstant
sc_clock_now (void)
{
  static gsize read_environment;

  if (g_once_init_enter (&read_environment))
    {
      ScDate date = sc_date_parse (g_getenv ("STAGECRAFT_NOW"));

      if (date != SC_DATE_NONE && set_now == 0)
        set_now = sc_date_to_instant (date);
      g_once_init_leave (&read_environment, 1);
    }

  return set_now != 0 ? set_now : g_get_real_time () + ahead;
}

/**
 * sc_clock_today:
 *
 * Returns: the user's present day
 */
ScDate
sc_clock_today (void)
{
  return sc_date_from_instant (sc_clock_now ());
}

/**
 * sc_clock_set:
 * @now: the instant to stop the clock at, or 0 to let it run
 *
 * For tests.
 */
void
sc_clock_set (ScInstant now)
{
  set_now = now;
  ahead = 0;
}

/**
 * sc_clock_run_from:
 * @now: the present instant
 *
 * Sets the clock and lets it run. For tests.
 */
void
sc_clock_run_from (ScInstant now)
{
  set_now = 0;
  ahead = now - g_get_real_time ();
}

/**
 * sc_clock_get_next_hour:
 * @now: an instant
 *
 * Returns: when the hour ends that the user's own clock shows, which is also
 *   when a day ends
 */
ScInstant
sc_clock_get_next_hour (ScInstant now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (now);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  ScInstant shown = local != NULL ? now + g_date_time_get_utc_offset (local) : now;

  gint64 since = shown % G_TIME_SPAN_HOUR;

  /* A machine without a battery is in 1970, or just before it. */
  return now + (since < 0 ? 0 : G_TIME_SPAN_HOUR) - since;
}
