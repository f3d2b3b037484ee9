/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hands deals over to somebody, and labels them: one, or several at once. */

#pragma once

#include <gtk/gtk.h>

#include "model/sc-deal.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

GMenuModel *sc_deal_create_owners_menu (ScStore *store);
void sc_deal_hand_over (GtkWidget *origin,
                        ScStore   *store,
                        ScDeal    *deal,
                        GArray    *deal_ids,
                        gint64     owner_id);
void sc_deal_ask_label (GtkWidget *origin,
                        ScStore   *store,
                        ScDeal    *deal,
                        GArray    *deal_ids);

G_END_DECLS
