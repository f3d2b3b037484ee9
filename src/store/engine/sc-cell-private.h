/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A value of the database, whatever engine keeps it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SC_CELL_NULL,
  SC_CELL_INTEGER,
  SC_CELL_REAL,
  SC_CELL_TEXT,
  /* What no column of ours may hold. */
  SC_CELL_OTHER,
} ScCellType;

/* A value as it was found: the text need neither be UTF-8 nor have its end
 * where the first null character is. */
typedef struct {
  ScCellType type;
  gint64 number;
  double real;
  const char *text;
  gsize length;
} ScCell;

G_END_DECLS
