/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks at a table that is to be imported, in a thread of its own: reads it, and what
 * the process has to show it with. */

#include "importing/sc-import-look.h"

#include "exchange/sc-exchange-error.h"
#include "store/sc-deal-query.h"

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
 * sc_import_look_new:
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
ScImportLook *
sc_import_look_new (ScStore             *store,
                    const char          *process_id,
                    const char          *path,
                    const ScTableFormat *format,
                    int                 *progress,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr (ScImportLook) self = g_new0 (ScImportLook, 1);

  self->version = sc_store_load_version (store, process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (self->version != NULL)
    self->currencies = sc_store_list_currencies (store, process_id, error);
  if (self->currencies != NULL)
    self->scan = scan_table (path, format, progress, cancellable, error);

  return self->scan != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sc_import_look_free:
 * @self: (transfer full): what is known of a table
 */
void
sc_import_look_free (ScImportLook *self)
{
  g_clear_pointer (&self->scan, sc_import_scan_free);
  g_clear_pointer (&self->version, sc_version_unref);
  g_strfreev (self->currencies);
  g_free (self);
}
