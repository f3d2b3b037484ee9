/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a pasted table hold beside the stages' names. */

#pragma once

#include "method/sc-pasted-stage.h"

G_BEGIN_DECLS

typedef struct _ScTableColumns ScTableColumns;

ScTableColumns *sc_table_columns_new (GPtrArray *rows,
                                      guint      name_column,
                                      gboolean   has_heading);
void sc_table_columns_free (ScTableColumns *self);

gboolean sc_table_columns_are_headed (GPtrArray *rows);
void sc_table_columns_fill (const ScTableColumns *self,
                            guint                 row,
                            ScPastedStage        *stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTableColumns, sc_table_columns_free)

G_END_DECLS
