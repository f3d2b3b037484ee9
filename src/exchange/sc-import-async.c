/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports a table without waiting for it, and saves what was left out of it. */

#include "exchange/sc-import-async.h"

#include <glib/gi18n-lib.h>

#include "files/sc-file.h"
#include "store/sc-write.h"

/* What a thread works on: copies, and the counter that it shares. */
typedef struct {
  char *process_id;
  char *path;
  char *target;
  GPtrArray *refusals;
  ScVersion *version;
  ScImportMapping *mapping;
  int *progress;

  /* What is published by now, where that is why it was refused. */
  ScVersion *newer;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->process_id);
  g_free (work->path);
  g_free (work->target);
  g_clear_pointer (&work->refusals, g_ptr_array_unref);
  sc_version_unref (work->version);
  g_clear_pointer (&work->newer, sc_version_unref);
  sc_import_mapping_free (work->mapping);
  g_atomic_rc_box_release (work->progress);
  g_free (work);
}

static Work *
work_new (const char            *path,
          const ScVersion       *version,
          const ScImportMapping *mapping,
          int                   *progress)
{
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (path);
  work->version = sc_version_ref ((ScVersion *) version);
  work->mapping = sc_import_mapping_copy (mapping);
  work->progress = g_atomic_rc_box_acquire (progress);

  return work;
}

static void
run_in_thread (GTask        *task,
               gpointer      store,
               gpointer      data,
               GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  ScImportReport *report = sc_import_run (store, work->process_id, work->version, work->path, work->mapping, FALSE,
                                          work->progress, cancellable, &error);

  if (g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT))
    work->newer = sc_store_load_version (store, work->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  if (report == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, report, (GDestroyNotify) sc_import_report_free);
}

static ScJob *
create_job (const Work *work)
{
  g_autofree char *file = g_filename_display_basename (work->path);
  g_autofree char *name = g_strdup_printf (C_("undo import", "Import “%s”"), file);
  ScJob *job;

  job = sc_job_new (name, work->process_id);
  job->is_on_show = TRUE;

  return job;
}

/**
 * sc_import_run_async:
 * @store: a store
 * @process_id: a process of it
 * @version: what is published of it, as it was when @mapping was chosen
 * @path: a table
 * @mapping: how it is read
 * @progress: of g_atomic_rc_box_new(): how far it is, in thousandths
 * @cancellable: to stop it; what is written by then stays written
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As sc_import_run(), on the store's thread, after what was asked for before.
 */
void
sc_import_run_async (ScStore               *store,
                     const char            *process_id,
                     const ScVersion       *version,
                     const char            *path,
                     const ScImportMapping *mapping,
                     int                   *progress,
                     GCancellable          *cancellable,
                     GAsyncReadyCallback    callback,
                     gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Work *work = work_new (path, version, mapping, progress);

  work->process_id = g_strdup (process_id);
  g_task_set_source_tag (task, sc_import_run_async);
  /* What is written can't be half undone by a late cancel: a result that is there
   * counts. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, work_free);
  sc_store_run_task (store, task, run_in_thread, create_job (work));
}

/**
 * sc_import_run_finish:
 * @store: the store
 * @result: the callback's result
 * @newer: (out) (nullable): what is published by now, where that is why nothing was
 *   imported
 * @error: as for sc_import_run()
 *
 * Returns: (transfer full): what came of it
 */
ScImportReport *
sc_import_run_finish (ScStore      *store,
                      GAsyncResult *result,
                      ScVersion   **newer,
                      GError      **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  work = g_task_get_task_data (G_TASK (result));
  *newer = g_steal_pointer (&work->newer);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  g_autoptr (GBytes) table = sc_import_list_left_out (work->path, work->mapping, work->version, work->refusals,
                                                      work->progress, cancellable, &error);

  if (table == NULL || !sc_file_replace (work->target, table, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * sc_import_save_left_out_async:
 * @path: a table that was imported
 * @mapping: how it was read
 * @version: the version along which its deals go
 * @refusals: (element-type ScRefusedRow): what the report has of the rows that were not
 *   taken
 * @target: the file to write them to
 * @progress: of g_atomic_rc_box_new(): how far it is, in thousandths
 * @cancellable: to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes what sc_import_list_left_out() gives. From file to file, so that it is in a
 * thread of its own, and no change waits for it.
 */
void
sc_import_save_left_out_async (const char            *path,
                               const ScImportMapping *mapping,
                               const ScVersion       *version,
                               const GPtrArray       *refusals,
                               const char            *target,
                               int                   *progress,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = work_new (path, version, mapping, progress);

  work->target = g_strdup (target);
  work->refusals = g_ptr_array_ref ((GPtrArray *) refusals);
  g_task_set_source_tag (task, sc_import_save_left_out_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * sc_import_save_left_out_finish:
 * @result: the callback's result
 * @error: of %SC_EXCHANGE_ERROR, %SC_FILES_ERROR, or why it was stopped
 *
 * Returns: whether the file is there
 */
gboolean
sc_import_save_left_out_finish (GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
