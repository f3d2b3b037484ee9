/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a deal has stood in its stage, and how late that is: what the
 * board, the pane, Today and Today's query go by alike. Days are counted by
 * the midnights before working days, hours by the ends of working hours, both
 * as the user's own clock shows them. */

#include "model/sc-age.h"

/* Nobody has told when work begins; it lasts SC_HOURS_PER_DAY hours. */
#define FIRST_HOUR 9

/* Working hours that have ended on the day of @instant. */
static guint
count_hours_of_day (ScInstant instant,
                    ScDate    day)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (!sc_date_is_working_day (day))
    return 0;

  utc = g_date_time_new_from_unix_utc_usec (instant);
  local = g_date_time_to_local (utc);

  return (guint) CLAMP (g_date_time_get_hour (local) - FIRST_HOUR, 0, (int) SC_HOURS_PER_DAY);
}

static guint
count_hours (ScInstant since,
             ScInstant now)
{
  ScDate first = sc_date_from_instant (since);
  ScDate last = sc_date_from_instant (now);
  guint before, after;

  if (first == SC_DATE_NONE || last < first)
    return 0;

  /* From the beginning of the first day to the beginning of the last. */
  after = sc_date_count_working_days (first - 1, last - 1) * SC_HOURS_PER_DAY + count_hours_of_day (now, last);
  before = count_hours_of_day (since, first);

  return after > before ? after - before : 0;
}

/**
 * sc_age_get:
 * @since: when a deal came into its stage
 * @now: the present instant
 * @unit: what to count in
 *
 * Returns: for how many working days or hours it has stood there
 */
guint
sc_age_get (ScInstant since,
            ScInstant now,
            ScUnit    unit)
{
  if (unit == SC_UNIT_WORKING_HOURS)
    return count_hours (since, now);

  return sc_date_count_working_days (sc_date_from_instant (since), sc_date_from_instant (now));
}

/**
 * sc_age_get_over:
 * @since: when a deal came into its stage
 * @now: the present instant
 * @target: the stage's target time
 *
 * Returns: by how many of the target's units it has stood there for longer; 0
 *   where it is in time, no time is set, or nobody knows since when
 */
guint
sc_age_get_over (ScInstant  since,
                 ScInstant  now,
                 ScDuration target)
{
  guint age;

  if (target.value == 0 || since == SC_INSTANT_NONE)
    return 0;

  age = sc_age_get (since, now, target.unit);

  return age > target.value ? age - target.value : 0;
}

/**
 * sc_age_get_limit:
 * @now: the present instant
 * @target: a stage's target time
 *
 * For queries: sc_age_get_over() gives more than 0 for all that came into the
 * stage before this instant, and for nothing that came later.
 *
 * Returns: the first instant that is in time; 0 where no time is set
 */
ScInstant
sc_age_get_limit (ScInstant  now,
                  ScDuration target)
{
  guint n_days = sc_duration_get_hours (target) / SC_HOURS_PER_DAY + 1;
  /* A week has five working days, and the last may have just begun. */
  ScInstant low = now - (ScInstant) (n_days / 5 + 2) * 7 * G_TIME_SPAN_DAY;
  ScInstant high = now;

  if (target.value == 0)
    return 0;

  while (low < high)
    {
      ScInstant middle = low + (high - low) / 2;

      if (sc_age_get_over (middle, now, target) > 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * sc_age_resume:
 * @since: when a deal came into its stage, %SC_INSTANT_NONE where nobody knows
 * @paused_at: when its time there stopped, %SC_INSTANT_NONE for never
 * @now: when it goes on
 * @unit: what the time is counted in
 *
 * Returns: since when it has stood there as far as its time goes, so that what lies
 *   between @paused_at and @now is left out
 */
ScInstant
sc_age_resume (ScInstant since,
               ScInstant paused_at,
               ScInstant now,
               ScUnit    unit)
{
  ScDuration age = { .unit = unit };

  if (since == SC_INSTANT_NONE || paused_at < since || now <= paused_at)
    return since;

  age.value = MIN (sc_age_get (since, paused_at, unit), SC_DURATION_MAX);

  return age.value > 0 ? sc_age_get_limit (now, age) : now;
}
