/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table may have a deal in several rows, of which the last counts. Which row that
 * is has to be known before the first of them is written. */

#include "exchange/sc-import-repeats.h"

#include "exchange/sc-import-source.h"
#include "exchange/sc-text-set.h"

#define N_A_LOOK 1024

/* Called with each row that can be taken and has an id; its number counts from 1. */
typedef void (*RowFound) (const char *external_id,
                          guint       number,
                          gpointer    user_data);

typedef struct {
  ScTextSet *seen;
  GHashTable *last;
} Search;

static gboolean
each_row (const char            *path,
          const ScImportMapping *mapping,
          const ScVersion       *version,
          RowFound               found,
          gpointer               user_data,
          GCancellable          *cancellable,
          GError               **error)
{
  g_autoptr (ScImportSource) source = sc_import_source_open (path, mapping, version, NULL, error);
  GError *own_error = NULL;
  ScImportRow row;

  if (source == NULL)
    return FALSE;

  while (sc_import_source_next (source, &row, &own_error))
    {
      guint number = sc_import_source_get_n_read (source);

      if (row.external_id[0] != '\0')
        found (row.external_id, number, user_data);
      if (number % N_A_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, own_error);

  return FALSE;
}

static void
note_repeat (const char *external_id,
             guint       number,
             gpointer    user_data)
{
  Search *search = user_data;

  if (!sc_text_set_add (search->seen, external_id) && !g_hash_table_contains (search->last, external_id))
    g_hash_table_insert (search->last, g_strdup (external_id), NULL);
}

static void
note_last (const char *external_id,
           guint       number,
           gpointer    user_data)
{
  GHashTable *last = user_data;
  gpointer key;

  if (g_hash_table_steal_extended (last, external_id, &key, NULL))
    g_hash_table_insert (last, key, GUINT_TO_POINTER (number));
}

/**
 * sc_import_repeats_find:
 * @path: a table
 * @mapping: how it is read
 * @version: the version along which deals are worked
 * @cancellable: (nullable): to stop it
 * @error: of %SC_EXCHANGE_ERROR or %SC_FILES_ERROR
 *
 * Reads the table for ids that several of its rows have. Only those are held, so a
 * table without any costs little room.
 *
 * Returns: (transfer full) (element-type utf8 guint): such ids, each with the number
 *   of the last of its rows that can be taken, counted from 1; %NULL with @error set
 */
GHashTable *
sc_import_repeats_find (const char            *path,
                        const ScImportMapping *mapping,
                        const ScVersion       *version,
                        GCancellable          *cancellable,
                        GError               **error)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ScTextSet) seen = sc_text_set_new ();
  Search search = { seen, last };

  if (!each_row (path, mapping, version, note_repeat, &search, cancellable, error))
    return NULL;
  if (g_hash_table_size (last) > 0 && !each_row (path, mapping, version, note_last, last, cancellable, error))
    return NULL;

  return g_steal_pointer (&last);
}
