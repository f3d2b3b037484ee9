/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what was known of deals when. */

#include "store/tables/sc-past-table-private.h"

#include <string.h>

#include "model/sc-deal.h"
#include "store/sc-close-move.h"
#include "store/sc-receipt.h"
#include "store/sc-turn.h"
#include "store/sc-value-move.h"

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
 * Returns: (transfer full) (element-type ScRecorded): the deals that were written down
 *   later, by number
 */
GArray *
sc_past_table_list_recorded_later (ScConnection *connection,
                                   const char   *process_id,
                                   ScInstant     end,
                                   GError      **error)
{
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (ScRecorded));
  g_autoptr (ScStatement) statement =
    prepare (connection,
             "SELECT d.id, ch.made_at FROM deal AS d JOIN change AS ch ON ch.id = d.created_by" OF_PROCESS
             "  AND ch.made_at > :end"
             " ORDER BY d.id",
             process_id, end, error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      const ScRecorded recorded = {
        .deal_id = sc_statement_get_int (statement, 0),
        .at = sc_statement_get_int (statement, 1),
      };

      g_array_append_val (deals, recorded);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&deals);
}

/* A value of events is an amount of minor units and a currency, “12300 EUR”. */
static ScMoney
read_value (ScStatement *statement,
            int          column)
{
  const ScMoney none = { 0 };
  const char *value = sc_statement_get_text (statement, column);
  const char *currency = value != NULL ? strchr (value, ' ') : NULL;

  return currency != NULL ? sc_money_new (g_ascii_strtoll (value, NULL, 10), currency + 1) : none;
}

/**
 * sc_past_table_list_value_moves:
 * @connection: a connection
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScValueMove): how what deals are worth was changed,
 *   deal by deal, in the order in which it happened
 */
GArray *
sc_past_table_list_value_moves (ScConnection *connection,
                                const char   *process_id,
                                GError      **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (ScValueMove));
  g_autoptr (ScStatement) statement =
    prepare (connection,
             "SELECT e.deal_id, e.happened_at, e.old, e.new"
             " FROM deal AS d JOIN deal_event AS e ON e.deal_id = d.id" OF_PROCESS
             "  AND e.field = 'value' AND e.voided_by IS NULL"
             " ORDER BY e.deal_id, e.happened_at, e.id",
             process_id, 0, error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      const ScValueMove move = {
        .deal_id = sc_statement_get_int (statement, 0),
        .at = sc_statement_get_int (statement, 1),
        .from = read_value (statement, 2),
        .to = read_value (statement, 3),
      };

      g_array_append_val (moves, move);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&moves);
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

/**
 * sc_past_table_list_receipts:
 * @connection: a connection
 * @process_id: a process
 * @since: a day
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScReceipt): the payments that came in on that day
 *   or later
 */
GArray *
sc_past_table_list_receipts (ScConnection *connection,
                             const char   *process_id,
                             ScDate        since,
                             GError      **error)
{
  g_autoptr (GArray) receipts = g_array_new (FALSE, FALSE, sizeof (ScReceipt));
  g_autofree char *day = sc_date_to_string (since);
  g_autoptr (ScStatement) statement =
    prepare (connection,
             "SELECT payment.deal_id, payment.paid_on, payment.amount_minor, payment.currency"
             " FROM deal AS d JOIN payment ON payment.deal_id = d.id" OF_PROCESS
             "  AND payment.deleted_by IS NULL AND payment.paid_on >= :since",
             process_id, 0, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":since", day);
  while (sc_statement_next (statement, error))
    {
      const ScReceipt receipt = {
        .deal_id = sc_statement_get_int (statement, 0),
        .day = sc_date_parse (sc_statement_get_text (statement, 1)),
        .amount = sc_money_new (sc_statement_get_int (statement, 2), sc_statement_get_text (statement, 3)),
      };

      g_array_append_val (receipts, receipt);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&receipts);
}

static ScDecision
read_decision (ScStatement *statement,
               int          column)
{
  ScDealStatus status = SC_DEAL_OPEN;

  sc_deal_status_from_id (sc_statement_get_text (statement, column), &status);

  return status == SC_DEAL_OPEN ? SC_FATE_OPEN : status == SC_DEAL_LOST ? SC_FATE_LOST : SC_FATE_WON;
}

/* Only deals of which something was decided that became something else. */
static void
drop_straight (GArray *turns,
               guint   first)
{
  for (guint i = first; i < turns->len; i++)
    {
      const ScTurn *turn = &g_array_index (turns, ScTurn, i);

      if (turn->from != SC_FATE_OPEN && turn->from != turn->to)
        return;
    }
  g_array_set_size (turns, first);
}

/**
 * sc_past_table_list_turns:
 * @connection: a connection
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScTurn): all steps of deals whose decision was
 *   changed, deal by deal, in the order in which it happened
 */
GArray *
sc_past_table_list_turns (ScConnection *connection,
                          const char   *process_id,
                          GError      **error)
{
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (ScTurn));
  guint first = 0;
  g_autoptr (ScStatement) statement =
    prepare (connection,
             "SELECT e.deal_id, e.happened_at, e.old, e.new, e.is_inferred"
             " FROM deal AS d JOIN deal_event AS e ON e.deal_id = d.id" OF_PROCESS
             "  AND e.field = 'status' AND e.voided_by IS NULL"
             " ORDER BY e.deal_id, e.happened_at, e.id",
             process_id, 0, error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      const ScTurn turn = {
        .deal_id = sc_statement_get_int (statement, 0),
        .at = sc_statement_get_int (statement, 1),
        .from = read_decision (statement, 2),
        .to = read_decision (statement, 3),
        .is_inferred = sc_statement_get_int (statement, 4) != 0,
      };

      if (first < turns->len && g_array_index (turns, ScTurn, first).deal_id != turn.deal_id)
        {
          drop_straight (turns, first);
          first = turns->len;
        }
      g_array_append_val (turns, turn);
    }
  drop_straight (turns, first);

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&turns);
}
