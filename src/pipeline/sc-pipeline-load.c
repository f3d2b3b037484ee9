/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pipeline/sc-pipeline-load.h"

static gboolean
is_filtered (const ScDealQuery *query)
{
  return query->owner_id != 0 || (query->search != NULL && query->search[0] != '\0');
}

static gboolean
load_totals (ScPipelineLoad    *self,
             ScStore           *store,
             const ScDealQuery *query,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr (ScDealQuery) all = sc_deal_query_new (query->process_id);
  g_autoptr (GPtrArray) totals = sc_store_list_totals (store, all, cancellable, error);

  if (totals == NULL)
    return FALSE;

  for (guint i = 0; i < totals->len; i++)
    self->has_deals = self->has_deals || ((ScStageTotal *) totals->pdata[i])->n_deals > 0;

  self->totals = is_filtered (query)
                   ? sc_store_list_totals (store, query, cancellable, error)
                   : g_steal_pointer (&totals);

  return self->totals != NULL;
}

/**
 * sc_pipeline_load:
 * @store: the store
 * @query: whose deals are wanted, and with which words
 * @cancellable: (nullable): stops it
 * @error: why it failed
 *
 * Returns: (transfer full): what is there, or %NULL with @error set
 */
ScPipelineLoad *
sc_pipeline_load (ScStore           *store,
                  const ScDealQuery *query,
                  GCancellable      *cancellable,
                  GError           **error)
{
  g_autoptr (ScPipelineLoad) self = g_new0 (ScPipelineLoad, 1);
  g_autoptr (ScProcess) process = sc_store_load_process (store, query->process_id, error);

  if (process == NULL)
    return NULL;
  if (!process->has_published)
    return g_steal_pointer (&self);

  self->version = sc_store_load_readable_version (store, query->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (self->version == NULL || !load_totals (self, store, query, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  ScPipelineLoad *self = sc_pipeline_load (source, data, cancellable, &error);

  if (self == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, self, (GDestroyNotify) sc_pipeline_load_free);
}

/**
 * sc_pipeline_load_async:
 * @store: the store
 * @query: as for sc_pipeline_load()
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @user_data: for @callback
 */
void
sc_pipeline_load_async (ScStore            *store,
                        const ScDealQuery  *query,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, sc_pipeline_load_async);
  g_task_set_task_data (task, sc_deal_query_copy (query), (GDestroyNotify) sc_deal_query_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * sc_pipeline_load_finish:
 * @store: the store
 * @result: the callback's result
 * @error: why it failed
 *
 * Returns: (transfer full): what is there, or %NULL with @error set
 */
ScPipelineLoad *
sc_pipeline_load_finish (ScStore      *store,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sc_pipeline_load_free:
 * @self: (transfer full): what was loaded
 */
void
sc_pipeline_load_free (ScPipelineLoad *self)
{
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  g_free (self);
}
