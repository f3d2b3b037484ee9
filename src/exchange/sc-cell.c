/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the cells of a table besides what they say. A spreadsheet runs a
 * cell that begins with certain signs as a formula, whoever wrote it there; an
 * apostrophe in front keeps it from that. */

#include "exchange/sc-cell.h"

#include <string.h>

#include "model/sc-name.h"

/**
 * sc_cell_is_formula:
 * @text: what a cell is to say
 *
 * Returns: whether an apostrophe has to stand in front of it: a spreadsheet would
 *   run it, or it begins with such an apostrophe already, which would be taken off
 */
gboolean
sc_cell_is_formula (const char *text)
{
  text += strspn (text, "'");

  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

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
  if (!is_raw && text[0] == '\'' && sc_cell_is_formula (text))
    memmove (text, text + 1, strlen (text));

  return sc_text_strip (text);
}
