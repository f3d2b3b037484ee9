/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headers of columns of amounts that say their currency: “Amount (USD)”, “Value, EUR”,
 * “Сумма, руб.”, “Бюджет ₽”. */

#include "exchange/sc-header-currency.h"

#include <string.h>

#include "exchange/sc-import-amount.h"

/* What stands between the header and the currency. */
static const char *const links[] = { " in", " в" };

/* Where the last part of a header begins: in brackets, behind a comma, or the last word. */
static char *
find_last_part (char *header)
{
  gsize length = strlen (header);
  char *start = NULL;

  if (length > 0 && (header[length - 1] == ')' || header[length - 1] == ']'))
    {
      start = strrchr (header, header[length - 1] == ')' ? '(' : '[');
      header[length - 1] = '\0';
    }
  else
    {
      start = strrchr (header, ',');
      if (start == NULL)
        start = strrchr (header, ' ');
    }

  return start;
}

/**
 * sc_header_cut_currency:
 * @header: a column's header
 * @of_table: (nullable): the code of the currency that the table is in; an empty one is none
 * @currency: (out): the code of the one that the header says
 *
 * Returns: (transfer full) (nullable): the header without it, %NULL where it says none
 */
char *
sc_header_cut_currency (const char *header,
                        const char *of_table,
                        char        currency[4])
{
  g_autofree char *rest = g_strstrip (g_strdup (header));
  char *part = find_last_part (rest);

  if (part == NULL || !sc_import_read_currency (part + 1, of_table, currency))
    return NULL;

  *part = '\0';
  g_strchomp (rest);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_has_suffix (rest, links[i]))
      rest[strlen (rest) - strlen (links[i])] = '\0';

  return g_steal_pointer (&rest);
}
