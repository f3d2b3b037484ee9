/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the board share. */

#pragma once

#include "deal/sc-deal-actions.h"
#include "pipeline/sc-board.h"
#include "pipeline/sc-edge-scroll.h"
#include "pipeline/sc-stage-column.h"

G_BEGIN_DECLS

typedef struct {
  int columns;
  int rows;
  gboolean is_walk; /* without the card */
} ScBoardStep;

struct _ScBoard
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *switcher;
  GtkDropDown *stage_drop_down;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkScrolledWindow *scroller;
  GtkBox *columns_box;
  GtkRevealer *strips_revealer;
  GtkWidget *win_strip;
  GtkWidget *refuse_strip;

  ScStore *store;
  ScVersion *version;
  char *process_id;
  ScDealActions *actions;
  GPtrArray *columns;
  GPtrArray *marks;
  gboolean is_narrow;
  guint current;
  gboolean is_selecting_all;
  gint64 selected_id;
  gint64 neighbour_id;

  /* The card that is to get the focus once it stands in its new column. */
  char *pending_stage_id;
  gint64 pending_id;
  char *pending_from_id; /* the stage that it leaves, NULL for none */
  ScDealItem *pending_item; /* whose deal is being read */
  GSignalGroup *pending_signals;
  guint pending_source;
  guint pending_tick;
  gboolean waits_for_change;
  /* Where the focus is until the first card is found, which then gets it. */
  GtkWidget *first_from;

  /* While a card is on its way, further steps wait for it. */
  gboolean is_moving;
  gboolean is_asking; /* or writing: it has not been moved yet */
  gboolean is_continuing;
  GArray *steps; /* ScBoardStep */

  GtkWidget *menu;
  ScDealActions *menu_actions; /* for what the menu shows, whatever is selected meanwhile */
  GtkWidget *rename_popover;
  ScDeal *menu_deal;
  GdkRectangle menu_area;

  ScEdgeScroll *edge_scroll;
};

ScStageColumn *sc_board_get_column (ScBoard *self,
                                    guint    position);
gboolean sc_board_find_column (ScBoard    *self,
                               const char *stage_id,
                               guint      *position);

void sc_board_show_column (ScBoard *self,
                           guint    position);

/* sc-board-columns.c */
ScStageColumn *sc_board_create_column (ScBoard *self,
                                       ScStage *stage);
gboolean sc_board_is_hidden (ScBoard       *self,
                             ScStageColumn *column,
                             gint64         deal_id);

/* sc-board-width.c */
void sc_board_fit_columns (ScBoard *self);
void sc_board_adding_cb (ScBoard       *self,
                         ScStageColumn *column);
void sc_board_install_width (ScBoard *self);

/* sc-board-pending.c */
void sc_board_try_pending (ScBoard *self);
void sc_board_try_pending_soon (ScBoard *self);
void sc_board_deals_changed_cb (ScBoard    *self,
                                guint       position,
                                guint       n_removed,
                                guint       n_added,
                                GListModel *deals);

/* sc-board-focus.c */
void sc_board_focus_neighbour (ScBoard *self);
guint sc_board_find_kept (ScBoard   *self,
                          ScVersion *old);
void sc_board_try_first (ScBoard *self);
gboolean sc_board_has_read_pending (ScBoard       *self,
                                    ScStageColumn *column);
gboolean sc_board_has_left_column (ScBoard *self);
gboolean sc_board_has_lost_pending (ScBoard       *self,
                                    ScStageColumn *column);

/* sc-board-selection.c */
gboolean sc_board_aim (ScBoard       *self,
                       ScDealActions *actions,
                       ScDeal        *deal);
guint sc_board_count_selected (ScBoard *self);
void sc_board_tell_several (ScBoard *self);
gboolean sc_board_has_selected_across (ScBoard *self);
void sc_board_select_all (ScBoard *self);
void sc_board_unselect_others (ScBoard       *self,
                               ScStageColumn *column);

/* sc-board-menu.c */
void sc_board_install_menu (ScBoard *self);
void sc_board_open_menu (ScBoard       *self,
                         ScStageColumn *column,
                         ScDeal        *deal);
void sc_board_open_rename (ScBoard       *self,
                           ScStageColumn *column,
                           ScDeal        *deal);
void sc_board_emit_open (ScBoard *self,
                         gint64   deal_id);

/* sc-board-refuse.c */
void sc_board_install_keys (GtkWidgetClass *widget_class);
void sc_board_install_strips (ScBoard *self);

/* sc-board-move.c */
void sc_board_continue (ScBoard *self);
void sc_board_end_moving (ScBoard *self);
void sc_board_walk (ScBoard       *self,
                    ScStageColumn *column,
                    int            columns);
void sc_board_move (ScBoard       *self,
                    ScStageColumn *column,
                    int            columns,
                    int            rows);
void sc_board_drop (ScBoard       *self,
                    ScStageColumn *column,
                    ScDeal        *deal,
                    gint64         before_id);

G_END_DECLS
