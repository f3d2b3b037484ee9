/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How smooth a column of 100,000 cards is, and how quickly a board of a
 * million deals opens.
 *
 * A frame's time is from “before-paint” to “after-paint” of the frame clock.
 * Beside the board stands a bare GtkListView in a window of the same size, at
 * the column's place and width, whose cards are the same number of static
 * labels. Five runs of 600 frames each; of the five 99th percentiles the
 * median counts.
 *
 * Opening is measured in a process of its own for each size: the program's window,
 * with its sidebar and what is due today, from opening the database to the first
 * frame with cards on it, and the memory by then. What is done in the window then,
 * bench-loop measures. */

#include <adwaita.h>
#include <stdlib.h>
#include <unistd.h>

#include "config.h"

#include "app/app-fixture.h"
#include "app/sc-last-place.h"
#include "change/change-fixture.h"
#include "change/sc-import-deals.h"
#include "pipeline/sc-deal-card.h"
#include "pipeline/sc-pipeline-view.h"
#include "pipeline/sc-pipeline.h"
#include "pipeline/sc-stage-column.h"

#define N_COLUMN 100000
#define N_FRAMES 600
#define N_WARM 60
#define N_RUNS 5
#define N_LABELS 6
#define SCROLL_STEP 40
#define MAX_RATIO 1.5
#define MAX_MSEC 4.0
#define N_FEW 1000
#define N_MANY 1000000
#define MAX_OPEN_RATIO 1.5
#define MAX_MEMORY_RATIO 1.2

typedef struct {
  guint n_left;
  guint n_total;
  guint n_stages;
  ChangeFixture *change;
  char title[64];
  char company[64];
} Rows;

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  static const char *const names[] = { "A", "B", "C", "D", "E", "F" };
  Rows *rows = user_data;
  guint number = rows->n_total - rows->n_left;

  if (rows->n_left == 0)
    return FALSE;

  rows->n_left--;
  g_snprintf (rows->title, sizeof rows->title, "Support for %u months", number);
  g_snprintf (rows->company, sizeof rows->company, "Granite Instruments %u", number % 5000);
  *row = (ScImportRow) {
    .title = rows->title,
    .company = rows->company,
    .owner = (char *) (number % 3 == 0 ? "Emma Duval" : "Olivia Adler"),
    .stage_id = (char *) change_fixture_get_stage (rows->change, names[number % rows->n_stages]),
    .status = number % rows->n_stages > 3 ? SC_DEAL_WON : SC_DEAL_OPEN,
    .value = sc_money_new (100 * (gint64) (1000 + number * 37 % 90000), "EUR"),
    .started = sc_clock_today () - number % 20,
  };

  return TRUE;
}

static ChangeFixture *
make_database (guint n_deals,
               guint n_stages)
{
  ChangeFixture *change = change_fixture_new ();
  Rows rows = { n_deals, n_deals, n_stages, change, "", "" };
  ScImportCounts counts = { 0 };

  change_fixture_run (change, sc_command_import_deals (change->process_id, "Import", next_row, &rows, &counts));
  g_assert_cmpuint (counts.n_added, ==, n_deals);

  return change;
}

static void
sort_numbers (double numbers[N_RUNS])
{
  for (guint i = 1; i < N_RUNS; i++)
    for (guint j = i; j > 0 && numbers[j] < numbers[j - 1]; j--)
      {
        double swap = numbers[j];

        numbers[j] = numbers[j - 1];
        numbers[j - 1] = swap;
      }
}

typedef struct {
  GtkWidget *window;
  GtkAdjustment *adjustment;
  GtkEventController *drop;
  gint64 started;
  gint64 *times;
  guint n_times;
  gboolean is_over;
  int step;
} Measure;

static void
before_paint_cb (Measure *self)
{
  self->started = g_get_monotonic_time ();
}

static void
after_paint_cb (Measure *self)
{
  if (self->started != 0 && self->n_times < N_WARM + N_FRAMES)
    self->times[self->n_times++] = g_get_monotonic_time () - self->started;
  self->started = 0;
  self->is_over = self->n_times == N_WARM + N_FRAMES;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Measure *self = user_data;
  double value = gtk_adjustment_get_value (self->adjustment) + self->step;

  gtk_adjustment_set_value (self->adjustment, value);
  if (self->drop != NULL)
    {
      GdkDragAction action;

      /* The pointer goes up and down as the list moves under it. */
      g_signal_emit_by_name (self->drop, "motion", 120.0, 150.0 + self->n_times * 7 % 500, &action);
    }

  return G_SOURCE_CONTINUE;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* p50 and p99 of one run, in milliseconds. */
static void
run_frames (Measure *self,
            double  *p50,
            double  *p99)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  gulong before = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  gulong after = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  guint tick = gtk_widget_add_tick_callback (self->window, scroll_cb, self, NULL);

  self->times = g_new0 (gint64, N_WARM + N_FRAMES);
  self->n_times = 0;
  self->is_over = FALSE;
  gtk_adjustment_set_value (self->adjustment, 0);
  while (!self->is_over)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (self->window, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);

  qsort (self->times + N_WARM, N_FRAMES, sizeof (gint64), compare_times);
  *p50 = (double) self->times[N_WARM + N_FRAMES / 2] / 1000;
  *p99 = (double) self->times[N_WARM + N_FRAMES * 99 / 100] / 1000;
  g_clear_pointer (&self->times, g_free);
}

