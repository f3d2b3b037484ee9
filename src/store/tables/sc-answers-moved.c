/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves what deals have told for an exit criterion to the one that it went into. */

#include "store/sc-answer-write.h"

#include "store/tables/sc-write-rows-private.h"

static ScStatement *
prepare_list (ScConnection *connection,
              const char   *table,
              GError      **error)
{
  /* One that was told for the other criterion as well stays there. */
  g_autofree char *sql = g_strdup_printf ("SELECT told.id FROM %1$s AS told"
                                          " WHERE told.criterion = :was AND told.deleted_by IS NULL"
                                          "  AND NOT EXISTS (SELECT 1 FROM %1$s AS other"
                                          "   WHERE other.deal_id = told.deal_id AND other.criterion = :now"
                                          "    AND other.deleted_by IS NULL)",
                                          table);

  return sc_connection_prepare (connection, sql, error);
}

static GArray *
list_rows (ScWrite    *self,
           const char *table,
           const char *was_id,
           const char *now_id,
           GError    **error)
{
  g_autoptr (ScStatement) statement = prepare_list (sc_write_get_connection (self), table, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":was", was_id);
  sc_statement_bind_text (statement, ":now", now_id);

  return sc_statement_collect_keys (statement, error);
}

/**
 * sc_write_list_answered:
 * @self: a write
 * @criterion_id: an exit criterion
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): the deals that have answered it
 */
GArray *
sc_write_list_answered (ScWrite    *self,
                        const char *criterion_id,
                        GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self),
                           "SELECT a.deal_id FROM answer AS a JOIN deal AS d ON d.id = a.deal_id"
                           " WHERE a.criterion = :criterion AND a.deleted_by IS NULL AND d.deleted_by IS NULL"
                           " ORDER BY a.deal_id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":criterion", criterion_id);

  return sc_statement_collect_keys (statement, error);
}

static gboolean
move_rows (ScWrite    *self,
           const char *table,
           const char *was_id,
           const char *now_id,
           GError    **error)
{
  g_autoptr (GArray) rows = list_rows (self, table, was_id, now_id, error);
  g_autoptr (ScValues) values = sc_values_new ();

  if (rows == NULL)
    return FALSE;

  sc_values_set_text (values, "criterion", now_id);
  for (guint i = 0; i < rows->len; i++)
    if (!sc_write_update (self, table, g_array_index (rows, gint64, i), 0, values, error))
      return FALSE;

  return TRUE;
}

/**
 * sc_write_move_answers:
 * @self: a write
 * @was_id: an exit criterion that is gone
 * @now_id: the one that it went into
 * @error: why it can't be written
 *
 * Whatever deals have ticked or answered for the one is told for the other, but where
 * that was told already.
 *
 * Returns: whether it is so now
 */
gboolean
sc_write_move_answers (ScWrite    *self,
                       const char *was_id,
                       const char *now_id,
                       GError    **error)
{
  return move_rows (self, "tick", was_id, now_id, error) && move_rows (self, "answer", was_id, now_id, error);
}
