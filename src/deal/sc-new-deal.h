/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a deal is typed as one line, with the fields that it is read into beneath. */

#pragma once

#include <gtk/gtk.h>

#include "model/sc-deal.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_NEW_DEAL (sc_new_deal_get_type ())
G_DECLARE_FINAL_TYPE (ScNewDeal, sc_new_deal, SC, NEW_DEAL, GtkWidget)

GtkWidget *sc_new_deal_new (void);
void sc_new_deal_set_place (ScNewDeal  *self,
                            ScStore    *store,
                            const char *process_id);
gboolean sc_new_deal_is_empty (ScNewDeal *self);
char *sc_new_deal_get_title (ScNewDeal *self);
ScDeal *sc_new_deal_create_deal (ScNewDeal *self);
void sc_new_deal_offer (ScNewDeal *self,
                        ScDeal    *deal);
void sc_new_deal_clear (ScNewDeal *self);

G_END_DECLS
