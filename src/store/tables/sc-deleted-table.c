/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted, for people to find it again. Deleted deals are no part of
 * any index, for there are few of them: they are looked for among all. */

#include "store/tables/sc-deleted-table-private.h"

#include <string.h>

#include "store/sc-search-key.h"
#include "store/tables/sc-deal-filter-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-process-table-private.h"

static gboolean
has_words (const char *text,
           const char *search)
{
  g_autofree char *key = sc_search_make_key (text);
  g_auto (GStrv) words = sc_search_split (search);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
list_processes (ScConnection *connection,
                const char   *search,
                GPtrArray    *deletions,
                GError      **error)
{
  g_autoptr (GPtrArray) processes = sc_process_table_list_deleted (connection, sc_deleted_get_since (), error);

  if (processes == NULL)
    return FALSE;

  for (guint i = 0; i < processes->len; i++)
    {
      ScProcess *process = processes->pdata[i];
      ScDeletion *deletion;

      if (!has_words (process->name, search))
        continue;

      deletion = g_new0 (ScDeletion, 1);
      deletion->process = sc_process_ref (process);
      deletion->deleted_at = process->deleted_at;
      deletion->deleted_by = g_strdup (process->deleted_by);
      deletion->n_deals = process->n_deals;
      g_ptr_array_add (deletions, deletion);
    }

  return TRUE;
}

static ScDeletion *
read_deal (ScStatement *statement)
{
  ScDeletion *deletion = g_new0 (ScDeletion, 1);

  deletion->deal = sc_deal_table_read (statement);
  deletion->deleted_at = deletion->deal->deleted_at;
  deletion->deleted_by = g_strdup (deletion->deal->deleted_by);
  deletion->change_id = sc_statement_get_int (statement, SC_N_DEAL_COLUMNS);
  deletion->process_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS + 1);
  deletion->is_process_deleted = sc_statement_get_int (statement, SC_N_DEAL_COLUMNS + 2) != 0;
  deletion->n_deals = (guint) sc_statement_get_int (statement, SC_N_DEAL_COLUMNS + 3);

  return deletion;
}

static gboolean
read_deals (ScStatement *statement,
            GPtrArray   *deletions,
            GError     **error)
{
  while (sc_statement_next (statement, error))
    g_ptr_array_add (deletions, read_deal (statement));

  return !sc_statement_has_failed (statement);
}

#define DELETION_COLUMNS ", d.deleted_by, pr.name, pr.deleted_by IS NOT NULL"

/* Each of them. */
static gboolean
list_deals (ScConnection *connection,
            const char   *search,
            gint64        change_id,
            guint         limit,
            GPtrArray    *deletions,
            GError      **error)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (NULL);
  g_autoptr (ScDealFilter) filter = NULL;
  g_autoptr (ScStatement) statement = NULL;
  g_autofree char *rest = NULL;

  query->is_deleted = TRUE;
  query->deleted_with = change_id;
  query->search = g_strdup (search);
  query->order = SC_DEAL_ORDER_NEWEST;
  filter = sc_deal_filter_new (query);
  rest = g_strconcat (sc_deal_filter_get_order (filter), " LIMIT :limit", NULL);
  statement = sc_deal_filter_prepare (filter, connection,
                                      "SELECT " SC_DEAL_COLUMNS DELETION_COLUMNS ", 1 FROM deal AS d" SC_DEAL_JOINS,
                                      rest, error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":limit", limit);

  return read_deals (statement, deletions, error);
}

/* Those that were deleted together as one. */
static gboolean
list_changes (ScConnection *connection,
              guint         limit,
              GPtrArray    *deletions,
              GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT " SC_DEAL_COLUMNS DELETION_COLUMNS ", n"
                           " FROM (SELECT min(d.id) AS first, count(*) AS n FROM deal AS d"
                           "  WHERE " SC_DEAL_RECENTLY_DELETED
                           "  GROUP BY d.deleted_by ORDER BY d.deleted_by DESC LIMIT :limit) AS together"
                           " JOIN deal AS d ON d.id = first" SC_DEAL_JOINS
                           " ORDER BY d.deleted_by DESC",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":since", sc_deleted_get_since ());
  sc_statement_bind_int (statement, ":limit", limit);

  return read_deals (statement, deletions, error);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const ScDeletion *one = *(const ScDeletion *const *) a;
  const ScDeletion *other = *(const ScDeletion *const *) b;

  return one->deleted_at > other->deleted_at ? -1 : one->deleted_at < other->deleted_at ? 1 : 0;
}

/**
 * sc_deleted_table_list:
 * @connection: a connection
 * @search: (nullable): words that a process's name, or a deal's title, company
 *   or person contains
 * @change_id: the deals of one change only; 0 for all deals and processes
 * @limit: how many at most
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScDeletion): what can be brought
 *   back, the latest deleted first
 */
GPtrArray *
sc_deleted_table_list (ScConnection *connection,
                       const char   *search,
                       gint64        change_id,
                       guint         limit,
                       GError      **error)
{
  g_autoptr (GPtrArray) deletions = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deletion_free);
  g_auto (GStrv) words = sc_search_split (search);
  gboolean is_read;

  if (change_id != 0 || words[0] != NULL)
    is_read = list_deals (connection, search, change_id, limit, deletions, error);
  else
    is_read = list_changes (connection, limit, deletions, error);
  if (!is_read || (change_id == 0 && !list_processes (connection, search, deletions, error)))
    return NULL;

  g_ptr_array_sort (deletions, compare);
  if (deletions->len > limit)
    g_ptr_array_set_size (deletions, (int) limit);

  return g_steal_pointer (&deletions);
}
