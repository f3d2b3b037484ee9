/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures are read anew where a change concerns them, once for several changes, and what is on
 * show stands until they are there. */

#include <string.h>

#include "change/sc-rename-user.h"
#include "charts/sc-chart-cell.h"
#include "elsewhere.h"
#include "insight/insight-fixture.h"
#include "insight/sc-insight-init.h"
#include "insight/sc-insight-reading.h"

typedef struct {
  ChangeFixture *base;
  Elsewhere *elsewhere;
  ScInsightReading *reading;
  guint n_changes;
  guint n_read[SC_INSIGHT_N_PARTS];
} Fixture;

static void
part_read_cb (Fixture *self,
              guint    part,
              gpointer figures)
{
  ScInsightFigures read = { 0 };

  sc_insight_figures_take (&read, part, figures);
  sc_insight_figures_clear (&read);
  self->n_read[part]++;
}

static void
changed_cb (Fixture *self)
{
  self->n_changes++;
}

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (ScFiguresQuery) query = NULL;

  self->base = change_fixture_new ();
  sc_store_start_watching (self->base->store);
  self->elsewhere = elsewhere_new (self->base->base->path, self->base->process_id);
  query = sc_figures_query_new (self->base->process_id);
  self->reading = sc_insight_reading_new (self->base->store, query);
  g_signal_connect_swapped (self->reading, "part-read", G_CALLBACK (part_read_cb), self);
  g_signal_connect_swapped (self->base->store, "changed", G_CALLBACK (changed_cb), self);
  sc_insight_reading_set_looked_at (self->reading, TRUE);
  sc_insight_reading_begin (self->reading);
  /* What made the process is told of first. */
  wait_until (self->n_changes > 0 && sc_insight_reading_is_current (self->reading));
  memset (self->n_read, 0, sizeof self->n_read);
  self->n_changes = 0;

  return self;
}

static void
fixture_free (Fixture *self)
{
  g_signal_handlers_disconnect_by_data (self->base->store, self);
  g_signal_handlers_disconnect_by_data (self->reading, self);
  sc_insight_reading_cancel (self->reading);
  g_object_unref (self->reading);
  elsewhere_free (self->elsewhere);
  change_fixture_free (self->base);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static guint
count_reads (const Fixture *self)
{
  guint n = 0;

  for (guint part = 0; part < SC_INSIGHT_N_PARTS; part++)
    n += self->n_read[part];

  return n;
}

/* Deals that come one after the other are read together, each part once. */
static void
test_reads_once (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 1; i <= 3; i++)
    {
      change_fixture_add (fixture->base, "A deal", "A");
      wait_until (fixture->n_changes >= i);
      g_assert_false (sc_insight_reading_is_current (fixture->reading));
    }
  wait_until (sc_insight_reading_is_current (fixture->reading));
  g_assert_cmpuint (count_reads (fixture), ==, SC_INSIGHT_N_PARTS);
}

/* What happens to another process is nothing to these figures. */
static void
test_other_process (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  elsewhere_change_other_process (fixture->elsewhere);
  wait_until (fixture->n_changes == 1);
  g_assert_true (sc_insight_reading_is_current (fixture->reading));
  g_assert_cmpuint (count_reads (fixture), ==, 0);
}

/* What people are called stands with those figures that tell whose deals are won, and with no others. */
static void
test_names (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  change_fixture_run (fixture->base, sc_command_rename_user ("Anna Orlova"));
  wait_until (fixture->n_changes > 0);
  wait_until (sc_insight_reading_is_current (fixture->reading));
  for (guint part = 0; part < SC_INSIGHT_N_PARTS; part++)
    g_assert_cmpuint (fixture->n_read[part], ==, part == SC_INSIGHT_PART_FLOW || part == SC_INSIGHT_PART_PLANS ? 1 : 0);
}

