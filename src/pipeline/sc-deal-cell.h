/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of the list of deals. */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"
#include "store/list/sc-deal-list.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_CELL (sc_deal_cell_get_type ())
G_DECLARE_FINAL_TYPE (ScDealCell, sc_deal_cell, SC, DEAL_CELL, AdwBin)

/* What a cell of the list shows. */
typedef enum {
  SC_CELL_TITLE,
  SC_CELL_COMPANY,
  SC_CELL_VALUE,
  SC_CELL_STAGE,
  SC_CELL_STATUS,
  SC_CELL_OWNER,
  SC_CELL_LABEL,
  SC_CELL_NEXT_STEP,
  SC_CELL_DUE,
  SC_CELL_EXPECTED_CLOSE,
  SC_CELL_AGE,
  SC_CELL_STARTED,
  SC_CELL_CLOSED,
  SC_N_CELLS,
} ScCellKind;

/* How many letters the longest text of each column has had: none becomes narrower while
 * its rows are scrolled. */
typedef struct {
  guint n_chars[SC_N_CELLS];
} ScCellWidths;

const char *sc_cell_kind_get_title (ScCellKind kind);
const char *sc_cell_kind_get_id (ScCellKind kind);
ScDealOrder sc_cell_kind_get_order (ScCellKind kind);
gboolean sc_cell_kind_is_number (ScCellKind kind);

GtkWidget *sc_deal_cell_new (ScCellKind    kind,
                             ScCellWidths *widths);
void sc_deal_cell_bind (ScDealCell *self,
                        ScDealItem *item,
                        ScVersion  *version);
void sc_deal_cell_unbind (ScDealCell *self);
ScDealItem *sc_deal_cell_get_item (ScDealCell *self);

G_END_DECLS
