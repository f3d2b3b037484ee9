/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what was known of deals when. */

#include "store/tables/sc-past-table-private.h"

#include "store/sc-close-move.h"

#define OF_PROCESS \
        " WHERE d.process_id = (SELECT id FROM process WHERE uuid = :process) AND d.deleted_by IS NULL"

static ScStatement *
prepare (ScConnection *connection,
         const char   *sql,
         const char   *process_id,
         ScInstant     end,
         GError      **error)
{
  ScStatement *statement = sc_connection_prepare (connection, sql, error);

  if (statement != NULL)
    {
      sc_statement_bind_text (statement, ":process", process_id);
      if (sc_statement_has (statement, ":end"))
        sc_statement_bind_int (statement, ":end", end);
    }

  return statement;
}

/**
 * sc_past_table_list_recorded_later:
 * @connection: a connection
 * @process_id: a process
 * @end: an instant
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): the deals that were written down later,
 *   by number
 */
GArray *
sc_past_table_list_recorded_later (ScConnection *connection,
                                   const char   *process_id,
                                   ScInstant     end,
                                   GError      **error)
{
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ScStatement) statement =
    prepare (connection,
             "SELECT d.id FROM deal AS d JOIN change AS ch ON ch.id = d.created_by" OF_PROCESS
             "  AND ch.made_at > :end"
             " ORDER BY d.id",
             process_id, end, error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      gint64 deal_id = sc_statement_get_int (statement, 0);

      g_array_append_val (deals, deal_id);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&deals);
}

/**
 * sc_past_table_list_close_moves:
 * @connection: a connection
 * @process_id: a process
 * @end: an instant
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScCloseMove): how the days on which deals should
 *   be won were changed by then, deal by deal, in the order in which it happened
 */
GArray *
sc_past_table_list_close_moves (ScConnection *connection,
                                const char   *process_id,
                                ScInstant     end,
                                GError      **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (ScCloseMove));
  g_autoptr (ScStatement) statement =
    prepare (connection,
             "SELECT e.deal_id, e.happened_at, e.old, e.new"
             " FROM deal AS d JOIN deal_event AS e ON e.deal_id = d.id" OF_PROCESS
             "  AND e.field = 'expected_close' AND e.voided_by IS NULL AND e.happened_at <= :end"
             " ORDER BY e.deal_id, e.happened_at, e.id",
             process_id, end, error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      const ScCloseMove move = {
        .deal_id = sc_statement_get_int (statement, 0),
        .at = sc_statement_get_int (statement, 1),
        .from = sc_date_parse (sc_statement_get_text (statement, 2)),
        .to = sc_date_parse (sc_statement_get_text (statement, 3)),
      };

      g_array_append_val (moves, move);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&moves);
}

/**
 * sc_past_table_list_close_days:
 * @connection: a connection
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScCloseMove): the days on which deals should be
 *   won, of those that have one
 */
GArray *
sc_past_table_list_close_days (ScConnection *connection,
                               const char   *process_id,
                               GError      **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ScCloseMove));
  g_autoptr (ScStatement) statement =
    prepare (connection,
             "SELECT d.id, d.expected_close FROM deal AS d" OF_PROCESS
             "  AND d.expected_close IS NOT NULL",
             process_id, 0, error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      const ScCloseMove day = {
        .deal_id = sc_statement_get_int (statement, 0),
        .to = sc_date_parse (sc_statement_get_text (statement, 1)),
      };

      g_array_append_val (days, day);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&days);
}
