/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a deal came into a stage, as histories of other programs tell it: a day, or
 * a day and a time, by the clock of whoever exported it or with its zone. */

#include "exchange/sc-import-instant.h"

#include <string.h>

#define MAX_ZONE_HOURS 14

/* A time of day; @zone_minutes counts where it has a zone. */
typedef struct {
  guint hour;
  guint minute;
  guint second;
  guint microsecond;
  gboolean has_zone;
  int zone_minutes;
} TimeOfDay;

/* So many digits at most, which are at least one. */
static gboolean
read_number (const char **at,
             guint        max_digits,
             guint       *number)
{
  const char *start = *at;

  for (*number = 0; g_ascii_isdigit (**at) && *at < start + max_digits; (*at)++)
    *number = *number * 10 + (guint) (**at - '0');

  return *at > start;
}

static gboolean
read_fraction (const char **at,
               guint       *microsecond)
{
  guint unit = 100000;

  for (*microsecond = 0; g_ascii_isdigit (**at); (*at)++, unit /= 10)
    *microsecond += (guint) (**at - '0') * unit;

  return TRUE;
}

static gboolean
read_half (const char **at,
           TimeOfDay   *time)
{
  const char *p = *at + strspn (*at, " ");
  gboolean is_afternoon = g_ascii_toupper (*p) == 'P';

  if ((!is_afternoon && g_ascii_toupper (*p) != 'A') || g_ascii_toupper (p[1]) != 'M')
    return TRUE;
  if (time->hour < 1 || time->hour > 12)
    return FALSE;

  time->hour = time->hour % 12 + (is_afternoon ? 12 : 0);
  *at = p + 2;

  return TRUE;
}

/* “Z”, “+02:00”, “-0530”, “+03”. */
static gboolean
read_zone (const char **at,
           TimeOfDay   *time)
{
  const char *p = *at + strspn (*at, " ");
  int sign = *p == '-' ? -1 : 1;
  guint hours, minutes = 0;

  if (*p != 'Z' && *p != '+' && *p != '-')
    return TRUE;

  time->has_zone = TRUE;
  if (*p++ == 'Z')
    {
      *at = p;
      return TRUE;
    }
  if (!read_number (&p, 2, &hours) || hours > MAX_ZONE_HOURS)
    return FALSE;
  if (*p == ':')
    p++;
  if (g_ascii_isdigit (*p) && (!read_number (&p, 2, &minutes) || minutes > 59))
    return FALSE;

  time->zone_minutes = sign * (int) (hours * 60 + minutes);
  *at = p;

  return TRUE;
}

static gboolean
read_time (const char *text,
           TimeOfDay  *time)
{
  const char *at = text;

  if (!read_number (&at, 2, &time->hour) || *at++ != ':' || !read_number (&at, 2, &time->minute))
    return FALSE;
  if (*at == ':' && (at++, !read_number (&at, 2, &time->second)))
    return FALSE;
  if (*at == '.' && (at++, !read_fraction (&at, &time->microsecond)))
    return FALSE;
  if (!read_half (&at, time) || !read_zone (&at, time))
    return FALSE;

  return at[strspn (at, " ")] == '\0' && time->hour < 24 && time->minute < 60 && time->second < 60;
}

/* Where the time of day begins; %NULL where there is none. */
static const char *
find_time (const char *text)
{
  const char *mark = strchr (text, ':');

  if (mark == NULL)
    return NULL;
  while (mark > text && g_ascii_isdigit (mark[-1]))
    mark--;

  return mark;
}

static ScInstant
join (ScDate           date,
      const TimeOfDay *time)
{
  GDate day;
  g_autoptr (GTimeZone) zone = time->has_zone ? g_time_zone_new_offset (time->zone_minutes * 60) : g_time_zone_new_local ();
  g_autoptr (GDateTime) instant = NULL;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  instant = g_date_time_new (zone, g_date_get_year (&day), (int) g_date_get_month (&day), g_date_get_day (&day),
                             (int) time->hour, (int) time->minute, time->second);

  return instant != NULL ? g_date_time_to_unix_usec (instant) + time->microsecond : SC_INSTANT_NONE;
}

/**
 * sc_import_read_instant:
 * @order: how the numbers of a date follow each other
 * @text: a date, perhaps with a time behind it
 * @instant: (out): the instant; of a day its noon
 * @is_day: (out): whether it is a day without a time
 *
 * A time without a zone is by the user's own clock.
 *
 * Returns: whether @text is one
 */
gboolean
sc_import_read_instant (ScDateOrder order,
                        const char *text,
                        ScInstant  *instant,
                        gboolean   *is_day)
{
  const char *at = find_time (text);
  TimeOfDay time = { 0 };
  ScDate date;

  *is_day = at == NULL;
  if (!sc_date_order_read (order, text, &date) || (at != NULL && !read_time (at, &time)))
    return FALSE;

  *instant = *is_day ? sc_date_to_instant (date) : join (date, &time);

  return *instant != SC_INSTANT_NONE;
}

/**
 * sc_import_read_day_time:
 * @text: a time of the day by the user's own clock, such as “11:00”, “11:00:00” or “3:30 PM”
 *
 * Returns: the time, %SC_DAY_TIME_NONE where @text is none
 */
ScDayTime
sc_import_read_day_time (const char *text)
{
  TimeOfDay time = { 0 };

  return read_time (text, &time) && !time.has_zone ? sc_day_time_new (time.hour, time.minute) : SC_DAY_TIME_NONE;
}
