/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a line without quotation marks, as most are, in a third of the time that it
 * takes to go through it byte by byte. */

#include "exchange/sc-csv-line.h"

#include <string.h>

#include "exchange/sc-limits.h"

static gsize
find (const char *text,
      gsize       length,
      char        c)
{
  const char *found = memchr (text, c, length);

  return found != NULL ? (gsize) (found - text) : length;
}

static gboolean
has (const char *text,
     gsize       length,
     char        c)
{
  return find (text, length, c) < length;
}

/**
 * sc_csv_cut_line:
 * @text: text of a table, from the beginning of a line
 * @length: how many bytes of it there are
 * @delimiter: what stands between fields
 * @row: an empty string, for the fields, each but the last with a zero behind it
 * @starts: (element-type gsize): an empty array, for where in @row they start
 *
 * Leaves both as they are where the line is not all there, or has to be looked at more
 * closely.
 *
 * Returns: how many bytes were cut, the line's end among them; 0 for none
 */
gsize
sc_csv_cut_line (const char *text,
                 gsize       length,
                 char        delimiter,
                 GString    *row,
                 GArray     *starts)
{
  gsize n_bytes = find (text, length, '\n');
  gsize n_kept = n_bytes > 0 && text[n_bytes - 1] == '\r' ? n_bytes - 1 : n_bytes;

  if (n_bytes == length || n_kept > SC_MAX_FIELD_BYTES || has (text, n_kept, '"') || has (text, n_kept, '\r'))
    return 0;

  g_string_append_len (row, text, (gssize) n_kept);
  for (gsize start = 0; start <= n_kept; start += find (row->str + start, n_kept - start, delimiter) + 1)
    {
      if (starts->len == SC_CSV_MAX_COLUMNS)
        {
          g_string_truncate (row, 0);
          g_array_set_size (starts, 0);
          return 0;
        }
      if (start > 0)
        row->str[start - 1] = '\0';
      g_array_append_val (starts, start);
    }

  return n_bytes + 1;
}
