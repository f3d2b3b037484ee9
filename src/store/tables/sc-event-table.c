/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what happened to a deal. */

#include "store/tables/sc-event-table-private.h"

#include <string.h>

#include "model/sc-criterion.h"
#include "model/sc-deal.h"
#include "store/sc-rows.h"

/* A stage as it was called in the version that the event is of; where that
 * had it not, as it was called last. */
#define NAME_IN(value, condition) \
        "(SELECT vs.name FROM version_stage AS vs JOIN stage AS s ON s.id = vs.stage_id" \
        " WHERE s.uuid = " value condition " ORDER BY vs.version_id DESC, vs.id DESC LIMIT 1)"
#define STAGE_NAME(value) \
        "CASE WHEN e.field = 'stage' THEN coalesce(" NAME_IN (value, " AND vs.version_id = e.version_id") ", " \
        NAME_IN (value, "") ", " value ") ELSE " value " END"

static gpointer
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
  event->is_inferred = sc_statement_get_int (statement, 10) != 0;
  event->criterion_id = sc_statement_dup_text (statement, 11);
  event->criterion = sc_statement_dup_text (statement, 12);
  sc_answer_type_from_id (sc_statement_get_text (statement, 13), &event->answer_type);

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
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT e.id, e.happened_at, ch.made_at, u.name, ch.name, e.field,"
                           " " STAGE_NAME ("e.old") ","
                           " " STAGE_NAME ("e.new") ","
                           " e.note, e.voided_by, e.is_inferred,"
                           " CASE WHEN e.field IN ('criterion', 'overridden') THEN coalesce(e.new, e.old) ELSE e.criterion END,"
                           " e.criterion_text, e.answer_type"
                           " FROM deal_event AS e"
                           " JOIN change AS ch ON ch.id = e.change_id"
                           " JOIN \"user\" AS u ON u.id = ch.user_id"
                           " WHERE e.deal_id = :deal_id"
                           " ORDER BY e.happened_at DESC, e.id DESC",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal_id", deal_id);

  return sc_statement_collect (statement, read_event, (GDestroyNotify) sc_deal_event_free, error);
}

static gboolean
count_extensions (ScConnection *connection,
                  gint64        deal_id,
                  const char   *criterion_id,
                  guint        *n_extensions,
                  GError      **error)
{
  /* In front of letters are days; “without-end” and “not-told” are none. */
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT count(*) FROM deal_event AS e"
                           " WHERE e.deal_id = :deal_id AND e.field = 'answer' AND e.criterion = :criterion"
                           "  AND e.answer_type = 'date' AND e.voided_by IS NULL"
                           "  AND e.old < 'a' AND e.new < 'a' AND e.new > e.old",
                           error);
  gint64 number;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal_id", deal_id);
  sc_statement_bind_text (statement, ":criterion", criterion_id);
  number = sc_statement_read_number (statement, error);
  *n_extensions += number > 0 ? (guint) number : 0;

  return number >= 0;
}

/**
 * sc_event_table_count_extensions:
 * @connection: a connection
 * @deal_id: a deal
 * @criterion: a question that is answered with a day
 * @n_extensions: (out): how often a later day was answered in place of a day, for it and
 *   for those that went into it
 * @error: why it failed
 *
 * What was taken back does not count.
 *
 * Returns: whether it could be counted
 */
gboolean
sc_event_table_count_extensions (ScConnection      *connection,
                                 gint64             deal_id,
                                 const ScCriterion *criterion,
                                 guint             *n_extensions,
                                 GError           **error)
{
  *n_extensions = 0;
  for (guint i = 0; criterion->was[i] != NULL; i++)
    if (!count_extensions (connection, deal_id, criterion->was[i], n_extensions, error))
      return FALSE;

  return count_extensions (connection, deal_id, criterion->id, n_extensions, error);
}

/* The value that a field of a deal had at an instant: what the last event
 * until then made of it. */
#define VALUE_AT(field_name) \
        "(SELECT e.new FROM deal_event AS e WHERE e.deal_id = d.id AND e.field = '" field_name "'" \
        " AND e.happened_at <= :at AND e.voided_by IS NULL ORDER BY e.happened_at DESC, e.id DESC LIMIT 1)"

#define EVENT_OF(field_name, condition) \
        " FROM deal_event AS e JOIN change AS ch ON ch.id = e.change_id" \
        " WHERE e.deal_id = d.id AND e.field = '" field_name "' AND e.voided_by IS NULL" condition

