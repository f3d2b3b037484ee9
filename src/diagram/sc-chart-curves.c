/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws charts whose values go upwards: lines, steps and columns. */

#include <math.h>

#include "diagram/sc-chart-pen.h"
#include "diagram/sc-chart-table.h"

#define PLOT_HEIGHT 216.0
#define TICK_ROOM 40.0 /* how far ticks on the side are apart at least */
#define TICK_WIDTH 64.0 /* the same below */
#define MARK_ROOM 44.0
#define GROUP_SHARE 0.72
#define WIDEST_COLUMN 56.0
#define SPOT 7.0

/* Where a chart's axes run. */
typedef struct {
  const ScChartPen *pen;
  ScBox box;
  ScChartRange x;
  ScChartRange y;
  double slot; /* the room of a category, or 0 */
} Plot;

static double
place_x (const Plot *plot,
         double      x)
{
  if (plot->slot > 0)
    return plot->box.x + (x + 0.5) * plot->slot;

  return plot->box.x + (x - plot->x.least) / (plot->x.most - plot->x.least) * plot->box.width;
}

static double
place_y (const Plot *plot,
         double      y)
{
  return plot->box.y + plot->box.height -
         (y - plot->y.least) / (plot->y.most - plot->y.least) * plot->box.height;
}

static double
get_line_height (void)
{
  return sc_typesetter_get_line_height (SC_TEXT_LEGEND);
}

static double
measure_ticks (const ScChartPen *pen,
               const GArray     *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *text = sc_chart_tell_tick (&pen->chart->y, g_array_index (ticks, double, i));

      widest = MAX (widest, sc_chart_pen_measure (pen, SC_TEXT_LEGEND, text));
    }

  return widest;
}

static void
draw_side (const Plot   *plot,
           const GArray *ticks)
{
  const ScChartPen *pen = plot->pen;
  double width = plot->box.x - SC_CHART_GAP - 2 - pen->margin;

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      double y = place_y (plot, tick);
      g_autofree char *text = sc_chart_tell_tick (&pen->chart->y, tick);

      sc_chart_pen_draw_line (pen, (ScPoint) { plot->box.x, y }, (ScPoint) { plot->box.x + plot->box.width, y },
                              tick == 0 ? pen->colours->soft : pen->colours->grid, 1, SC_DASH_SOLID);
      sc_chart_pen_write (pen, SC_TEXT_LEGEND, text, (ScBox) { pen->margin, y - get_line_height () / 2, width, 0 },
                          SC_ALIGN_RIGHT, pen->colours->soft, 1);
    }
}

/* Texts below, so many left out that none lies on another. */
static void
draw_below (const Plot   *plot,
            guint         n,
            double (     *get_place )(gconstpointer data,
                                      guint         position),
            char *(*tell)(gconstpointer data,
                          const ScChart *chart,
                          guint position),
            gconstpointer data)
{
  const ScChartPen *pen = plot->pen;
  double top = plot->box.y + plot->box.height + 4;
  double widest = 0;
  double room = n > 1 ? fabs (place_x (plot, get_place (data, 1)) - place_x (plot, get_place (data, 0)))
                      : plot->box.width;
  guint every;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = tell (data, pen->chart, i);

      widest = MAX (widest, sc_chart_pen_measure (pen, SC_TEXT_LEGEND, text));
    }
  every = MAX ((guint) ceil ((widest + 2 * SC_CHART_GAP) / MAX (room, 1)), 1);

  for (guint i = 0; i < n; i += every)
    {
      double x = place_x (plot, get_place (data, i));
      g_autofree char *text = tell (data, pen->chart, i);
      double left = CLAMP (x - widest / 2, pen->margin, MAX (pen->width - pen->margin - widest, pen->margin));

      sc_chart_pen_draw_line (pen, (ScPoint) { x, top - 4 }, (ScPoint) { x, top - 1 }, pen->colours->soft, 1,
                              SC_DASH_SOLID);
      sc_chart_pen_write (pen, SC_TEXT_LEGEND, text, (ScBox) { left, top, MIN (widest, pen->width - 2 * pen->margin), 0 },
                          SC_ALIGN_CENTRE, pen->colours->soft, 1);
    }
}

static double
get_tick (gconstpointer data,
          guint         position)
{
  return g_array_index ((const GArray *) data, double, position);
}

static char *
tell_tick (gconstpointer  data,
           const ScChart *chart,
           guint          position)
{
  return sc_chart_tell_tick (&chart->x, get_tick (data, position));
}

static double
get_category (gconstpointer data,
              guint         position)
{
  return position;
}

static char *
tell_category (gconstpointer  data,
               const ScChart *chart,
               guint          position)
{
  return g_strdup (chart->categories->pdata[position]);
}

/* Whether a line stands up, and so has its name above. */
static gboolean
has_upright (const ScChart *chart)
{
  for (guint i = 0; i < chart->references->len; i++)
    if (!g_array_index (chart->references, ScChartReference, i).is_across)
      return TRUE;

  return FALSE;
}

