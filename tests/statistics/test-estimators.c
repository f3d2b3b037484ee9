/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "statistics/sc-logistic.h"
#include "statistics/sc-share.h"
#include "statistics/sc-survival.h"

#define EXACT 1e-12

static GArray *
outcomes_new (const ScOutcomes *outcomes,
              guint             n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (ScOutcomes));

  return g_array_append_vals (array, outcomes, n);
}

static const ScCurvePoint *
find_point (const ScCurve *curve,
            guint          t)
{
  for (guint i = 0; i < curve->points->len; i++)
    {
      const ScCurvePoint *point = &g_array_index (curve->points, ScCurvePoint, i);

      if (point->t == t)
        return point;
    }

  g_error ("Nothing is decided after %u days.", t);
}

/* Worked out by hand: each share as a fraction. */
static void
test_ten_deals (void)
{
  const ScOutcomes deals[] = {
    { 4, 1, 0, 0 }, { 6, 0, 1, 0 }, { 7, 1, 0, 0 }, { 7, 0, 0, 1 }, { 10, 1, 0, 0 },
    { 12, 0, 1, 0 }, { 12, 1, 0, 0 }, { 15, 0, 0, 1 }, { 20, 1, 0, 0 }, { 30, 0, 0, 1 },
  };
  const struct {
    guint t;
    double s;
    double won;
  } steps[] = {
    { 4, 9 / 10.0, 1 / 10.0 }, { 6, 4 / 5.0, 1 / 10.0 }, { 7, 7 / 10.0, 1 / 5.0 },
    { 10, 7 / 12.0, 19 / 60.0 }, { 12, 7 / 20.0, 13 / 30.0 }, { 20, 7 / 40.0, 73 / 120.0 },
  };
  g_autoptr (GArray) outcomes = outcomes_new (deals, G_N_ELEMENTS (deals));
  g_autoptr (ScCurve) curve = sc_curve_new (outcomes);

  g_assert_cmpuint (curve->n, ==, 10);
  g_assert_cmpuint (curve->n_won, ==, 5);
  g_assert_cmpuint (curve->n_lost, ==, 2);
  g_assert_cmpuint (curve->points->len, ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const ScCurvePoint *point = find_point (curve, steps[i].t);

      g_assert_cmpfloat_with_epsilon (point->s, steps[i].s, EXACT);
      g_assert_cmpfloat_with_epsilon (point->won, steps[i].won, EXACT);
      g_assert_cmpfloat_with_epsilon (point->won + point->lost + point->s, 1, EXACT);
    }
  g_assert_cmpfloat (sc_curve_find_decided (curve, 0.5, SC_BOUND_NONE), ==, 12);
  g_assert_cmpfloat (sc_curve_find_won (curve, 0.5), ==, 10);
  /* Lost is 1/10 by 6 days and 13/60 by 12. */
  g_assert_cmpfloat (sc_curve_find_lost (curve, 0.25), ==, 6);
  g_assert_cmpfloat (sc_curve_find_lost (curve, 0.5), ==, 12);
  g_assert_cmpfloat_with_epsilon (sc_curve_get_undecided (curve, 11), 7 / 12.0, EXACT);
  g_assert_cmpfloat (sc_curve_get_undecided (curve, 3), ==, 1);
}

/* In which order deals come is nobody's business. */
static void
test_order (void)
{
  const ScOutcomes deals[] = { { 20, 1, 0, 0 }, { 4, 1, 0, 0 }, { 12, 0, 1, 3 }, { 4, 0, 2, 0 } };
  const ScOutcomes sorted[] = { { 4, 1, 2, 0 }, { 12, 0, 1, 3 }, { 20, 1, 0, 0 } };
  g_autoptr (GArray) a = outcomes_new (deals, G_N_ELEMENTS (deals));
  g_autoptr (GArray) b = outcomes_new (sorted, G_N_ELEMENTS (sorted));
  g_autoptr (ScCurve) first = sc_curve_new (a);
  g_autoptr (ScCurve) second = sc_curve_new (b);

  g_assert_cmpmem (first->points->data, first->points->len * sizeof (ScCurvePoint),
                   second->points->data, second->points->len * sizeof (ScCurvePoint));
}

/* The patients with leukaemia of Miller (1981), whose curves R's survfit() is shown with:
 * median 31 (18 to unknown) with maintenance and 23 (8 to unknown) without. */
