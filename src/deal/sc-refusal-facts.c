/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what has to be known of a deal whose client refuses, or of several. */

#include "deal/sc-refusal-facts.h"

#include "store/sc-deal-criteria.h"
#include "store/sc-park-write.h"
#include "store/sc-store-read.h"

typedef struct {
  gint64 deal_id;
  GArray *deal_ids; /* NULL for that one alone */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_clear_pointer (&self->deal_ids, g_array_unref);
  g_free (self);
}

static gboolean
count_refusals (ScRefusalFacts *self,
                ScStore        *store,
                GError        **error)
{
  /* What a stage says of a second one is nothing that they have in common. */
  if (self->is_mixed)
    return TRUE;
  if (self->deal_ids != NULL)
    return sc_store_count_refused (store, self->version, self->deal_ids, self->deal->stage_id, &self->n_refusals, error);

  return sc_store_count_refusals (store, self->version, self->deal->id, self->deal->stage_id, &self->n_refusals, error);
}

static gboolean
read_several (ScRefusalFacts *self,
              ScStore        *store,
              GError        **error)
{
  self->seen = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_unref);
  for (guint i = 0; i < self->deal_ids->len; i++)
    {
      ScDeal *deal = sc_store_load_deal (store, g_array_index (self->deal_ids, gint64, i), error);

      if (deal == NULL)
        return FALSE;

      g_ptr_array_add (self->seen, deal);
      self->n_won += deal->status == SC_DEAL_WON;
      self->is_mixed |= deal->status != self->deal->status || g_strcmp0 (deal->stage_id, self->deal->stage_id) != 0;
    }

  return TRUE;
}

static gboolean
read_all (ScRefusalFacts *self,
          ScStore        *store,
          GError        **error)
{
  g_autoptr (GPtrArray) criteria = NULL;
  const char *process_id = self->deal->process_id;

  self->version = sc_store_load_readable_version (store, process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (self->version == NULL)
    return FALSE;

  self->reasons = sc_store_list_loss_reasons (store, process_id, error);
  if (self->reasons == NULL || !count_refusals (self, store, error))
    return FALSE;

  criteria = sc_store_list_deal_criteria (store, self->version, NULL, &self->deal->id, 1, error);
  if (criteria == NULL)
    return FALSE;

  self->answers = sc_deal_criteria_tell_answers (criteria);

  return TRUE;
}

static gpointer
load (ScStore      *store,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  const Wanted *wanted = data;
  g_autoptr (ScRefusalFacts) self = g_new0 (ScRefusalFacts, 1);

  self->deal_ids = wanted->deal_ids != NULL ? g_array_ref (wanted->deal_ids) : NULL;
  self->deal = sc_store_load_deal (store, wanted->deal_id, error);
  if (self->deal == NULL || (self->deal_ids != NULL && !read_several (self, store, error)) || !read_all (self, store, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
free_facts (gpointer facts)
{
  sc_refusal_facts_free (facts);
}

/**
 * sc_refusal_facts_load_async:
 * @store: a store
 * @deal_id: a deal
 * @deal_ids: (nullable) (element-type gint64): several of its process, of which it is one
 * @callback: called when it is read
 * @user_data: for @callback
 */
void
sc_refusal_facts_load_async (ScStore            *store,
                             gint64              deal_id,
                             GArray             *deal_ids,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->deal_id = deal_id;
  wanted->deal_ids = deal_ids != NULL ? g_array_ref (deal_ids) : NULL;
  sc_store_read_async (store, load, wanted, wanted_free, free_facts, NULL, callback, user_data);
}

/**
 * sc_refusal_facts_load_finish:
 * @store: the store
 * @result: the callback's result
 * @error: why it can't be read
 *
 * Returns: (transfer full): what has to be known
 */
ScRefusalFacts *
sc_refusal_facts_load_finish (ScStore      *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return sc_store_read_finish (store, result, error);
}

/**
 * sc_refusal_facts_count:
 * @self: what has to be known
 *
 * Returns: of how many deals it is
 */
guint
sc_refusal_facts_count (const ScRefusalFacts *self)
{
  return self->deal_ids != NULL ? self->deal_ids->len : 1;
}

/**
 * sc_refusal_facts_free:
 * @self: (transfer full): what has to be known
 */
void
sc_refusal_facts_free (ScRefusalFacts *self)
{
  g_clear_pointer (&self->deal, sc_deal_unref);
  g_clear_pointer (&self->deal_ids, g_array_unref);
  g_clear_pointer (&self->seen, g_ptr_array_unref);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->reasons, g_strfreev);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_free (self);
}
