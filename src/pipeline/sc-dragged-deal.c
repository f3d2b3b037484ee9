/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal on its way from one column to another: as it was when its card was
 * taken, and of which database. What becomes of it meanwhile in another window
 * is not what the person who drags it has seen. */

#include "pipeline/sc-dragged-deal.h"

struct _ScDraggedDeal
{
  GObject parent_instance;

  ScStore *store;
  ScDeal *deal;
};

G_DEFINE_FINAL_TYPE (ScDraggedDeal, sc_dragged_deal, G_TYPE_OBJECT);

static void
sc_dragged_deal_finalize (GObject *object)
{
  ScDraggedDeal *self = SC_DRAGGED_DEAL (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->deal, sc_deal_unref);

  G_OBJECT_CLASS (sc_dragged_deal_parent_class)->finalize (object);
}

static void
sc_dragged_deal_class_init (ScDraggedDealClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_dragged_deal_finalize;
}

static void
sc_dragged_deal_init (ScDraggedDeal *self)
{
}

/**
 * sc_dragged_deal_new:
 * @store: where the deal is kept
 * @deal: the deal as its card shows it
 *
 * Returns: (transfer full): the deal, for dragging
 */
ScDraggedDeal *
sc_dragged_deal_new (ScStore *store,
                     ScDeal  *deal)
{
  ScDraggedDeal *self = g_object_new (SC_TYPE_DRAGGED_DEAL, NULL);

  self->store = g_object_ref (store);
  self->deal = sc_deal_ref (deal);

  return self;
}

/**
 * sc_dragged_deal_get_store:
 * @self: a dragged deal
 *
 * Returns: (transfer none): where it is kept
 */
ScStore *
sc_dragged_deal_get_store (ScDraggedDeal *self)
{
  g_return_val_if_fail (SC_IS_DRAGGED_DEAL (self), NULL);

  return self->store;
}

/**
 * sc_dragged_deal_get_deal:
 * @self: a dragged deal
 *
 * Returns: (transfer none): the deal as it was when it was taken
 */
ScDeal *
sc_dragged_deal_get_deal (ScDraggedDeal *self)
{
  g_return_val_if_fail (SC_IS_DRAGGED_DEAL (self), NULL);

  return self->deal;
}
