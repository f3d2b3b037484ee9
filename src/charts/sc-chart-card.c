/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart with what is to be read beside it: its title, what is to be seen in a sentence, how
 * that was worked out, and the same numbers as a table, which is made when it is opened. */

#include "charts/sc-chart-card.h"

#include <glib/gi18n-lib.h>

#include "charts/sc-chart-row.h"
#include "charts/sc-chart-view.h"
#include "diagram/sc-chart-table.h"

struct _ScChartCard
{
  AdwBin parent_instance;

  gboolean is_table_made;

  GtkLabel *title;
  GtkWidget *help_button;
  GtkLabel *help;
  GtkMenuButton *menu_button;
  GtkLabel *summary;
  ScChartView *view;
  GtkExpander *expander;
  GtkColumnView *table;
};

enum {
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScChartCard, sc_chart_card, ADW_TYPE_BIN);

static void
cell_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  column)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (column) == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link");
  gtk_widget_add_css_class (button, "chart-number");
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_named (GTK_STACK (stack), label, "label");
  gtk_stack_add_named (GTK_STACK (stack), button, "button");
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, stack);
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  column)
{
  ScChartRow *row = gtk_list_item_get_item (item);
  GtkStack *stack = GTK_STACK (gtk_list_item_get_child (item));
  GtkWidget *button = gtk_stack_get_child_by_name (stack, "button");
  const char *text = sc_chart_row_get_cell (row, GPOINTER_TO_UINT (column));
  const char *key = sc_chart_row_get_key (row, GPOINTER_TO_UINT (column));

  gtk_label_set_label (GTK_LABEL (gtk_stack_get_child_by_name (stack, "label")), text);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "card.open");
  gtk_stack_set_visible_child_name (stack, *key != '\0' ? "button" : "label");
}

static void
add_column (ScChartCard *self,
            const char  *title,
            guint        position)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (cell_set_up_cb), GUINT_TO_POINTER (position));
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bound_cb), GUINT_TO_POINTER (position));
  gtk_column_view_column_set_expand (column, position == 0);
  gtk_column_view_append_column (self->table, column);
}

static void
clear_columns (ScChartCard *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
}

static void
make_table (ScChartCard *self)
{
  ScChart *chart = sc_chart_view_get_chart (self->view);
  g_autoptr (GPtrArray) rows = sc_chart_make_table (chart, SC_CELLS_FOR_PEOPLE);
  g_autoptr (GPtrArray) keys = sc_chart_make_keys (chart);
  GListStore *store = g_list_store_new (SC_TYPE_CHART_ROW);
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store)));
  char **titles = rows->pdata[0];

  clear_columns (self);
  for (guint i = 0; titles[i] != NULL; i++)
    add_column (self, titles[i], i);
  for (guint i = 1; i < rows->len; i++)
    {
      g_autoptr (ScChartRow) row = sc_chart_row_new ((const char *const *) rows->pdata[i],
                                                     (const char *const *) keys->pdata[i - 1]);

      g_list_store_append (store, row);
    }
  gtk_column_view_set_model (self->table, model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, chart->title, -1);
  self->is_table_made = TRUE;
}

static void
expanded_cb (ScChartCard *self)
{
  if (gtk_expander_get_expanded (self->expander) && !self->is_table_made && sc_chart_view_get_chart (self->view) != NULL)
    make_table (self);
}

static void
point_activated_cb (ScChartCard *self,
                    guint        series,
                    guint        point)
{
  const char *key = sc_chart_get_point (sc_chart_view_get_chart (self->view), series, point)->key;

  if (key != NULL)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, key);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPENED], 0, g_variant_get_string (parameter, NULL));
}

/* The menu stands beside the chart, and is the chart's. */
static void
forward_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (SC_CHART_CARD (widget)->view), action, parameter);
}

static void
sc_chart_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_CHART_CARD);

  G_OBJECT_CLASS (sc_chart_card_parent_class)->dispose (object);
}

static void
sc_chart_card_class_init (ScChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_chart_card_dispose;

  /* What a number stands for was asked for: the key of its point. */
  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", SC_TYPE_CHART_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/stagecraft/Stagecraft/charts/sc-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ScChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, ScChartCard, help_button);
  gtk_widget_class_bind_template_child (widget_class, ScChartCard, help);
  gtk_widget_class_bind_template_child (widget_class, ScChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ScChartCard, summary);
  gtk_widget_class_bind_template_child (widget_class, ScChartCard, view);
  gtk_widget_class_bind_template_child (widget_class, ScChartCard, expander);
  gtk_widget_class_bind_template_child (widget_class, ScChartCard, table);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, point_activated_cb);
  gtk_widget_class_install_action (widget_class, "card.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", forward_cb);
}

static void
sc_chart_card_init (ScChartCard *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  menu = sc_chart_view_make_menu ();
  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

/**
 * sc_chart_card_new:
 *
 * Returns: (transfer floating): a card that shows no chart yet
 */
GtkWidget *
sc_chart_card_new (void)
{
  return g_object_new (SC_TYPE_CHART_CARD, NULL);
}

/**
 * sc_chart_card_show:
 * @self: a card
 * @chart: what it is to show
 * @help: (nullable): how it was worked out; if %NULL, the button for it is not shown
 */
void
sc_chart_card_show (ScChartCard *self,
                    ScChart     *chart,
                    const char  *help)
{
  g_return_if_fail (SC_IS_CHART_CARD (self));

  gtk_label_set_label (self->title, chart->title);
  gtk_label_set_label (self->summary, chart->description != NULL ? chart->description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), chart->description != NULL);
  gtk_label_set_label (self->help, help != NULL ? help : "");
  gtk_widget_set_visible (self->help_button, help != NULL);
  sc_chart_view_set_chart (self->view, chart);
  self->is_table_made = FALSE;
  expanded_cb (self);
}
