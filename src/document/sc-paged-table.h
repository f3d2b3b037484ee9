/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of tables on paper. */

#pragma once

#include "document/sc-paged-text.h"

G_BEGIN_DECLS

/**
 * ScCellPlace:
 * @cell: a cell
 * @box: where it stands on its page, with its padding
 * @text: where its words stand
 * @style: how they look
 * @first: the first line of them that stands there
 * @n_lines: how many do
 */
typedef struct {
  const ScTableCell *cell;
  ScBox box;
  ScBox text;
  ScPaperStyle style;
  guint first;
  guint n_lines;
} ScCellPlace;

double sc_table_measure_row (ScPaged       *self,
                             const ScPiece *row);
double sc_table_split_row (ScPaged       *self,
                           const ScPiece *row,
                           const GArray  *before,
                           double         height,
                           GArray        *part,
                           gboolean      *is_last);
guint sc_table_count_cells (const ScPiece *row);
ScCellPlace sc_table_place_cell (ScPaged       *self,
                                 const ScPiece *row,
                                 guint          column);

G_END_DECLS
