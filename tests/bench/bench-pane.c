/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How quickly a deal opens in its pane: of a process with ten stages, 60 criteria and 60
 * tactics, among a thousand deals and among a million.
 *
 * Measured from choosing another deal to the frame that shows it, 25 deals in turns; the
 * median counts. The first one, which makes the pane's fields, is told apart. */

#include <adwaita.h>
#include <stdlib.h>

#include "change/change-fixture.h"
#include "change/sc-import-deals.h"
#include "deal/sc-deal-pane.h"
#include "pipeline/sc-pipeline.h"

#define N_STAGES 10
#define N_EACH 6
#define N_FEW 1000
#define N_MANY 1000000
#define N_OPENED 25
/* The pane shows some of them, so that both have the same to show. */
#define DEALS_OF_A_COMPANY 200
#define MAX_RATIO 1.2

typedef struct {
  StoreFixture *base;
  char *process_id;
  ScVersion *version;
  GtkWindow *window;
  ScDealPane *pane;
  double first;
  double msec[N_OPENED];
} Bench;

static ScStage *
make_stage (guint number)
{
  g_autofree char *name = g_strdup_printf ("Stage %u", number);
  ScStage *stage = sc_stage_new (name, SC_KIND_BIT (number == N_STAGES - 1 ? SC_KIND_PAYMENT : SC_KIND_OTHER));

  for (guint i = 0; i < N_EACH; i++)
    {
      g_autofree char *question = g_strdup_printf ("Question %u of stage %u?", i, number);
      g_autofree char *title = g_strdup_printf ("Tactic %u of stage %u", i, number);
      ScCriterion *criterion = sc_stage_add_criterion (stage, question);
      g_autofree char *text = g_strdup_printf ("For {deal.company}: {answer:%s}.\nWhat do they say?\nUntil {blank}.", criterion->id);

      criterion->type = i % 2 == 0 ? SC_ANSWER_TEXT : i % 3 == 0 ? SC_ANSWER_DATE : SC_ANSWER_TICK;
      sc_stage_add_tactic (stage, title, text);
    }

  return stage;
}

static void
publish (Bench *self)
{
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (ScOutcome) published = NULL;
  g_autoptr (ScProcess) process = NULL;

  for (guint i = 0; i < N_STAGES; i++)
    g_ptr_array_add (version->stages, make_stage (i));
  outcome = sc_command_run (sc_command_create_process ("Long", NULL, version, NULL), self->base->store, NULL, &error);
  g_assert_no_error (error);
  self->process_id = g_strdup (outcome->process_id);
  process = sc_store_load_process (self->base->store, self->process_id, &error);
  g_assert_no_error (error);
  published = sc_command_run (sc_command_publish (process, NULL), self->base->store, NULL, &error);
  g_assert_no_error (error);
  self->version = sc_store_load_version (self->base->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, &error);
  g_assert_no_error (error);
}

typedef struct {
  Bench *bench;
  guint n_done;
  guint n_deals;
  char title[64];
  char company[64];
} Rows;

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  Rows *rows = user_data;
  guint number = rows->n_done++;

  if (number == rows->n_deals)
    return FALSE;

  g_snprintf (rows->title, sizeof rows->title, "Support for %u months", number);
  g_snprintf (rows->company, sizeof rows->company, "Granite Instruments %u", number % (rows->n_deals / DEALS_OF_A_COMPANY));
  *row = (ScImportRow) {
    .title = rows->title,
    .company = rows->company,
    .stage_id = sc_version_get_stage (rows->bench->version, number % N_STAGES)->id,
    .status = SC_DEAL_OPEN,
    .value = sc_money_new (100 * (gint64) (1000 + number * 37 % 90000), "EUR"),
    .started = sc_clock_today () - number % 20,
  };

  return TRUE;
}

static Bench *
bench_new (guint n_deals)
{
  Bench *self = g_new0 (Bench, 1);
  Rows rows = { .bench = self, .n_deals = n_deals };
  ScImportCounts counts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  self->base = store_fixture_new ();
  publish (self);
  outcome = sc_command_run (sc_command_import_deals (self->process_id, "Import", next_row, &rows, &counts),
                            self->base->store, NULL, &error);
  g_assert_no_error (error);

  self->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->window, 400, 900);
  self->pane = SC_DEAL_PANE (sc_deal_pane_new ());
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->pane));
  sc_deal_pane_set_store (self->pane, self->base->store);
  gtk_window_present (self->window);

  return self;
}

static void
bench_free (Bench *self)
{
  gtk_window_destroy (self->window);
  sc_version_unref (self->version);
  g_free (self->process_id);
  store_fixture_free (self->base);
  g_free (self);
}

static gboolean
shows (GtkWidget  *below,
       const char *title)
{
  if (ADW_IS_WINDOW_TITLE (below))
    return g_str_equal (adw_window_title_get_title (ADW_WINDOW_TITLE (below)), title);

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, title))
      return TRUE;

  return FALSE;
}

static void
painted_cb (gboolean *is_painted)
{
  *is_painted = TRUE;
}

static double
open_deal (Bench *self,
           guint  number)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->pane));
  g_autofree char *title = g_strdup_printf ("Support for %u months", number);
  gint64 started = g_get_monotonic_time ();
  gboolean is_painted = FALSE;
  gulong handler;

  sc_deal_pane_set_deal_id (self->pane, number + 1);
  while (!shows (GTK_WIDGET (self->pane), title))
    g_main_context_iteration (NULL, TRUE);
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);
  gtk_widget_queue_draw (GTK_WIDGET (self->pane));
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);

  return (double) (g_get_monotonic_time () - started) / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int    argc,
      char **argv)
{
  guint n_many = argc > 1 ? (guint) atoi (argv[1]) : N_MANY;
  Bench *few, *many;
  gboolean is_ok;

  adw_init ();
  sc_pipeline_init ();
  few = bench_new (N_FEW);
  many = bench_new (n_many);
  few->first = open_deal (few, 0);
  many->first = open_deal (many, 0);
  /* In turns, so that both have the same of what else the machine does. */
  for (guint i = 0; i < N_OPENED; i++)
    {
      few->msec[i] = open_deal (few, i * 7 % N_FEW + 1);
      many->msec[i] = open_deal (many, i * (n_many / N_OPENED - 1) + 1);
    }
  qsort (few->msec, N_OPENED, sizeof few->msec[0], compare);
  qsort (many->msec, N_OPENED, sizeof many->msec[0], compare);

  is_ok = many->msec[N_OPENED / 2] <= few->msec[N_OPENED / 2] * MAX_RATIO;
  g_print ("a deal among %u: %.1f ms, the first %.1f ms\n", N_FEW, few->msec[N_OPENED / 2], few->first);
  g_print ("a deal among %u: %.1f ms, the first %.1f ms\n", n_many, many->msec[N_OPENED / 2], many->first);
  g_print ("%.2f times; %s\n", many->msec[N_OPENED / 2] / few->msec[N_OPENED / 2], is_ok ? "holds" : "does not hold");
  bench_free (few);
  bench_free (many);

  return is_ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
