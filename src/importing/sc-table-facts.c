/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks at a table that is to be imported: reads it, and what the process has to show it
 * with. */

#include "importing/sc-table-facts.h"

#include "exchange/sc-exchange-error.h"
#include "store/sc-deal-query.h"
#include "store/sc-store-read.h"

/* Where a table does not tell its encoding it is shown in one that has a letter for
 * every byte, for a person to say which it is. */
static ScImportScan *
scan_table (const char          *path,
            const ScTableFormat *format,
            int                 *progress,
            GCancellable        *cancellable,
            GError             **error)
{
  const ScTableFormat guess = { .encoding = "windows-1252", .is_untold = TRUE };
  g_autoptr (GError) own_error = NULL;
  ScImportScan *scan = sc_import_scan_new_in_format (path, format, progress, cancellable, &own_error);

  if (own_error == NULL)
    return scan;
  if (format->encoding[0] == '\0' && g_error_matches (own_error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_ENCODING))
    return sc_import_scan_new_in_format (path, &guess, progress, cancellable, error);

  g_propagate_error (error, g_steal_pointer (&own_error));

  return NULL;
}

/**
 * sc_table_facts_new:
 * @store: a store
 * @process_id: a process of it
 * @path: a table
 * @format: how its cells become text
 * @progress: how far it is, in thousandths, kept up atomically
 * @cancellable: to stop it
 * @error: why it can't be read
 *
 * Returns: (transfer full): what is known of it
 */
ScTableFacts *
sc_table_facts_new (ScStore             *store,
                    const char          *process_id,
                    const char          *path,
                    const ScTableFormat *format,
                    int                 *progress,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr (ScTableFacts) self = g_new0 (ScTableFacts, 1);

  self->version = sc_store_load_version (store, process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (self->version != NULL)
    self->currencies = sc_store_list_currencies (store, process_id, error);
  if (self->currencies != NULL)
    self->scan = scan_table (path, format, progress, cancellable, error);

  return self->scan != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sc_table_facts_free:
 * @self: (transfer full): what is known of a table
 */
void
sc_table_facts_free (ScTableFacts *self)
{
  g_clear_pointer (&self->scan, sc_import_scan_free);
  g_clear_pointer (&self->version, sc_version_unref);
  g_strfreev (self->currencies);
  g_free (self);
}

typedef struct {
  char *process_id;
  char *path;
  ScTableFormat format;
  int *progress;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->process_id);
  g_free (wanted->path);
  g_atomic_rc_box_release (wanted->progress);
  g_free (wanted);
}

static gpointer
read_facts (ScStore      *store,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  const Wanted *wanted = data;

  return sc_table_facts_new (store, wanted->process_id, wanted->path, &wanted->format, wanted->progress, cancellable, error);
}

static void
free_facts (gpointer self)
{
  sc_table_facts_free (self);
}

/**
 * sc_table_facts_read_async:
 * @store: a store
 * @process_id: a process of it
 * @path: a table
 * @format: how its cells become text
 * @progress: of g_atomic_rc_box_new(): how far it is, in thousandths
 * @cancellable: to stop it
 * @callback: called when it is read
 * @user_data: for @callback
 */
void
sc_table_facts_read_async (ScStore             *store,
                           const char          *process_id,
                           const char          *path,
                           const ScTableFormat *format,
                           int                 *progress,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->process_id = g_strdup (process_id);
  wanted->path = g_strdup (path);
  wanted->format = *format;
  wanted->progress = g_atomic_rc_box_acquire (progress);
  sc_store_read_async (store, read_facts, wanted, wanted_free, free_facts, cancellable, callback, user_data);
}

/**
 * sc_table_facts_finish:
 * @store: the store
 * @result: the callback's result
 * @error: why it can't be read
 *
 * Returns: (transfer full): what is known of the table
 */
ScTableFacts *
sc_table_facts_finish (ScStore      *store,
                       GAsyncResult *result,
                       GError      **error)
{
  return sc_store_read_finish (store, result, error);
}
