/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the deals that a query asks for, as rows or as ids alone, for lists and
 * exports, and finds out for a list that follows changes whether a deal still stands
 * where it stood. */

#include "store/tables/sc-deal-table-private.h"

#include "store/sc-own-id.h"
#include "store/tables/sc-deal-filter-private.h"
#include "store/tables/sc-total-table-private.h"

/* How deals are read: a statement up to its conditions, what makes a deal of its row,
 * and who is told of it. */
typedef struct {
  ScConnection *connection;
  const char *select;
  ScDeal *(*read) (ScStatement *);
  ScDealFound found;
  gpointer user_data;
} Reading;

static const char select_deals[] = "SELECT " SC_DEAL_COLUMNS " FROM deal AS d" SC_DEAL_JOINS;

static gboolean
tell_found (const Reading *reading,
            ScStatement   *statement,
            guint         *n_found,
            GError       **error)
{
  while (sc_statement_next (statement, error))
    {
      g_autoptr (ScDeal) deal = reading->read (statement);

      reading->found (deal, reading->user_data);
      (*n_found)++;
    }

  return !sc_statement_has_failed (statement);
}

static gboolean
add_id (gint64   deal_id,
        gpointer ids)
{
  g_array_append_val ((GArray *) ids, deal_id);

  return TRUE;
}

