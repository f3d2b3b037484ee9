/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a list that has an order, such as the stages of a version. */

#pragma once

#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

/* @row: 0 for one that is new; @key: what it is sorted by. */
typedef struct {
  gint64 row;
  char *key;
  gboolean is_moved;
} ScOrderedRow;

typedef const char *(*ScOrderedRowId) (gconstpointer element);
typedef gboolean (*ScOrderedRowPut) (ScWrite            *write,
                                     gconstpointer       element,
                                     const ScOrderedRow *row,
                                     gpointer            data,
                                     GError            **error);

gboolean sc_ordered_rows_save (ScWrite        *write,
                               const char     *table,
                               ScStatement    *statement,
                               GPtrArray      *list,
                               ScOrderedRowId  get_id,
                               ScOrderedRowPut put,
                               gpointer        data,
                               GError        **error);

G_END_DECLS
