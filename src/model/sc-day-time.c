/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A time of the day, as a step of a deal has one: read, written and shown as the user's
 * country shows times. */

#include "model/sc-day-time.h"

#include <langinfo.h>
#include <string.h>

#define HOURS_IN_DAY 24
#define MINUTES_IN_HOUR 60

/**
 * sc_day_time_new:
 * @hour: 0 to 23
 * @minute: 0 to 59
 *
 * Returns: the time, %SC_DAY_TIME_NONE where a day has no such time
 */
ScDayTime
sc_day_time_new (guint hour,
                 guint minute)
{
  if (hour >= HOURS_IN_DAY || minute >= MINUTES_IN_HOUR)
    return SC_DAY_TIME_NONE;

  return (ScDayTime) (1 + hour * MINUTES_IN_HOUR + minute);
}

static guint
get_hour (ScDayTime time)
{
  return (time - 1u) / MINUTES_IN_HOUR;
}

static guint
get_minute (ScDayTime time)
{
  return (time - 1u) % MINUTES_IN_HOUR;
}

/**
 * sc_day_time_parse:
 * @text: (nullable): “09:05”
 *
 * Returns: the time, %SC_DAY_TIME_NONE where @text is not in that form
 */
ScDayTime
sc_day_time_parse (const char *text)
{
  if (text == NULL || strlen (text) != 5 || text[2] != ':')
    return SC_DAY_TIME_NONE;
  for (guint i = 0; i < 5; i++)
    if (i != 2 && !g_ascii_isdigit (text[i]))
      return SC_DAY_TIME_NONE;

  return sc_day_time_new ((guint) ((text[0] - '0') * 10 + text[1] - '0'), (guint) ((text[3] - '0') * 10 + text[4] - '0'));
}

/**
 * sc_day_time_from_instant:
 * @instant: an instant
 *
 * Returns: what the user's own clock shows then, %SC_DAY_TIME_NONE where it shows nothing
 */
ScDayTime
sc_day_time_from_instant (ScInstant instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return SC_DAY_TIME_NONE;

  return sc_day_time_new ((guint) g_date_time_get_hour (local), (guint) g_date_time_get_minute (local));
}

/**
 * sc_day_time_to_string:
 * @time: a time
 *
 * Returns: (transfer full) (nullable): “09:05”, %NULL for no time
 */
char *
sc_day_time_to_string (ScDayTime time)
{
  return time != SC_DAY_TIME_NONE ? g_strdup_printf ("%02u:%02u", get_hour (time), get_minute (time)) : NULL;
}

static gboolean
has_two_halves (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") != NULL || strstr (format, "%p") != NULL || strstr (format, "%I") != NULL;
}

/**
 * sc_day_time_to_text:
 * @time: a time
 *
 * Returns: (transfer full): the time as the user's country writes it, “09:05” or “9:05 AM”;
 *   empty for no time
 */
char *
sc_day_time_to_text (ScDayTime time)
{
  g_autoptr (GDateTime) shown = NULL;

  if (time == SC_DAY_TIME_NONE)
    return g_strdup ("");

  shown = g_date_time_new_utc (2000, 1, 1, (int) get_hour (time), (int) get_minute (time), 0);

  return g_date_time_format (shown, has_two_halves () ? "%-I:%M %p" : "%H:%M");
}

/**
 * sc_day_time_to_instant:
 * @time: a time
 * @date: a day
 *
 * Returns: when the user's own clock shows it on that day, %SC_INSTANT_NONE where either
 *   is none; where that hour is left out, the one behind it
 */
ScInstant
sc_day_time_to_instant (ScDayTime time,
                        ScDate    date)
{
  g_autoptr (GDateTime) shown = NULL;
  GDate day;

  if (time == SC_DAY_TIME_NONE || date == SC_DATE_NONE)
    return SC_INSTANT_NONE;

  day = sc_date_to_gdate (date);
  shown = g_date_time_new_local (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day),
                                 (int) get_hour (time), (int) get_minute (time), 0);

  return shown != NULL ? g_date_time_to_unix_usec (shown) : SC_INSTANT_NONE;
}

/**
 * sc_day_time_is_past:
 * @time: a time
 * @date: its day
 * @now: the present instant
 *
 * Returns: whether the day has a time, which has come
 */
gboolean
sc_day_time_is_past (ScDayTime time,
                     ScDate    date,
                     ScInstant now)
{
  ScInstant instant = sc_day_time_to_instant (time, date);

  return instant != SC_INSTANT_NONE && instant <= now;
}
