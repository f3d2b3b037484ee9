/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sc-deal-query.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_ITEM (sc_deal_item_get_type ())
G_DECLARE_FINAL_TYPE (ScDealItem, sc_deal_item, SC, DEAL_ITEM, GObject)

/* A place in a list: its deal is %NULL until the page that it is on has been
 * loaded; “deal” notifies. */
gint64 sc_deal_item_get_id (ScDealItem *self);
ScDeal *sc_deal_item_get_deal (ScDealItem *self);

#define SC_TYPE_DEAL_LIST (sc_deal_list_get_type ())
G_DECLARE_FINAL_TYPE (ScDealList, sc_deal_list, SC, DEAL_LIST, GObject)

/* A GListModel of ScDealItem for the main thread, which follows the store:
 * opens at the cost of its first page, whatever its length. */
ScDealList *sc_deal_list_new (ScStore           *store,
                              const ScDealQuery *query);
void sc_deal_list_set_query (ScDealList        *self,
                             const ScDealQuery *query);
gboolean sc_deal_list_find (ScDealList *self,
                            gint64      deal_id,
                            guint      *position);

G_END_DECLS
