/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes dates and amounts as rows have them, without a byte of memory: an import does
 * so millions of times. */

#include "store/tables/sc-import-text-private.h"

#include <string.h>

/**
 * sc_import_text_date:
 * @date: a date
 * @buffer: where to write it
 *
 * As sc_date_to_string().
 *
 * Returns: (nullable): @buffer, %NULL for no date
 */
const char *
sc_import_text_date (ScDate date,
                     char   buffer[SC_DATE_BUFFER])
{
  GDate day;
  guint parts[3];
  char *at = buffer + SC_DATE_BUFFER - 1;

  if (date == SC_DATE_NONE)
    return NULL;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  parts[0] = g_date_get_year (&day);
  parts[1] = g_date_get_month (&day);
  parts[2] = g_date_get_day (&day);
  *at = '\0';
  for (int i = 2; i >= 0; i--)
    {
      for (guint n_digits = i == 0 ? 4 : 2; n_digits > 0; n_digits--, parts[i] /= 10)
        *--at = (char) ('0' + parts[i] % 10);
      if (i > 0)
        *--at = '-';
    }

  return buffer;
}

/**
 * sc_import_text_money:
 * @money: an amount
 * @buffer: where to write it
 *
 * Returns: (nullable): the amount in minor units and its currency, within
 *   @buffer; %NULL for no amount
 */
const char *
sc_import_text_money (ScMoney money,
                      char    buffer[SC_IMPORT_MONEY_BUFFER])
{
  char *at = buffer + SC_IMPORT_MONEY_BUFFER - sizeof money.currency - 1;
  gint64 minor = money.minor;

  if (!sc_money_is_set (money))
    return NULL;

  *at = ' ';
  memcpy (at + 1, money.currency, sizeof money.currency);
  do
    *--at = (char) ('0' + minor % 10);
  while ((minor /= 10) > 0);

  return at;
}
