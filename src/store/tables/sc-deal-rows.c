/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists rows that belong to a deal: its payments, its activities, what is ticked. */

#include "store/tables/sc-deal-rows-private.h"

/**
 * sc_deal_rows_list:
 * @connection: a connection
 * @sql: what lists them, of `:deal_id`
 * @deal_id: a deal
 * @read: (scope call): makes something of a row
 * @free_row: frees that
 * @error: why it failed
 *
 * Returns: (transfer full): what @read made of the deal's rows, in their order
 */
GPtrArray *
sc_deal_rows_list (ScConnection  *connection,
                   const char    *sql,
                   gint64         deal_id,
                   gpointer (    *read )(ScStatement *statement),
                   GDestroyNotify free_row,
                   GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal_id", deal_id);

  return sc_statement_collect (statement, read, free_row, error);
}
