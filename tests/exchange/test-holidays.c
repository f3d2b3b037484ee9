/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holidays come in from a file of iCalendar: whole days, each year or once; what is something
 * else is left out and counted, and a file that means harm is refused. */

#include <string.h>
#include <time.h>

#include "exchange/sc-exchange-error.h"
#include "exchange/sc-holiday-file.h"

#define EVENT(lines) "BEGIN:VEVENT\r\nUID:x\r\n" lines "END:VEVENT\r\n"
#define TODAY (sc_date_new (2026, 6, 1))

static ScHolidayFile *
parse (const char *events,
       GError    **error)
{
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n", events, "END:VCALENDAR\r\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sc_holiday_file_parse (bytes, TODAY, error);
}

/* “2026-01-01 New Year, 2026-01-02” of the year; fixed ones have “=” behind the day. */
static char *
tell (const ScHolidayFile *file,
      guint                year)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sc_calendar_get_n_days (file->holidays); i++)
    {
      const ScCalendarDay *day = sc_calendar_get_day (file->holidays, i);
      g_autofree char *date = sc_date_to_string (day->day);

      g_assert_false (day->is_worked);
      if ((guint) g_ascii_strtoull (date, NULL, 10) == year)
        g_string_append_printf (text, "%s%s%s%s%s", text->len > 0 ? ", " : "", date, day->is_fixed ? "=" : "",
                                day->name != NULL ? " " : "", day->name != NULL ? day->name : "");
    }

  return g_string_free (text, FALSE);
}

static const struct {
  const char *name;
  const char *events;
  const char *days_2026;
  guint n_days;
  guint n_left_out;
} cases[] = {
  { "day", EVENT ("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Year\r\n"), "2026-01-01 New Year", 1, 0 },
  { "nameless", EVENT ("DTSTART;VALUE=DATE:20260101\r\n"), "2026-01-01", 1, 0 },
  { "span", EVENT ("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260104\r\nSUMMARY:N\r\n"),
    "2026-01-01 N, 2026-01-02 N, 2026-01-03 N", 3, 0 },
  { "duration", EVENT ("DTSTART;VALUE=DATE:20260101\r\nDURATION:P2D\r\n"), "2026-01-01, 2026-01-02", 2, 0 },
  { "itself", EVENT ("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260101\r\n"), "2026-01-01", 1, 0 },
  { "yearly", EVENT ("DTSTART;VALUE=DATE:19920612\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:День России\r\n"),
    "2026-06-12= День России", 21, 0 },
  { "yearly-span", EVENT ("DTSTART;VALUE=DATE:20250101\r\nDTEND;VALUE=DATE:20250103\r\nRRULE:FREQ=YEARLY;UNTIL=20270101\r\n"),
    "2026-01-01=, 2026-01-02=", 6, 0 },
  { "fourth-thursday", EVENT ("DTSTART;VALUE=DATE:20201126\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\n"), "2026-11-26=", 17, 0 },
  { "except", EVENT ("DTSTART;VALUE=DATE:20250501\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nEXDATE;VALUE=DATE:20260501\r\n"), "", 2, 0 },
  { "further", EVENT ("DTSTART;VALUE=DATE:20260501\r\nRDATE;VALUE=DATE:20260509\r\n"), "2026-05-01, 2026-05-09", 2, 0 },
  { "told-of-one-year",
    EVENT ("DTSTART;VALUE=DATE:20260501\r\nSUMMARY:Transfer\r\n")
    EVENT ("DTSTART;VALUE=DATE:20250501\r\nRRULE:FREQ=YEARLY;COUNT=2\r\nSUMMARY:May\r\n"), "2026-05-01 Transfer", 2, 0 },
  { "hours", EVENT ("DTSTART:20260101T090000Z\r\nDTEND:20260101T100000Z\r\n"), "", 0, 1 },
  { "hours-of-a-day", EVENT ("DTSTART;VALUE=DATE:20260101\r\nDURATION:PT2H\r\n"), "", 0, 1 },
  { "weekly", EVENT ("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=WEEKLY\r\n"), "", 0, 1 },
  { "cancelled", EVENT ("DTSTART;VALUE=DATE:20260101\r\nSTATUS:CANCELLED\r\n"), "", 0, 1 },
  { "for-ever", EVENT ("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20290101\r\n"), "", 0, 1 },
  { "backwards", EVENT ("DTSTART;VALUE=DATE:20260102\r\nDTEND;VALUE=DATE:20260101\r\n"), "", 0, 1 },
  { "no-such-day", EVENT ("DTSTART;VALUE=DATE:20260230\r\n") EVENT ("DTSTART;VALUE=DATE:20260223\r\n"), "2026-02-23", 1, 1 },
  { "no-day", EVENT ("SUMMARY:Some day\r\n"), "", 0, 1 },
  { "tasks", "BEGIN:VTODO\r\nDTSTART;VALUE=DATE:20260101\r\nEND:VTODO\r\n" EVENT ("DTSTART;VALUE=DATE:20260501\r\n"),
    "2026-05-01", 1, 0 },
};

