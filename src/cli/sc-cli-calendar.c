/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar as the commands of it print it, and how they change it. */

#include "cli/sc-cli-calendar.h"

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-table.h"
#include "files/sc-json-writer.h"

static void
write_days (ScJsonWriter *writer,
            const char   *name,
            ScCalendar   *calendar,
            gboolean      is_worked)
{
  sc_json_writer_begin_array (writer, name);
  for (guint i = 0; i < sc_calendar_get_n_days (calendar); i++)
    {
      const ScCalendarDay *day = sc_calendar_get_day (calendar, i);
      g_autofree char *date = sc_date_to_string (day->day);

      if (day->is_worked != is_worked)
        continue;

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "day", date);
      sc_json_writer_add_text (writer, "name", day->name);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
print_json (ScCalendar *calendar)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_begin_array (writer, "days");
  for (guint weekday = 0; weekday < SC_N_WEEKDAYS; weekday++)
    if ((sc_calendar_get_weekdays (calendar) & SC_WEEKDAY_BIT (weekday)) != 0)
      sc_json_writer_add_text (writer, NULL, sc_weekday_get_id (weekday));
  sc_json_writer_end (writer);
  sc_json_writer_add_int (writer, "hours", sc_calendar_get_hours (calendar));
  write_days (writer, "days_off", calendar, FALSE);
  write_days (writer, "days_worked", calendar, TRUE);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

/* The last of the days from @position on that follow one another and say the same. */
static guint
find_last_alike (ScCalendar *calendar,
                 guint       position)
{
  const ScCalendarDay *day = sc_calendar_get_day (calendar, position);

  while (position + 1 < sc_calendar_get_n_days (calendar))
    {
      const ScCalendarDay *next = sc_calendar_get_day (calendar, position + 1);

      if (next->day != sc_calendar_get_day (calendar, position)->day + 1 || next->is_worked != day->is_worked
          || g_strcmp0 (next->name, day->name) != 0)
        break;
      position++;
    }

  return position;
}

static void
add_days (ScCliTable *table,
          ScCalendar *calendar)
{
  for (guint i = 0; i < sc_calendar_get_n_days (calendar); i++)
    {
      const ScCalendarDay *day = sc_calendar_get_day (calendar, i);
      guint last = find_last_alike (calendar, i);
      g_autofree char *from = sc_date_to_text (day->day);
      g_autofree char *to = sc_date_to_text (sc_calendar_get_day (calendar, last)->day);
      /* Translators: the first and the last of some days */
      g_autofree char *span = last > i ? g_strdup_printf (C_("days", "%1$s – %2$s"), from, to) : g_steal_pointer (&from);

      sc_cli_table_add (table, span, day->is_worked ? C_("calendar", "worked") : C_("calendar", "off"),
                        day->name != NULL ? day->name : "", NULL);
      i = last;
    }
}

/**
 * sc_cli_tell_missing_transfers:
 * @calendar: a calendar
 *
 * Says so for people where of this year, or of the next, only holidays that stay the same
 * are known.
 */
void
sc_cli_tell_missing_transfers (ScCalendar *calendar)
{
  GDate today = sc_date_to_gdate (sc_clock_today ());

  for (guint year = g_date_get_year (&today); year <= g_date_get_year (&today) + 1u; year++)
    if (sc_calendar_lacks_transfers (calendar, year))
      {
        /* Translators: %u is a year. Which days off are moved, or added, comes by decree each year. */
        sc_cli_print (_("%u: without transfers, only the holidays that are the same each year"), year);
        sc_cli_print ("\n");
      }
}

static void
print_text (ScCalendar *calendar)
{
  guint hours = sc_calendar_get_hours (calendar);
  g_autofree char *days = sc_weekdays_to_text (sc_calendar_get_weekdays (calendar));
  g_autoptr (ScCliTable) table = sc_cli_table_new (3);

  /* Translators: days of the week such as “Mon – Fri”, and for how long they are worked on */
  sc_cli_print (ngettext ("%1$s, %2$u hour a day", "%1$s, %2$u hours a day", hours), days, hours);
  sc_cli_print ("\n");
  add_days (table, calendar);
  sc_cli_table_print (table);
  sc_cli_tell_missing_transfers (calendar);
}

/**
 * sc_cli_print_calendar:
 * @call: a call
 * @calendar: a calendar
 *
 * Prints it as the call wants it.
 */
void
sc_cli_print_calendar (ScCliCall  *call,
                       ScCalendar *calendar)
{
  if (call->is_json)
    print_json (calendar);
  else
    print_text (calendar);
}

/**
 * sc_cli_change_calendar:
 * @call: a call
 * @command: (transfer full): what it is to do to the calendar
 *
 * Does it, and prints what the calendar is then.
 *
 * Returns: an exit status
 */
int
sc_cli_change_calendar (ScCliCall *call,
                        ScCommand *command)
{
  g_autoptr (ScCommand) owned = command;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open (call, &error);
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (ScCalendar) calendar = NULL;

  if (store == NULL)
    return sc_cli_call_fail (call, error);

  outcome = sc_command_run (g_steal_pointer (&owned), store, NULL, &error);
  if (outcome == NULL)
    return sc_cli_call_fail (call, error);

  calendar = sc_store_get_calendar (store);
  sc_cli_print_calendar (call, calendar);

  return SC_CLI_DONE;
}
