/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as it is drawn in some room, and where each of its points is. */

#include "diagram/sc-chart-picture.h"

#include <math.h>

#include "diagram/sc-chart-pen.h"

struct _ScChartPicture {
  ScDrawing *drawing;
  GArray *spots; /* of ScChartSpot */
};

static ScChartPen
take_pen (const ScChart     *chart,
          const ScChartLook *look,
          double             width,
          ScTypesetter      *typesetter)
{
  double margin = look->has_paper ? SC_CHART_MARGIN : 0;

  return (ScChartPen) {
           chart, look, sc_palette_get_colours (look->palette), typesetter,
           .width = MAX (width, 2 * margin + 1), .margin = margin,
  };
}

static double
draw (const ScChartPen *pen)
{
  double top = sc_chart_head_draw (pen);

  switch (pen->chart->kind)
    {
    case SC_CHART_LINE:
    case SC_CHART_STEPS:
    case SC_CHART_COLUMNS:
      return sc_chart_curves_draw (pen, top) + pen->margin;
    case SC_CHART_BARS:
    case SC_CHART_FUNNEL:
    case SC_CHART_BOX:
    default:
      return sc_chart_rows_draw (pen, top) + pen->margin;
    }
}

/**
 * sc_chart_measure_height:
 * @chart: a chart
 * @look: what it is to look like
 * @width: how wide it is to be
 * @typesetter: what sets its texts
 *
 * Returns: how high it is then
 */
double
sc_chart_measure_height (const ScChart     *chart,
                         const ScChartLook *look,
                         double             width,
                         ScTypesetter      *typesetter)
{
  ScChartPen pen = take_pen (chart, look, width, typesetter);

  return ceil (draw (&pen));
}

/**
 * sc_chart_picture_new:
 * @chart: a chart
 * @look: what it is to look like
 * @width: how wide it is to be
 * @typesetter: what sets its texts
 *
 * Returns: (transfer full): the chart as a drawing
 */
ScChartPicture *
sc_chart_picture_new (const ScChart     *chart,
                      const ScChartLook *look,
                      double             width,
                      ScTypesetter      *typesetter)
{
  ScChartPicture *self = g_new0 (ScChartPicture, 1);
  ScChartPen pen = take_pen (chart, look, width, typesetter);

  self->spots = g_array_new (FALSE, FALSE, sizeof (ScChartSpot));
  self->drawing = sc_drawing_new (pen.width, ceil (draw (&pen)));
  pen.drawing = self->drawing;
  pen.spots = self->spots;
  if (look->has_paper)
    sc_drawing_add_box (self->drawing, (ScBox) { 0, 0, pen.width, sc_drawing_get_height (self->drawing) }, 0,
                        pen.colours->paper);
  draw (&pen);

  return self;
}

/**
 * sc_chart_picture_free:
 * @self: (transfer full): a picture
 */
void
sc_chart_picture_free (ScChartPicture *self)
{
  sc_drawing_free (self->drawing);
  g_array_unref (self->spots);
  g_free (self);
}

/**
 * sc_chart_picture_get_width:
 * @self: a picture
 *
 * Returns: its width
 */
double
sc_chart_picture_get_width (const ScChartPicture *self)
{
  return sc_drawing_get_width (self->drawing);
}

/**
 * sc_chart_picture_get_height:
 * @self: a picture
 *
 * Returns: its height
 */
double
sc_chart_picture_get_height (const ScChartPicture *self)
{
  return sc_drawing_get_height (self->drawing);
}

/**
 * sc_chart_picture_get_drawing:
 * @self: a picture
 *
 * Returns: (transfer none): what is painted or written
 */
const ScDrawing *
sc_chart_picture_get_drawing (const ScChartPicture *self)
{
  return self->drawing;
}

/**
 * sc_chart_picture_get_n_spots:
 * @self: a picture
 *
 * Returns: how many points can be seen
 */
guint
sc_chart_picture_get_n_spots (const ScChartPicture *self)
{
  return self->spots->len;
}

/**
 * sc_chart_picture_get_spot:
 * @self: a picture
 * @position: which point, from 0: those of a series follow each other
 *
 * Returns: (transfer none): where it is
 */
const ScChartSpot *
sc_chart_picture_get_spot (const ScChartPicture *self,
                           guint                 position)
{
  return &g_array_index (self->spots, ScChartSpot, position);
}

static gboolean
is_in (const ScBox *box,
       ScPoint      at)
{
  return at.x >= box->x && at.x <= box->x + box->width && at.y >= box->y && at.y <= box->y + box->height;
}

/**
 * sc_chart_picture_find_spot:
 * @self: a picture
 * @at: where a pointer is
 *
 * Returns: the point that is meant: of those whose area it is in the nearest one; -1 for
 *   none
 */
int
sc_chart_picture_find_spot (const ScChartPicture *self,
                            ScPoint               at)
{
  double least = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->spots->len; i++)
    {
      const ScChartSpot *spot = sc_chart_picture_get_spot (self, i);
      double distance = hypot (spot->at.x - at.x, spot->at.y - at.y);

      if (is_in (&spot->area, at) && distance < least)
        {
          least = distance;
          found = (int) i;
        }
    }

  return found;
}

/**
 * sc_chart_picture_find_point:
 * @self: a picture
 * @series: a series
 * @point: one of its points
 *
 * Returns: the position of its spot, or -1 where the point can't be seen
 */
int
sc_chart_picture_find_point (const ScChartPicture *self,
                             guint                 series,
                             guint                 point)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      const ScChartSpot *spot = sc_chart_picture_get_spot (self, i);

      if (spot->series == series && spot->point == point)
        return (int) i;
    }

  return -1;
}
