/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/sc-chart-card.h"
#include "charts/sc-help-button.h"
#include "charts/sc-chart-row.h"
#include "charts/sc-chart-view.h"
#include "charts/sc-charts.h"
#include "widget-test.h"

/* A chart of two lines in a window. */
typedef struct {
  GtkWidget *window;
  GtkWidget *card;
  ScChartView *view;
  char *opened;
} Fixture;

static ScChart *
make_chart (ScChartKind kind)
{
  ScChart *chart = sc_chart_new (kind, "Deals by month");
  ScChartSeries *started = sc_chart_add_series (chart, "Started");
  ScChartSeries *won = sc_chart_add_series (chart, "Won");

  chart->x.title = g_strdup ("Month");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *month = g_strdup_printf ("2026-0%u", i + 1);
      g_autofree char *key = g_strdup_printf ("won-%u", i);

      sc_chart_add_category (chart, month);
      sc_chart_series_add (started, i, 30 + i);
      sc_chart_series_add (won, i, 10 + i)->key = g_steal_pointer (&key);
    }

  return chart;
}

static void
opened_cb (ScChartCard *card,
           const char  *key,
           Fixture     *fixture)
{
  g_set_str (&fixture->opened, key);
}

static gboolean
has_view (gpointer data)
{
  GtkWidget *view = widget_test_find (data, SC_TYPE_CHART_VIEW, NULL);

  return view != NULL && gtk_widget_get_width (view) > 0;
}

static Fixture *
fixture_new (ScChartKind kind)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (ScChart) chart = make_chart (kind);

  self->window = adw_window_new ();
  self->card = sc_chart_card_new ();
  sc_chart_card_show (SC_CHART_CARD (self->card), chart, "Counted by month");
  g_signal_connect (self->card, "opened", G_CALLBACK (opened_cb), self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 500);
  adw_window_set_content (ADW_WINDOW (self->window), self->card);
  gtk_window_present (GTK_WINDOW (self->window));
  widget_test_wait (has_view, self->card, "the chart");
  self->view = SC_CHART_VIEW (widget_test_find (self->card, SC_TYPE_CHART_VIEW, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return self;
}

static void
fixture_free (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->opened);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* As the key controller has it from GTK. */
static gboolean
press (Fixture *fixture,
       guint    key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_taken);
    }

  return is_taken;
}

static void
assert_current (Fixture *fixture,
                double   y)
{
  const ScChartPoint *point = sc_chart_view_get_current (fixture->view);

  g_assert_nonnull (point);
  g_assert_cmpfloat (point->y, ==, y);
}

/* Along a line with the arrows to the side, to another one with those up and down. */
static void
test_walk_along_curves (void)
{
  g_autoptr (Fixture) fixture = fixture_new (SC_CHART_LINE);

  g_assert_null (sc_chart_view_get_current (fixture->view));
  g_assert_true (press (fixture, GDK_KEY_Right));
  assert_current (fixture, 30);
  press (fixture, GDK_KEY_Right);
  assert_current (fixture, 31);
  press (fixture, GDK_KEY_Down);
  assert_current (fixture, 11);
  press (fixture, GDK_KEY_End);
  assert_current (fixture, 12);
  press (fixture, GDK_KEY_Right);
  assert_current (fixture, 12);
  press (fixture, GDK_KEY_Home);
  assert_current (fixture, 10);
  press (fixture, GDK_KEY_Up);
  assert_current (fixture, 30);
  press (fixture, GDK_KEY_Escape);
  g_assert_null (sc_chart_view_get_current (fixture->view));
}

/* From row to row with the arrows down. */
static void
test_walk_down_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_new (SC_CHART_BARS);

  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  assert_current (fixture, 31);
  press (fixture, GDK_KEY_Right);
  assert_current (fixture, 11);
}

/* A point opens what it stands for; one that stands for nothing opens nothing. */
static void
test_open (void)
{
  g_autoptr (Fixture) fixture = fixture_new (SC_CHART_LINE);

  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Return);
  g_assert_null (fixture->opened);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpstr (fixture->opened, ==, "won-0");
}

/* The same numbers as a table, which follows what is shown. */
static void
test_table (void)
{
  g_autoptr (Fixture) fixture = fixture_new (SC_CHART_LINE);
  GtkExpander *expander = GTK_EXPANDER (widget_test_find (fixture->card, GTK_TYPE_EXPANDER, NULL));
  GtkColumnView *table = GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (
                                                                           gtk_expander_get_child (expander))));
  g_autoptr (ScChart) other = sc_chart_new (SC_CHART_BARS, "Nothing");
  g_autoptr (ScChartRow) row = NULL;

  g_assert_null (gtk_column_view_get_model (table));
  gtk_expander_set_expanded (expander, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (table)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))), ==, 3);
  row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table)), 1);
  g_assert_cmpstr (sc_chart_row_get_cell (row, 0), ==, "2026-02");
  g_assert_cmpstr (sc_chart_row_get_cell (row, 2), ==, "11");

  sc_chart_add_series (other, "None");
  sc_chart_card_show (SC_CHART_CARD (fixture->card), other, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (table)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))), ==, 0);
}

/* What a screen reader says of it. */
/* How it was worked out, and what can be done with it, are there when they are asked for. */
static void
test_buttons (void)
{
  g_autoptr (Fixture) fixture = fixture_new (SC_CHART_LINE);
  GtkWidget *help = gtk_widget_get_first_child (widget_test_find (fixture->card, SC_TYPE_HELP_BUTTON, NULL));
  GtkWidget *menu = gtk_widget_get_next_sibling (gtk_widget_get_parent (help));
  GMenuModel *model;

  gtk_menu_button_popup (GTK_MENU_BUTTON (help));
  wait_until (widget_test_find (help, GTK_TYPE_LABEL, "Counted by month") != NULL);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (help));
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (menu));
  g_assert_nonnull (model);
  g_assert_cmpint (g_menu_model_get_n_items (model), ==, 2);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  g_assert_true (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (menu)) == model);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
}

static void
test_is_told (void)
{
  g_autoptr (Fixture) fixture = fixture_new (SC_CHART_LINE);

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture->view)), ==, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->view)));
}

static gboolean
has_text (gpointer data)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (data));

  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
}

/* The menu beside the chart does what the one on it does. */
static void
test_copy (void)
{
  g_autoptr (Fixture) fixture = fixture_new (SC_CHART_LINE);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->card);

  g_assert_true (gtk_widget_activate_action (fixture->card, "chart.copy", NULL));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/svg+xml"));
  g_assert_true (gtk_widget_activate_action (fixture->card, "chart.copy-table", NULL));
  widget_test_wait (has_text, fixture->card, "the table");
}

/* In a narrow window it is narrower and not cut off; with nothing to show it takes no room. */
static void
test_widths (void)
{
  g_autoptr (Fixture) fixture = fixture_new (SC_CHART_BOX);
  int minimum, wide, narrow;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 900, &wide, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 300, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, 0);
  g_assert_cmpint (wide, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_charts_init ();

  g_test_add_func ("/charts/view/walk-along-curves", test_walk_along_curves);
  g_test_add_func ("/charts/view/walk-down-rows", test_walk_down_rows);
  g_test_add_func ("/charts/view/open", test_open);
  g_test_add_func ("/charts/view/table", test_table);
  g_test_add_func ("/charts/view/buttons", test_buttons);
  g_test_add_func ("/charts/view/is-told", test_is_told);
  g_test_add_func ("/charts/view/copy", test_copy);
  g_test_add_func ("/charts/view/widths", test_widths);

  return g_test_run ();
}