static void
test_leukaemia (void)
{
  const ScOutcomes with[] = {
    { 9, 1, 0, 0 }, { 13, 1, 0, 1 }, { 18, 1, 0, 0 }, { 23, 1, 0, 0 }, { 28, 0, 0, 1 },
    { 31, 1, 0, 0 }, { 34, 1, 0, 0 }, { 45, 0, 0, 1 }, { 48, 1, 0, 0 }, { 161, 0, 0, 1 },
  };
  const ScOutcomes without[] = {
    { 5, 2, 0, 0 }, { 8, 2, 0, 0 }, { 12, 1, 0, 0 }, { 16, 0, 0, 1 }, { 23, 1, 0, 0 }, { 27, 1, 0, 0 },
    { 30, 1, 0, 0 }, { 33, 1, 0, 0 }, { 43, 1, 0, 0 }, { 45, 1, 0, 0 },
  };
  const double shares[] = { 0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184 };
  const double errors[] = { 0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535 };
  g_autoptr (GArray) a = outcomes_new (with, G_N_ELEMENTS (with));
  g_autoptr (GArray) b = outcomes_new (without, G_N_ELEMENTS (without));
  g_autoptr (ScCurve) maintained = sc_curve_new (a);
  g_autoptr (ScCurve) not_maintained = sc_curve_new (b);

  g_assert_cmpuint (maintained->points->len, ==, G_N_ELEMENTS (shares));
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      const ScCurvePoint *point = &g_array_index (maintained->points, ScCurvePoint, i);

      g_assert_cmpfloat_with_epsilon (point->s, shares[i], 0.0006);
      g_assert_cmpfloat_with_epsilon (point->se, errors[i], 0.00006);
    }
  g_assert_cmpfloat (sc_curve_find_decided (maintained, 0.5, SC_BOUND_NONE), ==, 31);
  g_assert_cmpfloat (sc_curve_find_decided (maintained, 0.5, SC_BOUND_LOW), ==, 18);
  g_assert_cmpfloat (sc_curve_find_decided (maintained, 0.5, SC_BOUND_HIGH), ==, SC_NOT_REACHED);
  g_assert_cmpfloat (sc_curve_find_decided (not_maintained, 0.5, SC_BOUND_NONE), ==, 23);
  g_assert_cmpfloat (sc_curve_find_decided (not_maintained, 0.5, SC_BOUND_LOW), ==, 8);
  g_assert_cmpfloat (sc_curve_find_decided (not_maintained, 0.5, SC_BOUND_HIGH), ==, SC_NOT_REACHED);
}

/* Where just half is decided for a while, any day of it is a median, and the middle is
 * taken; at the curve's end that is up to the last day of which anything is known. */
static void
test_level (void)
{
  const ScOutcomes within[] = { { 2, 1, 0, 0 }, { 4, 0, 1, 0 }, { 9, 1, 0, 0 }, { 11, 1, 0, 0 } };
  const ScOutcomes at_end[] = { { 2, 1, 0, 0 }, { 4, 0, 1, 0 }, { 9, 0, 0, 2 } };
  const ScOutcomes early[] = { { 3, 1, 0, 0 }, { 5, 0, 0, 4 } };
  g_autoptr (GArray) a = outcomes_new (within, G_N_ELEMENTS (within));
  g_autoptr (GArray) b = outcomes_new (at_end, G_N_ELEMENTS (at_end));
  g_autoptr (GArray) c = outcomes_new (early, G_N_ELEMENTS (early));
  g_autoptr (ScCurve) first = sc_curve_new (a);
  g_autoptr (ScCurve) second = sc_curve_new (b);
  g_autoptr (ScCurve) third = sc_curve_new (c);

  g_assert_cmpfloat (sc_curve_find_decided (first, 0.5, SC_BOUND_NONE), ==, 6.5);
  g_assert_cmpfloat (sc_curve_find_decided (second, 0.5, SC_BOUND_NONE), ==, 6.5);
  g_assert_cmpfloat (sc_curve_find_decided (third, 0.5, SC_BOUND_NONE), ==, SC_NOT_REACHED);
}

static void
test_nothing (void)
{
  const ScOutcomes open[] = { { 7, 0, 0, 12 } };
  g_autoptr (GArray) none = outcomes_new (open, 0);
  g_autoptr (GArray) undecided = outcomes_new (open, 1);
  g_autoptr (ScCurve) empty = sc_curve_new (none);
  g_autoptr (ScCurve) flat = sc_curve_new (undecided);

  g_assert_null (sc_curve_get_last (empty));
  g_assert_cmpfloat (sc_curve_find_decided (empty, 0.5, SC_BOUND_NONE), ==, SC_NOT_REACHED);
  g_assert_cmpuint (flat->n, ==, 12);
  g_assert_cmpfloat (sc_curve_find_won (flat, 0.5), ==, SC_NOT_REACHED);
  g_assert_cmpfloat (sc_curve_get_undecided (flat, 100), ==, 1);
}

