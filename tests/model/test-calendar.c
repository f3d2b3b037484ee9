/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Working days are counted by the week, the holidays and the days that were moved, however
 * many there are and however far it goes. */

#include <time.h>

#include "model/sc-calendar.h"

#define DAY(text) { sc_date_parse (text), NULL, FALSE }

static ScDate
at (const char *text)
{
  ScDate date = sc_date_parse (text);

  g_assert_cmpuint (date, !=, SC_DATE_NONE);

  return date;
}

static void
assert_date (ScDate      date,
             const char *expected)
{
  g_autofree char *text = sc_date_to_string (date);

  g_assert_cmpstr (text, ==, expected);
}

/* The turn of a year as Russia has it: the last day of the old one, then nine of the new. */
static ScCalendar *
make_new_year (void)
{
  ScCalendarDay days[10] = { DAY ("2025-12-31") };

  for (guint i = 1; i < G_N_ELEMENTS (days); i++)
    days[i] = (ScCalendarDay) { at ("2026-01-01") + i - 1, "New Year", FALSE }
  ;

  return sc_calendar_new (SC_WEEKDAYS_STANDARD, 8, days, G_N_ELEMENTS (days));
}

static void
test_holidays_are_passed_over (void)
{
  g_autoptr (ScCalendar) calendar = make_new_year ();
  ScCalendar *standard = sc_calendar_get_standard ();

  assert_date (sc_calendar_add_working_days (calendar, at ("2025-12-30"), 5), "2026-01-16");
  assert_date (sc_calendar_add_working_days (standard, at ("2025-12-30"), 5), "2026-01-06");
  g_assert_cmpuint (sc_calendar_count_working_days (calendar, at ("2025-12-30"), at ("2026-01-16")), ==, 5);
  g_assert_cmpuint (sc_calendar_count_working_days (calendar, at ("2025-12-30"), at ("2026-01-11")), ==, 0);
  g_assert_cmpuint (sc_calendar_count_working_days (standard, at ("2025-12-30"), at ("2026-01-16")), ==, 13);
  assert_date (sc_calendar_to_working_day (calendar, at ("2025-12-31")), "2026-01-12");
  assert_date (sc_calendar_to_working_day (calendar, at ("2025-12-30")), "2025-12-30");
  g_assert_false (sc_calendar_is_working_day (calendar, at ("2026-01-09")));
  g_assert_true (sc_calendar_is_working_day (calendar, at ("2026-01-12")));
  g_assert_cmpstr (sc_calendar_find_day (calendar, at ("2026-01-03"))->name, ==, "New Year");
  g_assert_null (sc_calendar_find_day (calendar, at ("2026-01-10")));
}

