/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board: a column for each stage, with the client mark between them. */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"
#include "store/sc-deal-query.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_BOARD (sc_board_get_type ())
G_DECLARE_FINAL_TYPE (ScBoard, sc_board, SC, BOARD, GtkWidget)

GtkWidget *sc_board_new (void);
void sc_board_set_content (ScBoard           *self,
                           ScStore           *store,
                           ScVersion         *version,
                           const ScDealQuery *query);
void sc_board_set_totals (ScBoard   *self,
                          GPtrArray *totals);
void sc_board_focus_deal (ScBoard    *self,
                          const char *stage_id,
                          gint64      deal_id);
gboolean sc_board_focus_first (ScBoard *self);
gboolean sc_board_focus_first_found (ScBoard *self);
void sc_board_forget_first (ScBoard *self);
gboolean sc_board_focus_last (ScBoard *self);
void sc_board_start_adding (ScBoard *self);
gboolean sc_board_is_adding (ScBoard *self);
void sc_board_set_narrow (ScBoard *self,
                          gboolean is_narrow);
gint64 sc_board_get_selected (ScBoard *self);

G_END_DECLS
