/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `calendar show`, `calendar set`: tell which days are worked on, and say it of the days of
 * the week. */

#include <glib/gi18n-lib.h>

#include "change/sc-calendar-commands.h"
#include "cli/sc-cli-calendar.h"
#include "cli/sc-cli-commands.h"

/**
 * sc_cli_calendar_show:
 * @call: the call
 *
 * `calendar show`: tells which days are worked on.
 *
 * Returns: an exit status
 */
int
sc_cli_calendar_show (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScCalendar) calendar = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 0, 0, &status))
    return status;

  store = sc_cli_call_open (call, &error);
  if (store == NULL)
    return sc_cli_call_fail (call, error);

  calendar = sc_store_get_calendar (store);
  sc_cli_print_calendar (call, calendar);

  return SC_CLI_DONE;
}

static gboolean
read_hours (const char *text,
            guint      *hours,
            GError    **error)
{
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, 1, SC_CALENDAR_MAX_HOURS, &number, NULL))
    {
      *hours = (guint) number;
      return TRUE;
    }

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is not a number of hours; use 1 to %d."), text,
               SC_CALENDAR_MAX_HOURS);

  return FALSE;
}

static gboolean
read_days (const char *text,
           ScWeekdays *weekdays,
           GError    **error)
{
  if (text == NULL || sc_weekdays_from_string (text, weekdays))
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” are no days of the week such as “mon,tue,wed”."), text);

  return FALSE;
}

/**
 * sc_cli_calendar_set:
 * @call: the call
 *
 * `calendar set [--days DAYS] [--hours HOURS]`: says which days of the week are worked on,
 * and for how long.
 *
 * Returns: an exit status
 */
int
sc_cli_calendar_set (ScCliCall *call)
{
  g_autofree char *days = NULL;
  g_autofree char *hours = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("days", &days, N_("The days of the week that are worked on"), "mon,tue,wed,thu,fri,sat,sun"),
    SC_CLI_TEXT ("hours", &hours, N_("For how many hours a day"), N_("HOURS")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  ScWeekdays weekdays = 0;
  guint n_hours = 0;
  int status;

  if (!sc_cli_call_parse (call, entries, 0, 0, &status))
    return status;
  if (days == NULL && hours == NULL)
    return sc_cli_call_misuse (call, _("Say what it is to be, with “--days” or “--hours”."));
  if (!read_days (days, &weekdays, &error) || !read_hours (hours, &n_hours, &error))
    return sc_cli_call_fail (call, error);

  return sc_cli_change_calendar (call, sc_command_set_week (weekdays, n_hours));
}
