/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where deals take long to be found it is shown that they are looked for. */

#include "deal/sc-waiting.h"
#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-pipeline-list.h"
#include "pipeline/sc-pipeline.h"
#include "widget-test.h"

/* More than threads are made of in the time that a test waits. */
#define N_BLOCKED 200

static GMutex gate;

static void
wait_at_gate (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  g_task_return_boolean (task, TRUE);
}

/* Nothing is read from now on, until the gate is opened. */
static void
close_gate (void)
{
  g_mutex_lock (&gate);
  for (guint i = 0; i < N_BLOCKED; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_run_in_thread (task, wait_at_gate);
    }
}

static void
search_for (PipelineFixture *self,
            const char      *text)
{
  GtkSearchBar *bar = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_SEARCH_BAR, 0);
  GtkWidget *entry = pipeline_fixture_find (GTK_WIDGET (bar), GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_search_bar_set_search_mode (bar, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
is_shown (gpointer waiting)
{
  return sc_waiting_is_shown (waiting);
}

static gboolean
is_hidden (gpointer waiting)
{
  return !sc_waiting_is_shown (waiting);
}

/* The rows below @widget, while a search runs that takes long. */
static void
check_search (PipelineFixture *self,
              GtkWidget       *widget)
{
  ScWaiting *waiting = pipeline_fixture_find (widget, SC_TYPE_WAITING, 0);
  g_autoptr (GtkWidget) rows = NULL;

  g_object_get (waiting, "content", &rows, NULL);
  widget_test_wait (is_hidden, waiting, "the deals");
  g_assert_false (gtk_widget_has_css_class (rows, "waiting"));

  close_gate ();
  search_for (self, "printer");
  widget_test_wait (is_shown, waiting, "a spinner");
  g_assert_true (gtk_widget_has_css_class (rows, "waiting"));

  g_mutex_unlock (&gate);
  widget_test_wait (is_hidden, waiting, "what was found");
  g_assert_false (gtk_widget_has_css_class (rows, "waiting"));
}

static PipelineFixture *
fixture_new (void)
{
  PipelineFixture *self = pipeline_fixture_new ();

  change_fixture_add (self->change, "printers", "A");
  change_fixture_add (self->change, "lift", "A");
  pipeline_fixture_show (self);

  return self;
}

static gboolean
has_cards (PipelineFixture *self,
           gpointer         n)
{
  GListModel *deals = sc_stage_column_get_deals (pipeline_fixture_get_column (self, 0));

  return deals != NULL && g_list_model_get_n_items (deals) == GPOINTER_TO_UINT (n);
}

static void
test_columns_show_that_a_search_runs (void)
{
  g_autoptr (PipelineFixture) self = fixture_new ();

  pipeline_fixture_wait (self, has_cards, GUINT_TO_POINTER (2));
  check_search (self, GTK_WIDGET (pipeline_fixture_get_column (self, 0)));
  pipeline_fixture_wait (self, has_cards, GUINT_TO_POINTER (1));
}

static gboolean
has_two (PipelineFixture *self,
         gpointer         list)
{
  return sc_pipeline_list_get_n_deals (list) == 2;
}

static void
test_the_list_shows_that_a_search_runs (void)
{
  g_autoptr (PipelineFixture) self = fixture_new ();
  ScPipelineList *list = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_PIPELINE_LIST, 0);

  pipeline_fixture_wait (self, has_cards, GUINT_TO_POINTER (2));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "list"));
  pipeline_fixture_wait (self, has_two, list);
  check_search (self, GTK_WIDGET (list));
  g_assert_cmpuint (sc_pipeline_list_get_n_deals (list), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add_func ("/waiting/columns-show-that-a-search-runs", test_columns_show_that_a_search_runs);
  g_test_add_func ("/waiting/the-list-shows-that-a-search-runs", test_the_list_shows_that_a_search_runs);

  return g_test_run ();
}
