/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart shows, as plain numbers and words, before anything is drawn. */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef enum {
  SC_CHART_LINE,
  SC_CHART_STEPS,
  SC_CHART_COLUMNS,
  SC_CHART_BARS,
  SC_CHART_FUNNEL,
  SC_CHART_BOX,
} ScChartKind;

/* What a number of a chart is, and so how it is written. */
typedef enum {
  SC_VALUE_NUMBER,
  SC_VALUE_SHARE,
  SC_VALUE_MONEY,
} ScValueKind;

/* What is not known, or not said: a gap in a line, no interval, no target. */
#define SC_CHART_NONE ((double) NAN)

/**
 * ScChartAxis:
 * @title: (nullable): what is counted along it, with its unit
 * @kind: what its numbers are; money in minor units
 * @currency: ISO 4217 code of money
 * @most: where it ends at least, or 0 for where the numbers end
 */
typedef struct {
  char *title;
  ScValueKind kind;
  char currency[4];
  double most;
} ScChartAxis;

/**
 * ScChartPoint:
 * @x: where along the axis: a number, or the position of its category
 * @y: how much, or %SC_CHART_NONE
 * @low: where its interval begins, or %SC_CHART_NONE
 * @high: where its interval ends, or %SC_CHART_NONE
 * @target: what @y was to be, or %SC_CHART_NONE
 * @note: (nullable): how @y is said in a word or two, such as “30 of 40”, where a
 *   number alone would say too much
 * @words: (nullable): the point as a sentence
 * @key: (nullable): what it stands for, for who opens it
 */
typedef struct {
  double x;
  double y;
  double low;
  double high;
  double target;
  char *note;
  char *words;
  char *key;
} ScChartPoint;

/**
 * ScChartSeries:
 * @name: what its points are
 * @band_name: (nullable): what lies between their lows and highs
 * @low_name: (nullable): what a low is, for the table
 * @high_name: (nullable): what a high is
 * @target_name: (nullable): what a target is
 * @is_plan: whether it is what was meant to be, and not what was
 * @points: (element-type ScChartPoint): by x
 */
typedef struct {
  char *name;
  char *band_name;
  char *low_name;
  char *high_name;
  char *target_name;
  gboolean is_plan;
  GArray *points;
} ScChartSeries;

/**
 * ScChartReference:
 * @is_across: whether it is a value of the axis on the side, and its line lies
 * @value: where it is
 * @name: what it is
 *
 * A line to hold the points against.
 */
typedef struct {
  gboolean is_across;
  double value;
  char *name;
} ScChartReference;

/**
 * ScChart:
 * @kind: how it is drawn
 * @title: what it shows
 * @description: (nullable): what is to be seen, in a sentence
 * @x: the axis along which points follow each other
 * @y: the axis of their values
 * @categories: (element-type utf8): the names along @x, or none where it has numbers
 * @series: (element-type ScChartSeries): what is shown
 * @references: (element-type ScChartReference): the lines to hold it against
 *
 * A chart. Whoever has numbers fills it in; the painter draws it, and its table says
 * the same in words. It is not changed any more once it is shown.
 */
typedef struct {
  ScChartKind kind;
  char *title;
  char *description;
  ScChartAxis x;
  ScChartAxis y;
  GPtrArray *categories;
  GPtrArray *series;
  GArray *references;
} ScChart;

ScChart *sc_chart_new (ScChartKind kind,
                       const char *title);
ScChart *sc_chart_ref (ScChart *self);
void sc_chart_unref (ScChart *self);

void sc_chart_add_category (ScChart    *self,
                            const char *name);
ScChartSeries *sc_chart_add_series (ScChart    *self,
                                    const char *name);
ScChartPoint *sc_chart_series_add (ScChartSeries *series,
                                   double         x,
                                   double         y);
void sc_chart_add_reference (ScChart    *self,
                             gboolean    is_across,
                             double      value,
                             const char *name);

const ScChartSeries *sc_chart_get_series (const ScChart *self,
                                          guint          position);
const ScChartPoint *sc_chart_get_point (const ScChart *self,
                                        guint          series,
                                        guint          position);
gboolean sc_chart_is_empty (const ScChart *self);
gboolean sc_chart_series_has_band (const ScChartSeries *series);
gboolean sc_chart_series_has_targets (const ScChartSeries *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScChart, sc_chart_unref)

G_END_DECLS
