/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of a chart's table: what is said there, or a number that opens what it stands for. */

#pragma once

#include <adwaita.h>

#include "charts/sc-chart-row.h"

G_BEGIN_DECLS

#define SC_TYPE_CHART_CELL (sc_chart_cell_get_type ())
G_DECLARE_FINAL_TYPE (ScChartCell, sc_chart_cell, SC, CHART_CELL, AdwBin)

GtkWidget *sc_chart_cell_new (guint column);
void sc_chart_cell_set_row (ScChartCell *self,
                            ScChartRow  *row);

G_END_DECLS
