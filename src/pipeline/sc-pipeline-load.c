/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what the Deals view needs to know before it can show deals, in a thread. */

#include "pipeline/sc-pipeline-load.h"

#include "store/sc-store-read.h"

/* What is asked for. */
typedef struct {
  ScDealQuery *query;
  ScDealsFilter filter;
  ScVersion *known;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  sc_deal_query_free (wanted->query);
  sc_deals_filter_clear (&wanted->filter);
  g_clear_pointer (&wanted->known, sc_version_unref);
  g_free (wanted);
}

static gboolean
is_filtered (const ScDealQuery *query)
{
  return query->owner_id != 0 || query->only != NULL || query->statuses != 0 || query->parked != SC_PARKED_OR_NOT
         || sc_deal_query_is_looked_for (query);
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

static gboolean
load_version (ScPipelineLoad *self,
              ScStore        *store,
              const char     *process_id,
              GError        **error)
{
  g_autoptr (ScProcess) process = sc_store_load_process (store, process_id, error);

  if (process == NULL)
    return FALSE;
  if (process->has_published)
    self->version = sc_store_load_readable_version (store, process_id, SC_VERSION_WANTED_PUBLISHED, error);

  return !process->has_published || self->version != NULL;
}

/**
 * sc_pipeline_load:
 * @store: the store
 * @query: whose deals are wanted, and with which words
 * @filter: which of them
 * @known: (nullable): what is published, where it is known that this has not changed
 * @cancellable: (nullable): stops it
 * @error: why it failed
 *
 * Returns: (transfer full): what is there, or %NULL with @error set
 */
ScPipelineLoad *
sc_pipeline_load (ScStore             *store,
                  const ScDealQuery   *query,
                  const ScDealsFilter *filter,
                  ScVersion           *known,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr (ScPipelineLoad) self = g_new0 (ScPipelineLoad, 1);
  g_autoptr (ScDealQuery) narrow = sc_deal_query_copy (query);

  if (known != NULL)
    self->version = sc_version_ref (known);
  else if (!load_version (self, store, query->process_id, error))
    return NULL;
  if (self->version == NULL)
    return g_steal_pointer (&self);

  sc_deals_filter_apply (filter, self->version, FALSE, narrow);
  if (!load_totals (self, store, narrow, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gpointer
read_wanted (ScStore      *store,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  const Wanted *wanted = data;

  return sc_pipeline_load (store, wanted->query, &wanted->filter, wanted->known, cancellable, error);
}

static void
free_load (gpointer load)
{
  sc_pipeline_load_free (load);
}

/**
 * sc_pipeline_load_async:
 * @store: the store
 * @query: as for sc_pipeline_load()
 * @filter: as for sc_pipeline_load()
 * @known: (nullable): as for sc_pipeline_load()
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @user_data: for @callback
 */
void
sc_pipeline_load_async (ScStore             *store,
                        const ScDealQuery   *query,
                        const ScDealsFilter *filter,
                        ScVersion           *known,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->query = sc_deal_query_copy (query);
  sc_deals_filter_copy (&wanted->filter, filter);
  wanted->known = known != NULL ? sc_version_ref (known) : NULL;
  sc_store_read_async (store, read_wanted, wanted, wanted_free, free_load, cancellable, callback, user_data);
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
  return sc_store_read_finish (store, result, error);
}

/**
 * sc_pipeline_load_has_standing:
 * @self: what the view has to know
 *
 * Returns: whether any of the deals that are wanted stands on the board
 */
gboolean
sc_pipeline_load_has_standing (const ScPipelineLoad *self)
{
  for (guint i = 0; i < self->totals->len; i++)
    {
      const ScStageTotal *total = self->totals->pdata[i];

      if (total->n_deals > 0 && sc_deal_status_is_standing (total->status))
        return TRUE;
    }

  return FALSE;
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
