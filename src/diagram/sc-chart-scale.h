/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the axes of charts begin and end, where their ticks are, and how their numbers are
 * written. */

#pragma once

#include "diagram/sc-chart.h"

G_BEGIN_DECLS

/**
 * ScChartRange:
 * @least: where an axis begins: at 0, or below it
 * @most: where it ends, beyond @least
 */
typedef struct {
  double least;
  double most;
} ScChartRange;

ScChartRange sc_chart_find_x_range (const ScChart *self);
ScChartRange sc_chart_find_y_range (const ScChart *self);
GArray *sc_chart_choose_ticks (const ScChartAxis *axis,
                               ScChartRange      *range,
                               guint              n_most);

char *sc_chart_tell_value (const ScChartAxis *axis,
                           double             value);
char *sc_chart_tell_tick (const ScChartAxis *axis,
                          double             value);
char *sc_chart_write_value (const ScChartAxis *axis,
                            double             value);

G_END_DECLS
