/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads on which days something was done at deals, as far as that was written down: a step
 * was finished, an answer given, a criterion or an action ticked. What came with the deal
 * itself, from a table or from who entered it, is no work on it unless it tells of an earlier
 * day, nor is what was worked out. */

#include "store/tables/sc-work-day-table-private.h"

#include "model/sc-local-days.h"
#include "store/sc-work-day.h"

#define OF_PROCESS " WHERE d.process_id = (SELECT id FROM process WHERE uuid = :process) AND d.deleted_by IS NULL"

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const ScWorkDay *one = a;
  const ScWorkDay *other = b;

  if (one->deal_id != other->deal_id)
    return one->deal_id < other->deal_id ? -1 : 1;

  return one->day < other->day ? -1 : one->day > other->day;
}

/* Each day of a deal once. */
static void
drop_doubles (GArray *days)
{
  guint n = 0;

  for (guint i = 0; i < days->len; i++)
    if (n == 0 || compare_days (&g_array_index (days, ScWorkDay, i), &g_array_index (days, ScWorkDay, n - 1)) != 0)
      g_array_index (days, ScWorkDay, n++) = g_array_index (days, ScWorkDay, i);
  g_array_set_size (days, n);
}

static gboolean
read_days (GArray       *days,
           ScConnection *connection,
           const char   *sql,
           const char   *process_id,
           ScInstant     end,
           GError      **error)
{
  g_autoptr (ScLocalDays) local = sc_local_days_new ();
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":process", process_id);
  sc_statement_bind_int (statement, ":end", end);
  while (sc_statement_next (statement, error))
    {
      const ScWorkDay day = {
        .deal_id = sc_statement_get_int (statement, 0),
        .day = sc_local_days_get (local, sc_statement_get_int (statement, 1)),
      };

      g_array_append_val (days, day);
    }

  return !sc_statement_has_failed (statement);
}

/**
 * sc_work_day_table_list:
 * @connection: a connection
 * @process_id: a process
 * @end: an instant
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScWorkDay): the days on which something was done at
 *   the process's deals by then, deal by deal, each day once
 */
GArray *
sc_work_day_table_list (ScConnection *connection,
                        const char   *process_id,
                        ScInstant     end,
                        GError      **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ScWorkDay));

  if (!read_days (days, connection,
                  "SELECT e.deal_id, e.happened_at FROM deal AS d JOIN deal_event AS e ON e.deal_id = d.id" OF_PROCESS
                  "  AND e.field IN ('done', 'answer', 'criterion') AND e.new IS NOT NULL AND e.voided_by IS NULL"
                  "  AND e.is_inferred = 0 AND e.happened_at <= :end"
                  "  AND (e.change_id <> d.created_by OR e.happened_at < (SELECT made_at FROM change WHERE id = d.created_by))",
                  process_id, end, error)
      || !read_days (days, connection,
                     "SELECT t.deal_id, t.ticked_at FROM deal AS d JOIN action_tick AS t ON t.deal_id = d.id" OF_PROCESS
                     "  AND t.deleted_by IS NULL AND t.ticked_at <= :end",
                     process_id, end, error))
    return NULL;

  g_array_sort (days, compare_days);
  drop_doubles (days);

  return g_steal_pointer (&days);
}
