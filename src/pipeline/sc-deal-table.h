/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"
#include "store/sc-deal-query.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_TABLE (sc_deal_table_get_type ())
G_DECLARE_FINAL_TYPE (ScDealTable, sc_deal_table, SC, DEAL_TABLE, AdwBin)

GtkWidget *sc_deal_table_new (void);
void sc_deal_table_set_content (ScDealTable       *self,
                                ScStore           *store,
                                ScVersion         *version,
                                const ScDealQuery *query);
gboolean sc_deal_table_has_row_for (ScDealTable  *self,
                                    const ScDeal *deal);
void sc_deal_table_focus_deal (ScDealTable *self,
                               gint64       deal_id);
guint sc_deal_table_get_n_deals (ScDealTable *self);

G_END_DECLS
