/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart shows, as plain numbers and words, before anything is drawn. */

#include "diagram/sc-chart.h"

static void
clear_point (gpointer data)
{
  ScChartPoint *point = data;

  g_free (point->note);
  g_free (point->words);
  g_free (point->key);
}

static void
series_free (gpointer data)
{
  ScChartSeries *series = data;

  g_free (series->name);
  g_free (series->band_name);
  g_free (series->low_name);
  g_free (series->high_name);
  g_free (series->target_name);
  g_array_unref (series->points);
  g_free (series);
}

static void
clear_reference (gpointer data)
{
  ScChartReference *reference = data;

  g_free (reference->name);
}

/**
 * sc_chart_new:
 * @kind: how it is drawn
 * @title: what it shows
 *
 * Returns: (transfer full): a chart with nothing in it
 */
ScChart *
sc_chart_new (ScChartKind kind,
              const char *title)
{
  ScChart *self = g_atomic_rc_box_new0 (ScChart);

  self->kind = kind;
  self->title = g_strdup (title);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->references = g_array_new (FALSE, TRUE, sizeof (ScChartReference));
  g_array_set_clear_func (self->references, clear_reference);

  return self;
}

/**
 * sc_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self
 */
ScChart *
sc_chart_ref (ScChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ScChart *self = data;

  g_free (self->title);
  g_free (self->description);
  g_free (self->x.title);
  g_free (self->y.title);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_array_unref (self->references);
}

/**
 * sc_chart_unref:
 * @self: (transfer full): a chart
 */
void
sc_chart_unref (ScChart *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sc_chart_add_category:
 * @self: a chart
 * @name: the next name along its axis
 */
void
sc_chart_add_category (ScChart    *self,
                       const char *name)
{
  g_ptr_array_add (self->categories, g_strdup (name));
}

/**
 * sc_chart_add_series:
 * @self: a chart
 * @name: what the points of the series are
 *
 * Returns: (transfer none): a series with no points yet
 */
ScChartSeries *
sc_chart_add_series (ScChart    *self,
                     const char *name)
{
  ScChartSeries *series = g_new0 (ScChartSeries, 1);

  series->name = g_strdup (name);
  series->points = g_array_new (FALSE, TRUE, sizeof (ScChartPoint));
  g_array_set_clear_func (series->points, clear_point);
  g_ptr_array_add (self->series, series);

  return series;
}

/**
 * sc_chart_series_add:
 * @series: a series
 * @x: where the point is, behind all that are there
 * @y: how much, or %SC_CHART_NONE
 *
 * Returns: (transfer none): the point, until the next one is added
 */
ScChartPoint *
sc_chart_series_add (ScChartSeries *series,
                     double         x,
                     double         y)
{
  ScChartPoint point = { x, y, SC_CHART_NONE, SC_CHART_NONE, SC_CHART_NONE };

  g_array_append_val (series->points, point);

  return &g_array_index (series->points, ScChartPoint, series->points->len - 1);
}

/**
 * sc_chart_add_reference:
 * @self: a chart
 * @is_across: whether it is a value of the axis on the side
 * @value: where it is
 * @name: what it is
 */
void
sc_chart_add_reference (ScChart    *self,
                        gboolean    is_across,
                        double      value,
                        const char *name)
{
  ScChartReference reference = { is_across, value, g_strdup (name) };

  g_array_append_val (self->references, reference);
}

/**
 * sc_chart_get_series:
 * @self: a chart
 * @position: which one, from 0
 *
 * Returns: (transfer none): the series
 */
const ScChartSeries *
sc_chart_get_series (const ScChart *self,
                     guint          position)
{
  return self->series->pdata[position];
}

/**
 * sc_chart_get_point:
 * @self: a chart
 * @series: which series, from 0
 * @position: which of its points, from 0
 *
 * Returns: (transfer none): the point
 */
const ScChartPoint *
sc_chart_get_point (const ScChart *self,
                    guint          series,
                    guint          position)
{
  return &g_array_index (sc_chart_get_series (self, series)->points, ScChartPoint, position);
}

/**
 * sc_chart_is_empty:
 * @self: a chart
 *
 * Returns: whether there is nothing to draw
 */
gboolean
sc_chart_is_empty (const ScChart *self)
{
  for (guint i = 0; i < self->series->len; i++)
    if (sc_chart_get_series (self, i)->points->len > 0)
      return FALSE;

  return TRUE;
}

/**
 * sc_chart_series_has_band:
 * @series: a series
 *
 * Returns: whether any of its points has an interval
 */
gboolean
sc_chart_series_has_band (const ScChartSeries *series)
{
  for (guint i = 0; i < series->points->len; i++)
    {
      const ScChartPoint *point = &g_array_index (series->points, ScChartPoint, i);

      if (!isnan (point->low) && !isnan (point->high))
        return TRUE;
    }

  return FALSE;
}

/**
 * sc_chart_series_has_targets:
 * @series: a series
 *
 * Returns: whether any of its points has a target
 */
gboolean
sc_chart_series_has_targets (const ScChartSeries *series)
{
  for (guint i = 0; i < series->points->len; i++)
    if (!isnan (g_array_index (series->points, ScChartPoint, i).target))
      return TRUE;

  return FALSE;
}
