/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The items of a list by their deals: each stays the same object for as long
 * as somebody holds it, and the latest are held here. */

#pragma once

#include "store/list/sc-deal-item.h"

G_BEGIN_DECLS

typedef struct _ScDealItems ScDealItems;

ScDealItems *sc_deal_items_new (void);
void sc_deal_items_free (ScDealItems *self);
ScDealItem *sc_deal_items_find (ScDealItems *self,
                                gint64       deal_id);
void sc_deal_items_add (ScDealItems *self,
                        ScDealItem  *item);
/* @is_newer: whether it replaces what an item has already. */
void sc_deal_items_take (ScDealItems *self,
                         ScDeal      *deal,
                         gboolean     is_newer);
void sc_deal_items_list_ids (ScDealItems *self,
                             GArray      *ids);

G_END_DECLS
