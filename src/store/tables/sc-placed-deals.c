/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals of whatever process, with the names of where they stand: those of a company, for who
 * is about to add another one and beside one of them, and those that a search finds. */

#include "store/sc-name-key.h"
#include "store/sc-rows.h"
#include "store/tables/sc-deal-filter-private.h"
#include "store/tables/sc-deal-table-private.h"

#define SELECT_PLACED "SELECT " SC_DEAL_COLUMNS SC_DEAL_PLACE " FROM deal AS d" SC_DEAL_JOINS

static gboolean
read_placed (ScStatement *statement,
             GPtrArray   *deals,
             GError     **error)
{
  while (sc_statement_next (statement, error))
    {
      ScPlacedDeal *row = g_new0 (ScPlacedDeal, 1);

      row->deal = sc_deal_table_read (statement);
      row->process_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS);
      row->stage_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS + 1);
      g_ptr_array_add (deals, row);
    }

  return !sc_statement_has_failed (statement);
}

/**
 * sc_deal_table_list_of_company:
 * @connection: a connection
 * @company: (nullable): a company's name; %NULL has no deals
 * @except_id: a deal that is left out, 0 for none
 * @limit: how many at most
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScPlacedDeal): its deals, those that stand on a
 *   board first, and of each sort the last changed first
 */
GPtrArray *
sc_deal_table_list_of_company (ScConnection *connection,
                               const char   *company,
                               gint64        except_id,
                               guint         limit,
                               GError      **error)
{
  g_autofree char *name_key = sc_name_make_key (company != NULL ? company : "");
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_placed_deal_free);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           SELECT_PLACED
                           " WHERE d.company_id = (SELECT id FROM company WHERE name_key = :name_key)"
                           "  AND d.deleted_by IS NULL AND pr.deleted_by IS NULL AND d.id <> :except"
                           " ORDER BY d.status NOT IN ('open', 'won'), d.revision DESC, d.id DESC"
                           " LIMIT :limit",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":name_key", name_key);
  sc_statement_bind_int (statement, ":except", except_id);
  sc_statement_bind_int (statement, ":limit", limit);

  return read_placed (statement, deals, error) ? g_steal_pointer (&deals) : NULL;
}

static gboolean
list_ids (ScConnection      *connection,
          const ScDealQuery *query,
          GArray            *ids,
          GError           **error)
{
  g_autoptr (ScDealFilter) filter = sc_deal_filter_new (query);
  g_autofree char *order = sc_deal_filter_make_found_order (filter);
  g_autoptr (ScStatement) statement =
    sc_deal_filter_prepare (filter, connection, "SELECT d.id FROM deal AS d", order, error);

  if (statement == NULL)
    return FALSE;

  while (sc_statement_next (statement, error))
    {
      gint64 id = sc_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }

  return !sc_statement_has_failed (statement);
}

static gboolean
load_placed (ScConnection *connection,
             gint64        deal_id,
             GPtrArray    *deals,
             GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, SELECT_PLACED " WHERE d.id = :id", error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", deal_id);

  return read_placed (statement, deals, error);
}

/**
 * sc_deal_table_find:
 * @connection: a connection
 * @words: what is looked for
 * @limit: how many deals at most
 * @n_found: (out): how many there are, whatever @limit is
 * @error: why it failed
 *
 * Looks through all processes that are not deleted.
 *
 * Returns: (transfer full) (element-type ScPlacedDeal): the deals, as
 *   sc_deal_filter_make_found_order() has them
 */
GPtrArray *
sc_deal_table_find (ScConnection *connection,
                    const char   *words,
                    guint         limit,
                    guint        *n_found,
                    GError      **error)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_placed_deal_free);

  query->search = g_strdup (words);
  /* What no index serves is looked for once. */
  if (!list_ids (connection, query, ids, error))
    return NULL;

  for (guint i = 0; i < MIN (ids->len, limit); i++)
    if (!load_placed (connection, g_array_index (ids, gint64, i), deals, error))
      return NULL;
  *n_found = ids->len;

  return g_steal_pointer (&deals);
}
