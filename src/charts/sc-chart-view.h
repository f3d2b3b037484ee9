/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart on the screen, whose points a pointer and keys can ask and open. */

#pragma once

#include <adwaita.h>

#include "diagram/sc-chart.h"

G_BEGIN_DECLS

#define SC_TYPE_CHART_VIEW (sc_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (ScChartView, sc_chart_view, SC, CHART_VIEW, GtkWidget)

GtkWidget *sc_chart_view_new (void);
void sc_chart_view_set_chart (ScChartView *self,
                              ScChart     *chart);
ScChart *sc_chart_view_get_chart (ScChartView *self);
const ScChartPoint *sc_chart_view_get_current (ScChartView *self);
GMenuModel *sc_chart_view_make_menu (void);

G_END_DECLS
