/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what a draft needs to know of its process, in a thread. */

#include "draft/sc-saved-scheme.h"

#include "store/sc-store-read.h"

/**
 * sc_saved_scheme_free:
 * @self: (transfer full): what was read
 */
void
sc_saved_scheme_free (ScSavedScheme *self)
{
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->published, sc_version_unref);
  g_clear_pointer (&self->loss_reasons, g_strfreev);
  g_free (self);
}

static gboolean
read_versions (ScSavedScheme *self,
               ScStore       *store,
               const char    *process_id,
               GError       **error)
{
  g_autoptr (GError) local = NULL;

  self->version = sc_store_load_readable_version (store, process_id, SC_VERSION_WANTED_CURRENT, error);
  if (self->version == NULL)
    return FALSE;

  /* That nothing is published yet is no error. */
  self->published = sc_store_load_readable_version (store, process_id, SC_VERSION_WANTED_PUBLISHED, &local);
  if (local != NULL && !g_error_matches (local, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_rest (ScSavedScheme *self,
           ScStore       *store,
           const char    *process_id,
           GError       **error)
{
  g_autoptr (GError) local = NULL;

  self->loss_reasons = sc_store_list_loss_reasons (store, process_id, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return self->loss_reasons != NULL && (error == NULL || *error == NULL);
}

static void
free_saved (gpointer saved)
{
  sc_saved_scheme_free (saved);
}

static gpointer
load (ScStore      *store,
      gpointer      process_id,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr (ScSavedScheme) self = g_new0 (ScSavedScheme, 1);

  self->process = sc_store_load_process (store, process_id, error);
  if (self->process == NULL || !read_versions (self, store, process_id, error) ||
      !read_rest (self, store, process_id, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sc_saved_scheme_load_async:
 * @store: a store
 * @process_id: a process
 * @cancellable: (nullable): to stop
 * @callback: (scope async): called when it is read
 * @user_data: for @callback
 *
 * Reads what the Scheme view needs of a process.
 */
void
sc_saved_scheme_load_async (ScStore            *store,
                            const char         *process_id,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  sc_store_read_async (store, load, g_strdup (process_id), g_free, free_saved, cancellable, callback, user_data);
}

/**
 * sc_saved_scheme_load_finish:
 * @store: the store
 * @result: the callback's result
 * @error: why it could not be read
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 */
ScSavedScheme *
sc_saved_scheme_load_finish (ScStore      *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return sc_store_read_finish (store, result, error);
}
