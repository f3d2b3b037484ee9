/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one does in the Insight view about what the scheme promises: probabilities taken over,
 * plans, scenarios; and that each of its charts has a table. */

#include <math.h>
#include <string.h>

#include "charts/sc-chart-card.h"
#include "charts/sc-chart-row.h"
#include "charts/sc-chart-view.h"
#include "deal/sc-money-row.h"
#include "diagram/sc-chart-table.h"
#include "elsewhere.h"
#include "insight/insight-fixture.h"
#include "insight/sc-insight-init.h"
#include "insight/sc-insight-plan-dialog.h"
#include "insight/sc-scenario-box.h"
#include "store/sc-store-plans.h"

static gboolean
is_taken_over (gpointer data)
{
  return fabs (insight_fixture_get_chance (data) - 0.25) < 1e-9;
}

/* Of twelve deals of the first stage three were won: that goes into the draft, and comes back
 * as it was. */
static void
test_take_over (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  double before = insight_fixture_get_chance (fixture);

  g_assert_cmpfloat (before, !=, 0.25);
  insight_fixture_add_decided (fixture, 12, 3);
  insight_fixture_wait_for (fixture, "Probabilities, Set and by the History");
  g_assert_true (gtk_widget_activate_action (fixture->view, "insight.take-over", NULL));
  widget_test_wait (is_taken_over, fixture, "the learned probability in the draft");
  change_fixture_run (fixture->base, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpfloat (insight_fixture_get_chance (fixture), ==, before);
}

static double
read_chance (ScStore    *store,
             const char *process_id,
             guint       stage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScVersion) version = sc_store_load_version (store, process_id, SC_VERSION_WANTED_CURRENT, &error);

  g_assert_no_error (error);

  return sc_version_get_stage (version, stage)->probability;
}

/* As another window does it. */
static void
set_chance_elsewhere (ScStore    *other,
                      const char *process_id,
                      guint       stage,
                      double      probability)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScVersion) version = sc_store_load_version (other, process_id, SC_VERSION_WANTED_CURRENT, &error);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) changed = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  g_assert_no_error (error);
  changed = sc_stage_copy (sc_version_get_stage (version, stage));
  changed->probability = probability;
  g_ptr_array_add (edits, sc_edit_replace_stage (version, changed));
  outcome = sc_command_run (sc_command_edit_version (process_id, "Elsewhere", edits), other, NULL, &error);
  g_assert_no_error (error);
}

/* What is taken over is undone and redone as one change, with what another window does to the
 * draft meanwhile left alone, and after the program was started anew. */
