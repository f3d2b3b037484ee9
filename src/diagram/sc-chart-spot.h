/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a point of a chart is. */

#pragma once

#include "diagram/sc-places.h"

G_BEGIN_DECLS

/**
 * ScChartSpot:
 * @series: a series of the chart
 * @point: one of its points
 * @at: where the point is
 * @area: what belongs to the point, for a pointer
 */
typedef struct {
  guint series;
  guint point;
  ScPoint at;
  ScBox area;
} ScChartSpot;

G_END_DECLS
