/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about tactics that reps have taken to work with. */

#include "store/tables/sc-tactic-use-table-private.h"

#include "store/sc-deal-write.h"
#include "store/sc-rows.h"
#include "store/tables/sc-deal-rows-private.h"

static gpointer
read_row (ScStatement *statement)
{
  ScTacticUse *row = g_new0 (ScTacticUse, 1);

  row->tactic_id = sc_statement_dup_text (statement, 0);
  row->used_at = sc_statement_get_int (statement, 1);
  row->user = sc_statement_dup_text (statement, 2);

  return row;
}

/**
 * sc_tactic_use_table_list:
 * @connection: a connection
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScTacticUse): what was used for the deal, in
 *   order
 */
GPtrArray *
sc_tactic_use_table_list (ScConnection *connection,
                          gint64        deal_id,
                          GError      **error)
{
  return sc_deal_rows_list (connection,
                            "SELECT t.tactic, t.used_at, u.name"
                            " FROM tactic_use AS t"
                            " JOIN \"user\" AS u ON u.id = t.user_id"
                            " WHERE t.deal_id = :deal_id AND t.deleted_by IS NULL"
                            " ORDER BY t.id",
                            deal_id, read_row, (GDestroyNotify) sc_tactic_use_free, error);
}

/**
 * sc_write_use_tactic:
 * @self: a write
 * @deal_id: a deal
 * @tactic_id: a tactic
 * @error: why it can't be written
 *
 * Counts that the user has taken the tactic for the deal.
 *
 * Returns: whether it is counted
 */
gboolean
sc_write_use_tactic (ScWrite    *self,
                     gint64      deal_id,
                     const char *tactic_id,
                     GError    **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_int (values, "deal_id", deal_id);
  sc_values_set_text (values, "tactic", tactic_id);
  sc_values_set_int (values, "used_at", sc_clock_now ());
  sc_values_set_int (values, "user_id", sc_write_get_user (self));

  return sc_write_insert (self, "tactic_use", values, error) != 0;
}

static GArray *
list_uses (ScWrite    *self,
           const char *tactic_id,
           GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self),
                           "SELECT id FROM tactic_use WHERE tactic = :tactic AND deleted_by IS NULL ORDER BY id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":tactic", tactic_id);

  return sc_statement_collect_keys (statement, error);
}

/**
 * sc_write_move_tactic_uses:
 * @self: a write
 * @was_id: a tactic that is gone
 * @now_id: the one that says the same
 * @error: why it can't be written
 *
 * Returns: whether what was used as the one counts for the other now
 */
gboolean
sc_write_move_tactic_uses (ScWrite    *self,
                           const char *was_id,
                           const char *now_id,
                           GError    **error)
{
  g_autoptr (GArray) ids = list_uses (self, was_id, error);
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_text (values, "tactic", now_id);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!sc_write_update (self, "tactic_use", g_array_index (ids, gint64, i), 0, values, error))
      return FALSE;

  return ids != NULL;
}
