/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/sc-age.h"

#include <string.h>

/* GLib looks at the variable each time. */
static void
set_zone (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
}

static ScInstant
at (const char *local)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *full = strlen (local) == strlen ("2026-11-27T23:59") ? g_strconcat (local, ":00", NULL) : g_strdup (local);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (full, zone);

  g_assert_nonnull (time);

  return g_date_time_to_unix_usec (time);
}

/* 2026-11-27 is a Friday; clocks in Berlin go back on 2026-10-25. */
static void
test_ages (void)
{
  const struct {
    const char *since;
    const char *now;
    ScUnit unit;
    guint age;
  } cases[] = {
    { "2026-11-26T23:59", "2026-11-27T00:00", SC_UNIT_WORKING_DAYS, 1 },
    { "2026-11-27T00:00", "2026-11-27T23:59", SC_UNIT_WORKING_DAYS, 0 },
    { "2026-11-27T10:00", "2026-11-29T23:59", SC_UNIT_WORKING_DAYS, 0 },
    { "2026-11-27T10:00", "2026-11-30T00:00", SC_UNIT_WORKING_DAYS, 1 },
    { "2026-11-28T10:00", "2026-11-30T00:00", SC_UNIT_WORKING_DAYS, 1 },
    { "2026-11-20T10:00", "2026-11-29T12:00", SC_UNIT_WORKING_DAYS, 5 },
    { "2026-11-30T10:00", "2026-11-27T10:00", SC_UNIT_WORKING_DAYS, 0 },
    { "2026-11-27T10:30", "2026-11-27T10:59", SC_UNIT_WORKING_HOURS, 0 },
    { "2026-11-27T10:30", "2026-11-27T11:00", SC_UNIT_WORKING_HOURS, 1 },
    { "2026-11-27T10:00", "2026-11-27T16:59", SC_UNIT_WORKING_HOURS, 6 },
    { "2026-11-27T10:00", "2026-11-27T17:00", SC_UNIT_WORKING_HOURS, 7 },
    { "2026-11-27T10:00", "2026-11-27T23:00", SC_UNIT_WORKING_HOURS, 7 },
    { "2026-11-27T10:00", "2026-11-29T12:00", SC_UNIT_WORKING_HOURS, 7 },
    { "2026-11-27T10:00", "2026-11-30T09:59", SC_UNIT_WORKING_HOURS, 7 },
    { "2026-11-27T10:00", "2026-11-30T10:00", SC_UNIT_WORKING_HOURS, 8 },
    { "2026-11-27T20:00", "2026-11-30T09:30", SC_UNIT_WORKING_HOURS, 0 },
    { "2026-11-28T12:00", "2026-11-30T11:00", SC_UNIT_WORKING_HOURS, 2 },
    { "2026-11-20T12:00", "2026-11-27T12:00", SC_UNIT_WORKING_HOURS, 40 },
    { "2026-11-27T11:00", "2026-11-27T10:00", SC_UNIT_WORKING_HOURS, 0 },
    { "2026-10-23T16:00", "2026-10-26T10:00", SC_UNIT_WORKING_HOURS, 2 },
    { "2026-10-24T12:00", "2026-10-26T00:00", SC_UNIT_WORKING_DAYS, 1 },
  };

  set_zone ("Europe/Berlin");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (sc_age_get (sc_calendar_get_standard (), at (cases[i].since), at (cases[i].now), cases[i].unit), ==, cases[i].age);
}

static void
test_over_begins_behind_the_target (void)
{
  const ScDuration none = { 0, SC_UNIT_WORKING_DAYS };
  const ScDuration day = { 1, SC_UNIT_WORKING_DAYS };
  const ScDuration hours = { 4, SC_UNIT_WORKING_HOURS };

  set_zone ("Europe/Berlin");
  g_assert_cmpuint (sc_age_get_over (sc_calendar_get_standard (), at ("2026-11-20T10:00"), at ("2026-11-27T10:00"), none), ==, 0);
  g_assert_cmpuint (sc_age_get_over (sc_calendar_get_standard (), at ("2026-11-26T10:00"), at ("2026-11-27T23:59"), day), ==, 0);
  /* Nobody works on Saturday and Sunday. */
  g_assert_cmpuint (sc_age_get_over (sc_calendar_get_standard (), at ("2026-11-26T10:00"), at ("2026-11-29T23:59"), day), ==, 0);
  g_assert_cmpuint (sc_age_get_over (sc_calendar_get_standard (), at ("2026-11-26T10:00"), at ("2026-11-30T00:00"), day), ==, 1);
  g_assert_cmpuint (sc_age_get_over (sc_calendar_get_standard (), at ("2026-11-27T09:30"), at ("2026-11-27T13:59"), hours), ==, 0);
  g_assert_cmpuint (sc_age_get_over (sc_calendar_get_standard (), at ("2026-11-27T09:30"), at ("2026-11-27T14:00"), hours), ==, 1);
}

