/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A place in a list of deals: which deal stands there, and that deal once it is read. */

#include "store/list/sc-deal-item-private.h"

struct _ScDealItem {
  GObject parent_instance;

  gint64 id;
  ScDeal *deal;
};

G_DEFINE_FINAL_TYPE (ScDealItem, sc_deal_item, G_TYPE_OBJECT);

G_DEFINE_BOXED_TYPE (ScDeal, sc_deal, sc_deal_ref, sc_deal_unref);

enum {
  PROP_0,
  PROP_ID,
  PROP_DEAL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
sc_deal_item_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ScDealItem *self = SC_DEAL_ITEM (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_DEAL:
      g_value_set_boxed (value, self->deal);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_deal_item_finalize (GObject *object)
{
  ScDealItem *self = SC_DEAL_ITEM (object);

  g_clear_pointer (&self->deal, sc_deal_unref);

  G_OBJECT_CLASS (sc_deal_item_parent_class)->finalize (object);
}

static void
sc_deal_item_class_init (ScDealItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sc_deal_item_get_property;
  object_class->finalize = sc_deal_item_finalize;

  /**
   * ScDealItem:id:
   *
   * The deal's number; 0 until it is known which deal stands at this place.
   */
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ScDealItem:deal:
   *
   * The deal; %NULL until it has been loaded.
   */
  properties[PROP_DEAL] = g_param_spec_boxed ("deal", NULL, NULL, SC_TYPE_DEAL,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sc_deal_item_init (ScDealItem *self)
{
}

/**
 * sc_deal_item_new:
 * @id: a deal's number, 0 where it is not known yet
 *
 * Returns: (transfer full): an item without its deal
 */
ScDealItem *
sc_deal_item_new (gint64 id)
{
  ScDealItem *self = g_object_new (SC_TYPE_DEAL_ITEM, NULL);

  self->id = id;

  return self;
}

/**
 * sc_deal_item_get_id:
 * @self: an item
 *
 * Returns: the deal's number; 0 until it is known which deal stands there
 */
gint64
sc_deal_item_get_id (ScDealItem *self)
{
  g_return_val_if_fail (SC_IS_DEAL_ITEM (self), 0);

  return self->id;
}

/**
 * sc_deal_item_set_id:
 * @self: an item
 * @id: the deal's number
 */
void
sc_deal_item_set_id (ScDealItem *self,
                     gint64      id)
{
  if (self->id == id)
    return;

  self->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * sc_deal_item_get_deal:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the deal, %NULL until it is loaded
 */
ScDeal *
sc_deal_item_get_deal (ScDealItem *self)
{
  g_return_val_if_fail (SC_IS_DEAL_ITEM (self), NULL);

  return self->deal;
}

/**
 * sc_deal_item_set_deal:
 * @self: an item
 * @deal: the deal as it is now
 */
void
sc_deal_item_set_deal (ScDealItem *self,
                       ScDeal     *deal)
{
  if (self->deal == deal)
    return;

  g_clear_pointer (&self->deal, sc_deal_unref);
  self->deal = sc_deal_ref (deal);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEAL]);
}
