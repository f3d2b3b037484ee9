/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may come in, by playing it. */

#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

#include "statistics/sc-difference.h"
#include "statistics/sc-simulation.h"
#include "statistics/sc-survival.h"

static const guint months[] = { 30, 61, 91 };

static GArray *
outcomes_new (const ScOutcomes *outcomes,
              guint             n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (ScOutcomes));

  return g_array_append_vals (array, outcomes, n);
}

/* A process in which all are won after five days. */
static ScSimulation *
sure_new (guint n_currencies)
{
  const ScOutcomes five[] = { { 5, 1000, 0, 0 } };
  g_autoptr (GArray) outcomes = outcomes_new (five, 1);
  ScSimulation *simulation = sc_simulation_new (n_currencies);

  sc_simulation_add_curve (simulation, outcomes);

  return simulation;
}

/* One in which a third is won after 20 days, a third lost after 50 and the others won after
 * 80. */
static ScSimulation *
thirds_new (guint n_currencies)
{
  const ScOutcomes thirds[] = { { 20, 300, 0, 0 }, { 50, 0, 300, 0 }, { 80, 300, 0, 0 } };
  g_autoptr (GArray) outcomes = outcomes_new (thirds, G_N_ELEMENTS (thirds));
  ScSimulation *simulation = sc_simulation_new (n_currencies);

  sc_simulation_add_curve (simulation, outcomes);

  return simulation;
}

static ScFuture *
run (ScSimulation *simulation,
     double        growth,
     guint64       seed)
{
  const ScScenario scenario = { .growth = growth, .conversion = 1 };

  return sc_simulation_run (simulation, months, G_N_ELEMENTS (months), &scenario, seed, 400, NULL, NULL, NULL, NULL);
}

static void
assert_band (const ScBand *band,
             gint64        low,
             gint64        median,
             gint64        high)
{
  g_assert_cmpint (band->low, ==, low);
  g_assert_cmpint (band->median, ==, median);
  g_assert_cmpint (band->high, ==, high);
}

static void
test_sure (void)
{
  g_autoptr (ScSimulation) simulation = sure_new (2);
  g_autoptr (ScFuture) future = NULL;

  for (guint i = 0; i < 10; i++)
    sc_simulation_add_open (simulation, 0, i % 5, TRUE, i < 4 ? 250 : i < 7 ? 1000 : SC_NO_VALUE, i < 4 ? 0 : 1);
  future = run (simulation, 1, 1);

  assert_band (&future->deals[0], 10, 10, 10);
  assert_band (&future->deals[1], 0, 0, 0);
  assert_band (&future->deals[3], 10, 10, 10);
  assert_band (sc_future_get_money (future, 0, 0), 1000, 1000, 1000);
  assert_band (sc_future_get_money (future, 1, 0), 3000, 3000, 3000);
  assert_band (sc_future_get_money (future, 1, 3), 3000, 3000, 3000);
}

/* Deals that have outlived all that were decided are not won in any future. */
static void
test_outlived (void)
{
  g_autoptr (ScSimulation) simulation = sure_new (0);
  g_autoptr (ScFuture) future = NULL;

  for (guint i = 0; i < 10; i++)
    sc_simulation_add_open (simulation, 0, 5 + i, TRUE, SC_NO_VALUE, 0);
  future = run (simulation, 1, 1);

  assert_band (&future->deals[3], 0, 0, 0);
}

/* Of 300 that are 30 days old half are won in 50 days, and none before. */
static void
test_when (void)
{
  g_autoptr (ScSimulation) simulation = thirds_new (0);
  g_autoptr (ScFuture) future = NULL;

  for (guint i = 0; i < 300; i++)
    sc_simulation_add_open (simulation, 0, 30, TRUE, SC_NO_VALUE, 0);
  future = run (simulation, 1, 1);

  assert_band (&future->deals[0], 0, 0, 0);
  g_assert_cmpint (ABS (future->deals[1].median - 150), <=, 3);
  assert_band (&future->deals[2], 0, 0, 0);
  g_assert_cmpint (future->deals[1].low, <, 145);
  g_assert_cmpint (future->deals[1].high, >, 155);
  g_assert_cmpint (future->deals[1].low, >, 115);
  g_assert_cmpint (future->deals[1].high, <, 185);
}

/* Of 300 that are 30 days old half are won in 50 days: 20 days sooner, that is within the
 * first month, and at half the conversion a quarter of them. Those that it lies behind go on
 * as they do. */