static void
test_take_over_elsewhere (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (fixture->base->base);
  g_autofree char *process_id = g_strdup (fixture->base->process_id);
  double before;

  /* The draft is there already. */
  set_chance_elsewhere (fixture->base->store, process_id, 3, 0.5);
  before = insight_fixture_get_chance (fixture);
  insight_fixture_add_decided (fixture, 12, 3);
  insight_fixture_wait_for (fixture, "Probabilities, Set and by the History");
  g_assert_true (gtk_widget_activate_action (fixture->view, "insight.take-over", NULL));
  widget_test_wait (is_taken_over, fixture, "the learned probability in the draft");
  g_assert_cmpfloat_with_epsilon (read_chance (other, process_id, 0), 0.25, 1e-9);

  set_chance_elsewhere (other, process_id, 2, 0.77);
  change_fixture_run (fixture->base, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpfloat (read_chance (other, process_id, 0), ==, before);
  g_assert_cmpfloat_with_epsilon (read_chance (other, process_id, 2), 0.77, 1e-9);
  change_fixture_run (fixture->base, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpfloat_with_epsilon (read_chance (other, process_id, 0), 0.25, 1e-9);
  g_clear_object (&other);

  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  change_fixture_reopen (fixture->base);
  g_assert_cmpfloat_with_epsilon (insight_fixture_get_chance (fixture), 0.25, 1e-9);
  change_fixture_run (fixture->base, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpfloat (insight_fixture_get_chance (fixture), ==, before);
  g_assert_cmpfloat_with_epsilon (read_chance (fixture->base->store, process_id, 2), 0.77, 1e-9);
  change_fixture_run (fixture->base, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpfloat_with_epsilon (insight_fixture_get_chance (fixture), 0.25, 1e-9);
}

static gboolean
has_undo (gpointer data)
{
  return widget_test_find (((InsightFixture *) data)->window, GTK_TYPE_BUTTON, "_Undo") != NULL;
}

static gboolean
is_as_before (gpointer data)
{
  return fabs (insight_fixture_get_chance (data) - 0.25) > 1e-9;
}

static void
take_over (InsightFixture *fixture)
{
  insight_fixture_add_decided (fixture, 12, 3);
  insight_fixture_wait_for (fixture, "Probabilities, Set and by the History");
  g_assert_true (gtk_widget_activate_action (fixture->view, "insight.take-over", NULL));
  widget_test_wait (is_taken_over, fixture, "the learned probability in the draft");
  widget_test_wait (has_undo, fixture, "a toast with Undo");
}

static void
click_undo (InsightFixture *fixture)
{
  g_signal_emit_by_name (widget_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo"), "clicked");
}

/* Where taking over has made the draft, and another window works on it: the toast's Undo puts
 * the probability back and leaves the draft to them. */
static void
test_undo_under_others (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  g_autoptr (Elsewhere) other = elsewhere_new (fixture->base->base->path, fixture->base->process_id);
  g_autofree char *stage_id = g_strdup (change_fixture_get_stage (fixture->base, "C"));
  g_autoptr (ScVersion) draft = NULL;
  g_autoptr (GError) error = NULL;
  double before = insight_fixture_get_chance (fixture);

  take_over (fixture);
  elsewhere_rename_stage (other, stage_id, "Offer");
  click_undo (fixture);
  widget_test_wait (is_as_before, fixture, "the probability that was set");
  g_assert_cmpfloat (insight_fixture_get_chance (fixture), ==, before);
  draft = sc_store_load_version (fixture->base->store, fixture->base->process_id, SC_VERSION_WANTED_DRAFT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sc_version_find_stage (draft, stage_id, NULL)->name, ==, "Offer");
}

/* Where another window has changed the stage itself, nothing of it is taken back, and that is
 * said. */
static void
test_undo_is_refused (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  g_autoptr (Elsewhere) other = elsewhere_new (fixture->base->base->path, fixture->base->process_id);

  take_over (fixture);
  elsewhere_rename_stage (other, change_fixture_get_stage (fixture->base, "A"), "Request");
  click_undo (fixture);
  insight_fixture_wait_for (fixture, "“Request” has changed since and was left alone");
  g_assert_true (is_taken_over (fixture));
}

static gint64
read_plan (InsightFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = sc_store_list_plans (fixture->base->store, fixture->base->process_id, &error);

  g_assert_no_error (error);

  return plans->len > 0 ? ((const ScPlan *) plans->pdata[0])->plan.minor : 0;
}

static gboolean
is_planned (gpointer data)
{
  return read_plan (data) == 500000;
}

static gboolean
is_asked (gpointer dialog)
{
  return widget_test_find (dialog, SC_TYPE_MONEY_ROW, NULL) != NULL;
}

static AdwDialog *
ask_plan (InsightFixture *fixture)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (fixture->view, "insight.plan", NULL));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (SC_IS_INSIGHT_PLAN_DIALOG (dialog));
  widget_test_wait (is_asked, dialog, "the dialog");

  return dialog;
}

/* What is entered is the plan of the month, and stands there when it is asked again; an amount
 * that is none can't be saved. */
static void
test_plan_dialog (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  AdwDialog *dialog;
  ScMoneyRow *amount;

  insight_fixture_wait_for (fixture, "What to Do");
  dialog = ask_plan (fixture);
  amount = SC_MONEY_ROW (widget_test_find (GTK_WIDGET (dialog), SC_TYPE_MONEY_ROW, NULL));
  gtk_editable_set_text (GTK_EDITABLE (amount), "much");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "save"));
  gtk_editable_set_text (GTK_EDITABLE (amount), "5,000");
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "save"));
  g_signal_emit_by_name (dialog, "response::save", "save");
  adw_dialog_force_close (dialog);
  widget_test_wait (is_planned, fixture, "the plan");
  insight_fixture_wait_for (fixture, "Plan and Fact, USD");

  dialog = ask_plan (fixture);
  amount = SC_MONEY_ROW (widget_test_find (GTK_WIDGET (dialog), SC_TYPE_MONEY_ROW, NULL));
  g_assert_cmpint (sc_money_row_get_money (amount).minor, ==, 500000);
  adw_dialog_force_close (dialog);
  change_fixture_run (fixture->base, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpint (read_plan (fixture), ==, 0);
}

