/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a pasted table hold beside the stages' names. */

#pragma once

#include "method/sc-pasted-stage.h"

G_BEGIN_DECLS

typedef struct _ScTableColumns ScTableColumns;

/* What they can hold. */
typedef enum {
  SC_TABLE_TIME,
  SC_TABLE_PROBABILITY,
  SC_TABLE_OWNER,
} ScTableColumn;

ScTableColumns *sc_table_columns_new (GPtrArray *rows,
                                      guint      name_column,
                                      gboolean   has_heading);
void sc_table_columns_free (ScTableColumns *self);

gboolean sc_table_heading_tells (const char   *heading,
                                 ScTableColumn column);
gboolean sc_table_columns_are_headed (GPtrArray *rows);
void sc_table_columns_fill (const ScTableColumns *self,
                            guint                 row,
                            ScPastedStage        *stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTableColumns, sc_table_columns_free)

G_END_DECLS
