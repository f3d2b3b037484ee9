/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what a draft needs to know of its process, in a thread. */

#include "draft/sc-reading.h"

/**
 * sc_reading_free:
 * @self: (transfer full): what was read
 */
void
sc_reading_free (ScReading *self)
{
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->published, sc_version_unref);
  g_clear_pointer (&self->loss_reasons, g_strfreev);
  g_free (self);
}

static gboolean
read_versions (ScReading  *self,
               ScStore    *store,
               const char *process_id,
               GError    **error)
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
read_rest (ScReading  *self,
           ScStore    *store,
           const char *process_id,
           GError    **error)
{
  g_autoptr (GError) local = NULL;

  self->loss_reasons = sc_store_list_loss_reasons (store, process_id, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return self->loss_reasons != NULL && (error == NULL || *error == NULL);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const char *process_id = data;
  g_autoptr (ScReading) self = g_new0 (ScReading, 1);
  GError *error = NULL;

  self->process = sc_store_load_process (source, process_id, &error);
  if (self->process == NULL || !read_versions (self, source, process_id, &error) ||
      !read_rest (self, source, process_id, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) sc_reading_free);
}

/**
 * sc_reading_load_async:
 * @store: a store
 * @process_id: a process
 * @cancellable: (nullable): to stop
 * @callback: (scope async): called when it is read
 * @user_data: for @callback
 *
 * Reads what the Scheme view needs of a process.
 */
void
sc_reading_load_async (ScStore            *store,
                       const char         *process_id,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, sc_reading_load_async);
  g_task_set_task_data (task, g_strdup (process_id), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * sc_reading_load_finish:
 * @store: the store
 * @result: the callback's result
 * @error: why it could not be read
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 */
ScReading *
sc_reading_load_finish (ScStore      *store,
                        GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
