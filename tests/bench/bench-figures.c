/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-figures [DEALS]: whether figures of a million deals are there as soon as the engine
 * itself could count what they are made of, and whether the window stands still meanwhile.
 *
 * The first figures (the length of the cycle and the time at each stage) are measured beside one
 * plain GROUP BY over the same visits, by stage, days and outcome, and so are the first ones of a
 * forecast; by the processor's time, the least of some runs of each in turn. Then the window
 * shows Insight: no iteration of its main loop may take longer than a person notices, its
 * progress has to go on, and when reading is cancelled nothing works on. */

#include <sqlite3.h>
#include <stdlib.h>

#include "app/app-fixture.h"
#include "bench/loop-watch.h"
#include "change/sc-add-sample.h"
#include "insight/sc-insight-view.h"
#include "method/sc-proposal.h"
#include "statistics/sc-cycle.h"
#include "statistics/sc-forecast.h"

#define N_DEALS 1000000
#define N_RUNS 5
/* Beside the plain GROUP BY: the first figures, and a forecast's too. */
#define MOST_TIMES 1.2
#define MAX_USEC (100 * G_TIME_SPAN_MILLISECOND)
#define FRAME_USEC (G_USEC_PER_SEC / 60)
/* After a cancel threads come to an end within it. */
#define MAX_END_USEC (G_USEC_PER_SEC / 2)
#define LOOK_USEC (200 * G_TIME_SPAN_MILLISECOND)
/* Of so many looks at the progress at least as many differ. */
#define LEAST_STEPS 5

static const char plain_sql[] =
  "SELECT stage_id, date(entered_at / 1000000, 'unixepoch'), date(left_at / 1000000, 'unixepoch'), how_left, count(*)"
  " FROM stage_visit"
  " WHERE process_id = (SELECT id FROM process WHERE uuid = ?)"
  " GROUP BY 1, 2, 3, 4";

typedef struct {
  AppFixture *app;
  ScStore *store;
  sqlite3 *engine;
  char *process_id;
} Bench;

static const ScAspects aspects = {
  { SC_SELLING_CONSULTATIVE, SC_NOVELTY_INNOVATIVE, SC_DEMAND_FORMED, SC_MARKET_B2B, SC_OFFER_PRODUCT,
    SC_PAYMENT_AFTER_ONBOARDING },
};

static void
add_sample (Bench *self,
            guint  n_deals)
{
  ScSampleProcess process = { .name = "Software", .version = sc_proposal_new (&aspects, SC_LANGUAGE_EN), .share = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_add_sample (&process, 1, n_deals, 7), self->store, NULL, &error);
  g_autoptr (GPtrArray) processes = NULL;

  g_assert_no_error (error);
  sc_version_unref (process.version);
  processes = sc_store_list_processes (self->store, SC_PROCESSES_IN_USE, &error);
  g_assert_no_error (error);
  self->process_id = g_strdup (((const ScProcess *) processes->pdata[0])->id);
}

