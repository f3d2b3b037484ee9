/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts deals by what they can be filtered by: each count is of the query with that one
 * choice made otherwise. */

#include "store/tables/sc-facet-table-private.h"

#include "store/sc-rows.h"
#include "store/tables/sc-deal-filter-private.h"
#include "store/tables/sc-total-table-private.h"

static GPtrArray *
list_facets (ScConnection      *connection,
             const ScDealQuery *query,
             const char        *select,
             const char        *rest,
             GError           **error)
{
  g_autoptr (ScDealFilter) filter = sc_deal_filter_new (query);
  g_autoptr (ScStatement) statement = sc_deal_filter_prepare (filter, connection, select, rest, error);
  g_autoptr (GPtrArray) facets = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_facet_free);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      ScDealFacet *facet = g_new0 (ScDealFacet, 1);

      facet->id = sc_statement_get_int (statement, 0);
      facet->name = sc_statement_dup_text (statement, 1);
      facet->n_deals = (guint) sc_statement_get_int (statement, 2);
      g_ptr_array_add (facets, facet);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&facets);
}

static GPtrArray *
list_owners (ScConnection      *connection,
             const ScDealQuery *query,
             GError           **error)
{
  g_autoptr (ScDealQuery) other = sc_deal_query_copy (query);

  other->owner_id = 0;

  return list_facets (connection, other,
                      "SELECT d.owner_id, (SELECT name FROM \"user\" WHERE id = d.owner_id) AS name, count(*) AS n"
                      " FROM deal AS d",
                      " AND d.owner_id IS NOT NULL GROUP BY d.owner_id ORDER BY n DESC, name, d.owner_id", error);
}

static GPtrArray *
list_labels (ScConnection      *connection,
             const ScDealQuery *query,
             GError           **error)
{
  g_autoptr (ScDealQuery) other = sc_deal_query_copy (query);

  g_clear_pointer (&other->label, g_free);

  return list_facets (connection, other, "SELECT 0, d.label, count(*) AS n FROM deal AS d",
                      " AND d.label IS NOT NULL AND d.label <> '' GROUP BY d.label ORDER BY n DESC, d.label", error);
}

static gboolean
count_statuses (ScConnection      *connection,
                const ScDealQuery *query,
                ScDealFacets      *facets,
                GError           **error)
{
  g_autoptr (ScDealQuery) other = sc_deal_query_copy (query);
  g_autoptr (GPtrArray) totals = NULL;

  other->statuses = 0;
  other->parked = SC_PARKED_OR_NOT;
  totals = sc_total_table_list (connection, other, error);
  if (totals == NULL)
    return FALSE;

  for (guint i = 0; i < totals->len; i++)
    {
      const ScStageTotal *total = totals->pdata[i];

      facets->n_deals[total->status] += total->n_deals;
      if (total->is_parked)
        facets->n_parked += total->n_deals;
    }

  return TRUE;
}

/* Sums of those counted may be many; a count is not. */
static gboolean
count_without_step (ScConnection      *connection,
                    const ScDealQuery *query,
                    guint             *n_deals,
                    GError           **error)
{
  g_autoptr (ScDealQuery) other = sc_deal_query_copy (query);

  other->is_without_step = TRUE;

  return sc_total_table_count (connection, other, n_deals, error);
}

static gboolean
count_over (ScConnection      *connection,
            const ScDealQuery *query,
            GPtrArray         *limits,
            guint             *n_deals,
            GError           **error)
{
  g_autoptr (ScDealQuery) other = sc_deal_query_copy (query);

  g_clear_pointer (&other->limits, g_ptr_array_unref);
  other->limits = g_ptr_array_ref (limits);

  return sc_total_table_count (connection, other, n_deals, error);
}

/**
 * sc_facet_table_count:
 * @connection: a connection
 * @query: which deals
 * @limits: (element-type ScStageLimit): what is over its target time
 * @error: why it failed
 *
 * Returns: (transfer full): how many deals there would be with other choices
 */
ScDealFacets *
sc_facet_table_count (ScConnection      *connection,
                      const ScDealQuery *query,
                      GPtrArray         *limits,
                      GError           **error)
{
  g_autoptr (ScDealFacets) facets = g_new0 (ScDealFacets, 1);

  facets->owners = list_owners (connection, query, error);
  if (facets->owners == NULL)
    return NULL;
  facets->labels = list_labels (connection, query, error);
  if (facets->labels == NULL
      || !count_statuses (connection, query, facets, error)
      || !count_without_step (connection, query, &facets->n_without_step, error)
      || !count_over (connection, query, limits, &facets->n_over, error))
    return NULL;

  return g_steal_pointer (&facets);
}
