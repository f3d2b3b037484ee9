/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the list of deals share. */

#pragma once

#include "deal/sc-deal-actions.h"
#include "deal/sc-waiting.h"
#include "pipeline/sc-deal-cell.h"
#include "pipeline/sc-growing-model.h"
#include "pipeline/sc-pipeline-list.h"

G_BEGIN_DECLS

struct _ScPipelineList
{
  AdwBin parent_instance;

  GtkStack *stack;
  ScWaiting *waiting;
  GtkColumnView *column_view;
  GtkColumnViewColumn *columns[SC_N_CELLS];
  ScCellWidths widths;
  GMenuModel *columns_menu;
  GSimpleActionGroup *columns_group;
  gboolean is_arranging;
  GtkWidget *menu;

  ScStore *store;
  ScVersion *version;
  ScDealList *deals;
  ScGrowingModel *shown_deals;
  ScDealQuery *query;
  GtkSelectionModel *selection;
  ScDealActions *actions;

  /* What the deals are sorted by, and whether the titles are being told. */
  GSettings *settings;
  gboolean is_showing_order;
  /* Other deals are to be shown from the first on, once they are there. */
  gboolean wants_top;
  /* The deal that is to get the focus, once it stands there. */
  gint64 wanted_id;
  /* While the focus waits for a row. */
  guint tick;
  guint n_frames;
};

void sc_pipeline_list_set_order (ScPipelineList *self,
                                 ScDealQuery    *query);
void sc_pipeline_list_show_order (ScPipelineList *self);
void sc_pipeline_list_set_query (ScPipelineList    *self,
                                 const ScDealQuery *query);
void sc_pipeline_list_order_changed_cb (ScPipelineList *self);
void sc_pipeline_list_title_clicked_cb (ScPipelineList      *self,
                                        GtkSorterChange      change,
                                        GtkColumnViewSorter *sorter);
void sc_pipeline_list_align_titles (ScPipelineList *self);

/* sc-pipeline-list-focus.c */
guint sc_pipeline_list_get_selected_position (ScPipelineList *self);
void sc_pipeline_list_focus_wanted (ScPipelineList *self);
gboolean sc_pipeline_list_grab_focus (GtkWidget *widget);

/* sc-pipeline-list-columns.c */
void sc_pipeline_list_install_columns (ScPipelineList *self);

G_END_DECLS