static void
test_scenario (void)
{
  static const struct {
    ScScenario scenario;
    gboolean is_before;
    gint64 first;
    gint64 second;
  } cases[] = {
    { { 1, 20, 1 }, TRUE, 150, 0 },
    { { 1, 20, 0.5 }, TRUE, 75, 0 },
    { { 1, 0, 1.5 }, TRUE, 0, 225 },
    { { 1, 20, 0.5 }, FALSE, 0, 150 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSimulation) simulation = thirds_new (0);
      g_autoptr (ScFuture) future = NULL;

      for (guint j = 0; j < 300; j++)
        sc_simulation_add_open (simulation, 0, 30, cases[i].is_before, SC_NO_VALUE, 0);
      future = sc_simulation_run (simulation, months, G_N_ELEMENTS (months), &cases[i].scenario, 1, 400, NULL, NULL, NULL, NULL);
      g_assert_cmpint (ABS (future->deals[0].median - cases[i].first), <=, 4);
      g_assert_cmpint (ABS (future->deals[1].median - cases[i].second), <=, 4);
    }
}

/* 21 a week: on each of the days 1 to 25 come three, of whom all are won by day 30. */
static void
test_new_deals (void)
{
  g_autoptr (ScSimulation) simulation = sure_new (1);
  g_autoptr (ScFuture) future = NULL, more = NULL;

  for (guint i = 0; i < 20; i++)
    sc_simulation_add_week (simulation, 21);
  sc_simulation_add_value (simulation, 700, 0);
  future = run (simulation, 1, 1);
  more = run (simulation, 1.5, 1);

  g_assert_cmpint (ABS (future->deals[0].median - 75), <=, 2);
  g_assert_cmpint (ABS (future->deals[1].median - 93), <=, 2);
  g_assert_cmpint (ABS (more->deals[3].median - 3 * 86 * 3 / 2), <=, 4);
  g_assert_cmpint (sc_future_get_money (future, 0, 0)->median, ==, 700 * future->deals[0].median);
}

static gboolean
is_same (const ScFuture *a,
         const ScFuture *b)
{
  gsize n = (a->n_periods + 1) * sizeof (ScBand);

  return memcmp (a->deals, b->deals, n) == 0 && memcmp (a->money, b->money, n * a->n_currencies) == 0;
}

static void
test_seed (void)
{
  g_autoptr (ScSimulation) simulation = thirds_new (1);
  g_autoptr (ScFuture) first = NULL, again = NULL, other = NULL;

  for (guint i = 0; i < 200; i++)
    sc_simulation_add_open (simulation, 0, i % 40, TRUE, 100 * i, 0);
  sc_simulation_add_week (simulation, 12);
  sc_simulation_add_week (simulation, 3);
  sc_simulation_add_value (simulation, 1234, 0);
  sc_simulation_add_value (simulation, SC_NO_VALUE, 0);
  first = run (simulation, 1, 5);
  again = run (simulation, 1, 5);
  other = run (simulation, 1, 6);

  g_assert_true (is_same (first, again));
  g_assert_false (is_same (first, other));
}

static void
stop_cb (double   fraction,
         gpointer user_data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <, 1);
  if (fraction > 0.4)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (ScSimulation) simulation = thirds_new (0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFuture) future =
    sc_simulation_run (simulation, months, G_N_ELEMENTS (months), &SC_SCENARIO_NONE, 1, 400, stop_cb, cancellable, cancellable, &error);

  g_assert_null (future);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Nothing was ever decided. */
static void
test_no_history (void)
{
  g_autoptr (GArray) none = outcomes_new (NULL, 0);
  g_autoptr (ScSimulation) simulation = sc_simulation_new (0);
  g_autoptr (ScFuture) future = NULL;

  sc_simulation_add_curve (simulation, none);
  sc_simulation_add_open (simulation, 0, 3, TRUE, SC_NO_VALUE, 0);
  sc_simulation_add_week (simulation, 12);
  future = run (simulation, 1, 1);

  assert_band (&future->deals[3], 0, 0, 0);
}

/* A process whose chances are known: so many a week on the average; of 100 deals 60 are
 * won, after 40 days on the average, the others lost after 25. What the history up to a
 * day foresees for the next month is compared with what happens then. */
#define N_WEEKS 40
#define PER_WEEK 120
#define AS_OF (7 * N_WEEKS)
#define HORIZON 30

typedef struct {
  ScOutcomes outcomes[AS_OF + 1];
  guint n_open[AS_OF + 1];
  guint n_new[N_WEEKS];
  guint n_to_come;
} Made;

