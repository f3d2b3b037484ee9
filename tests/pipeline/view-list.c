/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of deals: its width, its columns and its order. */

#include "config.h"

#include <adwaita.h>

#include "pipeline/sc-card-text.h"
#include "pipeline/sc-deal-cell.h"
#include "pipeline/sc-pipeline-list.h"
#include "pipeline/view-tests.h"

/* The last button of the toolbar is the one that would be pushed out. */
static gboolean
fits (PipelineFixture *self,
      gpointer         data)
{
  GtkWidget *last = NULL;
  graphene_rect_t bounds;
  int width = gtk_widget_get_width (GTK_WIDGET (self->view));

  for (guint i = 0; last == NULL; i++)
    {
      GtkWidget *button = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_MENU_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_widget_get_tooltip_text (button), "More") == 0)
        last = button;
    }

  return width > 0 && width <= 360
         && gtk_widget_compute_bounds (last, GTK_WIDGET (self->view), &bounds)
         && bounds.size.width > 0 && bounds.origin.x + bounds.size.width <= (float) width;
}

static void
test_the_list_fits_a_narrow_window (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();

  change_fixture_add (self->change, "one", "A");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 640);
  pipeline_fixture_show (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "list");
  pipeline_fixture_wait (self, view_tests_shows_page, (gpointer) "list");
  pipeline_fixture_wait (self, fits, NULL);
}

/* How many columns a list has until others are chosen. */
static guint
count_columns (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) columns = g_settings_get_strv (settings, "deals-columns");

  return g_strv_length (columns);
}

/* The titles of the list's deals, from the first on. */
static gboolean
lists (PipelineFixture *self,
       gpointer         data)
{
  GtkWidget *table = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_PIPELINE_LIST, 0);
  g_auto (GStrv) titles = g_strsplit (data, " ", -1);
  guint n_columns = count_columns ();

  for (guint i = 0; titles[i] != NULL; i++)
    {
      GtkInscription *title = pipeline_fixture_find (table, GTK_TYPE_INSCRIPTION, i * n_columns);

      if (title == NULL || g_strcmp0 (gtk_inscription_get_text (title), titles[i]) != 0)
        return FALSE;
    }

  return pipeline_fixture_find (table, GTK_TYPE_INSCRIPTION, g_strv_length (titles) * n_columns) == NULL;
}

static void
add_worth (PipelineFixture *self,
           const char      *title,
           gint64           minor)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->change->process_id);
  deal->title = g_strdup (title);
  deal->value = sc_money_new (minor, "EUR");
  change_fixture_run (self->change, sc_command_add_deal (deal));
}

static void
test_the_settings_know_the_orders (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  for (int i = SC_DEAL_ORDER_NEWEST; i < SC_N_DEAL_ORDERS; i++)
    {
      g_autofree char *id = NULL;
      ScDealOrder order;

      g_assert_true (g_settings_set_enum (settings, "deals-order", i));
      id = g_settings_get_string (settings, "deals-order");
      g_assert_true (sc_deal_order_from_id (id, &order));
      g_assert_cmpint (order, ==, i);
    }
  g_settings_reset (settings, "deals-order");
}

typedef struct {
  GType type;
  const char *text;
} Said;

static gboolean
says (PipelineFixture *self,
      gpointer         data)
{
  const Said *said = data;
  GtkWidget *widget;

  for (guint i = 0; (widget = pipeline_fixture_find (GTK_WIDGET (self->view), said->type, i)) != NULL; i++)
    {
      const char *text = GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget))
                                                     : sc_card_text_get_text (SC_CARD_TEXT (widget));

      if (gtk_widget_get_mapped (widget) && g_strcmp0 (text, said->text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* On the card, and in the list where its column is chosen. */
static void
test_a_label_is_shown (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  const char *const columns[] = { "title", "label", NULL };
  g_autoptr (ScDeal) deal = sc_deal_new ();
  Said on_card = { SC_TYPE_CARD_TEXT, "hot" };
  Said in_list = { GTK_TYPE_INSCRIPTION, "hot" };

  deal->process_id = g_strdup (self->change->process_id);
  deal->title = g_strdup ("Anna");
  deal->label = g_strdup ("hot");
  change_fixture_run (self->change, sc_command_add_deal (deal));
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, says, &on_card);

  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "list");
  pipeline_fixture_wait (self, lists, (gpointer) "Anna");
  g_assert_false (says (self, &in_list));
  g_settings_set_strv (settings, "deals-columns", columns);
  pipeline_fixture_wait (self, says, &in_list);
  g_settings_reset (settings, "deals-columns");
}

/* By the title of a column as by the menu, and as it was the next morning. */
static void
test_the_list_is_sorted_by_any_column (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (GtkColumnViewColumn) value = NULL;
  GtkColumnView *column_view;
  ScPipelineList *table;

  add_worth (self, "Boris", 300);
  add_worth (self, "anna", 200);
  add_worth (self, "Clara", 100);
  pipeline_fixture_show (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "list");
  pipeline_fixture_wait (self, lists, (gpointer) "Clara anna Boris");

  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.deals-order", "s", "title");
  pipeline_fixture_wait (self, lists, (gpointer) "anna Boris Clara");
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.deals-descending", NULL);
  pipeline_fixture_wait (self, lists, (gpointer) "Clara Boris anna");

  /* What a click on a title does. */
  column_view = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_COLUMN_VIEW, 0);
  value = g_list_model_get_item (gtk_column_view_get_columns (column_view), SC_CELL_VALUE);
  gtk_column_view_sort_by_column (column_view, value, GTK_SORT_ASCENDING);
  pipeline_fixture_wait (self, lists, (gpointer) "Clara anna Boris");
  add_worth (self, "Dora", 150);
  pipeline_fixture_wait (self, lists, (gpointer) "Clara Dora anna Boris");
  gtk_column_view_sort_by_column (column_view, value, GTK_SORT_DESCENDING);
  pipeline_fixture_wait (self, lists, (gpointer) "Boris anna Dora Clara");

  table = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_PIPELINE_LIST, 0);
  g_assert_cmpuint (sc_pipeline_list_get_n_deals (table), ==, 4);
  self->view = SC_PIPELINE_VIEW (sc_pipeline_view_new ());
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, lists, (gpointer) "Boris anna Dora Clara");
}

void
view_tests_add_list (void)
{
  g_test_add_func ("/view/the-list-fits-a-narrow-window", test_the_list_fits_a_narrow_window);
  g_test_add_func ("/view/orders-of-the-settings", test_the_settings_know_the_orders);
  g_test_add_func ("/view/the-list-is-sorted", test_the_list_is_sorted_by_any_column);
  g_test_add_func ("/view/a-label-is-shown", test_a_label_is_shown);
}
