/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as a table of the same numbers, for eyes, ears and spreadsheets. */

#pragma once

#include "diagram/sc-chart.h"

G_BEGIN_DECLS

/* How the cells of a table are written. */
typedef enum {
  SC_CELLS_FOR_PEOPLE,
  SC_CELLS_FOR_PROGRAMS,
} ScCells;

GPtrArray *sc_chart_make_table (const ScChart *self,
                                ScCells        cells);
char *sc_chart_tell_place (const ScChart *self,
                           double         x);
GPtrArray *sc_chart_make_keys (const ScChart *self);
char *sc_chart_tell_point (const ScChart *self,
                           guint          series,
                           guint          position);
GBytes *sc_chart_make_csv (const ScChart *self);

G_END_DECLS
