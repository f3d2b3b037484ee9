/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `calendar holiday`, `calendar import`: say of days that they are off, or worked on, one
 * after the other or as a file has them. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "change/sc-calendar-commands.h"
#include "cli/sc-cli-calendar.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-values.h"
#include "exchange/sc-holiday-file.h"
#include "files/sc-json-writer.h"

/* “2026-01-01” or “2026-01-01..2026-01-09”. */
static gboolean
read_span (const char *text,
           ScDate     *from,
           ScDate     *to,
           GError    **error)
{
  const char *dots = strstr (text, "..");
  g_autofree char *first = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);

  if (!sc_cli_read_date (first, from, error))
    return FALSE;

  *to = *from;

  return dots == NULL || sc_cli_read_date (dots + strlen (".."), to, error);
}

/**
 * sc_cli_calendar_holiday:
 * @call: the call
 *
 * `calendar holiday DAY[..DAY] [--name NAME] [--worked] [--remove]`: says that days are
 * off, or worked on, or nothing of them any more.
 *
 * Returns: an exit status
 */
int
sc_cli_calendar_holiday (ScCliCall *call)
{
  g_autofree char *name = NULL;
  gboolean is_worked = FALSE;
  gboolean is_removed = FALSE;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("name", &name, N_("What the days are called"), N_("NAME")),
    SC_CLI_FLAG ("worked", &is_worked, N_("They are worked on, in the place of others")),
    SC_CLI_FLAG ("remove", &is_removed, N_("They are what their days of the week are")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  ScDate from, to;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;
  if (is_removed && (is_worked || name != NULL))
    return sc_cli_call_misuse (call, _("“--remove” goes with neither “--worked” nor “--name”."));
  if (!read_span (call->words[0], &from, &to, &error))
    return sc_cli_call_fail (call, error);

  return sc_cli_change_calendar (call, is_removed ? sc_command_remove_calendar_days (from, to)
                                                  : sc_command_set_calendar_days (from, to, name, is_worked));
}

static void
print_import_json (const ScHolidayFile *file,
                   guint                n_added)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_int (writer, "added", n_added);
  sc_json_writer_add_int (writer, "unchanged", sc_calendar_get_n_days (file->holidays) - n_added);
  sc_json_writer_add_int (writer, "left_out", file->n_left_out);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_import_text (const ScHolidayFile *file,
                   guint                n_added,
                   ScCalendar          *calendar)
{
  guint n_known = sc_calendar_get_n_days (file->holidays) - n_added;

  sc_cli_print (ngettext ("%u day off is new.", "%u days off are new.", n_added), n_added);
  sc_cli_print ("\n");
  if (n_known > 0)
    {
      sc_cli_print (ngettext ("%u day was in the calendar.", "%u days were in the calendar.", n_known), n_known);
      sc_cli_print ("\n");
    }
  if (file->n_left_out > 0)
    {
      sc_cli_print (ngettext ("%u event was left out: only whole days are taken, once or each year.",
                              "%u events were left out: only whole days are taken, once or each year.", file->n_left_out),
                    file->n_left_out);
      sc_cli_print ("\n");
    }
  sc_cli_tell_missing_transfers (calendar);
}

/**
 * sc_cli_calendar_import:
 * @call: the call
 *
 * `calendar import FILE`: takes holidays from a file of iCalendar. What the calendar says of
 * a day already stays.
 *
 * Returns: an exit status
 */
int
sc_cli_calendar_import (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScHolidayFile) file = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (ScCalendar) calendar = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  file = sc_holiday_file_read (call->words[0], sc_clock_today (), &error);
  store = file != NULL ? sc_cli_call_open (call, &error) : NULL;
  outcome = store != NULL ? sc_command_run (sc_command_import_holidays (file->holidays), store, NULL, &error) : NULL;
  if (outcome == NULL)
    return sc_cli_call_fail (call, error);

  calendar = sc_store_get_calendar (store);
  if (call->is_json)
    print_import_json (file, outcome->n_made);
  else
    print_import_text (file, outcome->n_made, calendar);

  return SC_CLI_DONE;
}