/* A Saturday is worked in the place of a Monday, and a Sunday just so. */
static void
test_days_are_moved (void)
{
  const ScCalendarDay days[] = {
    { at ("2026-11-22"), NULL, TRUE }, { at ("2026-11-21"), NULL, TRUE }, { at ("2026-11-23"), NULL, FALSE },
  };
  g_autoptr (ScCalendar) calendar = sc_calendar_new (SC_WEEKDAYS_STANDARD, 8, days, G_N_ELEMENTS (days));
  const struct {
    guint n;
    const char *day;
  } cases[] = {
    { 0, "2026-11-20" }, { 1, "2026-11-21" }, { 2, "2026-11-22" }, { 3, "2026-11-24" }, { 6, "2026-11-27" }, { 7, "2026-11-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_date (sc_calendar_add_working_days (calendar, at ("2026-11-20"), cases[i].n), cases[i].day);
      g_assert_cmpuint (sc_calendar_count_working_days (calendar, at ("2026-11-20"), at (cases[i].day)), ==, cases[i].n);
    }
  g_assert_cmpuint (sc_calendar_count_working_days (calendar, at ("2026-11-21"), at ("2026-11-20")), ==, 0);
}

/* Where a day is told of twice, the later word holds. */
static void
test_the_last_word_holds (void)
{
  const ScCalendarDay days[] = {
    { at ("2026-05-01"), "Spring", FALSE }, { at ("2026-05-02"), NULL, FALSE }, { at ("2026-05-01"), "Work", TRUE },
  };
  g_autoptr (ScCalendar) calendar = sc_calendar_new (SC_WEEKDAYS_STANDARD, 7, days, G_N_ELEMENTS (days));
  g_autoptr (ScCalendar) same = sc_calendar_new (SC_WEEKDAYS_STANDARD, 7, days + 1, 2);

  g_assert_cmpuint (sc_calendar_get_n_days (calendar), ==, 2);
  g_assert_cmpstr (sc_calendar_get_day (calendar, 0)->name, ==, "Work");
  g_assert_true (sc_calendar_get_day (calendar, 0)->is_worked);
  g_assert_true (sc_calendar_equal (calendar, same));
  g_assert_false (sc_calendar_equal (calendar, sc_calendar_get_standard ()));
}

static ScCalendar *
make_any (GRand *rand)
{
  ScCalendarDay days[60];
  guint n_days = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (days));

  for (guint i = 0; i < n_days; i++)
    days[i] = (ScCalendarDay) { at ("2026-01-01") + (guint) g_rand_int_range (rand, 0, 120), NULL, g_rand_boolean (rand) }
  ;

  return sc_calendar_new ((ScWeekdays) g_rand_int_range (rand, 1, 128), 8, days, n_days);
}

/* Whatever the calendar, the counts are what going from day to day gives. */
static void
test_counts_are_those_of_single_days (void)
{
  guint32 seed = g_test_rand_int_range (1, G_MAXINT32);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (ScCalendar) calendar = make_any (rand);
      ScDate from = at ("2025-12-20") + (guint) g_rand_int_range (rand, 0, 60);
      ScDate to = from + (guint) g_rand_int_range (rand, 1, 200);
      guint n = 0;

      for (ScDate day = from + 1; day < from + 200; day++)
        {
          gboolean is_worked = sc_calendar_is_working_day (calendar, day);

          n += is_worked;
          g_assert_cmpuint (sc_calendar_count_working_days (calendar, from, day), ==, n);
          if (is_worked)
            g_assert_cmpuint (sc_calendar_add_working_days (calendar, from, n), ==, day);
        }

      for (n = 1; n < 30; n++)
        {
          ScDate back = sc_calendar_go_back (calendar, to, n);

          g_assert_cmpuint (sc_calendar_count_working_days (calendar, back, to), >=, n);
          g_assert_cmpuint (sc_calendar_count_working_days (calendar, back + 1, to), <, n);
        }
    }
}

/* The decree that moves days is known of a year once a single day of it is. */
static void
test_fixed_holidays_alone_are_not_all (void)
{
  const ScCalendarDay days[] = {
    { at ("2026-01-01"), "New Year", FALSE, TRUE }, { at ("2026-01-09"), NULL, FALSE, FALSE },
    { at ("2027-01-01"), "New Year", FALSE, TRUE }, { at ("2027-12-31"), NULL, FALSE, TRUE },
  };
  g_autoptr (ScCalendar) calendar = sc_calendar_new (SC_WEEKDAYS_STANDARD, 8, days, G_N_ELEMENTS (days));

  g_assert_false (sc_calendar_lacks_transfers (calendar, 2025));
  g_assert_false (sc_calendar_lacks_transfers (calendar, 2026));
  g_assert_true (sc_calendar_lacks_transfers (calendar, 2027));
  g_assert_false (sc_calendar_lacks_transfers (calendar, 2028));
}

