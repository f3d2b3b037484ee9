/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a value out of a row that SQLite has stepped to. */

#include "store/sqlite/sc-sqlite-cell-private.h"

/**
 * sc_cell_type_from_statement:
 * @statement: a statement with a row
 * @column: a column, from 0
 *
 * Returns: the type of what stands there
 */
ScCellType
sc_cell_type_from_statement (sqlite3_stmt *statement,
                             int           column)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_NULL:
      return SC_CELL_NULL;
    case SQLITE_INTEGER:
      return SC_CELL_INTEGER;
    case SQLITE_FLOAT:
      return SC_CELL_REAL;
    case SQLITE_TEXT:
      return SC_CELL_TEXT;
    default:
      return SC_CELL_OTHER;
    }
}
/**
 * sc_cell_from_statement:
 * @statement: a statement with a row
 * @column: a column, from 0
 *
 * Returns: what stands there, valid until the next step
 */
ScCell
sc_cell_from_statement (sqlite3_stmt *statement,
                        int           column)
{
  ScCell cell = { .type = sc_cell_type_from_statement (statement, column) };

  if (cell.type == SC_CELL_INTEGER)
    cell.number = sqlite3_column_int64 (statement, column);
  else if (cell.type == SC_CELL_REAL)
    cell.real = sqlite3_column_double (statement, column);
  else if (cell.type == SC_CELL_TEXT)
    {
      cell.text = (const char *) sqlite3_column_text (statement, column);
      cell.length = (gsize) sqlite3_column_bytes (statement, column);
    }

  return cell;
}
