/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts and adds up deals by stage, from the kept counts or, where no index serves
 * what they are looked for by, from the deals. */

#include "store/tables/sc-total-table-private.h"

#include "store/sc-rows.h"
#include "store/tables/sc-deal-filter-private.h"

/**
 * sc_total_table_read_sum:
 * @statement: a statement with a row
 * @column: the first of the two columns that are an SC_SUM()
 *
 * Returns: the sum, not beyond %SC_MONEY_MAX_SUM
 */
gint64
sc_total_table_read_sum (ScStatement *statement,
                         int          column)
{
  gint64 sum;

  if (__builtin_mul_overflow (sc_statement_get_int (statement, column), G_GINT64_CONSTANT (1000000), &sum)
      || __builtin_add_overflow (sum, sc_statement_get_int (statement, column + 1), &sum))
    return SC_MONEY_MAX_SUM;

  return MIN (sum, SC_MONEY_MAX_SUM);
}

static GPtrArray *
read_totals (ScStatement *statement,
             GError     **error)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_total_free);

  while (sc_statement_next (statement, error))
    {
      ScStageTotal *total = g_new0 (ScStageTotal, 1);

      total->stage_id = sc_statement_dup_text (statement, 0);
      sc_deal_status_from_id (sc_statement_get_text (statement, 1), &total->status);
      g_strlcpy (total->currency, sc_statement_get_text (statement, 2), sizeof total->currency);
      total->n_deals = (guint) sc_statement_get_int (statement, 3);
      total->sum_minor = sc_total_table_read_sum (statement, 4);
      total->is_parked = sc_statement_get_int (statement, 6) != 0;
      g_ptr_array_add (totals, total);
    }
  if (sc_statement_has_failed (statement))
    return NULL;

  return g_steal_pointer (&totals);
}

/* A day that is not there, NULL or '', is none that is still to come. */
#define IS_PARKED(table) " CASE WHEN " table ".parked_until > :today THEN 1 ELSE 0 END"

static GPtrArray *
count_matches (const ScDealQuery *query,
               ScConnection      *connection,
               GError           **error)
{
  g_autoptr (ScDealFilter) filter = sc_deal_filter_new (query);
  g_autoptr (ScStatement) statement =
    sc_deal_filter_prepare (filter, connection,
                            "SELECT (SELECT uuid FROM stage WHERE id = d.stage_id), d.status,"
                            " coalesce(d.currency, ''), count(*)," SC_SUM ("d.value_minor")
                            "," IS_PARKED ("d") " AS is_parked"
                            " FROM deal AS d",
                            " GROUP BY d.stage_id, d.status, coalesce(d.currency, '')," IS_PARKED ("d")
                            " ORDER BY d.stage_id, d.status, coalesce(d.currency, '')," IS_PARKED ("d"),
                            error);

  if (statement == NULL)
    return NULL;

  sc_deal_filter_bind_today (statement);

  return read_totals (statement, error);
}

static gboolean
is_wanted (const ScDealQuery  *query,
           const ScStageTotal *total)
{
  if (query->statuses != 0 && (query->statuses & (1u << total->status)) == 0)
    return FALSE;
  if (query->parked != SC_PARKED_OR_NOT && total->is_parked != (query->parked == SC_PARKED_ONLY))
    return FALSE;

  return query->stage_id == NULL || g_strcmp0 (query->stage_id, total->stage_id) == 0;
}

/**
 * sc_total_table_list:
 * @connection: a connection
 * @query: which deals
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScStageTotal): their number and worth
 *   by stage, status and currency
 */
