/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the fields of a table as RFC 4180 has it, for exports. */

#include "files/sc-csv-writer.h"

#include <string.h>

/**
 * sc_csv_is_formula:
 * @text: what a cell is to say
 *
 * A spreadsheet runs a cell that begins with certain signs as a formula, whoever wrote
 * it there; an apostrophe in front keeps it from that.
 *
 * Returns: whether an apostrophe has to stand in front of it: a spreadsheet would
 *   run it, or it begins with such an apostrophe already, which would be taken off
 */
gboolean
sc_csv_is_formula (const char *text)
{
  text += strspn (text, "'");

  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_guarded (GString    *text,
                const char *field,
                const char *guard,
                gboolean    is_last)
{
  if (field != NULL && (strpbrk (field, "\",;\t|\r\n") != NULL || g_ascii_isspace (field[0])))
    {
      g_string_append_printf (text, "\"%s", guard);
      for (const char *p = field; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (text, '"');
          g_string_append_c (text, *p);
        }
      g_string_append_c (text, '"');
    }
  else if (field != NULL)
    {
      g_string_append (text, guard);
      g_string_append (text, field);
    }
  g_string_append (text, is_last ? "\r\n" : ",");
}

/**
 * sc_csv_append:
 * @text: a table in the form of RFC 4180
 * @field: (nullable): the next field, %NULL for an empty one
 * @is_last: whether the row ends behind it
 */
void
sc_csv_append (GString    *text,
               const char *field,
               gboolean    is_last)
{
  append_guarded (text, field, "", is_last);
}

/**
 * sc_csv_append_text:
 * @text: a table in the form of RFC 4180
 * @field: (nullable): what the next cell says, a text that somebody wrote
 * @is_last: whether the row ends behind it
 *
 * As sc_csv_append(), with an apostrophe in front of what a spreadsheet would run.
 */
void
sc_csv_append_text (GString    *text,
                    const char *field,
                    gboolean    is_last)
{
  append_guarded (text, field, field != NULL && sc_csv_is_formula (field) ? "'" : "", is_last);
}
