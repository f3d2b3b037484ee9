/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of a column of the board share. */

#pragma once

#include "deal/sc-deal-chances.h"
#include "deal/sc-new-deal.h"
#include "deal/sc-waiting.h"
#include "pipeline/sc-deal-card.h"
#include "pipeline/sc-growing-model.h"
#include "pipeline/sc-stage-column.h"
#include "store/sc-store.h"
#include "unsaved/sc-unsaved.h"

G_BEGIN_DECLS

struct _ScStageColumn
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *name_label;
  GtkLabel *count_label;
  GtkLabel *sum_label;
  GtkWidget *add_button;
  GtkRevealer *add_revealer;
  ScNewDeal *new_deal; /* %NULL until one is added here */
  GtkStack *stack;
  ScWaiting *waiting;
  GtkListView *list_view;
  GtkToggleButton *parked_button;

  ScStage *stage;
  ScCalendar *calendar;
  ScStore *store;
  ScDealChances *chances;
  ScDealList *deals;
  ScGrowingModel *shown_deals;
  ScDealQuery *query;
  gboolean is_new_query;
  gboolean is_extending; /* what is selected by a click or a key that is on its way */
  gboolean shows_parked; /* and none that are at work */
  guint n_deals;
  gint64 added_id;
  GPtrArray *sent;    /* deals that are being added */
  gboolean follows_added; /* the line is closed, and the last of those is to get the focus */
  GPtrArray *refused; /* those that could not be */

  ScDealCard *drop_card;
  ScDropPlace drop_place;
};

/* sc-stage-column-add.c */
void sc_stage_column_unsaved_init (ScUnsavedInterface *iface);
void sc_stage_column_bind_adding (GtkWidgetClass *widget_class);
void sc_stage_column_emit_adding (ScStageColumn *self);

/* sc-stage-column-selection.c */
void sc_stage_column_bind_selection (GtkWidgetClass *widget_class);
void sc_stage_column_make_selection (ScStageColumn *self);
void sc_stage_column_note_modifiers (ScStageColumn  *self,
                                     GdkModifierType state);
void sc_stage_column_begin_alone (ScStageColumn *self);
void sc_stage_column_emit_selected (ScStageColumn *self,
                                    ScDealItem    *item);
void sc_stage_column_emit_alone (ScStageColumn *self);

/* sc-stage-column-parked.c */
void sc_stage_column_bind_parked (GtkWidgetClass *widget_class);
ScParked sc_stage_column_get_parked (ScStageColumn *self);
void sc_stage_column_set_n_parked (ScStageColumn *self,
                                   guint          n_parked);
void sc_stage_column_hide_parked (ScStageColumn *self);

void sc_stage_column_install_drop (ScStageColumn *self);
void sc_stage_column_install_tooltip (ScStageColumn *self);
void sc_stage_column_bind_tooltip (GtkWidgetClass *widget_class);
void sc_stage_column_install_drag (ScDealCard *card);
void sc_stage_column_emit_dropped (ScStageColumn *self,
                                   ScDeal        *deal,
                                   gint64         before_id);
ScDealCard *sc_stage_column_pick_card (ScStageColumn *self,
                                       double         x,
                                       double         y);

G_END_DECLS
