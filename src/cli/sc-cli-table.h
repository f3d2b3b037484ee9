/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints rows of texts as columns that line up. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of texts for people, whose columns line up. */
typedef struct _ScCliTable ScCliTable;

ScCliTable *sc_cli_table_new (guint n_columns);
void sc_cli_table_free (ScCliTable *self);
void sc_cli_table_add (ScCliTable *self,
                       ...) G_GNUC_NULL_TERMINATED;
void sc_cli_table_print (ScCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCliTable, sc_cli_table_free)

G_END_DECLS
