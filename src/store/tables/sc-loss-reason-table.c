/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about a process's reasons for losing a deal. */

#include "store/tables/sc-process-table-private.h"

/**
 * sc_loss_reason_table_list:
 * @connection: a connection
 * @process_key: a process's row
 * @error: why it can't be read
 *
 * Returns: (transfer full): why deals are lost, in order
 */
GStrv
sc_loss_reason_table_list (ScConnection *connection,
                           gint64        process_key,
                           GError      **error)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT text FROM loss_reason"
                           " WHERE process_id = :process AND deleted_by IS NULL"
                           " ORDER BY position, id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":process", process_key);
  while (sc_statement_next (statement, error))
    g_strv_builder_add (list, sc_statement_get_text (statement, 0));

  return sc_statement_has_failed (statement) ? NULL : g_strv_builder_end (list);
}

static GArray *
list_rows (ScConnection *connection,
           gint64        process_key,
           GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT id FROM loss_reason"
                           " WHERE process_id = :process AND deleted_by IS NULL"
                           " ORDER BY position, id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":process", process_key);

  return sc_statement_collect_keys (statement, error);
}

static gboolean
put_reason (ScWrite    *write,
            gint64      process_key,
            gint64      row,
            guint       position,
            const char *text,
            GError    **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_int (values, "position", position);
  sc_values_set_text (values, "text", text);
  if (row != 0)
    return sc_write_update (write, "loss_reason", row, 0, values, error);

  sc_values_set_int (values, "process_id", process_key);

  return sc_write_insert (write, "loss_reason", values, error) != 0;
}

/**
 * sc_loss_reason_table_set:
 * @write: a write
 * @process_key: a process's row
 * @reasons: why deals are lost, in order
 * @error: why it can't be written
 *
 * Returns: whether they are so now
 */
gboolean
sc_loss_reason_table_set (ScWrite           *write,
                          gint64             process_key,
                          const char *const *reasons,
                          GError           **error)
{
  g_autoptr (GArray) rows = list_rows (sc_write_get_connection (write), process_key, error);
  guint n_reasons = reasons != NULL ? g_strv_length ((GStrv) reasons) : 0;

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < n_reasons; i++)
    if (!put_reason (write, process_key, i < rows->len ? g_array_index (rows, gint64, i) : 0, i, reasons[i], error))
      return FALSE;
  for (guint i = n_reasons; i < rows->len; i++)
    if (!sc_write_delete (write, "loss_reason", g_array_index (rows, gint64, i), 0, error))
      return FALSE;

  return TRUE;
}
