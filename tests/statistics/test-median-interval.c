/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often the interval of a median holds the true one: deals are made whose times are
 * known, many times over. */

#include <math.h>

#include "statistics/sc-survival.h"

#define N_RUNS 1000
#define N_DEALS 300
#define SEED 20261130

/* Times are continuous: a day has so many ticks. */
#define TICKS 10000

/* Two stages, of ten days and of twenty on the average, one behind the other. */
#define FIRST_RATE (1 / 10.0)
#define SECOND_RATE (1 / 20.0)

static double
draw_time (GRand *dice)
{
  return -log (1 - g_rand_double (dice)) / FIRST_RATE - log (1 - g_rand_double (dice)) / SECOND_RATE;
}

/* What share has not ended after that many days. */
static double
get_share_left (double days)
{
  return (FIRST_RATE * exp (-SECOND_RATE * days) - SECOND_RATE * exp (-FIRST_RATE * days)) / (FIRST_RATE - SECOND_RATE);
}

static double
find_true_median (void)
{
  double low = 0, high = 1000;

  while (high - low > 1e-9)
    {
      double middle = (low + high) / 2;

      if (get_share_left (middle) > 0.5)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* Deals are looked at after 10 to 90 days, so that some are open. */
static ScCurve *
make_curve (GRand *dice)
{
  g_autoptr (GArray) outcomes = g_array_new (FALSE, TRUE, sizeof (ScOutcomes));

  for (guint i = 0; i < N_DEALS; i++)
    {
      double time = draw_time (dice);
      double looked_at = g_rand_double_range (dice, 10, 90);
      gboolean is_won = g_rand_boolean (dice);
      ScOutcomes deal = { .t = (guint) (MIN (time, looked_at) * TICKS) };

      deal.n_open = time > looked_at;
      deal.n_won = time <= looked_at && is_won;
      deal.n_lost = time <= looked_at && !is_won;
      g_array_append_val (outcomes, deal);
    }

  return sc_curve_new (outcomes);
}

static void
test_interval_holds_the_median (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (SEED);
  double median = find_true_median () * TICKS;
  guint n_held = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (ScCurve) curve = make_curve (dice);
      double low = sc_curve_find_decided (curve, 0.5, SC_BOUND_LOW);
      double high = sc_curve_find_decided (curve, 0.5, SC_BOUND_HIGH);

      n_held += low <= median && (high < 0 || median <= high);
    }

  g_test_message ("seed %u: %u of %u", SEED, n_held, N_RUNS);
  g_assert_cmpuint (n_held, >=, 930);
  g_assert_cmpuint (n_held, <=, 970);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/interval-holds-the-median", test_interval_holds_the_median);

  return g_test_run ();
}