/* What nobody looks at is not read, and what was cancelled comes with the next change. */
static void
test_waits (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  sc_insight_reading_set_looked_at (fixture->reading, FALSE);
  change_fixture_add (fixture->base, "A deal", "A");
  wait_until (fixture->n_changes == 1);
  g_assert_false (sc_insight_reading_get_is_reading (fixture->reading));
  sc_insight_reading_set_looked_at (fixture->reading, TRUE);
  wait_until (sc_insight_reading_is_current (fixture->reading));
  g_assert_cmpuint (count_reads (fixture), ==, SC_INSIGHT_N_PARTS);

  sc_insight_reading_begin (fixture->reading);
  sc_insight_reading_cancel (fixture->reading);
  g_assert_false (sc_insight_reading_get_is_reading (fixture->reading));
  change_fixture_add (fixture->base, "Another deal", "A");
  wait_until (fixture->n_changes == 2);
  wait_until (sc_insight_reading_is_current (fixture->reading));
  g_assert_cmpuint (count_reads (fixture), ==, 2 * SC_INSIGHT_N_PARTS);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static GtkAdjustment *
find_scrolling (InsightFixture *fixture)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget_test_find (fixture->view, GTK_TYPE_VIEWPORT, NULL),
                                                 GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static GtkWidget *
find_number (InsightFixture *fixture,
             const char     *text)
{
  GtkWidget *label = widget_test_find (fixture->view, GTK_TYPE_LABEL, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* Who stands at a number of a chart's table is left there when another deal is decided: nothing is
 * dimmed, the place is the same, and the number is the new one. */
static void
test_figures_stand (void)
{
  g_autoptr (InsightFixture) fixture = insight_fixture_new ();
  GtkWidget *expander, *cell, *button;
  GtkAdjustment *scrolling;
  guint n_dimmed = 0;
  double place;

  insight_fixture_add_decided (fixture, 11, 0);
  insight_fixture_wait_for (fixture, "Why and Where Deals Are Lost");
  expander = widget_test_find (gtk_widget_get_ancestor (widget_test_find (fixture->view, GTK_TYPE_LABEL, "Why and Where Deals Are Lost"),
                                                        g_type_from_name ("ScChartCard")), GTK_TYPE_EXPANDER, NULL);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  wait_until (widget_test_find (expander, SC_TYPE_CHART_CELL, NULL) != NULL
              && widget_test_find (expander, GTK_TYPE_LABEL, "11") != NULL);
  cell = gtk_widget_get_ancestor (widget_test_find (expander, GTK_TYPE_LABEL, "11"), SC_TYPE_CHART_CELL);
  button = gtk_widget_get_ancestor (widget_test_find (expander, GTK_TYPE_LABEL, "11"), GTK_TYPE_BUTTON);
  g_assert_nonnull (cell);
  g_assert_nonnull (button);
  scrolling = find_scrolling (fixture);
  wait_until (gtk_adjustment_get_upper (scrolling) > gtk_adjustment_get_page_size (scrolling) + 100);
  gtk_widget_grab_focus (button);
  gtk_adjustment_set_value (scrolling, 100);
  place = gtk_adjustment_get_value (scrolling);
  g_assert_cmpfloat (place, >, 0);
  g_signal_connect_swapped (gtk_widget_get_ancestor (expander, SC_TYPE_INSIGHT_SECTION), "notify::css-classes",
                            G_CALLBACK (count_cb), &n_dimmed);

  insight_fixture_add_decided (fixture, 1, 0);
  wait_until (find_number (fixture, "Lost: 12") != NULL && widget_test_find (expander, GTK_TYPE_LABEL, "12") != NULL);
  insight_fixture_wait_for (fixture, "What to Do");
  g_assert_cmpuint (n_dimmed, ==, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == button);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "12");
  g_assert_cmpfloat (gtk_adjustment_get_value (scrolling), ==, place);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_insight_init ();
  patience_set_show (widget_test_show);

  g_test_add_func ("/insight/reading/reads-once", test_reads_once);
  g_test_add_func ("/insight/reading/other-process", test_other_process);
  g_test_add_func ("/insight/reading/names", test_names);
  g_test_add_func ("/insight/reading/waits", test_waits);
  g_test_add_func ("/insight/reading/figures-stand", test_figures_stand);

  return g_test_run ();
}
