/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/sqlite/sc-change-table-private.h"

#define SELECT \
        "SELECT change.id, change.made_at, user.name, change.name, process.uuid" \
        " FROM change" \
        " JOIN user ON user.id = change.user_id" \
        " LEFT JOIN process ON process.id = change.process_id" \
        " WHERE change.window = :window AND change.scope = :scope" \
        "  AND (:process IS NULL OR process.uuid = :process)" \
        "  AND change.undone_by IS NULL"

static ScChangeRow *
find (ScConnection *connection,
      const char   *sql,
      const char   *window,
      ScScope       scope,
      const char   *process_id,
      GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);
  ScChangeRow *row;

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":window", window);
  sc_statement_bind_text (statement, ":scope", scope == SC_SCOPE_DESIGN ? "design" : "deals");
  sc_statement_bind_text (statement, ":process", process_id);
  if (!sc_statement_step (statement, error))
    return NULL;

  row = g_new0 (ScChangeRow, 1);
  row->id = sc_statement_get_int (statement, 0);
  row->made_at = sc_statement_get_int (statement, 1);
  row->user = sc_statement_dup_text (statement, 2);
  row->name = sc_statement_dup_text (statement, 3);
  row->process_id = sc_statement_dup_text (statement, 4);

  return row;
}

/**
 * sc_change_table_find_undo:
 * @connection: a connection
 * @window: whose changes
 * @scope: of designs or of deals
 * @process_id: (nullable): of one process only
 * @error: why it can't be read
 *
 * Whoever undoes what was done in a process does not take back the process
 * itself under their own eyes.
 *
 * Returns: (transfer full) (nullable): the change that undo takes back
 */
ScChangeRow *
sc_change_table_find_undo (ScConnection *connection,
                           const char   *window,
                           ScScope       scope,
                           const char   *process_id,
                           GError      **error)
{
  return find (connection,
               SELECT " AND change.action <> 'undo'"
               "  AND (:process IS NULL OR change.id <> process.created_by)"
               " ORDER BY change.id DESC LIMIT 1",
               window, scope, process_id, error);
}

/**
 * sc_change_table_find_redo:
 * @connection: a connection
 * @window: whose changes
 * @scope: of designs or of deals
 * @process_id: (nullable): of one process only
 * @error: why it can't be read
 *
 * A change that was made after an undo ends what can be made again.
 *
 * Returns: (transfer full) (nullable): the undo that redo takes back
 */
ScChangeRow *
sc_change_table_find_redo (ScConnection *connection,
                           const char   *window,
                           ScScope       scope,
                           const char   *process_id,
                           GError      **error)
{
  return find (connection,
               SELECT " AND change.action = 'undo'"
               "  AND NOT EXISTS (SELECT 1 FROM change AS later"
               "   WHERE later.window = change.window AND later.scope = change.scope"
               "    AND later.id > change.id AND later.action = 'do'"
               "    AND (:process IS NULL OR later.process_id = change.process_id))"
               " ORDER BY change.id DESC LIMIT 1",
               window, scope, process_id, error);
}
