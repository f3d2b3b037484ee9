/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of a chart's table: what is said there, or a number as a button that opens what it
 * stands for. Where its row says something else the button stays, with the focus on it. */

#include "charts/sc-chart-cell.h"

struct _ScChartCell
{
  AdwBin parent_instance;

  guint column;
  GSignalGroup *row_signals;

  GtkStack *stack;
  GtkWidget *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (ScChartCell, sc_chart_cell, ADW_TYPE_BIN);

static void
show (ScChartCell *self)
{
  g_autoptr (ScChartRow) row = g_signal_group_dup_target (self->row_signals);
  const char *text, *key;

  if (row == NULL)
    return;

  text = sc_chart_row_get_cell (row, self->column);
  key = sc_chart_row_get_key (row, self->column);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_button_set_label (GTK_BUTTON (self->button), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", key);
  /* With a target: without one it would be another action. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "card.open");
  gtk_stack_set_visible_child (self->stack, *key != '\0' ? self->button : self->label);
}

static void
sc_chart_cell_dispose (GObject *object)
{
  g_clear_object (&SC_CHART_CELL (object)->row_signals);

  G_OBJECT_CLASS (sc_chart_cell_parent_class)->dispose (object);
}

static void
sc_chart_cell_class_init (ScChartCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_chart_cell_dispose;
}

static void
sc_chart_cell_init (ScChartCell *self)
{
  self->row_signals = g_signal_group_new (SC_TYPE_CHART_ROW);
  g_signal_group_connect_swapped (self->row_signals, "changed", G_CALLBACK (show), self);

  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  self->button = gtk_button_new_with_label ("");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->button, "numeric");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "link");
  gtk_widget_add_css_class (self->button, "chart-number");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_child (self->stack, self->label);
  gtk_stack_add_child (self->stack, self->button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * sc_chart_cell_new:
 * @column: of which column, from 0, which has the names
 *
 * Returns: (transfer floating): a cell of no row yet
 */
GtkWidget *
sc_chart_cell_new (guint column)
{
  ScChartCell *self = g_object_new (SC_TYPE_CHART_CELL, NULL);

  self->column = column;
  gtk_label_set_xalign (GTK_LABEL (self->label), column == 0 ? 0 : 1);

  return GTK_WIDGET (self);
}

/**
 * sc_chart_cell_set_row:
 * @self: a cell
 * @row: (nullable): the row that it is of
 */
void
sc_chart_cell_set_row (ScChartCell *self,
                       ScChartRow  *row)
{
  g_return_if_fail (SC_IS_CHART_CELL (self));

  g_signal_group_set_target (self->row_signals, row);
  show (self);
}
