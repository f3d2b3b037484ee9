/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart with what is to be read beside it: its title, what is to be seen in a sentence, how
 * that was worked out, and the same numbers as a table, which is made when it is opened. */

#include "charts/sc-chart-card.h"

#include <glib/gi18n-lib.h>

#include "charts/sc-chart-cell.h"
#include "charts/sc-chart-row.h"
#include "charts/sc-chart-view.h"
#include "charts/sc-help-button.h"
#include "diagram/sc-chart-table.h"

struct _ScChartCard
{
  AdwBin parent_instance;

  gboolean is_table_made;

  GtkLabel *title;
  ScHelpButton *help_button;
  GtkMenuButton *menu_button;
  GtkLabel *summary;
  ScChartView *view;
  GtkExpander *expander;
  GtkColumnView *table;
  GListStore *rows; /* of the table; NULL until it was opened */
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
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, sc_chart_cell_new (GPOINTER_TO_UINT (column)));
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  column)
{
  sc_chart_cell_set_row (SC_CHART_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
cell_unbound_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 gpointer                  column)
{
  sc_chart_cell_set_row (SC_CHART_CELL (gtk_list_item_get_child (item)), NULL);
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
  g_signal_connect (factory, "unbind", G_CALLBACK (cell_unbound_cb), GUINT_TO_POINTER (position));
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

static gboolean
has_titles (ScChartCard *self,
            char       **titles)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  if (g_list_model_get_n_items (columns) != g_strv_length (titles))
    return FALSE;

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), titles[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
make_columns (ScChartCard *self,
              char       **titles)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  g_clear_object (&self->rows);
  self->rows = g_list_store_new (SC_TYPE_CHART_ROW);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  clear_columns (self);
  for (guint i = 0; titles[i] != NULL; i++)
    add_column (self, titles[i], i);
  gtk_column_view_set_model (self->table, model);
}

/* Rows that are there say what is new, so that what has the focus in one keeps it. */
static void
fill_table (ScChartCard *self,
            GPtrArray   *rows,
            GPtrArray   *keys)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i + 1 < rows->len; i++)
    {
      const char *const *cells = (const char *const *) rows->pdata[i + 1];
      const char *const *cell_keys = (const char *const *) keys->pdata[i];
      g_autoptr (ScChartRow) row = i < n_rows ? g_list_model_get_item (G_LIST_MODEL (self->rows), i)
                                              : sc_chart_row_new (cells, cell_keys);

      if (i < n_rows)
        sc_chart_row_set (row, cells, cell_keys);
      else
        g_list_store_append (self->rows, row);
    }
  if (n_rows + 1 > rows->len)
    g_list_store_splice (self->rows, rows->len - 1, n_rows + 1 - rows->len, NULL, 0);
}

static void
make_table (ScChartCard *self)
{
  ScChart *chart = sc_chart_view_get_chart (self->view);
  g_autoptr (GPtrArray) rows = sc_chart_make_table (chart, SC_CELLS_FOR_PEOPLE);
  g_autoptr (GPtrArray) keys = sc_chart_make_keys (chart);

  if (self->rows == NULL || !has_titles (self, rows->pdata[0]))
    make_columns (self, rows->pdata[0]);
  fill_table (self, rows, keys);
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

/* Few of a page's charts are copied or saved: the menu is made when it is opened. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  menu = sc_chart_view_make_menu ();
  gtk_menu_button_set_menu_model (button, menu);
}

static void
sc_chart_card_dispose (GObject *object)
{
  g_clear_object (&SC_CHART_CARD (object)->rows);
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
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, NULL, NULL);
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
  sc_help_button_set_text (self->help_button, help);
  sc_chart_view_set_chart (self->view, chart);
  self->is_table_made = FALSE;
  expanded_cb (self);
}
