/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the parts of a chart, which are laid out as if everything began on the left; where it
 * begins on the right, the pen mirrors them. */

#pragma once

#include "diagram/sc-chart-look.h"
#include "diagram/sc-chart-scale.h"
#include "diagram/sc-chart-spot.h"

G_BEGIN_DECLS

/* What a chart has around itself where it is on paper of its own. */
#define SC_CHART_MARGIN 20.0

/* Between a text and what it is of. */
#define SC_CHART_GAP 6.0

/**
 * ScChartPen:
 * @chart: what is drawn
 * @look: what it is to look like
 * @colours: its colours
 * @typesetter: what sets its texts
 * @drawing: (nullable): where to, %NULL while it is measured
 * @spots: (element-type ScChartSpot): where its points are
 * @width: the whole chart's width
 * @margin: what is left empty on each side
 */
typedef struct {
  const ScChart *chart;
  const ScChartLook *look;
  const ScChartColours *colours;
  ScTypesetter *typesetter;
  ScDrawing *drawing;
  GArray *spots;
  double width;
  double margin;
} ScChartPen;

void sc_chart_pen_write (const ScChartPen *self,
                         ScTextStyle       style,
                         const char       *text,
                         ScBox             box,
                         ScAlign           align,
                         ScColour          colour,
                         guint             max_lines);
void sc_chart_pen_draw_line (const ScChartPen *self,
                             ScPoint           from,
                             ScPoint           to,
                             ScColour          colour,
                             double            line_width,
                             ScDash            dash);
void sc_chart_pen_draw_path (const ScChartPen *self,
                             const GArray     *points,
                             guint             series);
void sc_chart_pen_draw_band (const ScChartPen *self,
                             const GArray     *points,
                             guint             series);
void sc_chart_pen_draw_bar (const ScChartPen *self,
                            guint             series,
                            ScBox             box);
void sc_chart_pen_draw_mark (const ScChartPen *self,
                             guint             series,
                             ScPoint           at);
void sc_chart_pen_draw_interval (const ScChartPen *self,
                                 ScPoint           from,
                                 ScPoint           to);
void sc_chart_pen_draw_target (const ScChartPen *self,
                               ScPoint           from,
                               ScPoint           to);
void sc_chart_pen_add_spot (const ScChartPen *self,
                            guint             series,
                            guint             point,
                            ScPoint           at,
                            ScBox             area);

ScColour sc_chart_pen_get_colour (const ScChartPen *self,
                                  guint             series);
double sc_chart_pen_measure (const ScChartPen *self,
                             ScTextStyle       style,
                             const char       *text);

double sc_chart_head_draw (const ScChartPen *self);

double sc_chart_curves_draw (const ScChartPen *self,
                             double            top);
double sc_chart_rows_draw (const ScChartPen *self,
                           double            top);

G_END_DECLS