static gboolean
each_of (const Reading *reading,
         GArray        *ids,
         guint          limit,
         GError       **error)
{
  g_autofree char *sql = g_strconcat (reading->select, " WHERE d.id = :id", NULL);
  guint n_found = 0;

  for (guint i = 0; i < ids->len && (limit == 0 || n_found < limit); i++)
    {
      g_autoptr (ScStatement) statement = sc_connection_prepare (reading->connection, sql, error);

      if (statement == NULL)
        return FALSE;

      sc_statement_bind_int (statement, ":id", g_array_index (ids, gint64, i));
      if (!tell_found (reading, statement, &n_found, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
each (const Reading     *reading,
      const ScDealQuery *query,
      guint              limit,
      GError           **error)
{
  g_autoptr (ScDealFilter) filter = sc_deal_filter_new (query);
  g_autofree char *rest = g_strconcat (sc_deal_filter_get_order (filter), limit > 0 ? " LIMIT :limit" : "", NULL);
  g_autoptr (ScStatement) statement = sc_deal_filter_prepare (filter, reading->connection, reading->select, rest, error);
  guint n_found = 0;

  if (statement == NULL)
    return FALSE;
  if (limit > 0)
    sc_statement_bind_int (statement, ":limit", limit);

  return tell_found (reading, statement, &n_found, error);
}

/**
 * sc_deal_table_each:
 * @connection: a connection
 * @query: which deals
 * @limit: how many at most, 0 for all
 * @found: (scope call): called with each deal, in the query's order
 * @user_data: for @found
 * @error: why it failed
 *
 * Returns: whether all were read
 */
gboolean
sc_deal_table_each (ScConnection      *connection,
                    const ScDealQuery *query,
                    guint              limit,
                    ScDealFound        found,
                    gpointer           user_data,
                    GError           **error)
{
  Reading reading = { connection, select_deals, sc_deal_table_read, found, user_data };

  return each (&reading, query, limit, error);
}

/**
 * sc_deal_table_each_counted:
 * @connection: a connection
 * @query: which deals
 * @limit: how many at most, 0 for all
 * @counted: (scope call): told first how many deals there are of the query, whatever @limit is
 * @found: (scope call): called with each deal, in the query's order
 * @user_data: for both
 * @error: why it failed
 *
 * What no index serves is looked for once.
 *
 * Returns: whether all were read
 */
gboolean
sc_deal_table_each_counted (ScConnection      *connection,
                            const ScDealQuery *query,
                            guint              limit,
                            ScDealsCounted     counted,
                            ScDealFound        found,
                            gpointer           user_data,
                            GError           **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Reading reading = { connection, select_deals, sc_deal_table_read, found, user_data };
  guint n_deals;

  if (!sc_deal_query_is_looked_for (query))
    {
      if (!sc_total_table_count (connection, query, &n_deals, error))
        return FALSE;
      counted (n_deals, user_data);

      return each (&reading, query, limit, error);
    }

  if (!sc_deal_table_each_id (connection, query, 0, add_id, ids, error))
    return FALSE;
  counted (ids->len, user_data);

  return each_of (&reading, ids, limit, error);
}

static const char select_with_id[] =
  "SELECT " SC_DEAL_COLUMNS ","
  " CASE WHEN d.external_id IS NULL THEN"
  "  (SELECT made_at FROM change WHERE id = d.created_by)"
  " END"
  " FROM deal AS d" SC_DEAL_JOINS;

static ScDeal *
read_with_id (ScStatement *statement)
{
  ScDeal *deal = sc_deal_table_read (statement);

  if (!sc_statement_is_null (statement, SC_N_DEAL_COLUMNS))
    deal->external_id = g_strdup_printf (SC_OWN_ID_PREFIX "%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT,
                                         deal->id, sc_statement_get_int (statement, SC_N_DEAL_COLUMNS));

  return deal;
}

/**
 * sc_deal_table_each_with_id:
 * @connection: a connection
 * @query: which deals
 * @found: (scope call): called with each deal, in the query's order
 * @user_data: for @found
 * @error: why it failed
 *
 * As sc_deal_table_each(), with an id of ours where a deal has none.
 *
 * Returns: whether all were read
 */
gboolean
sc_deal_table_each_with_id (ScConnection      *connection,
                            const ScDealQuery *query,
                            ScDealFound        found,
                            gpointer           user_data,
                            GError           **error)
{
  Reading reading = { connection, select_with_id, read_with_id, found, user_data };

  return each (&reading, query, 0, error);
}

static void
add_deal (ScDeal  *deal,
          gpointer deals)
{
  g_ptr_array_add (deals, sc_deal_ref (deal));
}

/* The first are known without all of them being sorted, and only theirs are the
 * names that are looked up: of a million in a tenth of the time. */
static gboolean
list_first (ScConnection      *connection,
            const ScDealQuery *query,
            guint              limit,
            GPtrArray         *deals,
            gboolean          *is_whole,
            GError           **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!sc_deal_table_each_id (connection, query, limit, add_id, ids, error)
      || !sc_deal_table_load_many (connection, (const gint64 *) ids->data, ids->len, deals, error))
    return FALSE;

  /* One that can't be read makes room for another. */
  *is_whole = deals->len == ids->len;

  return TRUE;
}

/**
 * sc_deal_table_list:
 * @connection: a connection
 * @query: which deals
 * @limit: how many at most, 0 for all
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScDeal): the deals, in the query's
 *   order
 */
GPtrArray *
sc_deal_table_list (ScConnection      *connection,
                    const ScDealQuery *query,
                    guint              limit,
                    GError           **error)
{
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_unref);

  gboolean is_whole = FALSE;

  if (limit > 0 && sc_deal_query_is_sorted (query) && !list_first (connection, query, limit, deals, &is_whole, error))
    return NULL;
  if (is_whole)
    return g_steal_pointer (&deals);

  g_ptr_array_set_size (deals, 0);

  return sc_deal_table_each (connection, query, limit, add_deal, deals, error) ? g_steal_pointer (&deals) : NULL;
}

/**
 * sc_deal_table_has_match:
 * @connection: a connection
 * @query: a query
 * @deal_id: a deal
 * @has_match: (out): whether the deal is one of the query's
 * @error: why it failed
 *
 * Returns: whether it could be found out
 */
gboolean
sc_deal_table_has_match (ScConnection      *connection,
                         const ScDealQuery *query,
                         gint64             deal_id,
                         gboolean          *has_match,
                         GError           **error)
{
  g_autoptr (ScDealFilter) filter = sc_deal_filter_new (query);
  g_autoptr (ScStatement) statement = sc_deal_filter_prepare (filter, connection, "SELECT 1 FROM deal AS d",
                                                              " AND d.id = :id", error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", deal_id);
  *has_match = sc_statement_step (statement, error);

  return !sc_statement_has_failed (statement);
}

static gboolean
is_before (ScConnection      *connection,
           const ScDealQuery *query,
           gint64             first,
           gint64             second,
           gboolean          *is,
           GError           **error)
{
  g_autoptr (ScDealFilter) filter = sc_deal_filter_new (query);
  g_autofree char *sql = g_strconcat ("SELECT d.id FROM deal AS d WHERE d.id IN (:first, :second)",
                                      sc_deal_filter_get_order (filter), NULL);
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":first", first);
  sc_statement_bind_int (statement, ":second", second);
  *is = sc_statement_step (statement, error) && sc_statement_get_int (statement, 0) == first;

  return !sc_statement_has_failed (statement);
}

/**
 * sc_deal_table_are_in_order:
 * @connection: a connection
 * @query: a query
 * @deal_ids: (array length=n_deals): deals
 * @n_deals: how many
 * @are_in_order: (out): whether each stands before the next in the query's
 *   order
 * @error: why it failed
 *
 * Returns: whether it could be found out
 */
gboolean
sc_deal_table_are_in_order (ScConnection      *connection,
                            const ScDealQuery *query,
                            const gint64      *deal_ids,
                            guint              n_deals,
                            gboolean          *are_in_order,
                            GError           **error)
{
  *are_in_order = TRUE;
  for (guint i = 1; *are_in_order && i < n_deals; i++)
    if (!is_before (connection, query, deal_ids[i - 1], deal_ids[i], are_in_order, error))
      return FALSE;

  return TRUE;
}

/**
 * sc_deal_table_each_id:
 * @connection: a connection
 * @query: which deals
 * @limit: how many at most, 0 for all
 * @found: called with each id, in the query's order; ends by returning %FALSE
 * @user_data: for @found
 * @error: why it failed
 *
 * Returns: whether all were read, or as many as @found wanted
 */
gboolean
sc_deal_table_each_id (ScConnection      *connection,
                       const ScDealQuery *query,
                       guint              limit,
                       ScDealIdFound      found,
                       gpointer           user_data,
                       GError           **error)
{
  g_autoptr (ScDealFilter) filter = sc_deal_filter_new (query);
  g_autofree char *rest = g_strconcat (sc_deal_filter_get_order (filter), limit > 0 ? " LIMIT :limit" : "", NULL);
  g_autoptr (ScStatement) statement = sc_deal_filter_prepare (filter, connection, "SELECT d.id FROM deal AS d", rest, error);

  if (statement == NULL)
    return FALSE;

  if (limit > 0)
    sc_statement_bind_int (statement, ":limit", limit);
  while (sc_statement_next (statement, error))
    if (!found (sc_statement_get_int (statement, 0), user_data))
      break;

  return !sc_statement_has_failed (statement);
}
