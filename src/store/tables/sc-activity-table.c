/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about activities: what is to be done for a deal, and was done. */

#include "store/tables/sc-activity-table-private.h"

#include "store/sc-rows.h"
#include "store/tables/sc-deal-rows-private.h"

static gpointer
read_row (ScStatement *statement)
{
  ScActivity *row = g_new0 (ScActivity, 1);

  row->id = sc_statement_get_int (statement, 0);
  row->deal_id = sc_statement_get_int (statement, 1);
  row->title = sc_statement_dup_text (statement, 2);
  row->due = sc_date_parse (sc_statement_get_text (statement, 3));
  row->done_at = sc_statement_get_int (statement, 4);
  row->revision = sc_statement_get_int (statement, 5);
  row->due_time = sc_day_time_parse (sc_statement_get_text (statement, 6));
  row->result = sc_statement_dup_text (statement, 7);

  return row;
}

/**
 * sc_activity_table_list:
 * @connection: a connection
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScActivity): its activities: the planned ones
 *   as they are due, the first being its next step, then those done, the
 *   latest first
 */
GPtrArray *
sc_activity_table_list (ScConnection *connection,
                        gint64        deal_id,
                        GError      **error)
{
  return sc_deal_rows_list (connection,
                            "SELECT id, deal_id, title, due, done_at, revision, due_time, result"
                            " FROM activity"
                            " WHERE deal_id = :deal_id AND deleted_by IS NULL"
                            " ORDER BY done_at IS NOT NULL, done_at DESC, due IS NULL, due, due_time IS NULL, due_time, id",
                            deal_id, read_row, (GDestroyNotify) sc_activity_free, error);
}
