/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/sc-chart-view.h"
#include "document/sc-paged.h"
#include "insight/insight-fixture.h"
#include "insight/sc-insight-filter-dialog.h"
#include "insight/sc-insight-init.h"
#include "insight/sc-insight-readers.h"
#include "insight/sc-insight-report.h"

static void
lose (InsightFixture *fixture,
      guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScDeal) deal = change_fixture_load (fixture->base, change_fixture_add (fixture->base, "A deal", "A"));

      change_fixture_run (fixture->base, sc_command_lose_deal (deal, "Price"));
    }
}

/* With few decided deals it says how many are needed; when there are enough, it tells. */
static void
test_follows_deals (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();

  insight_fixture_wait_for (fixture, "Too early to judge: deals decided 0, needed 10.");
  insight_fixture_wait_for (fixture, "What to Do");
  g_assert_null (widget_test_find (fixture->view, GTK_TYPE_LABEL,
                                   "Days in stages are not known: the history was worked out by an import."));
  g_assert_cmpuint (widget_test_count (fixture->view, SC_TYPE_CHART_VIEW), ==, 0);
  lose (fixture, 9);
  insight_fixture_wait_for (fixture, "Too early to judge: deals decided 9, needed 10.");
  lose (fixture, 1);
  insight_fixture_wait_for (fixture, "How Long Deals Take");
  insight_fixture_wait_for (fixture, "Why and Where Deals Are Lost");
}

static void
show_deals_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  GVariant **shown = user_data;

  g_clear_pointer (shown, g_variant_unref);
  *shown = g_variant_ref (parameter);
}

static gboolean
was_shown (gpointer data)
{
  return *(GVariant **) data != NULL;
}

/* A number is a button: it has the window list as many deals, and says what they are. */
static void
test_opens_deals (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  g_autoptr (GSimpleActionGroup) window_actions = g_simple_action_group_new ();
  GVariant *shown = NULL;
  g_autoptr (GVariant) ids = NULL;
  const GActionEntry entries[] = {
    { .name = "show-deals", .activate = show_deals_cb, .parameter_type = "(ssax)" },
  };
  GtkWidget *button;
  const char *name;

  g_action_map_add_action_entries (G_ACTION_MAP (window_actions), entries, G_N_ELEMENTS (entries), &shown);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (window_actions));
  lose (fixture, 11);
  insight_fixture_wait_for (fixture, "Lost: 11");
  button = gtk_widget_get_ancestor (widget_test_find (fixture->view, GTK_TYPE_LABEL, "Lost: 11"), GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  widget_test_wait (was_shown, &shown, "the list of deals");
  g_variant_get_child (shown, 1, "&s", &name);
  g_assert_cmpstr (name, ==, "Lost: 11 deals");
  ids = g_variant_get_child_value (shown, 2);
  g_assert_cmpuint (g_variant_n_children (ids), ==, 11);

  /* Who comes back is where the number was. */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_grab_focus (fixture->view));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == button);
  g_variant_unref (shown);
}

/* No stage covers needs discovery: it says so, and speaks of no figure. */
static void
test_without_discovery (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();

  insight_fixture_wait_for (fixture, "No stage of this process covers needs discovery.");
  g_assert_null (widget_test_find (fixture->view, GTK_TYPE_LABEL, "Completeness of Needs Discovery"));
}

/* What is chosen is kept for the process, and shown. */
static void
test_filters_are_kept (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) filters = NULL;
  g_autofree char *text = g_strdup_printf ("{'%s': {'owner': 'Anna', 'from': '2026-01-01', 'low': 'USD 1000.00', "
                                           "'unit': 'days'}}", fixture->base->process_id);

  insight_fixture_wait_for (fixture, "All deals · Working days");
  filters = g_variant_parse (G_VARIANT_TYPE ("a{sa{ss}}"), text, NULL, NULL, NULL);
  g_settings_set_value (settings, "insight-filters", filters);
  insight_fixture_show (fixture);
  insight_fixture_wait_for (fixture, "Started from 01/01/2026 · Owner: Anna · From $1,000 · Calendar days");
}

/* Choosing all deals again forgets what was chosen. */
static void
test_reset (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) left = NULL;
  AdwDialog *dialog;

  insight_fixture_wait_for (fixture, "All deals · Working days");
  g_assert_true (gtk_widget_activate_action (fixture->view, "insight.filters", NULL));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (SC_IS_INSIGHT_FILTER_DIALOG (dialog));
  sc_insight_filter_dialog_get_query (SC_INSIGHT_FILTER_DIALOG (dialog))->version = 3;
  g_signal_emit_by_name (dialog, "changed");
  insight_fixture_wait_for (fixture, "Version 3 · Working days");
  g_signal_emit_by_name (dialog, "response::reset", "reset");
  insight_fixture_wait_for (fixture, "All deals · Working days");
  adw_dialog_force_close (dialog);
  left = g_settings_get_value (settings, "insight-filters");
  g_assert_cmpuint (g_variant_n_children (left), ==, 0);
}

/* What is told of twelve deals, and of none, stands on two pages. */
static void
test_report (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  ScStore *store = fixture->base->store;
  g_autoptr (ScFiguresQuery) query = sc_figures_query_new (fixture->base->process_id);

  for (guint n = 0; n <= 12; n += 12)
    {
      ScInsightFigures figures = { 0 };
      g_autoptr (ScDocument) report = NULL;
      g_autoptr (ScPaged) paged = NULL;
      g_autoptr (GError) error = NULL;

      insight_fixture_add_decided (fixture, n, 5);
      g_assert_false (sc_insight_report_is_ready (&figures));
      figures.cycle = sc_cycle_read (store, query, NULL, &error);
      g_assert_no_error (error);
      figures.discovery = sc_discovery_read (store, query, NULL, &error);
      g_assert_no_error (error);
      figures.outlook = sc_outlook_read (store, query, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      figures.record = sc_forecast_record_read (store, query, SC_FORECAST_DAYS, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      figures.versions = sc_versions_figures_read (store, query, NULL, &error);
      g_assert_no_error (error);
      figures.plans = sc_plan_facts_read (store, query->process_id, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (sc_insight_report_is_ready (&figures));
      report = sc_insight_report_make ("Trade", &figures);
      paged = sc_paged_new (report, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
      sc_paged_layout (paged, G_MAXUINT);
      g_assert_cmpuint (sc_paged_get_n_pages (paged), ==, 2);
      sc_insight_figures_clear (&figures);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_insight_init ();

  g_test_add_func ("/insight/view/follows-deals", test_follows_deals);
  g_test_add_func ("/insight/view/opens-deals", test_opens_deals);
  g_test_add_func ("/insight/view/without-discovery", test_without_discovery);
  g_test_add_func ("/insight/view/filters-are-kept", test_filters_are_kept);
  g_test_add_func ("/insight/view/reset", test_reset);
  g_test_add_func ("/insight/view/report", test_report);

  return g_test_run ();
}