static void
group_plainly (Bench *self)
{
  sqlite3_stmt *statement;
  guint n = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (self->engine, plain_sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, self->process_id, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    n++;
  g_assert_cmpuint (n, >, 0);
  sqlite3_finalize (statement);
}

static void
read_cycle (Bench *self)
{
  g_autoptr (ScFiguresQuery) query = sc_figures_query_new (self->process_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScCycle) cycle = sc_cycle_read (self->store, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cycle->n_won, >, 0);
}

static void
read_forecast (Bench *self)
{
  g_autoptr (ScForecastQuery) query = sc_forecast_query_new (self->process_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScForecast) forecast = sc_forecast_read (self->store, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (forecast->n_open, >, 0);
}

static gint64
spend (Bench  *self,
       void ( *run )(Bench *self))
{
  gint64 began = loop_watch_get_process_cpu ();

  run (self);

  return loop_watch_get_process_cpu () - began;
}

static gboolean
tell_times (const char *what,
            gint64      took,
            const char *beside,
            gint64      took_beside)
{
  double times = (double) took / (double) MAX (took_beside, 1);
  gboolean is_ok = times <= MOST_TIMES;

  g_print ("%-34s%7.0f ms, %s %7.0f ms: %.2f times; %s\n", what, (double) took / 1000, beside, (double) took_beside / 1000,
           times, is_ok ? "holds" : "does not hold");

  return is_ok;
}

static gboolean
measure_figures (Bench *self)
{
  gint64 plain = G_MAXINT64, cycle = G_MAXINT64, forecast = G_MAXINT64;
  gboolean is_ok;

  for (guint i = 0; i < N_RUNS; i++)
    {
      plain = MIN (plain, spend (self, group_plainly));
      cycle = MIN (cycle, spend (self, read_cycle));
      forecast = MIN (forecast, spend (self, read_forecast));
    }
  g_print ("first figures of a forecast take %.2f times as long as those of the cycle\n", (double) forecast / (double) cycle);
  is_ok = tell_times ("first figures of the cycle", cycle, "a plain GROUP BY", plain);

  return tell_times ("first figures of a forecast", forecast, "a plain GROUP BY", plain) && is_ok;
}

static GtkWidget *
find (Bench *self,
      GType  type)
{
  return widget_test_find (GTK_WIDGET (self->app->window), type, NULL);
}

static gboolean
is_reading (Bench *self)
{
  return find (self, GTK_TYPE_PROGRESS_BAR) != NULL;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Whether the loop never took too long; what is more than a frame is told too. */
static gboolean
tell_watch (const char      *what,
            const LoopWatch *watch,
            const LoopWatch *frames,
            gint64           took)
{
  gboolean is_ok = watch->n_long == 0;

  g_print ("%-34s%7.0f ms; longest %.0f ms (%.0f of the processor), %u over %d ms, %u over a frame; %s\n", what,
           (double) took / 1000, (double) watch->longest / 1000, (double) watch->longest_cpu / 1000, watch->n_long,
           (int) (MAX_USEC / 1000), frames->n_long, is_ok ? "holds" : "does not hold");

  return is_ok;
}

/* The window from when Insight is asked for until all its figures are on show. */
static gboolean
measure_window (Bench *self)
{
  LoopWatch watch = { .most = MAX_USEC }, frames = { .most = FRAME_USEC };
  guint timer = g_timeout_add (5, wake_cb, NULL);
  gint64 began = g_get_monotonic_time ();
  gboolean has_begun = FALSE, is_ok;
  double progress = -1;
  guint n_steps = 0;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->app->window), "win.show-process", "s", self->process_id));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->app->window), "win.show-view", "s", "insight"));
  while (!has_begun || is_reading (self))
    {
      GtkWidget *bar;

      loop_watch_begin ();
      g_main_context_iteration (NULL, TRUE);
      loop_watch_end (&watch);
      loop_watch_end (&frames);
      has_begun = has_begun || is_reading (self);
      bar = find (self, GTK_TYPE_PROGRESS_BAR);
      if (bar != NULL && gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) > progress)
        {
          progress = gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar));
          n_steps++;
        }
    }
  g_source_remove (timer);
  is_ok = tell_watch ("reading in the window", &watch, &frames, g_get_monotonic_time () - began);
  g_print ("%-34s%7u steps; %s\n", "its progress", n_steps, n_steps >= LEAST_STEPS ? "holds" : "does not hold");

  return n_steps >= LEAST_STEPS && is_ok;
}

static void
iterate_for (LoopWatch *watch,
             gint64     usec)
{
  guint timer = g_timeout_add (5, wake_cb, NULL);
  gint64 end = g_get_monotonic_time () + usec;

  while (g_get_monotonic_time () < end)
    loop_watch_iterate (watch);
  g_source_remove (timer);
}

/* How long it takes until no thread works on. */
static gint64
wait_until_idle (LoopWatch *watch,
                 gint64     at_most)
{
  gint64 began = g_get_monotonic_time ();
  gint64 cpu;

  do
    {
      cpu = loop_watch_get_others_cpu ();
      iterate_for (watch, LOOK_USEC);
    }
  while (loop_watch_get_others_cpu () - cpu > LOOK_USEC / 4 && g_get_monotonic_time () - began < at_most);

  return g_get_monotonic_time () - began - LOOK_USEC;
}

/* A reading that is let go; scenarios that were shown before are played to their end first. */
static gboolean
measure_cancel (Bench *self)
{
  LoopWatch watch = { .most = MAX_USEC };
  GtkWidget *view = find (self, SC_TYPE_INSIGHT_VIEW);
  gint64 took;
  gboolean is_ok;

  wait_until_idle (&watch, 100 * MAX_END_USEC);
  g_assert_true (gtk_widget_activate_action (view, "insight.read", NULL));
  iterate_for (&watch, LOOK_USEC);
  g_assert_true (gtk_widget_activate_action (view, "insight.cancel", NULL));
  took = wait_until_idle (&watch, 10 * MAX_END_USEC);
  is_ok = took <= MAX_END_USEC && watch.n_long == 0;
  g_print ("%-34s%7.0f ms until nothing works on, longest %.0f ms; %s\n", "cancelling", (double) took / 1000,
           (double) watch.longest / 1000, is_ok ? "holds" : "does not hold");

  return is_ok;
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_deals;
  gboolean is_ok;

  app_fixture_init (&argc, &argv);
  n_deals = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : N_DEALS;
  bench.app = app_fixture_new ();
  bench.store = sc_store_open (g_file_peek_path (bench.app->database), SC_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  add_sample (&bench, n_deals);
  g_assert_cmpint (sqlite3_open_v2 (g_file_peek_path (bench.app->database), &bench.engine, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  g_print ("%u deals\n", n_deals);
  is_ok = measure_figures (&bench);
  sqlite3_close (bench.engine);
  g_clear_object (&bench.store);

  app_fixture_open_window (bench.app);
  widget_test_wait (app_fixture_has_opened, bench.app->window, "the database to open");
  loop_watch_start ();
  is_ok = measure_window (&bench) && is_ok;
  is_ok = measure_cancel (&bench) && is_ok;
  loop_watch_stop ();
  app_fixture_free (bench.app);
  g_free (bench.process_id);

  return is_ok ? 0 : 1;
}
