/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a table say, without what stands there besides, and what its columns are
 * called. */

#include "exchange/sc-cell.h"

#include <glib/gi18n-lib.h>
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

/**
 * sc_cell_name_column:
 * @header: a cell of a table's first row
 * @number: the column's number, from 1
 *
 * Returns: (transfer full): what people call the column, by its number where it has no name
 */
char *
sc_cell_name_column (char *header,
                     guint number)
{
  sc_text_strip (header);

  return header[0] != '\0' ? g_strdup (header) : g_strdup_printf (_("Column %u"), number);
}
