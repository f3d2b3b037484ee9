/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of a process's deals, with those that have left the board. */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"
#include "store/sc-deal-query.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_PIPELINE_LIST (sc_pipeline_list_get_type ())
G_DECLARE_FINAL_TYPE (ScPipelineList, sc_pipeline_list, SC, PIPELINE_LIST, AdwBin)

GtkWidget *sc_pipeline_list_new (void);
void sc_pipeline_list_set_content (ScPipelineList    *self,
                                   ScStore           *store,
                                   ScVersion         *version,
                                   const ScDealQuery *query);
gboolean sc_pipeline_list_has_row_for (ScPipelineList *self,
                                       const ScDeal   *deal);
void sc_pipeline_list_focus_deal (ScPipelineList *self,
                                  gint64          deal_id);
gint64 sc_pipeline_list_get_selected (ScPipelineList *self);
guint sc_pipeline_list_get_n_deals (ScPipelineList *self);
GMenuModel *sc_pipeline_list_get_columns_menu (ScPipelineList *self);
GActionGroup *sc_pipeline_list_get_columns_group (ScPipelineList *self);

G_END_DECLS
