/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes what has changed in the store into a list of deals, and tells those who
 * follow of the rows alone that differ. */

#include "store/list/sc-deal-list-private.h"

#include "store/list/sc-list-diff.h"

static void
apply_splices (ScDealList    *self,
               ScDealReading *reading)
{
  g_autoptr (GCancellable) cancellable = g_object_ref (self->cancellable);
  const gint64 *after = (const gint64 *) reading->after->data;
  g_autoptr (GArray) ids = g_array_copy (self->ids);

  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  for (guint i = 0; i < reading->splices->len; i++)
    {
      ScSplice splice = g_array_index (reading->splices, ScSplice, i);

      g_array_remove_range (ids, splice.position, splice.n_removed);
      if (splice.n_removed > 0 && splice.n_added > SC_DEAL_LIST_MAX_COMPARED)
        {
          self->n_items = ids->len;
          g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.n_removed, 0);
          if (self->cancellable != cancellable)
            return;
          splice.n_removed = 0;
        }
      g_array_insert_vals (ids, splice.position, after + splice.position, splice.n_added);
      self->n_items = ids->len;
      g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.n_removed, splice.n_added);
      /* Somebody who follows has set another query. */
      if (self->cancellable != cancellable)
        return;
    }
}

static void
changes_read_cb (gpointer       owner,
                 ScDealReading *reading,
                 gboolean       is_ok)
{
  ScDealList *self = owner;

  sc_deal_list_set_reading (self, FALSE);
  for (guint i = 0; is_ok && i < reading->deals->len; i++)
    sc_deal_items_take (self->items, reading->deals->pdata[i], TRUE);
  if (is_ok && reading->splices != NULL)
    apply_splices (self, reading);
  if (is_ok)
    sc_deal_list_read_changes (self);
}

void
sc_deal_list_read_changes (ScDealList *self)
{
  ScDealReading *reading;

  if (self->is_reading || !self->has_changed)
    return;

  reading = sc_deal_reading_new (self->store, self->query);
  reading->before = g_array_ref (self->ids);
  if (self->has_many_changed)
    {
      sc_deal_items_list_ids (self->items, reading->wanted);
    }
  else
    {
      reading->changed = g_array_ref (self->changed);
      g_array_append_vals (reading->wanted, self->changed->data, self->changed->len);
    }

  g_clear_pointer (&self->changed, g_array_unref);
  self->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->has_changed = self->has_many_changed = FALSE;
  sc_deal_list_set_reading (self, TRUE);
  sc_deal_job_read_ids (G_OBJECT (self), self->cancellable, reading, NULL, changes_read_cb);
}

void
sc_deal_list_store_changed_cb (ScDealList        *self,
                               const ScChangeSet *set,
                               ScStore           *store)
{
  if (!set->has_many_deals && set->deal_ids->len == 0)
    return;

  self->has_changed = TRUE;
  self->has_many_changed = self->has_many_changed || set->has_many_deals;
  g_array_append_vals (self->changed, set->deal_ids->data, set->deal_ids->len);
  sc_deal_list_read_changes (self);
}