GPtrArray *
sc_total_table_list (ScConnection      *connection,
                     const ScDealQuery *query,
                     GError           **error)
{
  g_autoptr (ScStatement) statement = NULL;
  g_autoptr (GPtrArray) totals = NULL;

  if (query->is_deleted || query->only != NULL || sc_deal_query_is_looked_for (query))
    return count_matches (query, connection, error);

  statement = sc_connection_prepare (connection,
                                     "SELECT s.uuid, t.status, t.currency, sum(t.n_deals)," SC_SUM ("t.sum_minor")
                                     "," IS_PARKED ("t") " AS is_parked"
                                     " FROM stage_total AS t"
                                     " JOIN stage AS s ON s.id = t.stage_id"
                                     " WHERE s.process_id = (SELECT id FROM process WHERE uuid = :process_id)"
                                     "  AND (:owner_id = 0 OR t.owner_id = :owner_id)"
                                     " GROUP BY s.id, s.uuid, t.status, t.currency," IS_PARKED ("t")
                                     " HAVING sum(t.n_deals) > 0"
                                     " ORDER BY s.id, t.status, t.currency," IS_PARKED ("t"),
                                     error);
  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":process_id", query->process_id);
  sc_statement_bind_int (statement, ":owner_id", query->owner_id);
  sc_deal_filter_bind_today (statement);
  totals = read_totals (statement, error);
  for (guint i = totals != NULL ? totals->len : 0; i > 0; i--)
    if (!is_wanted (query, totals->pdata[i - 1]))
      g_ptr_array_remove_index (totals, i - 1);

  return g_steal_pointer (&totals);
}

/**
 * sc_total_table_count:
 * @connection: a connection
 * @query: which deals
 * @n_deals: (out): how many there are
 * @error: why it failed
 *
 * Returns: whether they could be counted
 */
gboolean
sc_total_table_count (ScConnection      *connection,
                      const ScDealQuery *query,
                      guint             *n_deals,
                      GError           **error)
{
  g_autoptr (GPtrArray) totals = sc_total_table_list (connection, query, error);

  if (totals == NULL)
    return FALSE;

  *n_deals = 0;
  for (guint i = 0; i < totals->len; i++)
    *n_deals += ((ScStageTotal *) totals->pdata[i])->n_deals;

  return TRUE;
}

/**
 * sc_total_table_list_currencies:
 * @connection: a connection
 * @process_id: a process
 * @error: why it failed
 *
 * Returns: (transfer full): the codes of the currencies that its deals are in, the
 *   one of most deals first
 */
GStrv
sc_total_table_list_currencies (ScConnection *connection,
                                const char   *process_id,
                                GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT t.currency FROM stage_total AS t"
                           " JOIN stage AS s ON s.id = t.stage_id"
                           " WHERE s.process_id = (SELECT id FROM process WHERE uuid = :process_id) AND t.currency <> ''"
                           " GROUP BY t.currency"
                           " HAVING sum(t.n_deals) > 0"
                           " ORDER BY sum(t.n_deals) DESC, t.currency",
                           error);
  g_autoptr (GStrvBuilder) currencies = g_strv_builder_new ();

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":process_id", process_id);
  while (sc_statement_next (statement, error))
    g_strv_builder_add (currencies, sc_statement_get_text (statement, 0));
  if (sc_statement_has_failed (statement))
    return NULL;

  return g_strv_builder_end (currencies);
}

/**
 * sc_total_table_count_all:
 * @connection: the writing connection
 * @error: why it failed
 *
 * Returns: whether all deals are counted anew
 */
gboolean
sc_total_table_count_all (ScConnection *connection,
                          GError      **error)
{
  g_autoptr (ScStatement) clear = sc_connection_prepare (connection, "DELETE FROM stage_total", error);
  g_autoptr (ScStatement) count =
    sc_connection_prepare (connection,
                           "INSERT INTO stage_total (stage_id, status, owner_id, currency, parked_until, n_deals, sum_minor)"
                           " SELECT stage_id, status, coalesce(owner_id, 0), coalesce(currency, ''),"
                           "  coalesce(parked_until, ''), count(*),"
                           "  sum(coalesce(value_minor, 0))"
                           " FROM deal"
                           " WHERE deleted_by IS NULL"
                           " GROUP BY 1, 2, 3, 4, 5",
                           error);

  return clear != NULL && count != NULL
         && sc_statement_execute (clear, error) && sc_statement_execute (count, error);
}

/**
 * sc_total_table_count_open:
 * @connection: a connection
 * @error: why it can't be read
 *
 * Returns: how many open deals there are in all, -1 with @error set
 */
gint64
sc_total_table_count_open (ScConnection *connection,
                           GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT coalesce(sum(n_deals), 0) FROM stage_total WHERE status = 'open'", error);

  return statement != NULL ? sc_statement_read_number (statement, error) : -1;
}