static gpointer
find (GtkWidget *below,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (below), type))
    return below;

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

/* As much text as a card has, which never changes. */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  static const char *const texts[N_LABELS] = {
    "Support for 77412 months", "Granite Instruments 2412", "€36,500", "Emma Duval", "7 of 5 days", "No next step",
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < N_LABELS; i += 2)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_box_append (GTK_BOX (line), create_label (texts[i]));
      gtk_box_append (GTK_BOX (line), create_label (texts[i + 1]));
      gtk_box_append (GTK_BOX (box), line);
    }
  gtk_widget_set_size_request (box, -1, 98);
  gtk_list_item_set_child (list_item, box);
}

static GtkWidget *
create_bare_list (int             width,
                  GtkAdjustment **adjustment)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkWidget *window = adw_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  for (guint i = 0; i < N_COLUMN; i++)
    gtk_string_list_append (strings, "");
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (strings))), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, width, -1);
  gtk_widget_set_halign (scroller, GTK_ALIGN_START);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), scroller);
  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  return window;
}

static GtkWidget *
create_board (ScStore    *store,
              const char *process_id)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = sc_pipeline_view_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), view);
  sc_pipeline_view_set_store (SC_PIPELINE_VIEW (view), store);
  sc_pipeline_view_set_process_id (SC_PIPELINE_VIEW (view), process_id);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static gboolean
has_cards (GtkWidget *window)
{
  ScDealCard *card = find (window, SC_TYPE_DEAL_CARD);

  return card != NULL && sc_deal_card_get_item (card) != NULL
         && sc_deal_item_get_deal (sc_deal_card_get_item (card)) != NULL
         && gtk_widget_get_height (GTK_WIDGET (card)) > 0;
}

static GtkEventController *
find_drop_target (GtkWidget *column)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (column);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }

  g_assert_not_reached ();
}

/* What is measured, in turns, so that whatever else the machine does meets
 * all alike. */
enum {
  BOARD_SCROLLING,
  BOARD_DRAGGING,
  BARE_SCROLLING,
  N_MEASURES,
};

static const char *const names[N_MEASURES] = {
  "board, scrolling", "board, dragging a card", "bare list, scrolling",
};

