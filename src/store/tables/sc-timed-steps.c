/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a day that have a time, for reminders. */

#include "store/sc-rows.h"
#include "store/tables/sc-activity-table-private.h"
#include "store/tables/sc-deal-filter-private.h"

static ScTimedStep *
read_row (ScStatement *statement)
{
  ScTimedStep *row = g_new0 (ScTimedStep, 1);

  row->activity.id = sc_statement_get_int (statement, 0);
  row->activity.deal_id = sc_statement_get_int (statement, 1);
  row->activity.title = sc_statement_dup_text (statement, 2);
  row->activity.due = sc_date_parse (sc_statement_get_text (statement, 3));
  row->activity.due_time = sc_day_time_parse (sc_statement_get_text (statement, 4));
  row->activity.revision = sc_statement_get_int (statement, 5);
  row->process_id = sc_statement_dup_text (statement, 6);
  row->deal_title = sc_statement_dup_text (statement, 7);
  row->company = sc_statement_dup_text (statement, 8);

  return row;
}

/**
 * sc_activity_table_list_timed:
 * @connection: a connection
 * @day: a day
 * @owner_id: whose deals
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScTimedStep): what is planned for that day at a
 *   time, of deals that are at work, in order
 */
GPtrArray *
sc_activity_table_list_timed (ScConnection *connection,
                              ScDate        day,
                              gint64        owner_id,
                              GError      **error)
{
  g_autofree char *text = sc_date_to_string (day);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_timed_step_free);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT a.id, d.id, a.title, a.due, a.due_time, a.revision, pr.uuid, d.title, c.name"
                           " FROM activity AS a JOIN deal AS d ON d.id = a.deal_id"
                           " JOIN process AS pr ON pr.id = d.process_id"
                           " LEFT JOIN company AS c ON c.id = d.company_id"
                           " WHERE a.due = :today AND a.due_time IS NOT NULL AND a.done_at IS NULL AND a.deleted_by IS NULL"
                           "  AND d.status IN ('open', 'won') AND " SC_DEAL_AT_WORK " AND d.owner_id = :owner_id"
                           "  AND d.deleted_by IS NULL AND pr.is_archived = 0 AND pr.deleted_by IS NULL"
                           " ORDER BY a.due_time, a.id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":today", text);
  sc_statement_bind_int (statement, ":owner_id", owner_id);
  while (sc_statement_next (statement, error))
    g_ptr_array_add (steps, read_row (statement));

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&steps);
}
