/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the axes of charts begin and end, where their ticks are, and how their numbers are
 * written. Axes begin at 0, so that what is twice as long is twice as much. */

#include "diagram/sc-chart-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "files/sc-json-writer.h"
#include "model/sc-money.h"

/* A range that says nothing would be no range. */
static ScChartRange
close_range (const ScChartAxis *axis,
             ScChartRange       range)
{
  range.most = MAX (range.most, axis->most);
  if (range.most <= range.least)
    range.most = range.least + (axis->kind == SC_VALUE_SHARE ? 1 : 10);

  return range;
}

static void
take_in (ScChartRange *range,
         double        value)
{
  if (isnan (value))
    return;

  range->least = MIN (range->least, value);
  range->most = MAX (range->most, value);
}

/**
 * sc_chart_find_x_range:
 * @self: a chart without categories
 *
 * Returns: what the axis along which its points follow each other has to hold
 */
ScChartRange
sc_chart_find_x_range (const ScChart *self)
{
  ScChartRange range = { 0, 0 };

  for (guint i = 0; i < self->series->len; i++)
    for (guint j = 0; j < sc_chart_get_series (self, i)->points->len; j++)
      take_in (&range, sc_chart_get_point (self, i, j)->x);
  for (guint i = 0; i < self->references->len; i++)
    if (!g_array_index (self->references, ScChartReference, i).is_across)
      take_in (&range, g_array_index (self->references, ScChartReference, i).value);

  return close_range (&self->x, range);
}

/**
 * sc_chart_find_y_range:
 * @self: a chart
 *
 * Returns: what the axis of its values has to hold
 */
ScChartRange
sc_chart_find_y_range (const ScChart *self)
{
  ScChartRange range = { 0, 0 };

  for (guint i = 0; i < self->series->len; i++)
    for (guint j = 0; j < sc_chart_get_series (self, i)->points->len; j++)
      {
        const ScChartPoint *point = sc_chart_get_point (self, i, j);

        take_in (&range, point->y);
        take_in (&range, point->low);
        take_in (&range, point->high);
        take_in (&range, point->target);
      }
  for (guint i = 0; i < self->references->len; i++)
    if (g_array_index (self->references, ScChartReference, i).is_across)
      take_in (&range, g_array_index (self->references, ScChartReference, i).value);

  return close_range (&self->y, range);
}

/* The smallest of 1, 2, 5, 10, 20 and so on that is at least @step. */
static double
round_step (double step)
{
  double unit = pow (10, floor (log10 (step)));

  /* 0.2 / 0.1 is a little more than 2. */
  for (guint i = 0; i < 3; i++)
    if (step <= unit * (const double[]) { 1, 2, 5 }[i] * (1 + 1e-9))
      return unit * (const double[]) { 1, 2, 5 }
  [i];

  return 10 * unit;
}

static double
get_finest_step (const ScChartAxis *axis)
{
  double unit = 1;

  switch (axis->kind)
    {
    case SC_VALUE_SHARE:
      return 0.01;
    case SC_VALUE_MONEY:
      for (guint i = sc_currency_get_digits (axis->currency); i > 0; i--)
        unit *= 10;
      return unit;
    case SC_VALUE_NUMBER:
    default:
      return 1;
    }
}

/**
 * sc_chart_choose_ticks:
 * @axis: an axis
 * @range: (inout): what it has to hold, and where it is to begin and end so that there is
 *   a tick at both
 * @n_most: the most steps there may be, at least 1
 *
 * Returns: (transfer full) (element-type double): where its ticks are
 */
GArray *
sc_chart_choose_ticks (const ScChartAxis *axis,
                       ScChartRange      *range,
                       guint              n_most)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double step = MAX (round_step ((range->most - range->least) / MAX (n_most, 1)), get_finest_step (axis));
  double first;
  double last;

  /* What is below 0 takes a step of its own, which may be one too many. */
  for (;;)
    {
      first = floor (range->least / step + 1e-9);
      last = ceil (range->most / step - 1e-9);
      if (last - first <= n_most || last - first <= 1)
        break;
      step = round_step (step * 1.5);
    }

  for (double i = first; i <= last; i++)
    {
      double tick = i * step;

      g_array_append_val (ticks, tick);
    }
  *range = (ScChartRange) { first *step, last *step };

  return ticks;
}

/**
 * sc_chart_tell_value:
 * @axis: the axis of the value
 * @value: a number, or %SC_CHART_NONE
 *
 * Returns: (transfer full): the value as it is said: without decimals, a share as so many
 *   of 100
 */
char *
sc_chart_tell_value (const ScChartAxis *axis,
                     double             value)
{
  if (isnan (value))
    return g_strdup ("–");

  switch (axis->kind)
    {
    case SC_VALUE_SHARE:
      /* Translators: a share, such as “63 of 100”. */
      return g_strdup_printf (_("%.0f of 100"), value * 100);
    case SC_VALUE_MONEY:
      return sc_money_to_text (sc_money_new (llround (value), axis->currency));
    case SC_VALUE_NUMBER:
    default:
      return g_strdup_printf ("%'.0f", value);
    }
}

/**
 * sc_chart_tell_tick:
 * @axis: an axis
 * @value: where a tick is
 *
 * Returns: (transfer full): the value as it stands beside the tick, where the axis's title
 *   says the rest
 */
char *
sc_chart_tell_tick (const ScChartAxis *axis,
                    double             value)
{
  switch (axis->kind)
    {
    case SC_VALUE_SHARE:
      return g_strdup_printf ("%.0f", value * 100);
    case SC_VALUE_MONEY:
      return sc_money_to_short_text (sc_money_new (llround (value), axis->currency));
    case SC_VALUE_NUMBER:
    default:
      return g_strdup_printf ("%'.0f", value);
    }
}

/**
 * sc_chart_write_value:
 * @axis: the axis of the value
 * @value: a number, or %SC_CHART_NONE
 *
 * Returns: (transfer full): the value as a program reads it, empty where there is none
 */
char *
sc_chart_write_value (const ScChartAxis *axis,
                      double             value)
{
  if (isnan (value))
    return g_strdup ("");
  if (axis->kind == SC_VALUE_MONEY)
    return sc_money_to_plain (sc_money_new (llround (value), axis->currency));

  return sc_number_to_string (value);
}