/* Their names stand where no curve runs: above, or else on the line's end. */
static void
draw_references (const Plot *plot)
{
  const ScChartPen *pen = plot->pen;
  double right = plot->box.x + plot->box.width;

  for (guint i = 0; i < pen->chart->references->len; i++)
    {
      const ScChartReference *reference = &g_array_index (pen->chart->references, ScChartReference, i);
      double text = sc_chart_pen_measure (pen, SC_TEXT_LEGEND, reference->name);
      ScBox box = { 0, 0, MIN (text, plot->box.width), 0 };

      if (reference->is_across)
        {
          double y = place_y (plot, reference->value);

          sc_chart_pen_draw_line (pen, (ScPoint) { plot->box.x, y }, (ScPoint) { right, y }, pen->colours->ink, 1.5,
                                  SC_DASH_LONG);
          box.x = right - box.width;
          box.y = y - get_line_height () - 1 > plot->box.y ? y - get_line_height () - 1 : y + 1;
        }
      else
        {
          double x = place_x (plot, reference->value);

          sc_chart_pen_draw_line (pen, (ScPoint) { x, plot->box.y }, (ScPoint) { x, plot->box.y + plot->box.height },
                                  pen->colours->ink, 1.5, SC_DASH_LONG);
          box.x = CLAMP (x - box.width / 2, plot->box.x, right - box.width);
          box.y = plot->box.y - get_line_height ();
        }
      sc_chart_pen_write (pen, SC_TEXT_LEGEND, reference->name, box, SC_ALIGN_LEFT, pen->colours->ink, 1);
    }
}

static void
add_corner (GArray *corners,
            double  x,
            double  y)
{
  ScPoint corner = { x, y };

  g_array_append_val (corners, corner);
}

/* Follows one of the values of points from one to the next, which are all known. */
static void
trace (const Plot          *plot,
       GArray              *corners,
       const ScChartSeries *series,
       guint                from,
       guint                to,
       goffset              value)
{
  gboolean has_steps = plot->pen->chart->kind == SC_CHART_STEPS;

  for (guint i = from; i < to; i++)
    {
      const ScChartPoint *point = &g_array_index (series->points, ScChartPoint, i);
      double x = place_x (plot, point->x);
      double y = place_y (plot, G_STRUCT_MEMBER (double, point, value));

      if (has_steps && i > from)
        add_corner (corners, x, g_array_index (corners, ScPoint, corners->len - 1).y);
      add_corner (corners, x, y);
    }
}

static gboolean
is_known (const ScChartSeries *series,
          guint                position,
          gboolean             is_band)
{
  const ScChartPoint *point = &g_array_index (series->points, ScChartPoint, position);

  return is_band ? !isnan (point->low) && !isnan (point->high) : !isnan (point->y);
}

/* Draws each stretch of points between gaps. */
static void
draw_stretches (const Plot *plot,
                guint       position,
                gboolean    is_band)
{
  const ScChartSeries *series = sc_chart_get_series (plot->pen->chart, position);
  guint from = 0;

  while (from < series->points->len)
    {
      g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (ScPoint));
      guint to = from;

      while (to < series->points->len && is_known (series, to, is_band))
        to++;
      if (to > from && is_band)
        {
          g_autoptr (GArray) lower = g_array_new (FALSE, FALSE, sizeof (ScPoint));

          trace (plot, corners, series, from, to, G_STRUCT_OFFSET (ScChartPoint, high));
          trace (plot, lower, series, from, to, G_STRUCT_OFFSET (ScChartPoint, low));
          for (guint i = lower->len; i > 0; i--)
            g_array_append_val (corners, g_array_index (lower, ScPoint, i - 1));
          sc_chart_pen_draw_band (plot->pen, corners, position);
        }
      else if (to > from)
        {
          trace (plot, corners, series, from, to, G_STRUCT_OFFSET (ScChartPoint, y));
          sc_chart_pen_draw_path (plot->pen, corners, position);
        }
      from = MAX (to, from + 1);
    }
}

/* A point is meant by whoever points between the middles of the ways to its neighbours. */
static ScBox
find_area (const Plot          *plot,
           const ScChartSeries *series,
           guint                position)
{
  const ScChartPoint *points = &g_array_index (series->points, ScChartPoint, 0);
  double x = place_x (plot, points[position].x);
  double left = position > 0 ? (place_x (plot, points[position - 1].x) + x) / 2 : plot->box.x - SPOT;
  double right = position + 1 < series->points->len ? (place_x (plot, points[position + 1].x) + x) / 2
                                                    : plot->box.x + plot->box.width + SPOT;

  return (ScBox) { left, plot->box.y - SPOT, right - left, plot->box.height + 2 * SPOT };
}

/* Every point can be walked to, marks stand only where there is room between them. */
static void
mark_points (const Plot *plot,
             guint       position)
{
  const ScChartSeries *series = sc_chart_get_series (plot->pen->chart, position);
  double next = -G_MAXDOUBLE;

  for (guint i = 0; i < series->points->len; i++)
    {
      const ScChartPoint *point = &g_array_index (series->points, ScChartPoint, i);
      ScPoint at = { place_x (plot, point->x), place_y (plot, point->y) };

      if (isnan (point->y))
        continue;
      if (at.x >= next)
        {
          sc_chart_pen_draw_mark (plot->pen, position, at);
          next = at.x + MARK_ROOM;
        }
      sc_chart_pen_add_spot (plot->pen, position, i, at, find_area (plot, series, i));
    }
}