/* As R's prop.test() and the tables of Wilson's interval have them. */
static void
test_shares (void)
{
  const struct {
    guint n;
    guint of;
    double low;
    double high;
  } cases[] = {
    { 30, 40, 0.598060, 0.858129 },
    { 12, 40, 0.180748, 0.454300 },
    { 4238, 6711, 0.6198869148, 0.6429636694 },
    { 0, 10, 0, 0.277533 },
    { 10, 10, 0.722467, 1 },
  };
  ScShare share;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (sc_share_make (cases[i].n, cases[i].of, &share));
      g_assert_cmpfloat_with_epsilon (share.low, cases[i].low, 1e-6);
      g_assert_cmpfloat_with_epsilon (share.high, cases[i].high, 1e-6);
    }
  g_assert_false (sc_share_make (0, 0, &share));
}

/* Deals of two groups: so many of each won. */
static ScLogistic *
fit_groups (guint n_with,
            guint n_won_with,
            guint n_without,
            guint n_won_without)
{
  guint n = n_with + n_without;
  g_autofree double *columns = g_new (double, n);
  g_autofree gboolean *won = g_new (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      columns[i] = i < n_with ? 1 : 0;
      won[i] = i < n_with ? i < n_won_with : i - n_with < n_won_without;
    }

  return sc_logistic_fit (columns, 1, won, n);
}

/* With one column of two values the coefficient is the logarithm of the odds ratio, here
 * of 7, its variance the sum of the four cells' inverses. */
static void
test_logistic (void)
{
  g_autoptr (ScLogistic) fit = fit_groups (40, 30, 40, 12);

  g_assert_cmpint (fit->state, ==, SC_LOGISTIC_FITTED);
  g_assert_cmpfloat_with_epsilon (fit->coefficients[1], log (7), EXACT);
  g_assert_cmpfloat_with_epsilon (fit->errors[1], sqrt (1 / 30.0 + 1 / 10.0 + 1 / 12.0 + 1 / 28.0), EXACT);
  g_assert_cmpfloat_with_epsilon (fit->coefficients[0], log (12 / 28.0), EXACT);
  g_assert_cmpfloat_with_epsilon (sc_logistic_predict (fit, (double[]) { 1 }), 30 / 40.0, EXACT);
  g_assert_cmpfloat_with_epsilon (sc_logistic_predict (fit, (double[]) { 0 }), 12 / 40.0, EXACT);
}

static void
test_no_logistic (void)
{
  g_autoptr (ScLogistic) all = fit_groups (40, 40, 40, 40);
  g_autoptr (ScLogistic) perfect = fit_groups (40, 40, 40, 0);
  g_autoptr (ScLogistic) half = fit_groups (40, 40, 40, 20);
  g_autoptr (ScLogistic) few = fit_groups (40, 9, 40, 0);
  g_autoptr (ScLogistic) none = fit_groups (0, 0, 0, 0);
  g_autoptr (ScLogistic) same = fit_groups (40, 20, 0, 0);

  g_assert_cmpint (all->state, ==, SC_LOGISTIC_SEPARATED);
  g_assert_cmpint (perfect->state, ==, SC_LOGISTIC_SEPARATED);
  g_assert_cmpint (half->state, ==, SC_LOGISTIC_SEPARATED);
  g_assert_cmpint (few->state, ==, SC_LOGISTIC_TOO_FEW);
  g_assert_cmpint (none->state, ==, SC_LOGISTIC_TOO_FEW);
  g_assert_cmpint (same->state, ==, SC_LOGISTIC_SEPARATED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/ten-deals", test_ten_deals);
  g_test_add_func ("/statistics/order", test_order);
  g_test_add_func ("/statistics/leukaemia", test_leukaemia);
  g_test_add_func ("/statistics/level", test_level);
  g_test_add_func ("/statistics/nothing", test_nothing);
  g_test_add_func ("/statistics/shares", test_shares);
  g_test_add_func ("/statistics/logistic", test_logistic);
  g_test_add_func ("/statistics/no-logistic", test_no_logistic);

  return g_test_run ();
}