static void
make_deal (gsl_rng *random,
           Made    *made,
           guint    started)
{
  gboolean is_won = gsl_rng_uniform (random) < 0.6;
  guint t = 1 + (guint) gsl_ran_exponential (random, is_won ? 40 : 25);

  if (is_won && started + t > AS_OF && started + t <= AS_OF + HORIZON)
    made->n_to_come++;
  if (started > AS_OF)
    return;
  if (started + t > AS_OF)
    {
      made->outcomes[AS_OF - started].n_open++;
      made->n_open[AS_OF - started]++;
    }
  else if (is_won)
    made->outcomes[t].n_won++;
  else
    made->outcomes[t].n_lost++;
}

static void
make_history (gsl_rng *random,
              Made    *made)
{
  memset (made, 0, sizeof *made);
  for (guint week = 0; 7 * week <= AS_OF + HORIZON; week++)
    {
      guint n = gsl_ran_poisson (random, PER_WEEK);

      if (week < N_WEEKS)
        made->n_new[week] = n;
      for (guint i = 0; i < n; i++)
        make_deal (random, made, 7 * week + 1 + (guint) gsl_rng_uniform_int (random, 7));
    }
}

static ScBand
foresee (Made *made)
{
  const guint ends[] = { HORIZON };
  g_autoptr (ScSimulation) simulation = sc_simulation_new (0);
  g_autoptr (GArray) outcomes = outcomes_new (NULL, 0);
  g_autoptr (ScFuture) future = NULL;

  for (guint t = 0; t <= AS_OF; t++)
    {
      made->outcomes[t].t = t;
      g_array_append_val (outcomes, made->outcomes[t]);
    }
  sc_simulation_add_curve (simulation, outcomes);
  for (guint age = 0; age <= AS_OF; age++)
    for (guint i = 0; i < made->n_open[age]; i++)
      sc_simulation_add_open (simulation, 0, age, TRUE, SC_NO_VALUE, 0);
  for (guint week = 0; week < N_WEEKS; week++)
    sc_simulation_add_week (simulation, made->n_new[week]);
  future = sc_simulation_run (simulation, ends, 1, &SC_SCENARIO_NONE, 1, 250, NULL, NULL, NULL, NULL);

  return future->deals[0];
}

static void
test_coverage (void)
{
  guint n = g_test_slow () ? 1000 : 50;
  gsl_rng *random = gsl_rng_alloc (gsl_rng_mt19937);
  g_autofree Made *made = g_new (Made, 1);
  guint n_within = 0;

  gsl_rng_set (random, 5);
  for (guint i = 0; i < n; i++)
    {
      ScBand band;

      make_history (random, made);
      band = foresee (made);
      n_within += band.low <= made->n_to_come && made->n_to_come <= band.high;
    }
  gsl_rng_free (random);
  g_test_message ("%u of %u within the band", n_within, n);

  g_assert_cmpuint (n_within, >=, g_test_slow () ? 770 : 33);
  g_assert_cmpuint (n_within, <=, g_test_slow () ? 830 : 47);
}

/* Two versions of one true rate: that they do not differ is within the interval as often
 * as it promises. */
static void
test_versions_of_one_rate (void)
{
  gsl_rng *random = gsl_rng_alloc (gsl_rng_mt19937);
  guint n_within = 0;

  gsl_rng_set (random, 2017);
  for (guint i = 0; i < 1000; i++)
    {
      guint of_first = 40 + (guint) gsl_rng_uniform_int (random, 200);
      guint of_second = 40 + (guint) gsl_rng_uniform_int (random, 200);
      ScShare first, second;
      ScDifference difference;

      sc_share_make (gsl_ran_binomial (random, 0.35, of_first), of_first, &first);
      sc_share_make (gsl_ran_binomial (random, 0.35, of_second), of_second, &second);
      g_assert_true (sc_difference_make (&first, &second, &difference));
      n_within += sc_difference_is_told (&difference) ? 0 : 1;
    }
  gsl_rng_free (random);

  g_assert_cmpuint (n_within, >=, 930);
  g_assert_cmpuint (n_within, <=, 970);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/simulation/sure", test_sure);
  g_test_add_func ("/simulation/outlived", test_outlived);
  g_test_add_func ("/simulation/when", test_when);
  g_test_add_func ("/simulation/scenario", test_scenario);
  g_test_add_func ("/simulation/new-deals", test_new_deals);
  g_test_add_func ("/simulation/seed", test_seed);
  g_test_add_func ("/simulation/cancel", test_cancel);
  g_test_add_func ("/simulation/no-history", test_no_history);
  g_test_add_func ("/simulation/coverage", test_coverage);
  g_test_add_func ("/simulation/versions-of-one-rate", test_versions_of_one_rate);

  return g_test_run ();
}
