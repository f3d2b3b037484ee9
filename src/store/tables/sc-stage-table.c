/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the numbers of stages by their UUIDs, and makes stages. */

#include "store/tables/sc-stage-table-private.h"

#include <glib/gi18n-lib.h>

/* The stage's row and process; 0 where there is none, -1 with @error set. */
static gint64
find (ScConnection *connection,
      const char   *stage_id,
      gint64       *process_key,
      GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT id, process_id FROM stage WHERE uuid = :uuid", error);

  if (statement == NULL)
    return -1;

  sc_statement_bind_text (statement, ":uuid", stage_id);
  if (sc_statement_step (statement, error))
    {
      if (process_key != NULL)
        *process_key = sc_statement_get_int (statement, 1);
      return sc_statement_get_int (statement, 0);
    }

  return sc_statement_has_failed (statement) ? -1 : 0;
}

/**
 * sc_stage_table_get_key:
 * @connection: a connection
 * @stage_id: a stage's UUID
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: the stage's row; 0 with @error set
 */
gint64
sc_stage_table_get_key (ScConnection *connection,
                        const char   *stage_id,
                        GError      **error)
{
  gint64 key = find (connection, stage_id, NULL, error);

  if (key == 0)
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("The stage is not there any more."));

  return MAX (key, 0);
}

/**
 * sc_stage_table_need_key:
 * @write: a write
 * @process_key: the stage's process
 * @stage_id: a stage's UUID
 * @error: %SC_STORE_ERROR_INVALID where it is another process's
 *
 * Returns: the stage's row, made where it is new; 0 with @error set
 */
gint64
sc_stage_table_need_key (ScWrite    *write,
                         gint64      process_key,
                         const char *stage_id,
                         GError    **error)
{
  ScConnection *connection = sc_write_get_connection (write);
  gint64 found_process = 0;
  gint64 key = find (connection, stage_id, &found_process, error);
  g_autoptr (ScStatement) statement = NULL;

  if (key < 0)
    return 0;
  if (key > 0 && found_process == process_key)
    return key;
  if (key > 0)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("The stage belongs to another process."));
      return 0;
    }

  statement = sc_connection_prepare (connection,
                                     "INSERT INTO stage (uuid, process_id) VALUES (:uuid, :process) RETURNING id", error);
  if (statement == NULL)
    return 0;

  sc_statement_bind_text (statement, ":uuid", stage_id);
  sc_statement_bind_int (statement, ":process", process_key);

  return sc_statement_insert (statement, error);
}
