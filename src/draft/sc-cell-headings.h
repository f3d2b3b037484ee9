/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands over the columns of a table that is pasted among the stages. */

#pragma once

#include "draft/sc-stage-cells.h"

G_BEGIN_DECLS

typedef struct _ScCellHeadings ScCellHeadings;

ScCellHeadings *sc_cell_headings_read (char        **lines,
                                       ScStageColumn begin);
void sc_cell_headings_free (ScCellHeadings *self);

gboolean sc_cell_headings_find (const ScCellHeadings *self,
                                ScStageColumn         column,
                                guint                *place);
char *sc_cell_headings_complete (const ScCellHeadings *self,
                                 ScStageColumn         column,
                                 const char           *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCellHeadings, sc_cell_headings_free)

G_END_DECLS
