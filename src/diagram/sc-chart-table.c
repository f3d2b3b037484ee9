/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as a table of the same numbers, for eyes, ears and spreadsheets: one row for each
 * place along its axis, one column for each series, its interval and its target. */

#include "diagram/sc-chart-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "diagram/sc-chart-scale.h"
#include "files/sc-csv-writer.h"

/* The table that is filled in. */
typedef struct {
  const ScChart *chart;
  ScCells cells;
  GPtrArray *rows;
} Filling;

/**
 * sc_chart_tell_place:
 * @self: a chart
 * @x: where along its axis
 *
 * Returns: (transfer full): what that place is called
 */
char *
sc_chart_tell_place (const ScChart *self,
                     double         x)
{
  if (self->categories->len > 0)
    return g_strdup (x >= 0 && x < self->categories->len ? self->categories->pdata[(guint) x] : "");

  return sc_chart_tell_value (&self->x, x);
}

static void
add_title (GPtrArray  *titles,
           const char *name,
           const char *otherwise,
           const char *series)
{
  g_ptr_array_add (titles, name != NULL ? g_strdup (name) : g_strdup_printf (otherwise, series));
}

static char **
make_titles (const ScChart *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  g_ptr_array_add (titles, g_strdup (self->x.title != NULL ? self->x.title : ""));
  for (guint i = 0; i < self->series->len; i++)
    {
      const ScChartSeries *series = sc_chart_get_series (self, i);

      g_ptr_array_add (titles, g_strdup (series->name));
      if (sc_chart_series_has_band (series))
        {
          /* Translators: the lower end of the interval of %s, which is the title of a column. */
          add_title (titles, series->low_name, _("%s: from"), series->name);
          /* Translators: the upper end of the interval of %s, which is the title of a column. */
          add_title (titles, series->high_name, _("%s: to"), series->name);
        }
      if (sc_chart_series_has_targets (series))
        /* Translators: what %s, which is the title of a column, was to be. */
        add_title (titles, series->target_name, _("%s: target"), series->name);
    }
  g_ptr_array_add (titles, NULL);

  return (char **) g_ptr_array_steal (titles, NULL);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Every place where a series has a point, each once. */
static GArray *
list_places (const ScChart *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = 0; i < self->series->len; i++)
    for (guint j = 0; j < sc_chart_get_series (self, i)->points->len; j++)
      g_array_append_val (places, sc_chart_get_point (self, i, j)->x);
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    if (n == 0 || g_array_index (places, double, i) > g_array_index (places, double, n - 1))
      g_array_index (places, double, n++) = g_array_index (places, double, i);

  return g_array_set_size (places, n);
}

/* The point of a series at a place. Where a series steps, a value holds until the next. */
static const ScChartPoint *
find_point (const ScChart       *self,
            const ScChartSeries *series,
            double               x)
{
  const ScChartPoint *found = NULL;

  for (guint i = 0; i < series->points->len; i++)
    {
      const ScChartPoint *point = &g_array_index (series->points, ScChartPoint, i);

      if (point->x > x)
        break;
      found = point;
    }

  return found != NULL && (found->x == x || self->kind == SC_CHART_STEPS) ? found : NULL;
}

static void
add_cell (const Filling *filling,
          GPtrArray     *cells,
          double         value)
{
  const ScChartAxis *axis = &filling->chart->y;

  g_ptr_array_add (cells, filling->cells == SC_CELLS_FOR_PEOPLE ? sc_chart_tell_value (axis, value)
                                                                : sc_chart_write_value (axis, value));
}

static void
add_point (const Filling       *filling,
           GPtrArray           *cells,
           const ScChartSeries *series,
           double               x)
{
  static const ScChartPoint nothing = { NAN, NAN, NAN, NAN, NAN, NULL, NULL, NULL };
  const ScChartPoint *found = find_point (filling->chart, series, x);
  const ScChartPoint *point = found != NULL ? found : &nothing;

  if (filling->cells == SC_CELLS_FOR_PEOPLE && point->note != NULL)
    g_ptr_array_add (cells, g_strdup (point->note));
  else
    add_cell (filling, cells, point->y);
  if (sc_chart_series_has_band (series))
    {
      add_cell (filling, cells, point->low);
      add_cell (filling, cells, point->high);
    }
  if (sc_chart_series_has_targets (series))
    add_cell (filling, cells, point->target);
}

static void
add_row (const Filling *filling,
         double         x)
{
  const ScChart *chart = filling->chart;
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  gboolean is_named = chart->categories->len > 0;

  g_ptr_array_add (cells, is_named || filling->cells == SC_CELLS_FOR_PEOPLE
                          ? sc_chart_tell_place (chart, x) : sc_chart_write_value (&chart->x, x));
  for (guint i = 0; i < chart->series->len; i++)
    add_point (filling, cells, sc_chart_get_series (chart, i), x);
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (filling->rows, g_ptr_array_steal (cells, NULL));
}

