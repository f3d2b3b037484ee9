/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that a connection has for itself alone. */

#include "store/engine/sc-scratch-private.h"

#include "store/sqlite/sc-sqlite-private.h"

static const char *
get_type (const ScColumn *column)
{
  if (column->type == SC_CELL_INTEGER)
    return "INTEGER";

  return column->type == SC_CELL_REAL ? "REAL" : "TEXT";
}

/**
 * sc_scratch_make:
 * @connection: a connection
 * @table: a table with one key, of a name that no table of the database has
 * @error: why it can't be made
 *
 * Returns: whether the table is there, and empty
 */
gboolean
sc_scratch_make (ScConnection  *connection,
                 const ScTable *table,
                 GError       **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TEMP TABLE IF NOT EXISTS \"%s\" (", table->name);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, "%s\"%s\" %s%s", i > 0 ? ", " : "", table->columns[i].name,
                            get_type (&table->columns[i]), i == 0 ? " PRIMARY KEY" : "");
  g_string_append_printf (sql, "); DELETE FROM temp.\"%s\"", table->name);

  return sc_connection_run (connection, sql->str, error);
}
