/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A place in a list of deals: which deal stands there, and that deal once it is read. */

#pragma once

#include <glib-object.h>

#include "model/sc-deal.h"

G_BEGIN_DECLS

/* A deal as the value of a property. */
#define SC_TYPE_DEAL (sc_deal_get_type ())

GType sc_deal_get_type (void);

#define SC_TYPE_DEAL_ITEM (sc_deal_item_get_type ())
G_DECLARE_FINAL_TYPE (ScDealItem, sc_deal_item, SC, DEAL_ITEM, GObject)

/* A place in a list: its deal is %NULL until the page that it is on has been
 * loaded; “deal” notifies, also when the deal has changed. */
gint64 sc_deal_item_get_id (ScDealItem *self);
ScDeal *sc_deal_item_get_deal (ScDealItem *self);

G_END_DECLS
