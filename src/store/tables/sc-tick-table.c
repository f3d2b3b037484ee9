/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about exit criteria that are ticked. */

#include "store/tables/sc-tick-table-private.h"

#include "store/sc-rows.h"
#include "store/tables/sc-deal-rows-private.h"

static gpointer
read_row (ScStatement *statement)
{
  ScTick *row = g_new0 (ScTick, 1);

  row->criterion_id = sc_statement_dup_text (statement, 0);
  row->ticked_at = sc_statement_get_int (statement, 1);
  row->user = sc_statement_dup_text (statement, 2);
  row->note = sc_statement_dup_text (statement, 3);
  row->revision = sc_statement_get_int (statement, 4);

  return row;
}

/**
 * sc_tick_table_list:
 * @connection: a connection
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScTick): its ticked exit criteria
 */
GPtrArray *
sc_tick_table_list (ScConnection *connection,
                    gint64        deal_id,
                    GError      **error)
{
  return sc_deal_rows_list (connection,
                            "SELECT t.criterion, t.ticked_at, u.name, t.note, t.revision"
                            " FROM tick AS t"
                            " JOIN \"user\" AS u ON u.id = t.user_id"
                            " WHERE t.deal_id = :deal_id AND t.deleted_by IS NULL"
                            " ORDER BY t.id",
                            deal_id, read_row, (GDestroyNotify) sc_tick_free, error);
}
