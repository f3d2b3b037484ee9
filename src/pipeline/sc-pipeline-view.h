/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Deals view: a process's deals as a board and as a list, and one of them in a
 * pane beside. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_PIPELINE_VIEW (sc_pipeline_view_get_type ())
G_DECLARE_FINAL_TYPE (ScPipelineView, sc_pipeline_view, SC, PIPELINE_VIEW, AdwBin)

GtkWidget *sc_pipeline_view_new (void);
void sc_pipeline_view_set_store (ScPipelineView *self,
                                 ScStore        *store);
ScStore *sc_pipeline_view_get_store (ScPipelineView *self);
void sc_pipeline_view_set_process_id (ScPipelineView *self,
                                      const char     *process_id);
const char *sc_pipeline_view_get_process_id (ScPipelineView *self);
void sc_pipeline_view_select_deal (ScPipelineView *self,
                                   gint64          deal_id);
void sc_pipeline_view_show_answer (ScPipelineView *self,
                                   gint64          deal_id,
                                   const char     *criterion_id);
void sc_pipeline_view_show_set (ScPipelineView *self,
                                const char     *name,
                                GArray         *deal_ids);

void sc_pipeline_view_lead_to_deal (ScPipelineView *self,
                                    gint64          deal_id);

void sc_pipeline_view_start_adding (ScPipelineView *self);

G_END_DECLS
