/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the parts of a chart, which are laid out as if everything began on the left; where it
 * begins on the right, the pen mirrors them. Without a drawing it draws nothing: so a chart
 * is measured by what draws it. */

#include "diagram/sc-chart-pen.h"

#define INTERVAL_CAP 4.0
#define TARGET_WIDTH 3.0

static gboolean
is_mirrored (const ScChartPen *self)
{
  return self->look->direction == SC_DIRECTION_RTL;
}

static ScPoint
mirror_point (const ScChartPen *self,
              ScPoint           point)
{
  if (is_mirrored (self))
    point.x = self->width - point.x;

  return point;
}

static ScBox
mirror_box (const ScChartPen *self,
            ScBox             box)
{
  if (is_mirrored (self))
    box.x = self->width - box.x - box.width;

  return box;
}

static ScPoint *
mirror_points (const ScChartPen *self,
               const GArray     *points)
{
  ScPoint *mirrored = g_new (ScPoint, points->len);

  for (guint i = 0; i < points->len; i++)
    mirrored[i] = mirror_point (self, g_array_index (points, ScPoint, i));

  return mirrored;
}

/**
 * sc_chart_pen_get_colour:
 * @self: a pen
 * @series: a series
 *
 * Returns: its colour
 */
ScColour
sc_chart_pen_get_colour (const ScChartPen *self,
                         guint             series)
{
  return self->colours->series[series % SC_CHART_N_STYLES];
}

/**
 * sc_chart_pen_measure:
 * @self: a pen
 * @style: what sort of text it is
 * @text: a text
 *
 * Returns: how wide it is on one line
 */
double
sc_chart_pen_measure (const ScChartPen *self,
                      ScTextStyle       style,
                      const char       *text)
{
  return sc_typesetter_measure_width (self->typesetter, style, text);
}

/**
 * sc_chart_pen_write:
 * @self: a pen
 * @style: what sort of text it is
 * @text: a text
 * @box: where
 * @align: the side it is on, %SC_ALIGN_LEFT where it begins
 * @colour: its colour
 * @max_lines: the most lines that it may take
 */
void
sc_chart_pen_write (const ScChartPen *self,
                    ScTextStyle       style,
                    const char       *text,
                    ScBox             box,
                    ScAlign           align,
                    ScColour          colour,
                    guint             max_lines)
{
  if (self->drawing == NULL)
    return;

  if (is_mirrored (self) && align != SC_ALIGN_CENTRE)
    align = align == SC_ALIGN_LEFT ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT;
  sc_drawing_add_text (self->drawing, sc_typesetter_set (self->typesetter, style, text, box.width + 1, max_lines), style,
                       mirror_box (self, box), align, colour);
}

/**
 * sc_chart_pen_draw_line:
 * @self: a pen
 * @from: one end
 * @to: the other end
 * @colour: its colour
 * @line_width: how wide it is
 * @dash: how it is broken
 */
void
sc_chart_pen_draw_line (const ScChartPen *self,
                        ScPoint           from,
                        ScPoint           to,
                        ScColour          colour,
                        double            line_width,
                        ScDash            dash)
{
  if (self->drawing != NULL)
    sc_drawing_add_path (self->drawing, (ScPoint[]) { mirror_point (self, from), mirror_point (self, to) }, 2, colour,
                         line_width, dash);
}

/**
 * sc_chart_pen_draw_path:
 * @self: a pen
 * @points: (element-type ScPoint): its corners
 * @series: the series that it is the line of
 */
void
sc_chart_pen_draw_path (const ScChartPen *self,
                        const GArray     *points,
                        guint             series)
{
  g_autofree ScPoint *mirrored = NULL;

  if (self->drawing == NULL || points->len < 2)
    return;

  mirrored = mirror_points (self, points);
  sc_drawing_add_path (self->drawing, mirrored, points->len, sc_chart_pen_get_colour (self, series),
                       self->colours->line_width, series % SC_N_DASHES);
}

