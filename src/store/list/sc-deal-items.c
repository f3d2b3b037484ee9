/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the items of a list of deals, so that a deal is the same object for as long as
 * somebody holds it. */

#include "store/list/sc-deal-items-private.h"

#include "store/list/sc-deal-item-private.h"

#define MAX_RECENT 1024

struct _ScDealItems {
  /* Weakly: an item that nobody holds takes itself out. */
  GHashTable *by_id;
  GQueue recent;
};

static void
item_gone_cb (gpointer data,
              GObject *item)
{
  ScDealItems *self = data;
  gint64 id = sc_deal_item_get_id ((ScDealItem *) item);

  g_hash_table_remove (self->by_id, &id);
}

/**
 * sc_deal_items_new:
 *
 * Returns: (transfer full): no items yet
 */
ScDealItems *
sc_deal_items_new (void)
{
  ScDealItems *self = g_new0 (ScDealItems, 1);

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_queue_init (&self->recent);

  return self;
}

/**
 * sc_deal_items_free:
 * @self: (transfer full): items; those that others hold live on
 */
void
sc_deal_items_free (ScDealItems *self)
{
  GHashTableIter iter;
  gpointer item;

  g_queue_clear_full (&self->recent, g_object_unref);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, item_gone_cb, self);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/**
 * sc_deal_items_find:
 * @self: items
 * @deal_id: a deal
 *
 * Returns: (transfer none) (nullable): its item, if it has one
 */
ScDealItem *
sc_deal_items_find (ScDealItems *self,
                    gint64       deal_id)
{
  return g_hash_table_lookup (self->by_id, &deal_id);
}

/**
 * sc_deal_items_add:
 * @self: items
 * @item: an item of a deal that has none yet
 */
void
sc_deal_items_add (ScDealItems *self,
                   ScDealItem  *item)
{
  gint64 id = sc_deal_item_get_id (item);

  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  g_queue_push_head (&self->recent, g_object_ref (item));
  if (self->recent.length > MAX_RECENT)
    g_object_unref (g_queue_pop_tail (&self->recent));
}

/**
 * sc_deal_items_take:
 * @self: items
 * @deal: a deal as it was read
 * @is_newer: whether it is newer than what its item may have
 *
 * Gives the deal to its item, which is made where there is none.
 */
void
sc_deal_items_take (ScDealItems *self,
                    ScDeal      *deal,
                    gboolean     is_newer)
{
  ScDealItem *item = sc_deal_items_find (self, deal->id);
  g_autoptr (ScDealItem) made = NULL;

  if (item != NULL)
    {
      if (is_newer || sc_deal_item_get_deal (item) == NULL)
        sc_deal_item_set_deal (item, deal);
      return;
    }

  made = sc_deal_item_new (deal->id);
  sc_deal_item_set_deal (made, deal);
  sc_deal_items_add (self, made);
}

/**
 * sc_deal_items_list_ids:
 * @self: items
 * @ids: (element-type gint64): where the ids of all are added
 */
void
sc_deal_items_list_ids (ScDealItems *self,
                        GArray      *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
}