/* A plan is in what the process's deals are in. */
static void
test_plan_currency (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  gint64 id = change_fixture_add (fixture->base, "In francs", "A");
  g_autoptr (ScDeal) before = change_fixture_load (fixture->base, id);
  g_autoptr (ScDeal) after = sc_deal_copy (before);
  AdwDialog *dialog;
  ScMoneyRow *amount;

  after->value = sc_money_new (120000, "CHF");
  change_fixture_run (fixture->base, sc_command_edit_deal (before, after, SC_DEAL_FIELD_VALUE));
  insight_fixture_wait_for (fixture, "What to Do");
  dialog = ask_plan (fixture);
  amount = SC_MONEY_ROW (widget_test_find (GTK_WIDGET (dialog), SC_TYPE_MONEY_ROW, NULL));
  gtk_editable_set_text (GTK_EDITABLE (amount), "5,000");
  g_assert_cmpstr (sc_money_row_get_money (amount).currency, ==, "CHF");
  adw_dialog_force_close (dialog);
}

/* Deals that came on a day, of which half are won and half lost ten days later, and others
 * that came after them; all of it as of three weeks after the first. */
static void
make_history (InsightFixture *fixture)
{
  ScDate begin = sc_date_new (2026, 3, 2);
  gint64 ids[24];

  sc_clock_set (sc_date_to_instant (begin));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = change_fixture_add (fixture->base, "A deal", "A");
  sc_clock_set (sc_date_to_instant (begin + 10));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (ScDeal) deal = change_fixture_load (fixture->base, ids[i]);

      change_fixture_run (fixture->base, i % 2 == 0 ? sc_command_win_deal (deal, NULL) : sc_command_lose_deal (deal, "Price"));
    }
  sc_clock_set (sc_date_to_instant (begin + 14));
  for (guint i = 0; i < 12; i++)
    change_fixture_add (fixture->base, "An open deal", "A");
  sc_clock_set (sc_date_to_instant (begin + 21));
  insight_fixture_show (fixture);
}

