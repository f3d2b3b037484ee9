/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal on its way from one column to another: as it was when its card was taken, and
 * of which database. */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_DRAGGED_DEAL (sc_dragged_deal_get_type ())
G_DECLARE_FINAL_TYPE (ScDraggedDeal, sc_dragged_deal, SC, DRAGGED_DEAL, GObject)

ScDraggedDeal *sc_dragged_deal_new (ScStore *store,
                                    ScDeal  *deal);
ScStore *sc_dragged_deal_get_store (ScDraggedDeal *self);
ScDeal *sc_dragged_deal_get_deal (ScDraggedDeal *self);

G_END_DECLS
