/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the Scheme view share. */

#pragma once

#include "designer/sc-designer-actions.h"
#include "designer/sc-designer-view.h"
#include "unsaved/sc-unsaved.h"

G_BEGIN_DECLS

struct _ScDesignerView
{
  AdwBin parent_instance;

  ScDesign *design;
  ScDesignerActions *actions;
  ScStore *store;
  char *process_id;
  ScVersion *shown;
  char *draft_id; /* of the draft that was shown last */
  gboolean wants_focus;
  char *wanted_stage_id; /* which the focus is for as soon as it is there */

  AdwToastOverlay *toasts;
  AdwToolbarView *scheme;
  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *split;
  AdwBottomSheet *sheet;
  GtkMenuButton *add_button;
  GtkLabel *status_label;
  GtkWidget *advice_button;
  GtkImage *advice_icon;
  GtkLabel *advice_label;
  GtkWidget *publish_button;
  GtkWidget *pane_button;
  GtkWidget *zoom_box;
  GtkButton *zoom_button;
  AdwBanner *unsaved_banner;
  AdwBanner *plan_banner;
  GtkStack *pages;
  GtkLabel *sum_label;
  ScCanvas *canvas;
  ScStageTable *table;
  GtkBox *layout_box;
  GtkWidget *zoom_bin;
  GMenuModel *scheme_menu;
  ScDesignerPane *pane;
};

/* sc-designer-view-status.c */
void sc_designer_view_update_status (ScDesignerView *self,
                                     ScVersion      *version);
void sc_designer_view_update_banners (ScDesignerView *self,
                                      ScVersion      *version);

/* sc-designer-view-draft.c */
void sc_designer_view_unsaved_init (ScUnsavedInterface *iface);
void sc_designer_view_follow_draft (ScDesignerView *self);

G_END_DECLS
