/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tables/sc-event-table-private.h"

#include "store/tables/sc-total-table-private.h"

/* A stage as it was called in the version that the event is of; where that
 * had it not, as it was called last. */
#define NAME_IN(value, condition) \
        "(SELECT vs.name FROM version_stage AS vs JOIN stage AS s ON s.id = vs.stage_id" \
        " WHERE s.uuid = " value condition " ORDER BY vs.version_id DESC, vs.id DESC LIMIT 1)"
#define STAGE_NAME(value) \
        "CASE WHEN e.field = 'stage' THEN coalesce(" NAME_IN (value, " AND vs.version_id = e.version_id") ", " \
        NAME_IN (value, "") ", " value ") ELSE " value " END"

static ScDealEvent *
read_event (ScStatement *statement)
{
  ScDealEvent *event = g_new0 (ScDealEvent, 1);

  event->id = sc_statement_get_int (statement, 0);
  event->happened_at = sc_statement_get_int (statement, 1);
  event->recorded_at = sc_statement_get_int (statement, 2);
  event->user = sc_statement_dup_text (statement, 3);
  event->change = sc_statement_dup_text (statement, 4);
  event->field = sc_statement_dup_text (statement, 5);
  event->old_value = sc_statement_dup_text (statement, 6);
  event->new_value = sc_statement_dup_text (statement, 7);
  event->note = sc_statement_dup_text (statement, 8);
  event->is_voided = !sc_statement_is_null (statement, 9);

  return event;
}

/**
 * sc_event_table_list:
 * @connection: a connection
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScDealEvent): its history, the
 *   latest first; stages by their names
 */
GPtrArray *
sc_event_table_list (ScConnection *connection,
                     gint64        deal_id,
                     GError      **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_event_free);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT e.id, e.happened_at, ch.made_at, u.name, ch.name, e.field,"
                           " " STAGE_NAME ("e.old") ","
                           " " STAGE_NAME ("e.new") ","
                           " e.note, e.voided_by"
                           " FROM deal_event AS e"
                           " JOIN change AS ch ON ch.id = e.change_id"
                           " JOIN user AS u ON u.id = ch.user_id"
                           " WHERE e.deal_id = :deal_id"
                           " ORDER BY e.happened_at DESC, e.id DESC",
                           error);
  GError *own_error = NULL;

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal_id", deal_id);
  while (sc_statement_next (statement, &own_error))
    g_ptr_array_add (events, read_event (statement));
  if (own_error != NULL)
    {
      g_propagate_error (error, own_error);
      return NULL;
    }

  return g_steal_pointer (&events);
}

/* The value that a field of a deal had at an instant: what the last event
 * until then made of it. */
#define VALUE_AT(field_name) \
        "(SELECT e.new FROM deal_event AS e WHERE e.deal_id = d.id AND e.field = '" field_name "'" \
        " AND e.happened_at <= :at AND e.voided_by IS NULL ORDER BY e.happened_at DESC, e.id DESC LIMIT 1)"

/**
 * sc_event_table_list_totals_at:
 * @connection: a connection
 * @process_id: a process
 * @at: an instant
 * @error: why it failed
 *
 * Deals that were deleted since are not counted.
 *
 * Returns: (transfer full) (element-type ScStageTotal): the process's deals by
 *   stage as they stood then, as their history tells it
 */
GPtrArray *
sc_event_table_list_totals_at (ScConnection *connection,
                               const char   *process_id,
                               ScInstant     at,
                               GError      **error)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_total_free);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT stage, coalesce(status, 'open') AS status,"
                           " CASE WHEN value IS NULL THEN '' ELSE substr(value, instr(value, ' ') + 1) END AS currency,"
                           " count(*),"
                           SC_SUM ("CAST(substr(value, 1, instr(value, ' ') - 1) AS INTEGER)")
                           " FROM (SELECT " VALUE_AT ("stage") " AS stage,"
                           "  " VALUE_AT ("status") " AS status,"
                           "  " VALUE_AT ("value") " AS value"
                           "  FROM deal AS d"
                           "  WHERE d.process_id = (SELECT id FROM process WHERE uuid = :process_id)"
                           "   AND d.deleted_by IS NULL) AS past"
                           " WHERE stage IS NOT NULL"
                           " GROUP BY 1, 2, 3"
                           " ORDER BY 1, 2, 3",
                           error);
  GError *own_error = NULL;

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":process_id", process_id);
  sc_statement_bind_int (statement, ":at", at);
  while (sc_statement_next (statement, &own_error))
    {
      ScStageTotal *total = g_new0 (ScStageTotal, 1);

      total->stage_id = sc_statement_dup_text (statement, 0);
      sc_deal_status_from_id (sc_statement_get_text (statement, 1), &total->status);
      g_strlcpy (total->currency, sc_statement_get_text (statement, 2), sizeof total->currency);
      total->n_deals = (guint) sc_statement_get_int (statement, 3);
      total->sum_minor = sc_total_table_read_sum (statement, 4);
      g_ptr_array_add (totals, total);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, own_error);
      return NULL;
    }

  return g_steal_pointer (&totals);
}