/**
 * sc_chart_pen_draw_band:
 * @self: a pen
 * @points: (element-type ScPoint): its corners, all round
 * @series: the series that it lies around
 *
 * Without colours a tint is hard to see, so a fine line goes round it.
 */
void
sc_chart_pen_draw_band (const ScChartPen *self,
                        const GArray     *points,
                        guint             series)
{
  ScColour colour = sc_chart_pen_get_colour (self, series);
  g_autofree ScPoint *mirrored = NULL;

  if (self->drawing == NULL || points->len < 3)
    return;

  mirrored = mirror_points (self, points);
  sc_drawing_add_area (self->drawing, mirrored, points->len, sc_colour_mix (self->colours->paper, colour, 0.18));
  if (self->look->palette >= SC_PALETTE_CONTRAST)
    sc_drawing_add_path (self->drawing, mirrored, points->len, colour, 1, SC_DASH_DOTTED);
}

/**
 * sc_chart_pen_draw_bar:
 * @self: a pen
 * @series: the series that it is of
 * @box: where it is
 */
void
sc_chart_pen_draw_bar (const ScChartPen *self,
                       guint             series,
                       ScBox             box)
{
  if (self->drawing != NULL)
    sc_chart_look_draw_bar (self->drawing, series, sc_chart_get_series (self->chart, series)->is_plan,
                            mirror_box (self, box), sc_chart_pen_get_colour (self, series), self->colours->paper);
}

/**
 * sc_chart_pen_draw_mark:
 * @self: a pen
 * @series: the series that it is of
 * @at: where the point is
 */
void
sc_chart_pen_draw_mark (const ScChartPen *self,
                        guint             series,
                        ScPoint           at)
{
  if (self->drawing != NULL)
    sc_chart_look_draw_mark (self->drawing, series, mirror_point (self, at), sc_chart_pen_get_colour (self, series),
                             self->colours->paper);
}

/**
 * sc_chart_pen_draw_interval:
 * @self: a pen
 * @from: where an interval begins
 * @to: where it ends, beside or above @from
 */
void
sc_chart_pen_draw_interval (const ScChartPen *self,
                            ScPoint           from,
                            ScPoint           to)
{
  gboolean is_across = from.y == to.y;
  double x = is_across ? 0 : INTERVAL_CAP;
  double y = is_across ? INTERVAL_CAP : 0;
  ScPoint ends[] = { from, to };

  /* Seen on a bar, too. */
  sc_chart_pen_draw_line (self, from, to, self->colours->paper, 3.6, SC_DASH_SOLID);
  sc_chart_pen_draw_line (self, from, to, self->colours->ink, 1.2, SC_DASH_SOLID);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    sc_chart_pen_draw_line (self, (ScPoint) { ends[i].x - x, ends[i].y - y },
                            (ScPoint) { ends[i].x + x, ends[i].y + y }, self->colours->ink, 1.2, SC_DASH_SOLID);
}

/**
 * sc_chart_pen_draw_target:
 * @self: a pen
 * @from: one end of the line where a target is
 * @to: the other end
 */
void
sc_chart_pen_draw_target (const ScChartPen *self,
                          ScPoint           from,
                          ScPoint           to)
{
  /* Seen on a bar of its own colour, too. */
  sc_chart_pen_draw_line (self, from, to, self->colours->paper, TARGET_WIDTH + 2.5, SC_DASH_SOLID);
  sc_chart_pen_draw_line (self, from, to, self->colours->ink, TARGET_WIDTH, SC_DASH_SOLID);
}

/**
 * sc_chart_pen_add_spot:
 * @self: a pen
 * @series: a series
 * @point: one of its points
 * @at: where it is
 * @area: what belongs to it
 */
void
sc_chart_pen_add_spot (const ScChartPen *self,
                       guint             series,
                       guint             point,
                       ScPoint           at,
                       ScBox             area)
{
  ScChartSpot spot = { series, point, mirror_point (self, at), mirror_box (self, area) };

  if (self->drawing != NULL)
    g_array_append_val (self->spots, spot);
}
