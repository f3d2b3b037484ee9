/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted and can be brought back, for views and commands. */

#include <glib/gi18n-lib.h>

#include "store/sc-name-key.h"
#include "store/sc-store-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-deleted-table-private.h"
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

  return reader != NULL
         ? sc_deleted_table_list (sc_reader_get_connection (reader), search, change_id, limit, error) : NULL;
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
