/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what stands between the fields of a table. */

#include "exchange/sc-csv-delimiter.h"

#include <string.h>

static const char delimiters[] = ",;\t|";

/* “sep=;” in front of the table, as spreadsheets write and take it: how long the
 * line is, 0 where there is none. */
static gsize
find_separator_line (const char *text,
                     char       *delimiter)
{
  gsize end;

  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0' || strchr (delimiters, text[4]) == NULL)
    return 0;

  end = 5 + strspn (text + 5, "\r");
  if (text[end] != '\n')
    return 0;

  *delimiter = text[4];

  return end + 1;
}

/* The one that the first row has most of. */
static char
count_delimiters (const char *text)
{
  guint counts[G_N_ELEMENTS (delimiters)] = { 0 };
  gboolean is_quoted = FALSE;
  guint best = 0;

  for (const char *p = text; *p != '\0' && (is_quoted || (*p != '\n' && *p != '\r')); p++)
    {
      const char *found = strchr (delimiters, *p);

      if (*p == '"')
        is_quoted = !is_quoted;
      else if (found != NULL && !is_quoted)
        counts[found - delimiters]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  return delimiters[best];
}

/**
 * sc_csv_delimiter_find:
 * @text: the beginning of a table
 * @delimiter: (out): a comma, a semicolon, a tab or a bar
 *
 * Returns: how long a line is that only says it, in front of the first row; 0 where
 *   there is none
 */
gsize
sc_csv_delimiter_find (const char *text,
                       char       *delimiter)
{
  gsize length = find_separator_line (text, delimiter);

  if (length == 0)
    *delimiter = count_delimiters (text);

  return length;
}
