/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a chart's table, as an item of a list. */

#include "charts/sc-chart-row.h"

struct _ScChartRow
{
  GObject parent_instance;

  GStrv cells;
  GStrv keys;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScChartRow, sc_chart_row, G_TYPE_OBJECT);

static void
sc_chart_row_finalize (GObject *object)
{
  g_strfreev (SC_CHART_ROW (object)->cells);
  g_strfreev (SC_CHART_ROW (object)->keys);

  G_OBJECT_CLASS (sc_chart_row_parent_class)->finalize (object);
}

static void
sc_chart_row_class_init (ScChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_chart_row_finalize;

  /* It says something else. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_CHART_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_chart_row_init (ScChartRow *self)
{
}

/**
 * sc_chart_row_new:
 * @cells: what it says, column by column
 * @keys: what these stand for, for who opens them; empty where there is nothing to open
 *
 * Returns: (transfer full): a row
 */
ScChartRow *
sc_chart_row_new (const char *const *cells,
                  const char *const *keys)
{
  ScChartRow *self = g_object_new (SC_TYPE_CHART_ROW, NULL);

  self->cells = g_strdupv ((char **) cells);
  self->keys = g_strdupv ((char **) keys);

  return self;
}

/**
 * sc_chart_row_set:
 * @self: a row
 * @cells: what it says, in as many columns as before
 * @keys: what these stand for
 *
 * Emits “changed” where that is something else than before.
 */
void
sc_chart_row_set (ScChartRow        *self,
                  const char *const *cells,
                  const char *const *keys)
{
  g_return_if_fail (SC_IS_CHART_ROW (self));

  if (g_strv_equal (cells, (const char *const *) self->cells) && g_strv_equal (keys, (const char *const *) self->keys))
    return;

  g_strfreev (self->cells);
  g_strfreev (self->keys);
  self->cells = g_strdupv ((char **) cells);
  self->keys = g_strdupv ((char **) keys);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * sc_chart_row_get_cell:
 * @self: a row
 * @position: a column, from 0
 *
 * Returns: (transfer none): what it says there
 */
const char *
sc_chart_row_get_cell (ScChartRow *self,
                       guint       position)
{
  return self->cells[position];
}

/**
 * sc_chart_row_get_key:
 * @self: a row
 * @position: a column, from 0
 *
 * Returns: (transfer none): what the cell stands for, empty where it opens nothing
 */
const char *
sc_chart_row_get_key (ScChartRow *self,
                      guint       position)
{
  return self->keys[position];
}