static void
test_weekdays_are_named (void)
{
  const struct {
    const char *string;
    ScWeekdays weekdays;
    const char *text;
  } cases[] = {
    { "mon,tue,wed,thu,fri", SC_WEEKDAYS_STANDARD, "Mon – Fri" },
    { "sun", SC_WEEKDAY_BIT (6), "Sun" },
    { "mon,tue,thu,fri,sat", 0x3b, "Mon, Tue, Thu – Sat" },
    { "mon,tue,wed,thu,fri,sat,sun", SC_WEEKDAYS_ALL, "Mon – Sun" },
  };
  const char *const bad[] = { "", ",", "mon,", "mon,mon", "monday", "mon tue", "mon,tue,wed,thu,fri,sat,sun,mon" };
  ScWeekdays weekdays;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *string = sc_weekdays_to_string (cases[i].weekdays);
      g_autofree char *text = sc_weekdays_to_text (cases[i].weekdays);

      g_assert_cmpstr (string, ==, cases[i].string);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (sc_weekdays_from_string (cases[i].string, &weekdays));
      g_assert_cmpuint (weekdays, ==, cases[i].weekdays);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sc_weekdays_from_string (bad[i], &weekdays));
  g_assert_true (sc_weekdays_from_string ("Fri, mon", &weekdays));
  g_assert_cmpuint (weekdays, ==, 0x11);
}

static void
test_the_calendar_ends_with_the_year_9999 (void)
{
  const ScCalendarDay last = { SC_DATE_LAST, NULL, FALSE };
  g_autoptr (ScCalendar) calendar = sc_calendar_new (SC_WEEKDAY_BIT (6), 1, &last, 1);

  assert_date (sc_calendar_add_working_days (calendar, SC_DATE_LAST, 1), "9999-12-31");
  assert_date (sc_calendar_add_working_days (calendar, SC_DATE_FIRST, G_MAXUINT), "9999-12-31");
  assert_date (sc_calendar_add_working_days (calendar, SC_DATE_FIRST, 1), "0001-01-07");
  g_assert_cmpuint (sc_calendar_count_working_days (calendar, SC_DATE_NONE, SC_DATE_LAST), ==, 0);
}

/* Ten years with a holiday a week, a million times: each takes less than a microsecond where
 * going from day to day takes thousands of steps. */
static void
test_long_spans_cost_no_more (void)
{
  ScCalendarDay days[520];
  g_autoptr (ScCalendar) calendar = NULL;
  ScDate first = at ("2016-01-01");
  clock_t begun, single, whole;
  guint sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = (ScCalendarDay) { first + 7 * i, NULL, FALSE }
  ;
  calendar = sc_calendar_new (SC_WEEKDAYS_STANDARD, 8, days, G_N_ELEMENTS (days));

  begun = clock ();
  for (guint i = 0; i < 1000000; i++)
    sum += sc_calendar_count_working_days (calendar, first + i % 7, first + 3650);
  for (guint i = 0; i < 1000000; i++)
    sum += sc_calendar_add_working_days (calendar, first + i % 7, 2000);
  whole = clock () - begun;

  begun = clock ();
  for (guint i = 0; i < 1000; i++)
    for (ScDate day = first; day < first + 3650; day++)
      sum += sc_calendar_is_working_day (calendar, day);
  single = clock () - begun;

  g_assert_cmpuint (sum, !=, 0);
  g_test_message ("2,000,000 spans: %.3f s; 3,650,000 days: %.3f s", (double) whole / CLOCKS_PER_SEC,
                  (double) single / CLOCKS_PER_SEC);
  /* Two thousand times as many spans as were gone through day by day. */
  g_assert_cmpint (whole, <, single * 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/calendar/holidays", test_holidays_are_passed_over);
  g_test_add_func ("/model/calendar/moved", test_days_are_moved);
  g_test_add_func ("/model/calendar/last-word", test_the_last_word_holds);
  g_test_add_func ("/model/calendar/single-days", test_counts_are_those_of_single_days);
  g_test_add_func ("/model/calendar/fixed", test_fixed_holidays_alone_are_not_all);
  g_test_add_func ("/model/calendar/weekdays", test_weekdays_are_named);
  g_test_add_func ("/model/calendar/end", test_the_calendar_ends_with_the_year_9999);
  g_test_add_func ("/model/calendar/long-spans", test_long_spans_cost_no_more);

  return g_test_run ();
}
