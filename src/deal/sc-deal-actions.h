/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a deal, wherever it is shown: actions “deal.…”, and the menu
 * for them. */

#pragma once

#include "model/sc-deal.h"
#include "model/sc-version.h"
#include "widgets/sc-change.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_ACTIONS (sc_deal_actions_get_type ())
G_DECLARE_FINAL_TYPE (ScDealActions, sc_deal_actions, SC, DEAL_ACTIONS, GObject)

ScDealActions *sc_deal_actions_new (GtkWidget *origin);
GActionGroup *sc_deal_actions_get_group (ScDealActions *self);
void sc_deal_actions_set_place (ScDealActions *self,
                                ScStore       *store,
                                ScVersion     *version);
void sc_deal_actions_set_deal (ScDealActions *self,
                               ScDeal        *deal);
void sc_deal_actions_set_many (ScDealActions *self,
                               ScDeal        *deal,
                               GArray        *deal_ids);
void sc_deal_actions_set_mixed (ScDealActions *self,
                                ScDeal        *deal,
                                GArray        *deal_ids);
void sc_deal_actions_set_on_board (ScDealActions *self,
                                   ScDeal        *deal,
                                   GArray        *deal_ids,
                                   guint          n_won);
GMenuModel *sc_deal_actions_create_menu (ScDealActions *self);

G_END_DECLS