static void
draw_lines (const Plot *plot)
{
  guint n = plot->pen->chart->series->len;

  for (guint i = 0; i < n; i++)
    draw_stretches (plot, i, TRUE);
  draw_references (plot);
  for (guint i = 0; i < n; i++)
    draw_stretches (plot, i, FALSE);
  for (guint i = 0; i < n; i++)
    mark_points (plot, i);
}

static void
draw_column (const Plot         *plot,
             guint               series,
             guint               position,
             const ScChartPoint *point,
             double              left,
             double              width)
{
  const ScChartPen *pen = plot->pen;
  double zero = place_y (plot, 0);
  double y = place_y (plot, isnan (point->y) ? 0 : point->y);
  double centre = left + width / 2;
  ScBox slot = { plot->box.x + point->x * plot->slot, plot->box.y, plot->slot, plot->box.height };

  if (pen->chart->series->len > 1)
    slot = (ScBox) { left, plot->box.y, width, plot->box.height }
  ;
  if (!isnan (point->y))
    sc_chart_pen_draw_bar (pen, series, (ScBox) { left, MIN (y, zero), width, fabs (zero - y) });
  if (!isnan (point->low) && !isnan (point->high))
    sc_chart_pen_draw_interval (pen, (ScPoint) { centre, place_y (plot, point->low) },
                                (ScPoint) { centre, place_y (plot, point->high) });
  if (!isnan (point->target))
    sc_chart_pen_draw_target (pen, (ScPoint) { left - 3, place_y (plot, point->target) },
                              (ScPoint) { left + width + 3, place_y (plot, point->target) });
  if (!isnan (point->y) || !isnan (point->target))
    sc_chart_pen_add_spot (pen, series, position, (ScPoint) { centre, y }, slot);
}

static void
draw_columns (const Plot *plot)
{
  const ScChart *chart = plot->pen->chart;
  guint n = chart->series->len;
  double width = MIN (plot->slot * GROUP_SHARE / n, WIDEST_COLUMN);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < sc_chart_get_series (chart, i)->points->len; j++)
      {
        const ScChartPoint *point = sc_chart_get_point (chart, i, j);

        draw_column (plot, i, j, point, place_x (plot, point->x) + (i - n / 2.0) * width, MAX (width - 2, 1));
      }
  draw_references (plot);
}

/* Where the axis below has numbers, its ticks end on one. */
static void
draw_axis_below (Plot *plot)
{
  const ScChart *chart = plot->pen->chart;
  g_autoptr (GArray) ticks = NULL;

  if (chart->categories->len > 0)
    {
      plot->slot = plot->box.width / chart->categories->len;
      draw_below (plot, chart->categories->len, get_category, tell_category, NULL);
      return;
    }

  plot->x = sc_chart_find_x_range (chart);
  ticks = sc_chart_choose_ticks (&chart->x, &plot->x, (guint) MAX (plot->box.width / TICK_WIDTH, 1));
  draw_below (plot, ticks->len, get_tick, tell_tick, ticks);
}

/**
 * sc_chart_curves_draw:
 * @self: a pen
 * @top: where it may begin
 *
 * Draws a chart whose values go upwards.
 *
 * Returns: where it ends
 */
double
sc_chart_curves_draw (const ScChartPen *self,
                      double            top)
{
  const ScChart *chart = self->chart;
  double line = get_line_height ();
  double width = self->width - 2 * self->margin;
  Plot plot = { self, { 0, top, 0, PLOT_HEIGHT }, .y = sc_chart_find_y_range (chart) };
  g_autoptr (GArray) ticks = sc_chart_choose_ticks (&chart->y, &plot.y, (guint) (PLOT_HEIGHT / TICK_ROOM));
  double side = measure_ticks (self, ticks) + SC_CHART_GAP + 2;

  if (chart->y.title != NULL)
    {
      sc_chart_pen_write (self, SC_TEXT_LEGEND, chart->y.title, (ScBox) { self->margin, top, width, 0 }, SC_ALIGN_LEFT,
                          self->colours->soft, 1);
      plot.box.y += line;
    }
  plot.box.y += has_upright (chart) ? line : line / 2;
  plot.box.x = self->margin + side;
  plot.box.width = MAX (width - side - SC_CHART_GAP, 1);

  draw_side (&plot, ticks);
  draw_axis_below (&plot);
  if (chart->kind == SC_CHART_COLUMNS)
    draw_columns (&plot);
  else
    draw_lines (&plot);

  top = plot.box.y + plot.box.height + 4 + line;
  if (chart->x.title != NULL)
    {
      sc_chart_pen_write (self, SC_TEXT_LEGEND, chart->x.title, (ScBox) { self->margin, top, width, 0 }, SC_ALIGN_RIGHT,
                          self->colours->soft, 1);
      top += line;
    }

  return top;
}
