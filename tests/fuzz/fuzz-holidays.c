/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of iCalendar with holidays. */

#include "exchange/sc-holiday-file.h"
#include "fuzz/fuzz.h"

const char *const fuzz_words[] = {
  "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VTIMEZONE\r\n", "DTSTART", "DTEND",
  ";VALUE=DATE", ";TZID=Europe/Moscow", ":20260101", ":20260230", ":00010101", ":99991231T235959Z", "DURATION:P", "P7W", "-P1D",
  "RRULE:FREQ=YEARLY", ";BYDAY=-1MO", ";BYYEARDAY=366", ";BYWEEKNO=53", ";BYSETPOS=-1", ";COUNT=", ";INTERVAL=", ";UNTIL=20300101",
  "RDATE;VALUE=PERIOD:20260101T000000Z/P1D", "EXDATE", "RECURRENCE-ID", "SUMMARY:", "STATUS:CANCELLED", "\r\n ", "\\n", "\xef\xbb\xbf",
  NULL,
};

void
fuzz_begin (const char *folder)
{
}

void
fuzz_one (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScHolidayFile) file = sc_holiday_file_parse (input, sc_date_new (2026, 6, 1), &error);

  if (file == NULL)
    {
      g_assert_nonnull (error);
      return;
    }

  g_assert_cmpuint (sc_calendar_get_n_days (file->holidays), <=, SC_CALENDAR_MAX_DAYS);
  for (guint i = 0; i < sc_calendar_get_n_days (file->holidays); i++)
    {
      const ScCalendarDay *day = sc_calendar_get_day (file->holidays, i);

      g_assert_cmpuint (day->day, !=, SC_DATE_NONE);
      g_assert_true (day->name == NULL || g_utf8_validate (day->name, -1, NULL));
    }
}

void
fuzz_end (void)
{
}
