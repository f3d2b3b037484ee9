/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list of deals sets of its places. */

#pragma once

#include "store/list/sc-deal-item.h"

G_BEGIN_DECLS

ScDealItem *sc_deal_item_new (gint64 id);
void sc_deal_item_set_id (ScDealItem *self,
                          gint64      id);
void sc_deal_item_set_deal (ScDealItem *self,
                            ScDeal     *deal);

G_END_DECLS
