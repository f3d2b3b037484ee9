/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of the database may hold, said once: rows are measured by
 * it when they are read and when they are written, and the check of the
 * database measures all of them by it. */

#pragma once

#include "store/engine/sc-cell-private.h"

G_BEGIN_DECLS

/* The greatest number of a row: every program reads it exactly from JSON. */
#define SC_MAX_KEY ((G_GINT64_CONSTANT (1) << 53) - 1)

/**
 * ScColumn:
 * @name: its name
 * @type: %SC_CELL_INTEGER, %SC_CELL_REAL or %SC_CELL_TEXT
 * @is_nullable: whether it may have no value
 * @min: the least number
 * @max: the greatest number; the most bytes of a text
 * @parent: (nullable): the table that it holds a key of
 * @accepts: (nullable): whether a text that is UTF-8 is one of this column's
 * @complaint: (nullable): a sentence for what @accepts does not accept, to be
 *   translated
 */
typedef struct {
  const char *name;
  ScCellType type;
  gboolean is_nullable;
  gint64 min;
  gint64 max;
  const char *parent;
  gboolean (*accepts)(const char *text);
  const char *complaint;
} ScColumn;

/**
 * ScTable:
 * @name: its name
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many they are
 * @n_keys: how many of the first ones are its key together
 */
typedef struct {
  const char *name;
  const ScColumn *columns;
  guint n_columns;
  guint n_keys;
} ScTable;

const ScTable *sc_table_get_all (guint *n_tables);
const ScTable *sc_table_find (const char *name);
const ScColumn *sc_table_find_column (const ScTable *self,
                                      const char    *name);

void sc_cell_append (const ScCell *self,
                     GString      *text);
gboolean sc_cell_is_text (const ScCell *self,
                          const char  **problem);
gboolean sc_column_accepts (const ScColumn *self,
                            const ScCell   *cell,
                            const char    **problem);

gboolean sc_json_is_inverse (const char *json);

gboolean sc_key_is_free (gint64   key,
                         GError **error);
char *sc_table_describe_problem (const char *table,
                                 const char *row,
                                 const char *field,
                                 const char *problem);

G_END_DECLS
