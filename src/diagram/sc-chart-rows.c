/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws charts with a row for each name, whose values go sideways: bars, a funnel, boxes. So
 * names, which are long, are read without turning one's head. */

#include <math.h>

#include "diagram/sc-chart-pen.h"

#define NARROW 480.0
#define NAME_SHARE 0.36
#define NAME_LINES 2
#define BAR_PITCH 20.0
#define BAR 13.0
#define BOX_BAR 11.0
#define ROW_GAP 9.0
#define TICK_WIDTH 56.0

/* How rows are divided: name, what is drawn, what is said. */
typedef struct {
  const ScChartPen *pen;
  gboolean is_narrow; /* names stand above */
  double names;
  double notes;
  ScBox box;
  double row;
  ScChartRange range;
} Rows;

static double
place (const Rows *rows,
       double      value)
{
  return rows->box.x + (value - rows->range.least) / (rows->range.most - rows->range.least) * rows->box.width;
}

static char *
tell_note (const ScChartPen   *pen,
           const ScChartPoint *point)
{
  return point->note != NULL ? g_strdup (point->note) : sc_chart_tell_value (&pen->chart->y, point->y);
}

static double
measure_names (const ScChartPen *pen)
{
  double widest = 0;

  for (guint i = 0; i < pen->chart->categories->len; i++)
    widest = MAX (widest, sc_chart_pen_measure (pen, SC_TEXT_FACT, pen->chart->categories->pdata[i]));

  return widest;
}

static double
measure_notes (const ScChartPen *pen)
{
  double widest = 0;

  for (guint i = 0; i < pen->chart->series->len; i++)
    for (guint j = 0; j < sc_chart_get_series (pen->chart, i)->points->len; j++)
      {
        g_autofree char *note = tell_note (pen, sc_chart_get_point (pen->chart, i, j));

        widest = MAX (widest, sc_chart_pen_measure (pen, SC_TEXT_LEGEND, note));
      }

  return widest;
}

static double
get_name_height (const Rows *rows)
{
  return sc_typesetter_get_line_height (SC_TEXT_FACT);
}

/* The middle of what a series has in a row. */
static double
place_bar (const Rows *rows,
           guint       row,
           guint       series)
{
  double top = rows->box.y + row * rows->row + ROW_GAP / 2;
  double bars = BAR_PITCH * rows->pen->chart->series->len;

  if (rows->is_narrow)
    top += get_name_height (rows);
  else
    top += (rows->row - ROW_GAP - bars) / 2;

  return top + (series + 0.5) * BAR_PITCH;
}

static void
draw_names (const Rows *rows)
{
  const ScChartPen *pen = rows->pen;

  for (guint i = 0; i < pen->chart->categories->len; i++)
    {
      const char *name = pen->chart->categories->pdata[i];
      ScBox box = { pen->margin, rows->box.y + i * rows->row + ROW_GAP / 2, rows->names, 0 };

      if (!rows->is_narrow)
        {
          guint n_lines = sc_typesetter_count_lines (pen->typesetter, SC_TEXT_FACT, name, box.width + 1, NAME_LINES);

          box.y += (rows->row - ROW_GAP - n_lines * get_name_height (rows)) / 2;
        }
      sc_chart_pen_write (pen, SC_TEXT_FACT, name, box, SC_ALIGN_LEFT, pen->colours->ink,
                          rows->is_narrow ? 1 : NAME_LINES);
    }
}

static void
draw_box (const Rows         *rows,
          guint               series,
          const ScChartPoint *point,
          double              middle)
{
  const ScChartPen *pen = rows->pen;

  if (!isnan (point->low) && !isnan (point->high))
    {
      double left = place (rows, point->low);
      double right = MAX (place (rows, point->high), left + 2);
      g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (ScPoint));

      g_array_append_vals (corners, (ScPoint[]) {
      { left, middle - BOX_BAR / 2 }, { right, middle - BOX_BAR / 2 }, { right, middle + BOX_BAR / 2 },
      { left, middle + BOX_BAR / 2 }, { left, middle - BOX_BAR / 2 },
    }, 5);
      sc_chart_pen_draw_band (pen, corners, series);
    }
  if (!isnan (point->y))
    sc_chart_pen_draw_mark (pen, series, (ScPoint) { place (rows, point->y), middle });
}

static void
draw_bar (const Rows         *rows,
          guint               series,
          const ScChartPoint *point,
          double              middle)
{
  double zero = place (rows, 0);
  double end = place (rows, point->y);

  if (!isnan (point->y))
    sc_chart_pen_draw_bar (rows->pen, series, (ScBox) { MIN (zero, end), middle - BAR / 2, fabs (end - zero), BAR });
  if (!isnan (point->low) && !isnan (point->high))
    sc_chart_pen_draw_interval (rows->pen, (ScPoint) { place (rows, point->low), middle },
                                (ScPoint) { place (rows, point->high), middle });
}

