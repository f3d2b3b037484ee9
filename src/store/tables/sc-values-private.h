/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of a row by column, from which a statement is made. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-values.h"
#include "store/tables/sc-column-private.h"

G_BEGIN_DECLS

/* A column and its value. */
typedef struct {
  const char *column;
  ScCellType type;
  gint64 number;
  double real;
  char *text;
} ScValue;

struct _ScValues {
  GArray *list;
};

static inline ScValue *
sc_values_get (const ScValues *self,
               guint           index)
{
  return &g_array_index (self->list, ScValue, index);
}

ScValue *sc_values_find (const ScValues *self,
                         const char     *column);
void sc_values_set_value (ScValues      *self,
                          const ScValue *value);
void sc_values_set_column (ScValues    *self,
                           const char  *column,
                           ScStatement *statement,
                           int          index);
gboolean sc_value_is_in (const ScValue *self,
                         ScStatement   *statement,
                         int            index);
ScCell sc_value_to_cell (const ScValue *self);
void sc_value_bind (const ScValue *self,
                    ScStatement   *statement,
                    ScCellType     type);

G_END_DECLS
