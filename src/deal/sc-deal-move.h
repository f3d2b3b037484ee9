/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-deal.h"
#include "model/sc-version.h"
#include "widgets/sc-change.h"

G_BEGIN_DECLS

void sc_deal_move (GtkWidget   *origin,
                   ScStore     *store,
                   ScVersion   *version,
                   ScDeal      *deal,
                   const char  *stage_id,
                   gint64       before_id,
                   ScChangeDone done,
                   gpointer     user_data);
void sc_deal_complete (GtkWidget   *origin,
                       ScStore     *store,
                       ScVersion   *version,
                       ScDeal      *deal,
                       ScChangeDone done,
                       gpointer     user_data);
void sc_deal_ask_step (GtkWidget *origin,
                       ScStore   *store,
                       ScDeal    *deal);
void sc_deal_lose (GtkWidget *origin,
                   ScStore   *store,
                   ScDeal    *deal);
void sc_deals_lose (GtkWidget *origin,
                    ScStore   *store,
                    ScDeal    *deal,
                    GArray    *deal_ids);

G_END_DECLS
