/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar is changed like all else: it is kept, taken back row by row, and seen
 * by every program that has the database open. */

#include "change/change-fixture.h"
#include "change/sc-calendar-commands.h"

static ScDate
at (const char *text)
{
  return sc_date_parse (text);
}

/* “tue-thu 6 | 2026-01-01 New Year, 2026-01-10 +” */
static char *
tell (ScStore *store)
{
  g_autoptr (ScCalendar) calendar = sc_store_get_calendar (store);
  g_autofree char *weekdays = sc_weekdays_to_string (sc_calendar_get_weekdays (calendar));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %u", weekdays, sc_calendar_get_hours (calendar));
  for (guint i = 0; i < sc_calendar_get_n_days (calendar); i++)
    {
      const ScCalendarDay *day = sc_calendar_get_day (calendar, i);
      g_autofree char *date = sc_date_to_string (day->day);

      g_string_append_printf (text, "%s %s%s%s%s%s", i == 0 ? " |" : ",", date, day->is_worked ? " +" : "",
                              day->is_fixed ? " =" : "", day->name != NULL ? " " : "", day->name != NULL ? day->name : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_calendar (ScStore    *store,
                 const char *expected)
{
  g_autofree char *told = tell (store);

  g_assert_cmpstr (told, ==, expected);
}

#define STANDARD "mon,tue,wed,thu,fri 8"

static void
undo (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
}

static void
redo (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
}

/* The change's number, 0 where there was nothing to change. */
static gint64
run (ChangeFixture *self,
     ScCommand     *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->store, NULL, &error);

  g_assert_no_error (error);

  return outcome->change_id;
}

static void
test_week (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  assert_calendar (self->store, STANDARD);
  change_fixture_run (self, sc_command_set_week (0x3e, 0));
  assert_calendar (self->store, "tue,wed,thu,fri,sat 8");
  change_fixture_run (self, sc_command_set_week (0, 7));
  assert_calendar (self->store, "tue,wed,thu,fri,sat 7");
  g_assert_cmpint (run (self, sc_command_set_week (0x3e, 7)), ==, 0);
  undo (self);
  assert_calendar (self->store, "tue,wed,thu,fri,sat 8");
  undo (self);
  assert_calendar (self->store, STANDARD);
  redo (self);
  change_fixture_reopen (self);
  assert_calendar (self->store, "tue,wed,thu,fri,sat 8");
  undo (self);
  change_fixture_run (self, sc_command_set_week (0, 6));
  assert_calendar (self->store, "mon,tue,wed,thu,fri 6");
}

static void
test_days (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  change_fixture_run (self, sc_command_set_calendar_days (at ("2026-01-01"), at ("2026-01-02"), " New  Year ", FALSE));
  assert_calendar (self->store, STANDARD " | 2026-01-01 New Year, 2026-01-02 New Year");
  change_fixture_run (self, sc_command_set_calendar_days (at ("2026-01-02"), at ("2026-01-03"), NULL, TRUE));
  assert_calendar (self->store, STANDARD " | 2026-01-01 New Year, 2026-01-02 + New Year, 2026-01-03 +");
  change_fixture_run (self, sc_command_set_calendar_days (at ("2026-01-02"), at ("2026-01-02"), "", TRUE));
  assert_calendar (self->store, STANDARD " | 2026-01-01 New Year, 2026-01-02 +, 2026-01-03 +");
  change_fixture_run (self, sc_command_remove_calendar_days (at ("2026-01-02"), at ("2026-12-31")));
  assert_calendar (self->store, STANDARD " | 2026-01-01 New Year");
  undo (self);
  undo (self);
  assert_calendar (self->store, STANDARD " | 2026-01-01 New Year, 2026-01-02 + New Year, 2026-01-03 +");
  undo (self);
  undo (self);
  assert_calendar (self->store, STANDARD);
  redo (self);
  change_fixture_run (self, sc_command_remove_calendar_days (at ("2026-01-01"), at ("2026-01-01")));
  change_fixture_run (self, sc_command_set_calendar_days (at ("2026-01-01"), at ("2026-01-01"), NULL, FALSE));
  change_fixture_reopen (self);
  assert_calendar (self->store, STANDARD " | 2026-01-01, 2026-01-02 New Year");
}

/* What one person has done since is not taken back with what another did. */
static void
test_days_are_taken_back_one_by_one (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 first = run (self, sc_command_set_calendar_days (at ("2026-05-01"), at ("2026-05-02"), "May", FALSE));
  g_autoptr (ScOutcome) outcome = NULL;

  change_fixture_run (self, sc_command_set_calendar_days (at ("2026-05-02"), at ("2026-05-02"), "Spring", FALSE));
  outcome = sc_command_run (sc_command_undo_change (first), self->store, NULL, NULL);
  g_assert_cmpuint (outcome->left_alone->len, ==, 1);
  g_assert_cmpstr (outcome->left_alone->pdata[0], ==, "Spring");
  assert_calendar (self->store, STANDARD " | 2026-05-02 Spring");
}

static void
test_what_makes_no_sense_is_refused (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autofree char *name = g_strnfill (SC_CALENDAR_MAX_NAME + 1, 'x');
  g_autofree char *long_name = g_strnfill (SC_CALENDAR_MAX_NAME, 'x');
  ScDate day = at ("2026-01-01");

  change_fixture_refuse (self, sc_command_set_calendar_days (day, day - 1, NULL, FALSE), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_set_calendar_days (day, day, name, FALSE), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_set_calendar_days (day, day + SC_CALENDAR_MAX_DAYS, NULL, FALSE),
                         SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_remove_calendar_days (day, day), SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  change_fixture_run (self, sc_command_set_calendar_days (day, day, long_name, FALSE));
}

/* A person's word holds, and what is known of one year goes before what is known of all. */
static void
test_import (void)
{
  const ScCalendarDay fixed[] = {
    { at ("2026-01-01"), "New Year", FALSE, TRUE }, { at ("2026-01-02"), "New Year", FALSE, TRUE },
    { at ("2026-01-03"), "New Year", FALSE, TRUE },
  };
  const ScCalendarDay told[] = { { at ("2026-01-02"), "Transfer", FALSE, FALSE }, { at ("2026-01-03"), "No", FALSE, FALSE } };
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScCalendar) first = sc_calendar_new (SC_WEEKDAYS_STANDARD, 8, fixed, G_N_ELEMENTS (fixed));
  g_autoptr (ScCalendar) second = sc_calendar_new (SC_WEEKDAYS_STANDARD, 8, told, G_N_ELEMENTS (told));
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  change_fixture_run (self, sc_command_set_calendar_days (at ("2026-01-03"), at ("2026-01-03"), "Stocktaking", TRUE));
  outcome = sc_command_run (sc_command_import_holidays (first), self->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->n_made, ==, 2);
  assert_calendar (self->store, STANDARD " | 2026-01-01 = New Year, 2026-01-02 = New Year, 2026-01-03 + Stocktaking");
  change_fixture_run (self, sc_command_import_holidays (second));
  change_fixture_run (self, sc_command_import_holidays (first));
  assert_calendar (self->store, STANDARD " | 2026-01-01 = New Year, 2026-01-02 Transfer, 2026-01-03 + Stocktaking");
  change_fixture_run (self, sc_command_set_calendar_days (at ("2026-01-01"), at ("2026-01-01"), "First", FALSE));
  assert_calendar (self->store, STANDARD " | 2026-01-01 = First, 2026-01-02 Transfer, 2026-01-03 + Stocktaking");
}

static void
changed_cb (ScStore           *store,
            const ScChangeSet *changes,
            gpointer           user_data)
{
  guint *n_told = user_data;

  *n_told += changes->has_calendar;
}

/* Whoever has the database open sees it, and hears of it where it is watched. */
static void
test_other_programs_see_it (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (self->base);
  g_autoptr (ScCalendar) before = sc_store_get_calendar (other);
  g_autoptr (ScCalendar) again = NULL;
  guint n_told = 0;

  change_fixture_add (self, "Deal", "A");
  again = sc_store_get_calendar (other);
  g_assert_true (again == before);

  sc_store_start_watching (other);
  g_signal_connect (other, "changed", G_CALLBACK (changed_cb), &n_told);
  change_fixture_run (self, sc_command_set_week (0, 6));
  assert_calendar (other, "mon,tue,wed,thu,fri 6");
  wait_until (n_told > 0);
  g_assert_cmpuint (n_told, ==, 1);
}

/* How many deals stand in their stage for too long at noon of a day. */
static guint
count_late (ChangeFixture *self,
            const char    *day)
{
  g_autoptr (GPtrArray) due = change_fixture_list_due (self, sc_date_to_instant (at (day)), 0);
  guint n = 0;

  for (guint i = 0; i < due->len; i++)
    n += ((ScDueRow *) due->pdata[i])->kind == SC_DUE_STAGE;

  return n;
}

/* “A” may take three working days: from the 30th of December to the 14th of January, where
 * the days between are off. */
static void
test_target_times_follow (void)
{
  g_autoptr (ChangeFixture) self = NULL;

  sc_clock_set (sc_date_to_instant (at ("2025-12-30")));
  self = change_fixture_new ();
  change_fixture_add (self, "Deal", "A");
  g_assert_cmpuint (count_late (self, "2026-01-02"), ==, 0);
  g_assert_cmpuint (count_late (self, "2026-01-05"), ==, 1);

  change_fixture_run (self, sc_command_set_calendar_days (at ("2025-12-31"), at ("2026-01-09"), NULL, FALSE));
  g_assert_cmpuint (count_late (self, "2026-01-14"), ==, 0);
  g_assert_cmpuint (count_late (self, "2026-01-15"), ==, 1);
  undo (self);
  g_assert_cmpuint (count_late (self, "2026-01-05"), ==, 1);
  sc_clock_set (0);
}

/* What a deal is parked for, and how long a day is, a process learns from the calendar of
 * its database; a version that is on show keeps the one that it was read with. */
static void
test_processes_follow (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScVersion) after = NULL;
  const ScDuration eight_hours = { 8, SC_UNIT_WORKING_HOURS };
  g_autofree char *before_text = NULL;
  g_autofree char *after_text = NULL;

  change_fixture_run (self, sc_command_set_week (0, 7));
  after = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  before_text = sc_duration_to_text (eight_hours, self->version->calendar);
  after_text = sc_duration_to_text (eight_hours, after->calendar);
  g_assert_cmpstr (before_text, ==, "1 working day");
  g_assert_cmpstr (after_text, ==, "1 working day 1 hour");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/calendar/week", test_week);
  g_test_add_func ("/change/calendar/days", test_days);
  g_test_add_func ("/change/calendar/one-by-one", test_days_are_taken_back_one_by_one);
  g_test_add_func ("/change/calendar/refused", test_what_makes_no_sense_is_refused);
  g_test_add_func ("/change/calendar/import", test_import);
  g_test_add_func ("/change/calendar/target-times", test_target_times_follow);
  g_test_add_func ("/change/calendar/processes", test_processes_follow);
  g_test_add_func ("/change/calendar/other-programs", test_other_programs_see_it);

  return g_test_run ();
}
