/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sortable keys for a list of rows whose order changes: as few rows as can be
 * get a new one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @row: 0 for one that is new; @key: its key, changed where it has to be. */
typedef struct {
  gint64 row;
  char *key;
  gboolean is_moved;
} ScPlace;

GArray *sc_places_new (void);
void sc_places_add (GArray     *places,
                    gint64      row,
                    const char *key);
void sc_places_arrange (GArray *places);

G_END_DECLS
