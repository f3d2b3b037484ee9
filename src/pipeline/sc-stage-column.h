/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stage's column on the board: its name, count and sum, a place to add a deal, and
 * its deals as cards. */

#pragma once

#include <gtk/gtk.h>

#include "model/sc-version.h"
#include "store/list/sc-deal-list.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_STAGE_COLUMN (sc_stage_column_get_type ())
G_DECLARE_FINAL_TYPE (ScStageColumn, sc_stage_column, SC, STAGE_COLUMN, GtkWidget)

GtkWidget *sc_stage_column_new (ScStage    *stage,
                                ScCalendar *calendar);
ScStage *sc_stage_column_get_stage (ScStageColumn *self);
void sc_stage_column_set_stage (ScStageColumn *self,
                                ScStage       *stage,
                                ScCalendar    *calendar);
void sc_stage_column_set_query (ScStageColumn     *self,
                                ScStore           *store,
                                const ScDealQuery *query);
void sc_stage_column_set_totals (ScStageColumn *self,
                                 GPtrArray     *totals,
                                 ScVersion     *version);
guint sc_stage_column_get_n_deals (ScStageColumn *self);

GListModel *sc_stage_column_get_deals (ScStageColumn *self);
gboolean sc_stage_column_get_focus_position (ScStageColumn *self,
                                             guint         *position);
ScDealItem *sc_stage_column_get_focus_item (ScStageColumn *self);
gboolean sc_stage_column_focus_deal (ScStageColumn *self,
                                     gint64         deal_id);
gboolean sc_stage_column_focus (ScStageColumn *self);
void sc_stage_column_focus_position (ScStageColumn *self,
                                     guint          position);
gboolean sc_stage_column_get_focus_y (ScStageColumn *self,
                                      double        *y);
void sc_stage_column_focus_near (ScStageColumn *self,
                                 double         y);
void sc_stage_column_scroll_to_top (ScStageColumn *self);
gboolean sc_stage_column_is_extending (ScStageColumn *self);
void sc_stage_column_select_all (ScStageColumn *self);
void sc_stage_column_unselect (ScStageColumn *self);
guint sc_stage_column_get_n_selected (ScStageColumn *self);
GArray *sc_stage_column_get_selected_ids (ScStageColumn *self);
gboolean sc_stage_column_get_card_area (ScStageColumn *self,
                                        gint64         deal_id,
                                        GdkRectangle  *area);

void sc_stage_column_start_adding (ScStageColumn *self);
gboolean sc_stage_column_is_adding (ScStageColumn *self);
const ScDealQuery *sc_stage_column_get_query (ScStageColumn *self);
void sc_stage_column_set_added (ScStageColumn *self,
                                gint64         deal_id);

G_END_DECLS
