/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of deals that is as quick to open for a million as for a thousand. */

#pragma once

#include "store/list/sc-deal-item.h"
#include "store/sc-deal-query.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

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
/* Whether it is still finding out which deals there are; notifies. */
gboolean sc_deal_list_is_loading (ScDealList *self);
gboolean sc_deal_list_is_waiting (ScDealList *self);

G_END_DECLS
