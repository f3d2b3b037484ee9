/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the cells of a table besides what they say. */

#include "exchange/sc-cell.h"

#include <string.h>

#include "files/sc-csv-writer.h"
#include "model/sc-name.h"

/**
 * sc_cell_read:
 * @text: a cell's text
 * @is_raw: whether an apostrophe in front of a formula stays
 *
 * Changes @text to what the cell says: without the spaces around it.
 *
 * Returns: (transfer none): @text
 */
char *
sc_cell_read (char    *text,
              gboolean is_raw)
{
  if (!is_raw && text[0] == '\'' && sc_csv_is_formula (text))
    memmove (text, text + 1, strlen (text));

  return sc_text_strip (text);
}
