/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the Deals view share. */

#pragma once

#include "deal/sc-deal-chances.h"
#include "deal/sc-deal-pane.h"
#include "pipeline/sc-board.h"
#include "pipeline/sc-deals-filter.h"
#include "pipeline/sc-filter-popover.h"
#include "pipeline/sc-pipeline-list.h"
#include "pipeline/sc-pipeline-load.h"
#include "pipeline/sc-pipeline-view.h"

G_BEGIN_DECLS

struct _ScPipelineView
{
  AdwBin parent_instance;

  AdwOverlaySplitView *split_view;
  ScDealPane *pane; /* %NULL until a deal is opened */
  GtkStack *pane_stack;
  AdwStatusPage *several_page; /* %NULL until several are selected beside the pane */
  guint n_selected;
  GtkWidget *toolbar;
  GtkWidget *filter_button;
  ScFilterPopover *filter_popover;
  GtkWidget *totals_bar;
  GtkLabel *totals_label;
  GtkWidget *all_button;
  GMenu *list_section;
  GMenuModel *order_menu;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkWidget *mine_button;
  GtkWidget *set_bar;
  GtkLabel *set_label;
  GtkStack *stack;
  ScBoard *board;
  ScPipelineList *table;

  GSimpleActionGroup *actions;
  GSettings *settings;
  ScStore *store;
  GSignalGroup *store_signals;
  char *process_id;
  char *search;
  GArray *set; /* the deals that alone are shown, or NULL */
  ScDealsFilter filter;
  ScDealChances *chances;
  GCancellable *counting;
  ScVersion *version;
  /* Whether nothing was published since @version was read. */
  gboolean is_version_known;
  GCancellable *cancellable;
  gint64 wanted_id;
  char *wanted_criterion; /* NULL for the deal itself */
  gboolean wants_pane;
  gboolean shows_list;
  gboolean is_adding;
  gboolean wants_adding; /* once the process is read */
  gboolean wants_focus;
};

ScDealPane *sc_pipeline_view_need_pane (ScPipelineView *self);
void sc_pipeline_view_load (ScPipelineView *self);
void sc_pipeline_view_show_all (ScPipelineView *self);
void sc_pipeline_view_show_wanted_deals (ScPipelineView *self);
void sc_pipeline_view_lead_to_found (ScPipelineView *self);

/* sc-pipeline-view-actions.c */
void sc_pipeline_view_install_actions (ScPipelineView *self);
void sc_pipeline_view_install_shortcuts (ScPipelineView *self);
void sc_pipeline_view_install_typing (ScPipelineView *self);
void sc_pipeline_view_restore (ScPipelineView *self);
void sc_pipeline_view_set_layout (ScPipelineView *self,
                                  const char     *layout);

/* sc-pipeline-view-set.c */
void sc_pipeline_view_leave_set (ScPipelineView *self);

/* sc-pipeline-view-filter.c */
void sc_pipeline_view_bind_filter (GtkWidgetClass *widget_class);
const ScDealsFilter *sc_pipeline_view_get_filter (ScPipelineView *self);
ScDealQuery *sc_pipeline_view_create_query (ScPipelineView *self,
                                            ScDealOrder     order);
gboolean sc_pipeline_view_is_filtered (ScPipelineView *self);
void sc_pipeline_view_follow_chances (ScPipelineView *self);
void sc_pipeline_view_restore_filter (ScPipelineView *self);
void sc_pipeline_view_clear_filter (ScPipelineView *self);
void sc_pipeline_view_show_totals (ScPipelineView *self,
                                   GPtrArray      *totals);

/* sc-pipeline-view-several.c */
void sc_pipeline_view_update_several (ScPipelineView *self);
void sc_pipeline_view_bind_several (GtkWidgetClass *widget_class);

/* sc-pipeline-view-lead.c */
void sc_pipeline_view_show_wanted (ScPipelineView *self);

G_END_DECLS