static void
draw_point (const Rows *rows,
            guint       series,
            guint       position)
{
  const ScChartPen *pen = rows->pen;
  const ScChartPoint *point = sc_chart_get_point (pen->chart, series, position);
  double middle = place_bar (rows, (guint) point->x, series);
  double line = sc_typesetter_get_line_height (SC_TEXT_LEGEND);
  double right = pen->width - pen->margin;
  /* Where no bar is, why there is none has its room. */
  double room = isnan (point->y) ? MAX (rows->notes, right - rows->box.x) : rows->notes;
  g_autofree char *note = tell_note (pen, point);

  if (pen->chart->kind == SC_CHART_BOX)
    draw_box (rows, series, point, middle);
  else
    draw_bar (rows, series, point, middle);
  if (!isnan (point->target))
    {
      double x = place (rows, point->target);

      sc_chart_pen_draw_target (pen, (ScPoint) { x, middle - BAR / 2 - 2 }, (ScPoint) { x, middle + BAR / 2 + 2 });
    }
  sc_chart_pen_write (pen, SC_TEXT_LEGEND, note, (ScBox) { right - room, middle - line / 2, room, 0 },
                      SC_ALIGN_RIGHT, isnan (point->y) ? pen->colours->soft : pen->colours->ink, 1);
  sc_chart_pen_add_spot (pen, series, position,
                         (ScPoint) { isnan (point->y) ? rows->box.x : place (rows, point->y), middle },
                         (ScBox) { pen->margin, middle - BAR_PITCH / 2, right - pen->margin, BAR_PITCH });
}

/* A number stands under its tick, and where there is no room for that beside it within the
 * picture. */
static void
write_tick (const ScChartPen *pen,
            const char       *text,
            double            x,
            double            y)
{
  double half = sc_chart_pen_measure (pen, SC_TEXT_LEGEND, text) / 2;
  double centre = CLAMP (x, half, MAX (half, pen->width - half));

  sc_chart_pen_write (pen, SC_TEXT_LEGEND, text, (ScBox) { centre - TICK_WIDTH / 2, y, TICK_WIDTH, 0 }, SC_ALIGN_CENTRE,
                      pen->colours->soft, 1);
}

static void
draw_axis (const Rows   *rows,
           const GArray *ticks)
{
  const ScChartPen *pen = rows->pen;
  double bottom = rows->box.y + rows->box.height;
  double line = sc_typesetter_get_line_height (SC_TEXT_LEGEND);

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      double x = place (rows, tick);
      g_autofree char *text = sc_chart_tell_tick (&pen->chart->y, tick);

      sc_chart_pen_draw_line (pen, (ScPoint) { x, rows->box.y }, (ScPoint) { x, bottom },
                              tick == 0 ? pen->colours->soft : pen->colours->grid, 1, SC_DASH_SOLID);
      write_tick (pen, text, x, bottom + 2);
    }
  if (pen->chart->y.title != NULL)
    sc_chart_pen_write (pen, SC_TEXT_LEGEND, pen->chart->y.title,
                        (ScBox) { pen->margin, bottom + 2 + line, pen->width - 2 * pen->margin, 0 }, SC_ALIGN_RIGHT,
                        pen->colours->soft, 1);
}

static void
divide (Rows  *rows,
        double top)
{
  const ScChartPen *pen = rows->pen;
  guint n_rows = MAX (pen->chart->categories->len, 1);
  double width = pen->width - 2 * pen->margin;
  double bars = BAR_PITCH * MAX (pen->chart->series->len, 1);

  rows->is_narrow = pen->width < NARROW;
  rows->names = rows->is_narrow ? width : MIN (ceil (measure_names (pen)), width * NAME_SHARE);
  rows->notes = MIN (ceil (measure_notes (pen)), width / 3);
  rows->row = ROW_GAP + (rows->is_narrow ? get_name_height (rows) + bars
                                         : MAX (bars, NAME_LINES * get_name_height (rows)));
  rows->box.x = pen->margin + (rows->is_narrow ? 0 : rows->names + 2 * SC_CHART_GAP);
  rows->box.width = MAX (pen->width - pen->margin - rows->notes - 2 * SC_CHART_GAP - rows->box.x, 1);
  rows->box.y = top;
  rows->box.height = n_rows * rows->row;
}

/**
 * sc_chart_rows_draw:
 * @self: a pen
 * @top: where it may begin
 *
 * Draws a chart with a row for each name.
 *
 * Returns: where it ends
 */
double
sc_chart_rows_draw (const ScChartPen *self,
                    double            top)
{
  double line = sc_typesetter_get_line_height (SC_TEXT_LEGEND);
  Rows rows = { self, .range = sc_chart_find_y_range (self->chart) };
  g_autoptr (GArray) ticks = NULL;

  divide (&rows, top);
  ticks = sc_chart_choose_ticks (&self->chart->y, &rows.range, (guint) MAX (rows.box.width / TICK_WIDTH, 1));
  draw_axis (&rows, ticks);
  draw_names (&rows);
  for (guint i = 0; i < self->chart->series->len; i++)
    for (guint j = 0; j < sc_chart_get_series (self->chart, i)->points->len; j++)
      draw_point (&rows, i, j);

  return top + rows.box.height + 2 + line * (self->chart->y.title != NULL ? 2 : 1);
}
