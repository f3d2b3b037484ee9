/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as people type them into a field. */

#include "model/sc-date-entry.h"

#include <langinfo.h>
#include <string.h>

#include "model/sc-date-words.h"

/* The order of day, month and year in the user's locale, such as “dmy”. */
static void
get_order (char order[3])
{
  guint n = 0;

  for (const char *p = strchr (nl_langinfo (D_FMT), '%'); p != NULL && p[1] != '\0' && n < 3; p = strchr (p + 2, '%'))
    {
      const char *c = p[1] == '-' || p[1] == 'E' || p[1] == 'O' ? p + 2 : p + 1;

      if (*c == 'd' || *c == 'e')
        order[n++] = 'd';
      else if (*c == 'm' || *c == 'b' || *c == 'B')
        order[n++] = 'm';
      else if (*c == 'y' || *c == 'Y')
        order[n++] = 'y';
      else if (*c == 'D')
        {
          memcpy (order, "mdy", 3);
          n = 3;
        }
    }

  if (n < 3)
    memcpy (order, "ymd", 3);
}

/* Up to three numbers of @text; how many there are, 0 where there is
 * anything else between them than what dates are written with. */
static guint
read_numbers (const char *text,
              guint       numbers[3],
              gsize       lengths[3])
{
  guint n = 0;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = strspn (p, "0123456789");

      if (length > 4 || (length > 0 && n == 3))
        return 0;

      if (length > 0)
        {
          lengths[n] = length;
          numbers[n++] = (guint) g_ascii_strtoull (p, NULL, 10);
          p += length;
        }
      else if (strchr ("./- ", *p) != NULL)
        p++;
      else
        return 0;
    }

  return n;
}

static guint
complete_year (guint year)
{
  return year < 100 ? 2000 + year : year;
}

/**
 * sc_date_entry_parse:
 * @text: what a person typed: a date in the order of the user's locale or of
 *   ISO 8601, with dots day and month first in any locale, without the year for the present
 *   one; “+3” for in three days; or one in words, as sc_date_words_parse() takes it
 * @date: (out): the date, %SC_DATE_NONE where @text is empty
 *
 * Returns: whether @text can be read
 */
gboolean
sc_date_entry_parse (const char *text,
                     ScDate     *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint numbers[3] = { 0 };
  gsize lengths[3] = { 0 };
  guint values['y' + 1] = { 0 };
  GDate today = sc_date_to_gdate (sc_clock_today ());
  char order[3];
  guint n;

  *date = SC_DATE_NONE;
  if (stripped[0] == '\0')
    return TRUE;

  if (stripped[0] == '+')
    {
      n = read_numbers (stripped + 1, numbers, lengths);
      *date = n == 1 ? sc_clock_today () + numbers[0] : SC_DATE_NONE;

      return *date != SC_DATE_NONE;
    }

  if (sc_date_words_parse_dotted (stripped, sc_clock_today (), date))
    return TRUE;

  n = read_numbers (stripped, numbers, lengths);
  if (n < 2)
    return sc_date_words_parse (stripped, sc_clock_today (), date);

  if (lengths[0] == 4)
    memcpy (order, "ymd", 3);
  else
    get_order (order);

  values['y'] = g_date_get_year (&today);
  for (guint i = 0, next = 0; i < 3 && next < n; i++)
    if (n == 3 || order[i] != 'y')
      values[(guchar) order[i]] = numbers[next++];

  *date = sc_date_new (complete_year (values['y']), values['m'], values['d']);

  return *date != SC_DATE_NONE;
}

/**
 * sc_date_entry_new:
 * @date: a date
 *
 * Returns: (transfer full): the date for a field: as the user's locale writes
 *   it, or by ISO 8601 where that can't be typed and read, as with the names
 *   of months; empty for no date
 */
char *
sc_date_entry_new (ScDate date)
{
  g_autofree char *text = sc_date_to_text (date);
  ScDate read;

  return sc_date_entry_parse (text, &read) && read == date ? g_steal_pointer (&text) : sc_date_to_string (date);
}
