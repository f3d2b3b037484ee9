/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a deal has stood in its stage, and how late that is: what the
 * board, the pane, Today and Today's query go by alike. Days are counted by
 * the midnights before working days, hours by the ends of working hours, both
 * as the user's own clock shows them. */

#include "model/sc-age.h"

/* Nobody has told when work begins; a day that is longer than what is left of it begins
 * earlier. */
#define FIRST_HOUR 9
#define HOURS_OF_DAY 24

/* Working hours that have ended on the day of @instant. */
static guint
count_hours_of_day (const ScCalendar *calendar,
                    ScInstant         instant,
                    ScDate            day)
{
  int n_hours = (int) sc_calendar_get_hours (calendar);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (!sc_calendar_is_working_day (calendar, day))
    return 0;

  utc = g_date_time_new_from_unix_utc_usec (instant);
  local = g_date_time_to_local (utc);

  return (guint) CLAMP (g_date_time_get_hour (local) - MIN (FIRST_HOUR, HOURS_OF_DAY - n_hours), 0, n_hours);
}

static guint
count_hours (const ScCalendar *calendar,
             ScInstant         since,
             ScInstant         now)
{
  ScDate first = sc_date_from_instant (since);
  ScDate last = sc_date_from_instant (now);
  guint before, after;

  if (first == SC_DATE_NONE || last < first)
    return 0;

  /* From the beginning of the first day to the beginning of the last. */
  after = sc_calendar_count_working_days (calendar, first - 1, last - 1) * sc_calendar_get_hours (calendar)
          + count_hours_of_day (calendar, now, last);
  before = count_hours_of_day (calendar, since, first);

  return after > before ? after - before : 0;
}

/**
 * sc_age_get:
 * @calendar: the days and hours that count
 * @since: when a deal came into its stage
 * @now: the present instant
 * @unit: what to count in
 *
 * Returns: for how many working days or hours it has stood there
 */
guint
sc_age_get (const ScCalendar *calendar,
            ScInstant         since,
            ScInstant         now,
            ScUnit            unit)
{
  if (unit == SC_UNIT_WORKING_HOURS)
    return count_hours (calendar, since, now);

  return sc_calendar_count_working_days (calendar, sc_date_from_instant (since), sc_date_from_instant (now));
}

/**
 * sc_age_get_over:
 * @calendar: the days and hours that count
 * @since: when a deal came into its stage
 * @now: the present instant
 * @target: the stage's target time
 *
 * Returns: by how many of the target's units it has stood there for longer; 0
 *   where it is in time, no time is set, or nobody knows since when
 */
guint
sc_age_get_over (const ScCalendar *calendar,
                 ScInstant         since,
                 ScInstant         now,
                 ScDuration        target)
{
  guint age;

  if (target.value == 0 || since == SC_INSTANT_NONE)
    return 0;

  age = sc_age_get (calendar, since, now, target.unit);

  return age > target.value ? age - target.value : 0;
}

/**
 * sc_age_get_limit:
 * @calendar: the days and hours that count
 * @now: the present instant
 * @target: a stage's target time
 *
 * For queries: sc_age_get_over() gives more than 0 for all that came into the
 * stage before this instant, and for nothing that came later.
 *
 * Returns: the first instant that is in time; 0 where no time is set
 */
ScInstant
sc_age_get_limit (const ScCalendar *calendar,
                  ScInstant         now,
                  ScDuration        target)
{
  guint n_days = sc_duration_get_hours (target, calendar) / sc_calendar_get_hours (calendar) + 1;
  ScDate today = sc_date_from_instant (now);
  /* The last of the days may have just begun, and noon lies a day off. */
  ScDate earliest = sc_calendar_go_back (calendar, today, n_days + 1);
  ScInstant low = now - (ScInstant) (today - earliest + 2) * G_TIME_SPAN_DAY;
  ScInstant high = now;

  if (target.value == 0)
    return 0;

  while (low < high)
    {
      ScInstant middle = low + (high - low) / 2;

      if (sc_age_get_over (calendar, middle, now, target) > 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * sc_age_resume:
 * @calendar: the days and hours that count
 * @since: when a deal came into its stage, %SC_INSTANT_NONE where nobody knows
 * @paused_at: when its time there stopped, %SC_INSTANT_NONE for never
 * @now: when it goes on
 * @unit: what the time is counted in
 *
 * Returns: since when it has stood there as far as its time goes, so that what lies
 *   between @paused_at and @now is left out
 */
ScInstant
sc_age_resume (const ScCalendar *calendar,
               ScInstant         since,
               ScInstant         paused_at,
               ScInstant         now,
               ScUnit            unit)
{
  ScDuration age = { .unit = unit };

  if (since == SC_INSTANT_NONE || paused_at < since || now <= paused_at)
    return since;

  age.value = MIN (sc_age_get (calendar, since, paused_at, unit), SC_DURATION_MAX);

  return age.value > 0 ? sc_age_get_limit (calendar, now, age) : now;
}