/**
 * sc_chart_make_table:
 * @self: a chart
 * @cells: how its numbers are written
 *
 * Returns: (transfer full) (element-type GStrv): its rows; the first has the titles of
 *   the columns
 */
GPtrArray *
sc_chart_make_table (const ScChart *self,
                     ScCells        cells)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) places = list_places (self);
  Filling filling = { self, cells, rows };

  g_ptr_array_add (rows, make_titles (self));
  for (guint i = 0; i < places->len; i++)
    add_row (&filling, g_array_index (places, double, i));

  return rows;
}

static void
add_keys (const ScChart       *self,
          GPtrArray           *keys,
          const ScChartSeries *series,
          double               x)
{
  const ScChartPoint *point = find_point (self, series, x);
  guint n_beside = (sc_chart_series_has_band (series) ? 2 : 0) + (sc_chart_series_has_targets (series) ? 1 : 0);

  g_ptr_array_add (keys, g_strdup (point != NULL && point->key != NULL ? point->key : ""));
  for (guint i = 0; i < n_beside; i++)
    g_ptr_array_add (keys, g_strdup (""));
}

/**
 * sc_chart_make_keys:
 * @self: a chart
 *
 * Returns: (transfer full) (element-type GStrv): for each row of its table behind the titles,
 *   cell by cell, what the number stands for, empty where it is none that can be opened
 */
GPtrArray *
sc_chart_make_keys (const ScChart *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) places = list_places (self);

  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();

      g_ptr_array_add (keys, g_strdup (""));
      for (guint j = 0; j < self->series->len; j++)
        add_keys (self, keys, sc_chart_get_series (self, j), g_array_index (places, double, i));
      g_ptr_array_add (keys, NULL);
      g_ptr_array_add (rows, g_ptr_array_steal (keys, NULL));
    }

  return rows;
}

/**
 * sc_chart_tell_point:
 * @self: a chart
 * @series: which series, from 0
 * @position: which of its points, from 0
 *
 * Returns: (transfer full): the point in words: its own, or what the table says of it
 */
char *
sc_chart_tell_point (const ScChart *self,
                     guint          series,
                     guint          position)
{
  const ScChartSeries *of = sc_chart_get_series (self, series);
  const ScChartPoint *point = sc_chart_get_point (self, series, position);
  g_autofree char *place = NULL;
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *target = NULL;
  gboolean has_band = !isnan (point->low) && !isnan (point->high);
  gboolean has_target = !isnan (point->target);

  if (point->words != NULL)
    return g_strdup (point->words);

  place = sc_chart_tell_place (self, point->x);
  value = point->note != NULL ? g_strdup (point->note) : sc_chart_tell_value (&self->y, point->y);
  low = sc_chart_tell_value (&self->y, point->low);
  high = sc_chart_tell_value (&self->y, point->high);
  target = sc_chart_tell_value (&self->y, point->target);
  if (has_band && has_target)
    /* Translators: a point of a chart: a place along its axis, what its line is, how much, the interval that this may
     * lie in, and what it was to be. */
    return g_strdup_printf (_("%1$s: %2$s %3$s (from %4$s to %5$s), target %6$s"), place, of->name, value, low, high,
                            target);
  if (has_band)
    /* Translators: a point of a chart: a place along its axis, what its line is, how much, and the interval that this
     * may lie in. */
    return g_strdup_printf (_("%1$s: %2$s %3$s (from %4$s to %5$s)"), place, of->name, value, low, high);
  if (has_target)
    /* Translators: a point of a chart: a place along its axis, what its line is, how much, and what it was to be. */
    return g_strdup_printf (_("%1$s: %2$s %3$s, target %4$s"), place, of->name, value, target);

  /* Translators: a point of a chart: a place along its axis, what its line is, and how much. */
  return g_strdup_printf (_("%1$s: %2$s %3$s"), place, of->name, value);
}

/**
 * sc_chart_make_csv:
 * @self: a chart
 *
 * Returns: (transfer full): its table as a file for spreadsheets
 */
GBytes *
sc_chart_make_csv (const ScChart *self)
{
  g_autoptr (GPtrArray) rows = sc_chart_make_table (self, SC_CELLS_FOR_PROGRAMS);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];

      /* A number with a minus is no formula. */
      for (guint j = 0; cells[j] != NULL; j++)
        (i == 0 || j == 0 ? sc_csv_append_text : sc_csv_append) (text, cells[j], cells[j + 1] == NULL);
    }

  return g_string_free_to_bytes (text);
}
