/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days, moments and amounts in the forms that commands take and print. */

#include "cli/sc-cli-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-date-words.h"
#include "model/sc-due-entry.h"
#include "store/sc-store-error.h"

/* Days further away are a mistake, here as in an import. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* What stands there means the same in any locale, and words in two languages. */
static ScDate
read_date (const char *text)
{
  ScDate date = sc_date_parse (text);

  if (date == SC_DATE_NONE && !sc_date_words_parse_dotted (text, sc_clock_today (), &date))
    sc_date_words_parse (text, sc_clock_today (), &date);

  return date;
}

static gboolean
is_near (ScDate date)
{
  return date >= sc_date_new (FIRST_YEAR, 1, 1) && date <= sc_date_new (LAST_YEAR, 12, 31);
}

/**
 * sc_cli_read_date:
 * @text: (nullable): what was typed
 * @date: (out): the date, none where @text is %NULL
 * @error: where it is no date
 *
 * Returns: whether it could be read
 */
gboolean
sc_cli_read_date (const char *text,
                  ScDate     *date,
                  GError    **error)
{
  *date = text != NULL ? read_date (text) : SC_DATE_NONE;
  if (text == NULL || is_near (*date))
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is not a date; give YYYY-MM-DD, or a day such as “fri” or “next week”."), text);

  return FALSE;
}

/**
 * sc_cli_read_due:
 * @text: (nullable): what was typed: a day, a time, or both
 * @date: (out): the day, none where @text is %NULL or empty
 * @time: (out): the time, may be none
 * @error: where it is neither
 *
 * Returns: whether it could be read
 */
gboolean
sc_cli_read_due (const char *text,
                 ScDate     *date,
                 ScDayTime  *time,
                 GError    **error)
{
  *date = SC_DATE_NONE;
  *time = SC_DAY_TIME_NONE;
  if (text == NULL || *text == '\0')
    return TRUE;

  *date = read_date (text);
  /* What order slashes are in depends on the country. */
  if (*date == SC_DATE_NONE && strchr (text, '/') == NULL)
    sc_due_entry_parse (text, date, time);
  if (is_near (*date))
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               _("“%s” is not a day with a time; give YYYY-MM-DD HH:MM, or a day such as “tomorrow 11:00”."), text);

  return FALSE;
}

/**
 * sc_cli_format_due:
 * @date: a day
 * @time: a time of it
 *
 * Returns: (transfer full): both for people; empty for no day
 */
char *
sc_cli_format_due (ScDate    date,
                   ScDayTime time)
{
  g_autofree char *day = sc_date_to_text (date);
  g_autofree char *clock = sc_day_time_to_text (time);

  return *clock != '\0' ? g_strdup_printf ("%s %s", day, clock) : g_steal_pointer (&day);
}

/**
 * sc_cli_format_instant:
 * @instant: a moment, or 0 for none
 *
 * Returns: (transfer full) (nullable): the moment in UTC as JSON has it
 */
char *
sc_cli_format_instant (ScInstant instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (instant);

  return instant != 0 && time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/**
 * sc_cli_write_money:
 * @writer: a writer
 * @name: (nullable): the member's name in an object, %NULL in an array
 * @money: an amount
 *
 * Writes an amount as all commands do: `minor` units of its `currency`, or `null` for
 * none.
 */
void
sc_cli_write_money (ScJsonWriter *writer,
                    const char   *name,
                    ScMoney       money)
{
  if (!sc_money_is_set (money))
    {
      sc_json_writer_add_null (writer, name);
      return;
    }

  sc_json_writer_begin_object (writer, name);
  sc_json_writer_add_int (writer, "minor", money.minor);
  sc_json_writer_add_text (writer, "currency", money.currency);
  sc_json_writer_end (writer);
}
