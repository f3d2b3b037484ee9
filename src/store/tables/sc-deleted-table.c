/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted, for people to find it again. Deleted deals are no part of
 * any index, for there are few of them: they are looked for among all. */

#include "store/sc-deleted.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sc-name-key.h"
#include "store/sc-reader-private.h"
#include "store/sc-search-key.h"
#include "store/tables/sc-deal-filter-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-process-table-private.h"

/**
 * sc_store_list_deleted_processes:
 * @self: a store
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScProcess): the processes that can be
 *   brought back, the latest deleted first
 */
GPtrArray *
sc_store_list_deleted_processes (ScStore *self,
                                 GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL
         ? sc_process_table_list_deleted (sc_reader_get_connection (reader), sc_deleted_get_since (), error) : NULL;
}

static gboolean
is_called (const ScProcess *process,
           const char      *name_or_id)
{
  g_autofree char *key = sc_name_make_key (name_or_id);
  g_autofree char *own_key = sc_name_make_key (process->name);

  return g_str_equal (process->id, name_or_id) || g_str_equal (own_key, key);
}

/* Which of them is meant only their ids tell. */
static void
set_several (const char *name,
             GPtrArray  *several,
             GError    **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < several->len; i++)
    {
      const ScProcess *process = several->pdata[i];
      g_autofree char *day = sc_date_to_text (sc_date_from_instant (process->deleted_at));

      /* Translators: an id, a date, a person */
      g_string_append_printf (list, _("\n  %1$s, deleted %2$s by %3$s"), process->id, day,
                              process->deleted_by != NULL ? process->deleted_by : "");
    }
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               /* Translators: the second %s is a list, a line each */
               _("Several processes named “%1$s” were deleted. Say which one by its id:%2$s"), name, list->str);
}

/**
 * sc_store_find_deleted_process:
 * @self: a store
 * @name_or_id: what a person called a process, or its UUID
 * @error: %SC_STORE_ERROR_NOT_FOUND where none can be brought back,
 *   %SC_STORE_ERROR_INVALID, with their ids, where there are several
 *
 * Returns: (transfer full): the process
 */
ScProcess *
sc_store_find_deleted_process (ScStore    *self,
                               const char *name_or_id,
                               GError    **error)
{
  g_autoptr (GPtrArray) processes = sc_store_list_deleted_processes (self, error);

  if (processes == NULL)
    return NULL;

  for (guint i = processes->len; i > 0; i--)
    if (!is_called (processes->pdata[i - 1], name_or_id))
      g_ptr_array_remove_index (processes, i - 1);
  if (processes->len == 1)
    return sc_process_ref (processes->pdata[0]);

  if (processes->len > 1)
    set_several (name_or_id, processes, error);
  else
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                 ngettext ("No process “%1$s” was deleted in the last %2$d day.",
                           "No process “%1$s” was deleted in the last %2$d days.", SC_DELETED_DAYS),
                 name_or_id, SC_DELETED_DAYS);

  return NULL;
}

/**
 * sc_store_load_deleted_deal:
 * @self: a store
 * @deal_id: a deal
 * @error: %SC_STORE_ERROR_NOT_FOUND where it can't be brought back
 *
 * Returns: (transfer full): the deal as it was when it was deleted
 */
ScDeal *
sc_store_load_deleted_deal (ScStore *self,
                            gint64   deal_id,
                            GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL
         ? sc_deal_table_load_deleted (sc_reader_get_connection (reader), deal_id, sc_deleted_get_since (), error) : NULL;
}

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
  GError *own_error = NULL;

  while (sc_statement_next (statement, &own_error))
    g_ptr_array_add (deletions, read_deal (statement));
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, own_error);

  return FALSE;
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
 * sc_store_list_deletions:
 * @self: a store
 * @search: (nullable): words that a process's name, or a deal's title, company
 *   or person contains
 * @change_id: the deals of one change only; 0 for all deals and processes
 * @limit: how many at most
 * @cancellable: (nullable): ends it
 * @error: why it can't be read
 *
 * Deals that one change deleted are one row, unless words are looked for or
 * the deals of that change are asked for.
 *
 * Returns: (transfer full) (element-type ScDeletion): what can be brought
 *   back, the latest deleted first
 */
GPtrArray *
sc_store_list_deletions (ScStore      *self,
                         const char   *search,
                         gint64        change_id,
                         guint         limit,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);
  g_autoptr (GPtrArray) deletions = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deletion_free);
  g_auto (GStrv) words = sc_search_split (search);
  ScConnection *connection;
  gboolean is_read;

  if (reader == NULL)
    return NULL;

  connection = sc_reader_get_connection (reader);
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

static gboolean
add_id (gint64   deal_id,
        gpointer ids)
{
  g_array_append_val ((GArray *) ids, deal_id);

  return TRUE;
}

/**
 * sc_store_list_deleted_with:
 * @self: a store
 * @change_id: a change
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): all deals that the change
 *   deleted and that can be brought back
 */
GArray *
sc_store_list_deleted_with (ScStore *self,
                            gint64   change_id,
                            GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  g_autoptr (ScDealQuery) query = sc_deal_query_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  query->is_deleted = TRUE;
  query->deleted_with = change_id;

  return reader != NULL && sc_deal_table_each_id (sc_reader_get_connection (reader), query, 0, add_id, ids, error)
         ? g_steal_pointer (&ids) : NULL;
}
