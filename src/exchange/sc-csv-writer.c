/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/sc-csv-writer.h"

#include <string.h>

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
  if (field != NULL && (strpbrk (field, "\",;\t|\r\n") != NULL || g_ascii_isspace (field[0])))
    {
      g_string_append_c (text, '"');
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
      g_string_append (text, field);
    }
  g_string_append (text, is_last ? "\r\n" : ",");
}
