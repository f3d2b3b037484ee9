/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a chart's table, as an item of a list. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SC_TYPE_CHART_ROW (sc_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (ScChartRow, sc_chart_row, SC, CHART_ROW, GObject)

ScChartRow *sc_chart_row_new (const char *const *cells,
                              const char *const *keys);
void sc_chart_row_set (ScChartRow        *self,
                       const char *const *cells,
                       const char *const *keys);
const char *sc_chart_row_get_cell (ScChartRow *self,
                                   guint       position);
const char *sc_chart_row_get_key (ScChartRow *self,
                                  guint       position);

G_END_DECLS