/* The sentence that begins so, or NULL. */
static const char *
find_sentence (GtkWidget  *widget,
               const char *beginning)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), beginning))
    return gtk_label_get_label (GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *found = find_sentence (child, beginning);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What a scenario said before. */
typedef struct {
  InsightFixture *fixture;
  const char *beginning;
  const char *before;
} Said;

static gboolean
says_something_else (gpointer data)
{
  const Said *said = data;
  const char *now = find_sentence (said->fixture->view, said->beginning);

  return now != NULL && g_strcmp0 (now, said->before) != 0;
}

static gboolean
says_the_same (gpointer data)
{
  const Said *said = data;

  return g_strcmp0 (find_sentence (said->fixture->view, said->beginning), said->before) == 0;
}

/* A slider changes its own scenario and nothing else: not the other one, and nothing that is
 * kept. */
static void
test_what_if (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *kept = NULL;
  Said said = { fixture, "Scenario A: ", NULL };
  GtkWidget *box, *growth;

  make_history (fixture);
  widget_test_wait (says_something_else, &said, "the first scenario");
  widget_test_wait (says_something_else, &(Said) { fixture, "Scenario B: ", NULL }, "the second scenario");
  first = g_strdup (find_sentence (fixture->view, "Scenario A: "));
  second = g_strdup (find_sentence (fixture->view, "Scenario B: "));
  g_assert_cmpstr (first + strlen ("Scenario A"), ==, second + strlen ("Scenario B"));
  kept = store_fixture_dump (fixture->base->base);

  box = widget_test_find (fixture->view, SC_TYPE_SCENARIO_BOX, NULL);
  growth = widget_test_find (box, GTK_TYPE_SCALE, NULL);
  gtk_range_set_value (GTK_RANGE (growth), 300);
  said.before = first;
  widget_test_wait (says_something_else, &said, "what more deals bring");
  widget_test_wait (says_the_same, &(Said) { fixture, "Scenario B: ", second }, "the other scenario as before");
  store_fixture_assert_dump (fixture->base->base, kept);
  gtk_range_set_value (GTK_RANGE (growth), 100);
  widget_test_wait (says_the_same, &said, "what comes in as it is");
  sc_clock_set (0);
}

/* Every chart has a table of the same numbers: a column for each series, under its name, and a
 * row for each place, which a screen reader reads as a table. */
static void
check_card (ScChartCard *card)
{
  ScChartView *view = SC_CHART_VIEW (widget_test_find (GTK_WIDGET (card), SC_TYPE_CHART_VIEW, NULL));
  GtkExpander *expander = GTK_EXPANDER (widget_test_find (GTK_WIDGET (card), GTK_TYPE_EXPANDER, NULL));
  ScChart *chart = sc_chart_view_get_chart (view);
  g_autoptr (GPtrArray) rows = sc_chart_make_table (chart, SC_CELLS_FOR_PEOPLE);
  char **titles = rows->pdata[0];
  GtkColumnView *table;
  GListModel *columns;

  gtk_expander_set_expanded (expander, TRUE);
  table = GTK_COLUMN_VIEW (widget_test_find (GTK_WIDGET (expander), GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_nonnull (table);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (table)), ==, GTK_ACCESSIBLE_ROLE_TREE_GRID);
  columns = gtk_column_view_get_columns (table);
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, g_strv_length (titles));
  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_assert_cmpstr (gtk_column_view_column_get_title (column), ==, titles[i]);
      g_assert_cmpstr (titles[i], !=, "");
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))), ==, rows->len - 1);
  for (guint i = 1; i < rows->len; i++)
    {
      g_autoptr (ScChartRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table)), i - 1);

      for (guint j = 0; titles[j] != NULL; j++)
        g_assert_cmpstr (sc_chart_row_get_cell (row, j), ==, ((char **) rows->pdata[i])[j]);
    }
}

static guint
check_cards (GtkWidget *widget)
{
  guint n = 0;

  if (SC_IS_CHART_CARD (widget))
    {
      check_card (SC_CHART_CARD (widget));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_mapped (child) ? check_cards (child) : 0;

  return n;
}

static void
test_tables (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();

  make_history (fixture);
  insight_fixture_wait_for (fixture, "What to Do");
  insight_fixture_wait_for (fixture, "What If…");
  g_assert_cmpuint (check_cards (fixture->view), >=, 8);
  sc_clock_set (0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_insight_init ();

  g_test_add_func ("/insight/promise/take-over", test_take_over);
  g_test_add_func ("/insight/promise/take-over-elsewhere", test_take_over_elsewhere);
  g_test_add_func ("/insight/promise/undo-under-others", test_undo_under_others);
  g_test_add_func ("/insight/promise/undo-is-refused", test_undo_is_refused);
  g_test_add_func ("/insight/promise/plan-dialog", test_plan_dialog);
  g_test_add_func ("/insight/promise/plan-currency", test_plan_currency);
  g_test_add_func ("/insight/promise/what-if", test_what_if);
  g_test_add_func ("/insight/promise/tables", test_tables);

  return g_test_run ();
}