static void
test_events (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScHolidayFile) file = parse (cases[index].events, &error);
  g_autofree char *days = NULL;

  g_assert_no_error (error);
  days = tell (file, 2026);
  g_assert_cmpstr (days, ==, cases[index].days_2026);
  g_assert_cmpuint (sc_calendar_get_n_days (file->holidays), ==, cases[index].n_days);
  g_assert_cmpuint (file->n_left_out, ==, cases[index].n_left_out);
}

static void
test_names_are_plain (void)
{
  g_autofree char *words = g_strnfill (3 * SC_CALENDAR_MAX_NAME, 'a');
  g_autofree char *event = g_strconcat ("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:  New\\n  Year\\, again \r\n"
                                        "END:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260102\r\nSUMMARY:", words,
                                        "\r\nEND:VEVENT\r\n", NULL);
  g_autoptr (ScHolidayFile) file = parse (event, NULL);

  g_assert_cmpstr (sc_calendar_get_day (file->holidays, 0)->name, ==, "New Year, again");
  g_assert_cmpuint (strlen (sc_calendar_get_day (file->holidays, 1)->name), ==, SC_CALENDAR_MAX_NAME);
}

static void
refuse (GBytes     *bytes,
        int         code,
        const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScHolidayFile) file = sc_holiday_file_parse (bytes, TODAY, &error);

  g_assert_null (file);
  g_assert_error (error, SC_EXCHANGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, why));
}

static void
refuse_text (const char *text,
             int         code,
             const char *why)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  refuse (bytes, code, why);
}

static void
test_hostile_files (void)
{
  g_autoptr (GString) nested = g_string_new ("BEGIN:VCALENDAR\r\n");
  g_autoptr (GString) many = g_string_new ("BEGIN:VCALENDAR\r\n");
  g_autofree char *large = g_malloc0 (9 * 1024 * 1024);
  g_autoptr (GBytes) bytes = g_bytes_new (large, 9 * 1024 * 1024);

  refuse_text ("", SC_EXCHANGE_ERROR_INVALID, "BEGIN:VCALENDAR");
  refuse_text ("title,company\n", SC_EXCHANGE_ERROR_INVALID, "BEGIN:VCALENDAR");
  refuse_text ("BEGIN:VCALENDAR\r\nX:\xff\r\nEND:VCALENDAR\r\n", SC_EXCHANGE_ERROR_INVALID, "UTF-8");
  refuse_text ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", SC_EXCHANGE_ERROR_INVALID, "no events");
  refuse (bytes, SC_EXCHANGE_ERROR_TOO_LARGE, "too large");

  for (guint i = 0; i < 100000; i++)
    g_string_append (nested, "BEGIN:VEVENT\r\n");
  refuse_text (nested->str, SC_EXCHANGE_ERROR_TOO_LARGE, "Too much");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (many, "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:%04u0101\r\nDTEND;VALUE=DATE:%04u1231\r\nEND:VEVENT\r\n",
                            2000 + i, 2000 + i);
  g_string_append (many, "END:VCALENDAR\r\n");
  refuse_text (many->str, SC_EXCHANGE_ERROR_TOO_LARGE, "too many days");
}

/* A rule that never comes to an end, or to anything, does not hold the reader up. */
static void
test_endless_rules (void)
{
  static const char *const rules[] = {
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "FREQ=YEARLY;INTERVAL=0",
    "FREQ=YEARLY;COUNT=2000000000", "FREQ=YEARLY;BYWEEKNO=60", "FREQ=SECONDLY", "FREQ=", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *event = g_strdup_printf (EVENT ("DTSTART;VALUE=DATE:00010101\r\nRRULE:%s\r\n"), rules[i]);
      clock_t begun = clock ();
      g_autoptr (ScHolidayFile) file = parse (event, NULL);

      g_assert_cmpint (clock () - begun, <, 10 * CLOCKS_PER_SEC);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/holidays/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_events);
    }
  g_test_add_func ("/exchange/holidays/names", test_names_are_plain);
  g_test_add_func ("/exchange/holidays/hostile", test_hostile_files);
  g_test_add_func ("/exchange/holidays/endless", test_endless_rules);

  return g_test_run ();
}
