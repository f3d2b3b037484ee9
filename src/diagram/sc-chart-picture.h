/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as it is drawn in some room, and where each of its points is. */

#pragma once

#include "diagram/sc-chart-look.h"
#include "diagram/sc-chart-spot.h"
#include "diagram/sc-chart.h"

G_BEGIN_DECLS

/* As wide as a chart is in a file. */
#define SC_CHART_FILE_WIDTH 720.0

/**
 * ScChartPicture:
 *
 * A chart as it is drawn: what screen, files and paper show, and where each point of it
 * is.
 */
typedef struct _ScChartPicture ScChartPicture;

ScChartPicture *sc_chart_picture_new (const ScChart     *chart,
                                      const ScChartLook *look,
                                      double             width,
                                      ScTypesetter      *typesetter);
void sc_chart_picture_free (ScChartPicture *self);

double sc_chart_picture_get_width (const ScChartPicture *self);
double sc_chart_picture_get_height (const ScChartPicture *self);
const ScDrawing *sc_chart_picture_get_drawing (const ScChartPicture *self);
guint sc_chart_picture_get_n_spots (const ScChartPicture *self);
const ScChartSpot *sc_chart_picture_get_spot (const ScChartPicture *self,
                                              guint                 position);
int sc_chart_picture_find_spot (const ScChartPicture *self,
                                ScPoint               at);
int sc_chart_picture_find_point (const ScChartPicture *self,
                                 guint                 series,
                                 guint                 point);

double sc_chart_measure_height (const ScChart     *chart,
                                const ScChartLook *look,
                                double             width,
                                ScTypesetter      *typesetter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScChartPicture, sc_chart_picture_free)

G_END_DECLS
