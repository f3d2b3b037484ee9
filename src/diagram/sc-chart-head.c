/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands above a chart: its title and what is to be seen, where they are not on the
 * screen beside it, and what the lines and bars are. */

#include "diagram/sc-chart-pen.h"

#define SIGN_WIDTH 26.0
#define SIGN_GAP 7.0
#define ENTRY_GAP 18.0
#define LINE_HEIGHT 20.0
#define LEGEND_GAP 8.0
#define MAX_LINES 4

typedef enum {
  SIGN_LINE,
  SIGN_BAND,
  SIGN_BAR,
  SIGN_MEDIAN,
  SIGN_INTERVAL,
  SIGN_TARGET,
} SignKind;

typedef struct {
  SignKind kind;
  guint series;
  const char *text;
} Entry;

static void
add_entry (GArray     *entries,
           SignKind    kind,
           guint       series,
           const char *text)
{
  Entry entry = { kind, series, text };

  if (text != NULL)
    g_array_append_val (entries, entry);
}

static void
add_series (const ScChart *chart,
            GArray        *entries,
            guint          position)
{
  const ScChartSeries *series = sc_chart_get_series (chart, position);
  const char *band = sc_chart_series_has_band (series) ? series->band_name : NULL;
  const char *target = sc_chart_series_has_targets (series) ? series->target_name : NULL;
  gboolean is_alone = chart->series->len == 1 && band == NULL && target == NULL;

  if (is_alone)
    return;

  switch (chart->kind)
    {
    case SC_CHART_LINE:
    case SC_CHART_STEPS:
      add_entry (entries, SIGN_LINE, position, series->name);
      add_entry (entries, SIGN_BAND, position, band);
      break;
    case SC_CHART_BOX:
      add_entry (entries, SIGN_MEDIAN, position, series->name);
      add_entry (entries, SIGN_BAND, position, band);
      break;
    case SC_CHART_COLUMNS:
    case SC_CHART_BARS:
    case SC_CHART_FUNNEL:
    default:
      add_entry (entries, SIGN_BAR, position, series->name);
      add_entry (entries, SIGN_INTERVAL, position, band);
    }
  add_entry (entries, SIGN_TARGET, position, target);
}

static void
draw_sign (const ScChartPen *pen,
           const Entry      *entry,
           double            x,
           double            y)
{
  double middle = y + LINE_HEIGHT / 2;
  double right = x + SIGN_WIDTH;
  double centre = x + SIGN_WIDTH / 2;
  GArray *points;

  switch (entry->kind)
    {
    case SIGN_LINE:
      points = g_array_new (FALSE, FALSE, sizeof (ScPoint));
      g_array_append_vals (points, (ScPoint[]) { { x, middle }, { right, middle } }, 2);
      sc_chart_pen_draw_path (pen, points, entry->series);
      sc_chart_pen_draw_mark (pen, entry->series, (ScPoint) { centre, middle });
      g_array_unref (points);
      break;
    case SIGN_BAND:
      points = g_array_new (FALSE, FALSE, sizeof (ScPoint));
      g_array_append_vals (points, (ScPoint[]) {
      { x, middle - 6 }, { right, middle - 6 }, { right, middle + 6 }, { x, middle + 6 }, { x, middle - 6 },
    }, 5);
      sc_chart_pen_draw_band (pen, points, entry->series);
      g_array_unref (points);
      break;
    case SIGN_MEDIAN:
      sc_chart_pen_draw_mark (pen, entry->series, (ScPoint) { centre, middle });
      break;
    case SIGN_INTERVAL:
      sc_chart_pen_draw_interval (pen, (ScPoint) { x + 2, middle }, (ScPoint) { right - 2, middle });
      break;
    case SIGN_TARGET:
      sc_chart_pen_draw_target (pen, (ScPoint) { centre, middle - 7 }, (ScPoint) { centre, middle + 7 });
      break;
    case SIGN_BAR:
    default:
      sc_chart_pen_draw_bar (pen, entry->series, (ScBox) { x, middle - 6, SIGN_WIDTH, 12 });
    }
}

/* Entries flow like words. */
static double
draw_legend (const ScChartPen *pen,
             double            top)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  double right = pen->width - pen->margin;
  double x = pen->margin;
  double y = top;

  for (guint i = 0; i < pen->chart->series->len; i++)
    add_series (pen->chart, entries, i);
  if (entries->len == 0)
    return top;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      double sign = SIGN_WIDTH + SIGN_GAP;
      double text = sc_chart_pen_measure (pen, SC_TEXT_LEGEND, entry->text);

      if (x > pen->margin && x + sign + text > right)
        {
          x = pen->margin;
          y += LINE_HEIGHT;
        }
      text = MIN (text, right - x - sign);
      draw_sign (pen, entry, x, y);
      sc_chart_pen_write (pen, SC_TEXT_LEGEND, entry->text, (ScBox) { x + sign, y + 1, text, LINE_HEIGHT - 2 },
                          SC_ALIGN_LEFT, pen->colours->ink, 1);
      x += sign + text + ENTRY_GAP;
    }

  return y + LINE_HEIGHT + LEGEND_GAP;
}

static double
draw_paragraph (const ScChartPen *pen,
                ScTextStyle       style,
                const char       *text,
                ScColour          colour,
                double            top)
{
  double width = pen->width - 2 * pen->margin;
  guint n_lines = sc_typesetter_count_lines (pen->typesetter, style, text, width + 1, MAX_LINES);

  sc_chart_pen_write (pen, style, text, (ScBox) { pen->margin, top, width, 0 }, SC_ALIGN_LEFT, colour, MAX_LINES);

  return top + n_lines * sc_typesetter_get_line_height (style);
}

/**
 * sc_chart_head_draw:
 * @self: a pen
 *
 * Draws what stands above the chart.
 *
 * Returns: where the chart itself may begin
 */
double
sc_chart_head_draw (const ScChartPen *self)
{
  double y = self->margin;

  if (self->look->has_title)
    {
      y = draw_paragraph (self, SC_TEXT_NAME, self->chart->title, self->colours->ink, y);
      if (self->chart->description != NULL)
        y = draw_paragraph (self, SC_TEXT_FACT, self->chart->description, self->colours->soft, y);
      y += LEGEND_GAP;
    }

  return draw_legend (self, y);
}
