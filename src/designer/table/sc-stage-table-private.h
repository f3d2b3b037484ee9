/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the table of stages share. */

#pragma once

#include "designer/table/sc-stage-table.h"
#include "designer/table/sc-table-cell.h"

G_BEGIN_DECLS

struct _ScStageTable
{
  AdwBin parent_instance;

  ScDesign *design;
  GListStore *rows; /* of ScStageRow */
  GtkSelectionModel *selection;
  char *selected;
  gboolean is_showing;
  ScStageColumn last_column; /* that had the keyboard */
  GtkWidget *popover;      /* of choices, or a menu, while it is open */
  ScTableCell *chosen_for; /* weak: the cell that it stands at */

  GtkColumnView *column_view;
};

GPtrArray *sc_stage_table_list_selected (ScStageTable *self);
gboolean sc_stage_table_find_row (ScStageTable *self,
                                  const char   *stage_id,
                                  guint        *position);
ScTableCell *sc_stage_table_get_focused_cell (ScStageTable *self);

void sc_stage_table_focus_cell (ScStageTable *self,
                                guint         position,
                                ScStageColumn column);

/* sc-stage-table-edit.c */
void sc_stage_table_follow_cell (ScStageTable *self,
                                 ScTableCell  *cell);
void sc_stage_table_bind_editing (GtkWidgetClass *widget_class);

G_END_DECLS
