/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of the table of stages: read, or typed in. */

#pragma once

#include <adwaita.h>

#include "designer/table/sc-stage-row.h"
#include "draft/sc-stage-cells.h"

G_BEGIN_DECLS

#define SC_TYPE_TABLE_CELL (sc_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (ScTableCell, sc_table_cell, SC, TABLE_CELL, AdwBin)

GtkWidget *sc_table_cell_new (ScStageColumn column);
void sc_table_cell_set_row (ScTableCell *self,
                            ScStageRow  *row);
ScStageRow *sc_table_cell_get_row (ScTableCell *self);
const char *sc_table_cell_get_stage_id (ScTableCell *self);
ScStageColumn sc_table_cell_get_column (ScTableCell *self);
void sc_table_cell_edit (ScTableCell *self,
                         const char  *typed);
void sc_table_cell_open (ScTableCell *self);
gboolean sc_table_cell_is_editing (ScTableCell *self);
void sc_table_cell_refuse (ScTableCell *self,
                           const char  *message);

G_END_DECLS