/* What was worked out holds from when it was written down; of what was before only
 * that there was something. */
#define STAGE_AT \
        "(SELECT CASE WHEN e.is_inferred = 1 AND ch.made_at > :at THEN '' ELSE e.new END" \
        EVENT_OF ("stage", " AND e.happened_at <= :at") " ORDER BY e.happened_at DESC, e.id DESC LIMIT 1)"
#define HAS_KNOWN_STATUS " NOT EXISTS (SELECT 1" EVENT_OF ("status", " AND e.is_inferred = 1 AND ch.made_at > :at") ")"

/* A table tells what deals are worth, and not since when. */
#define MONEY_AT \
        "CASE WHEN EXISTS (SELECT 1" EVENT_OF ("value", " AND e.happened_at <= :at") ") THEN " VALUE_AT ("value") \
        " WHEN (SELECT made_at FROM change WHERE id = d.created_by) > :at THEN NULL" \
        " WHEN EXISTS (SELECT 1" EVENT_OF ("value", "") ")" \
        " THEN (SELECT e.old" EVENT_OF ("value", "") " ORDER BY e.happened_at, e.id LIMIT 1)" \
        " ELSE d.value_minor || ' ' || d.currency END"

/* The deals of a stage, in a status and a currency. */
static ScStageTotal *
need_total (GPtrArray   *totals,
            const char  *stage_id,
            ScDealStatus status,
            const char  *currency)
{
  ScStageTotal *total;

  /* They come by stage. */
  for (guint i = totals->len; i > 0; i--)
    {
      total = totals->pdata[i - 1];
      if (!g_str_equal (total->stage_id, stage_id))
        break;
      if (total->status == status && g_str_equal (total->currency, currency))
        return total;
    }

  total = g_new0 (ScStageTotal, 1);
  total->stage_id = g_strdup (stage_id);
  total->status = status;
  g_strlcpy (total->currency, currency, sizeof total->currency);
  g_ptr_array_add (totals, total);

  return total;
}

/* A value of events is an amount of minor units and a currency, “12300 EUR”. */
static void
add_deals (GPtrArray   *totals,
           ScStatement *statement)
{
  const char *value = sc_statement_get_text (statement, 2);
  const char *currency = value != NULL ? strchr (value, ' ') : NULL;
  gint64 n_deals = sc_statement_get_int (statement, 3);
  ScDealStatus status = SC_DEAL_OPEN;
  ScStageTotal *total;
  gint64 sum;

  sc_deal_status_from_id (sc_statement_get_text (statement, 1), &status);
  total = need_total (totals, sc_statement_get_text (statement, 0), status, currency != NULL ? currency + 1 : "");
  total->n_deals += (guint) n_deals;
  if (currency == NULL)
    return;

  if (__builtin_mul_overflow (g_ascii_strtoll (value, NULL, 10), n_deals, &sum)
      || __builtin_add_overflow (total->sum_minor, sum, &total->sum_minor)
      || total->sum_minor > SC_MONEY_MAX_SUM)
    total->sum_minor = SC_MONEY_MAX_SUM;
}

/**
 * sc_event_table_list_totals_at:
 * @connection: a connection
 * @process_id: a process
 * @at: an instant
 * @error: why it failed
 *
 * Deals that were deleted since are not counted, and none of which nobody knows
 * whether it was open then.
 *
 * Returns: (transfer full) (element-type ScStageTotal): the process's deals by
 *   stage as they stood then, as their history tells it; the id of the stage is
 *   empty where nobody knows it
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
                           "SELECT stage, coalesce(status, 'open') AS status, value, count(*)"
                           " FROM (SELECT " STAGE_AT " AS stage,"
                           "  " VALUE_AT ("status") " AS status,"
                           "  " MONEY_AT " AS value"
                           "  FROM deal AS d"
                           "  WHERE d.process_id = (SELECT id FROM process WHERE uuid = :process_id)"
                           "   AND d.deleted_by IS NULL AND" HAS_KNOWN_STATUS ") AS past"
                           " WHERE stage IS NOT NULL"
                           " GROUP BY 1, 2, 3"
                           " ORDER BY 1, 2, 3",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":process_id", process_id);
  sc_statement_bind_int (statement, ":at", at);
  while (sc_statement_next (statement, error))
    add_deals (totals, statement);
  if (sc_statement_has_failed (statement))
    return NULL;

  return g_steal_pointer (&totals);
}