static void
show_only (GtkWidget *window,
           GtkWidget *other)
{
  gtk_widget_set_visible (other, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window) || gtk_widget_get_width (window) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_runs (Measure *measures[N_MEASURES],
              double   p99[N_MEASURES])
{
  double medians[N_MEASURES][N_RUNS];
  double tails[N_MEASURES][N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    for (guint j = 0; j < N_MEASURES; j++)
      {
        show_only (measures[j]->window, measures[j == BARE_SCROLLING ? BOARD_SCROLLING : BARE_SCROLLING]->window);
        run_frames (measures[j], &medians[j][i], &tails[j][i]);
      }

  for (guint j = 0; j < N_MEASURES; j++)
    {
      sort_numbers (medians[j]);
      sort_numbers (tails[j]);
      p99[j] = tails[j][N_RUNS / 2];
      g_print ("%-28s p50 %6.2f ms   p99 %6.2f ms (median of %d runs of %d frames)\n",
               names[j], medians[j][N_RUNS / 2], p99[j], N_RUNS, N_FRAMES);
    }
}

static gboolean
judge (const char *what,
       double      ours,
       double      bare)
{
  gboolean is_ok = ours <= MAX_MSEC || ours <= bare * MAX_RATIO;

  g_print ("%-28s %.2f times the bare list; %s\n", what, ours / bare, is_ok ? "holds" : "does not hold");

  return is_ok;
}

static gboolean
bench_frames (void)
{
  g_autoptr (ChangeFixture) change = make_database (N_COLUMN, 1);
  GtkWidget *board = create_board (change->store, change->process_id);
  GtkWidget *column;
  Measure scrolling = { board, .step = SCROLL_STEP };
  Measure dragging, bare = { .step = SCROLL_STEP };
  double p99[N_MEASURES];

  while (!has_cards (board))
    g_main_context_iteration (NULL, TRUE);

  column = find (board, SC_TYPE_STAGE_COLUMN);
  scrolling.adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find (column, GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_cmpuint (g_list_model_get_n_items (sc_stage_column_get_deals (SC_STAGE_COLUMN (column))), ==, N_COLUMN);
  dragging = scrolling;
  dragging.drop = find_drop_target (column);
  bare.window = create_bare_list (gtk_widget_get_width (column), &bare.adjustment);

  measure_runs ((Measure *[]) { &scrolling, &dragging, &bare }, p99);
  gtk_window_destroy (GTK_WINDOW (bare.window));
  gtk_window_destroy (GTK_WINDOW (board));

  return judge ("scrolling:", p99[BOARD_SCROLLING], p99[BARE_SCROLLING]) &
         judge ("dragging:", p99[BOARD_DRAGGING], p99[BARE_SCROLLING]);
}

static gint64
get_resident_kilobytes (void)
{
  g_autofree char *text = NULL;
  glong pages = 0;

  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  sscanf (text, "%*d %ld", &pages);

  return (gint64) pages * sysconf (_SC_PAGESIZE) / 1024;
}

/* The window that the board was on show in last, in a process of its own: prints
 * milliseconds and kilobytes. */
static int
open_window (const char *path,
             const char *process_id)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GFile) database = g_file_new_for_path (path);
  GtkWidget *window;
  gint64 started;

  sc_last_place_set (settings, database, process_id);
  started = g_get_monotonic_time ();
  window = GTK_WIDGET (sc_window_new (ADW_APPLICATION (app_fixture_application), database));
  gtk_window_present (GTK_WINDOW (window));
  while (!has_cards (window))
    g_main_context_iteration (NULL, TRUE);

  g_printerr ("%.1f %" G_GINT64_FORMAT "\n",
              (double) (g_get_monotonic_time () - started) / 1000, get_resident_kilobytes ());
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}

typedef struct {
  ChangeFixture *change;
  double msec[N_RUNS];
  double kilobytes[N_RUNS];
} Opening;

static void
run_opening (const char *program,
             Opening    *opening,
             guint       run)
{
  ChangeFixture *change = opening->change;
  const char *argv[] = { program, "--open", change->base->path, change->process_id, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (output, "%lf %lf", &opening->msec[run], &opening->kilobytes[run]), ==, 2);
}

static void
finish_opening (Opening *opening,
                double  *msec,
                double  *kilobytes)
{
  sort_numbers (opening->msec);
  sort_numbers (opening->kilobytes);
  *msec = opening->msec[N_RUNS / 2];
  *kilobytes = opening->kilobytes[N_RUNS / 2];
  change_fixture_free (opening->change);
}

/* In turns, so that both have the same of what else the machine does. */
static gboolean
bench_opening (const char *program)
{
  Opening few = { make_database (N_FEW, 6) }, many = { make_database (N_MANY, 6) };
  double few_msec, few_kilobytes, many_msec, many_kilobytes;
  gboolean is_ok;

  for (guint i = 0; i < N_RUNS; i++)
    {
      run_opening (program, &few, i);
      run_opening (program, &many, i);
    }
  finish_opening (&few, &few_msec, &few_kilobytes);
  finish_opening (&many, &many_msec, &many_kilobytes);

  is_ok = many_msec <= few_msec * MAX_OPEN_RATIO && many_kilobytes <= few_kilobytes * MAX_MEMORY_RATIO;
  g_print ("%-28s %.0f ms, %.1f MB\n", "opening 1,000 deals", few_msec, few_kilobytes / 1024);
  g_print ("%-28s %.0f ms, %.1f MB\n", "opening 1,000,000 deals", many_msec, many_kilobytes / 1024);
  g_print ("%-28s %.2f times the time, %.2f times the memory; %s\n", "opening:",
           many_msec / few_msec, many_kilobytes / few_kilobytes, is_ok ? "holds" : "does not hold");

  return is_ok;
}

/* What the program looks like is part of what a frame costs. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_path (provider, STYLE_FILE);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int    argc,
      char **argv)
{
  gboolean is_ok = TRUE;

  if (argc == 4 && g_str_equal (argv[1], "--open"))
    {
      app_fixture_init (&argc, &argv);
      return open_window (argv[2], argv[3]);
    }

  adw_init ();
  sc_pipeline_init ();
  load_style ();

  if (argc < 2 || g_str_equal (argv[1], "frames"))
    is_ok = bench_frames ();
  if (argc < 2 || g_str_equal (argv[1], "opening"))
    is_ok = bench_opening (argv[0]) && is_ok;

  return is_ok ? 0 : 1;
}
