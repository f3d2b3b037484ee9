/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal on the board. */

#pragma once

#include <gtk/gtk.h>

#include "deal/sc-deal-chances.h"
#include "model/sc-calendar.h"
#include "model/sc-stage.h"
#include "store/list/sc-deal-list.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_CARD (sc_deal_card_get_type ())
G_DECLARE_FINAL_TYPE (ScDealCard, sc_deal_card, SC, DEAL_CARD, GtkWidget)

/* Where on a card something is about to be dropped. */
typedef enum {
  SC_DROP_NOWHERE,
  SC_DROP_ABOVE,
  SC_DROP_BELOW,
} ScDropPlace;

GtkWidget *sc_deal_card_new (GtkListItem *list_item);
GtkListItem *sc_deal_card_get_list_item (ScDealCard *self);
void sc_deal_card_bind (ScDealCard *self,
                        ScDealItem *item,
                        ScStage    *stage,
                        ScCalendar *calendar);
void sc_deal_card_set_chances (ScDealCard    *self,
                               ScDealChances *chances);
void sc_deal_card_unbind (ScDealCard *self);
ScDealItem *sc_deal_card_get_item (ScDealCard *self);
char *sc_deal_card_get_cut (ScDealCard *self);
void sc_deal_card_set_drop_place (ScDealCard *self,
                                  ScDropPlace place);

G_END_DECLS