/* Friday is off, Saturday is worked, a day has six hours, from nine. */
static void
test_age_by_another_calendar (void)
{
  const ScCalendarDay days[] = {
    { sc_date_new (2026, 11, 27), NULL, FALSE }, { sc_date_new (2026, 11, 28), NULL, TRUE },
  };
  g_autoptr (ScCalendar) calendar = sc_calendar_new (SC_WEEKDAYS_STANDARD, 6, days, G_N_ELEMENTS (days));
  g_autoptr (ScCalendar) long_days = sc_calendar_new (SC_WEEKDAYS_STANDARD, 20, NULL, 0);
  ScInstant thursday = at ("2026-11-26T10:00");

  g_assert_cmpuint (sc_age_get (calendar, thursday, at ("2026-11-27T23:59"), SC_UNIT_WORKING_DAYS), ==, 0);
  g_assert_cmpuint (sc_age_get (calendar, thursday, at ("2026-11-28T00:00"), SC_UNIT_WORKING_DAYS), ==, 1);
  g_assert_cmpuint (sc_age_get (calendar, thursday, at ("2026-11-30T00:00"), SC_UNIT_WORKING_DAYS), ==, 2);
  g_assert_cmpuint (sc_age_get (calendar, thursday, at ("2026-11-26T23:00"), SC_UNIT_WORKING_HOURS), ==, 5);
  g_assert_cmpuint (sc_age_get (calendar, thursday, at ("2026-11-28T11:00"), SC_UNIT_WORKING_HOURS), ==, 7);
  /* A day of twenty hours begins at four, to end with the day. */
  g_assert_cmpuint (sc_age_get (long_days, at ("2026-11-26T03:00"), at ("2026-11-26T06:00"), SC_UNIT_WORKING_HOURS), ==, 2);
  g_assert_cmpuint (sc_age_get (long_days, at ("2026-11-26T03:00"), at ("2026-11-27T00:00"), SC_UNIT_WORKING_HOURS), ==, 20);
}

/* Ten days off now and then, some days that are moved, and hours of all sorts. */
static ScCalendar *
make_calendar (guint seed)
{
  ScCalendarDay days[40];

  if (seed % 3 == 0)
    return sc_calendar_ref (sc_calendar_get_standard ());

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = (ScCalendarDay) { sc_date_new (2025, 12, 25) + i % 10 + i / 10 * 120 + seed, NULL, i % 7 == 0 }
  ;

  return sc_calendar_new (1 + seed % 127, 1 + seed % 15, days, G_N_ELEMENTS (days));
}

/* What a query finds is what the function says, in whatever zone, by whatever calendar
 * and over every change of a clock. */
static void
test_limit_parts_late_from_in_time (void)
{
  static const char *const zones[] = {
    "UTC", "Europe/Berlin", "Europe/Moscow", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Kiritimati",
  };

  for (guint i = 0; i < 3000; i++)
    {
      ScDuration target = { (guint) g_test_rand_int_range (1, i % 10 == 0 ? 5000 : 40), i % 2 };
      g_autoptr (ScCalendar) calendar = make_calendar (i % 200);
      ScInstant now, limit;

      set_zone (zones[i % G_N_ELEMENTS (zones)]);
      now = at ("2026-01-01T00:00") + g_test_rand_int_range (0, 3 * 365 * 24 * 60) * G_TIME_SPAN_MINUTE;
      limit = sc_age_get_limit (calendar, now, target);
      g_assert_cmpuint (sc_age_get_over (calendar, limit, now, target), ==, 0);
      g_assert_cmpuint (sc_age_get_over (calendar, limit - 1, now, target), ==, 1);
    }
  set_zone ("Europe/Berlin");
}

static void
test_an_hour_ends_by_the_clock_on_the_wall (void)
{
  const struct {
    const char *zone;
    const char *now;
    const char *end;
  } cases[] = {
    { "Europe/Berlin", "2026-11-27T23:59:59", "2026-11-28T00:00:00" },
    { "Europe/Berlin", "2026-11-27T10:00:00", "2026-11-27T11:00:00" },
    { "Asia/Kathmandu", "2026-11-27T10:50:00", "2026-11-27T11:00:00" },
    { "Europe/Berlin", "2026-03-29T01:30:00", "2026-03-29T03:00:00" },
    { "Europe/Berlin", "1969-12-31T23:30:00", "1970-01-01T00:00:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_zone (cases[i].zone);
      g_assert_cmpint (sc_clock_get_next_hour (at (cases[i].now)), ==, at (cases[i].end));
    }
  set_zone ("Europe/Berlin");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/age/in-days-and-hours", test_ages);
  g_test_add_func ("/age/by-another-calendar", test_age_by_another_calendar);
  g_test_add_func ("/age/over-begins-behind-the-target", test_over_begins_behind_the_target);
  g_test_add_func ("/age/limit-parts-late-from-in-time", test_limit_parts_late_from_in_time);
  g_test_add_func ("/age/an-hour-ends-by-the-clock-on-the-wall", test_an_hour_ends_by_the_clock_on_the_wall);

  return g_test_run ();
}
