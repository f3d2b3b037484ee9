/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of deals that are open, and how far it came true. */

#include <math.h>

#include "statistics/sc-calibration.h"
#include "statistics/sc-difference.h"
#include "statistics/sc-learned-edits.h"
#include "statistics/sc-stage-chances.h"
#include "statistics/sc-survival.h"

#define EXACT 1e-12

static ScCurve *
curve_new (void)
{
  const ScOutcomes deals[] = {
    { 4, 1, 0, 0 }, { 6, 0, 1, 0 }, { 7, 1, 0, 1 }, { 10, 1, 0, 0 },
    { 12, 1, 1, 0 }, { 15, 0, 0, 1 }, { 20, 1, 0, 0 }, { 30, 0, 0, 1 },
  };
  g_autoptr (GArray) outcomes = g_array_new (FALSE, FALSE, sizeof (ScOutcomes));

  g_array_append_vals (outcomes, deals, G_N_ELEMENTS (deals));

  return sc_curve_new (outcomes);
}

/* By hand: after 7 days 7/10 are undecided and 1/5 won, after 12 days 13/30, after 20
 * 73/120. */
static void
test_chance (void)
{
  const struct {
    guint age;
    guint within;
    double chance;
  } cases[] = {
    { 0, 12, 13 / 30.0 },
    { 0, 3, 0 },
    { 7, 5, (13 / 30.0 - 1 / 5.0) / (7 / 10.0) },
    { 7, 7, (13 / 30.0 - 1 / 5.0) / (7 / 10.0) },
    { 8, 12, (73 / 120.0 - 1 / 5.0) / (7 / 10.0) },
    { 8, G_MAXUINT, (73 / 120.0 - 1 / 5.0) / (7 / 10.0) },
    { 12, 100, (73 / 120.0 - 13 / 30.0) / (7 / 20.0) },
    { 20, 100, 0 },
  };
  g_autoptr (ScCurve) curve = curve_new ();
  double chance;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (sc_curve_find_chance (curve, cases[i].age, cases[i].within, &chance));
      g_assert_cmpfloat_with_epsilon (chance, cases[i].chance, EXACT);
    }
}

/* Older than all that were decided is not the same as without a chance. */
static void
test_beyond (void)
{
  const ScOutcomes all[] = { { 3, 1, 0, 0 }, { 9, 0, 1, 0 } };
  g_autoptr (GArray) decided = g_array_new (FALSE, FALSE, sizeof (ScOutcomes));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (ScOutcomes));
  g_autoptr (ScCurve) curve = curve_new ();
  g_autoptr (ScCurve) empty = sc_curve_new (none);
  g_autoptr (ScCurve) to_its_end = NULL;
  double chance;

  g_array_append_vals (decided, all, G_N_ELEMENTS (all));
  to_its_end = sc_curve_new (decided);

  g_assert_false (sc_curve_find_chance (curve, 21, 30, &chance));
  g_assert_false (sc_curve_find_chance (empty, 0, 30, &chance));
  g_assert_true (sc_curve_find_chance (to_its_end, 8, 30, &chance));
  g_assert_false (sc_curve_find_chance (to_its_end, 9, 30, &chance));
}

static void
test_ten_forecasts (void)
{
  const ScSaid said[] = {
    { 0.1, 1, 0 }, { 0.5, 1, 1 }, { 0.1, 1, 0 }, { 0.9, 1, 1 }, { 0.1, 2, 1 },
    { 0.5, 1, 0 }, { 0.5, 2, 2 }, { 0.9, 1, 1 },
  };
  const struct {
    double low;
    double said;
    guint n;
    guint n_won;
  } points[] = { { 0.1, 0.1, 4, 1 }, { 0.5, 0.5, 4, 3 }, { 0.9, 0.9, 2, 2 } };
  ScCalibration calibration;

  sc_calibration_make (said, G_N_ELEMENTS (said), &calibration);

  g_assert_cmpuint (calibration.n, ==, 10);
  g_assert_cmpuint (calibration.n_won, ==, 6);
  g_assert_cmpfloat_with_epsilon (calibration.expected, 4.2, EXACT);
  g_assert_cmpfloat_with_epsilon (calibration.brier, 0.186, EXACT);
  g_assert_cmpfloat_with_epsilon (calibration.reliability, 0.036, EXACT);
  g_assert_cmpfloat_with_epsilon (calibration.resolution, 0.09, EXACT);
  g_assert_cmpfloat_with_epsilon (calibration.uncertainty, 0.24, EXACT);
  g_assert_cmpuint (calibration.n_points, ==, G_N_ELEMENTS (points));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_assert_cmpfloat_with_epsilon (calibration.points[i].low, points[i].low, EXACT);
      g_assert_cmpfloat_with_epsilon (calibration.points[i].high, points[i].low + 0.1, EXACT);
      g_assert_cmpfloat_with_epsilon (calibration.points[i].said, points[i].said, EXACT);
      g_assert_cmpuint (calibration.points[i].n, ==, points[i].n);
      g_assert_cmpuint (calibration.points[i].share.n, ==, points[i].n_won);
    }
}

/* The score of single chances is their own, however they are put together in groups, and
 * its parts make it up. */
static void
test_parts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 60);
      g_autofree ScSaid *said = g_new0 (ScSaid, n);
      ScCalibration calibration;
      double brier = 0;
      guint n_in_groups = 0;

      for (guint i = 0; i < n; i++)
        {
          said[i].chance = i % 7 == 0 ? 1 : i % 5 == 0 ? 0 : g_rand_double (random);
          said[i].n = 1;
          said[i].n_won = g_rand_boolean (random) ? 1 : 0;
          brier += (said[i].chance - said[i].n_won) * (said[i].chance - said[i].n_won) / n;
        }
      sc_calibration_make (said, n, &calibration);

      g_assert_cmpfloat_with_epsilon (calibration.brier, brier, EXACT);
      g_assert_cmpfloat_with_epsilon (calibration.reliability - calibration.resolution + calibration.uncertainty,
                                      brier, EXACT);
      for (guint i = 0; i < calibration.n_points; i++)
        {
          const ScCalibrationPoint *point = &calibration.points[i];

          g_assert_cmpfloat (point->low, <=, point->said + EXACT);
          g_assert_cmpfloat (point->said, <=, point->high + EXACT);
          n_in_groups += point->n;
        }
      g_assert_cmpuint (n_in_groups, ==, n);
    }
}

/* 0.3 belongs to 30 to 40 of 100, and so does what is worked out to be it. */
static void
test_group_edges (void)
{
  const ScSaid said[] = { { 0.1 + 0.2, 1, 0 }, { 0.3, 1, 0 }, { 0.1 * 3, 1, 0 }, { 1 - 0.7, 1, 0 } };
  ScCalibration calibration;

  sc_calibration_make (said, G_N_ELEMENTS (said), &calibration);

  g_assert_cmpuint (calibration.n_points, ==, 1);
  g_assert_cmpfloat_with_epsilon (calibration.points[0].low, 0.3, EXACT);

  sc_calibration_make (said, 0, &calibration);
  g_assert_cmpuint (calibration.n_points, ==, 0);
}

/* The examples that Newcombe gives (1998, table II): 56 of 70 against 48 of 80, 9 of 10
 * against 3 of 10, 10 of 10 against 0 of 20, 5 of 56 against 0 of 29. */
static void
test_difference (void)
{
  const struct {
    guint n_to;
    guint of_to;
    guint n_from;
    guint of_from;
    double low;
    double high;
    gboolean is_told;
  } cases[] = {
    { 56, 70, 48, 80, 0.0524, 0.3339, TRUE },
    { 9, 10, 3, 10, 0.1705, 0.8090, TRUE },
    { 10, 10, 0, 20, 0.6791, 1.0000, TRUE },
    { 5, 56, 0, 29, -0.0381, 0.1926, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScShare from, to;
      ScDifference difference;

      sc_share_make (cases[i].n_from, cases[i].of_from, &from);
      sc_share_make (cases[i].n_to, cases[i].of_to, &to);
      g_assert_true (sc_difference_make (&from, &to, &difference));
      g_assert_cmpfloat_with_epsilon (difference.low, cases[i].low, 0.00006);
      g_assert_cmpfloat_with_epsilon (difference.high, cases[i].high, 0.00006);
      g_assert_cmpint (sc_difference_is_told (&difference), ==, cases[i].is_told);
    }
}

/* Twelve deals tell nothing of two versions. 173.4 of each, by the usual formula, would
 * tell 57.5 of 100 from 42.5; what is rare is told with fewer. */
static void
test_needed (void)
{
  ScShare six, none, rare, other;
  ScDifference difference;

  sc_share_make (3, 6, &six);
  sc_share_make (0, 0, &none);
  sc_share_make (5, 100, &rare);
  sc_share_make (5, 100, &other);

  g_assert_false (sc_difference_make (&six, &six, &difference));
  g_assert_cmpuint (sc_difference_count_needed (&six, &six), ==, 174);
  g_assert_cmpuint (sc_difference_count_needed (&six, &none), ==, 174);
  g_assert_cmpuint (sc_difference_count_needed (&rare, &other), <, 60);
  g_assert_cmpuint (sc_difference_count_needed (&rare, &other), >=, SC_FEWEST_CASES);
}

static void
add_chance (GPtrArray     *chances,
            const ScStage *stage,
            guint          n_won,
            guint          n)
{
  ScStageChance *chance = g_new0 (ScStageChance, 1);

  chance->stage_id = g_strdup (stage->id);
  chance->name = g_strdup (stage->name);
  sc_share_make (n_won, n, &chance->learned);
  chance->reason = n < SC_FEWEST_CASES ? SC_REASON_TOO_FEW : SC_REASON_NONE;
  g_ptr_array_add (chances, chance);
}

/* What is learned is taken over where enough is known, in whole percent, and what takes it
 * back makes the scheme what it was. */
static void
test_take_over (void)
{
  const double set[] = { 0.1, 0.5, 0.33, 0.9 };
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (ScVersion) learned = NULL;
  g_autoptr (ScVersion) back = NULL;
  g_autoptr (GPtrArray) chances = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_chance_free);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) inverse = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (set); i++)
    {
      g_autofree char *name = g_strdup_printf ("Stage %u", i);
      ScStage *stage = sc_stage_new (name, 1u << SC_KIND_QUALIFICATION);

      stage->probability = set[i];
      g_ptr_array_add (version->stages, stage);
    }
  add_chance (chances, sc_version_get_stage (version, 0), 4, 9);
  add_chance (chances, sc_version_get_stage (version, 1), 1, 3 * SC_FEWEST_CASES);
  add_chance (chances, sc_version_get_stage (version, 2), 10, 30);
  add_chance (chances, sc_version_get_stage (version, 3), 20, 30);
  edits = sc_learned_edits_new (version, chances, NULL);
  one = sc_learned_edits_new (version, chances, sc_version_get_stage (version, 3)->id);

  g_assert_cmpuint (edits->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
  learned = sc_version_edit (version, edits, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (sc_version_get_stage (learned, 0)->probability, ==, 0.1);
  g_assert_cmpfloat_with_epsilon (sc_version_get_stage (learned, 1)->probability, 0.03, EXACT);
  g_assert_cmpfloat (sc_version_get_stage (learned, 2)->probability, ==, 0.33);
  g_assert_cmpfloat_with_epsilon (sc_version_get_stage (learned, 3)->probability, 0.67, EXACT);

  inverse = sc_edits_invert (edits);
  back = sc_version_edit (learned, inverse, &error);
  g_assert_no_error (error);
  g_assert_true (sc_version_equal (version, back));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecasts/chance", test_chance);
  g_test_add_func ("/forecasts/beyond", test_beyond);
  g_test_add_func ("/forecasts/ten-forecasts", test_ten_forecasts);
  g_test_add_func ("/forecasts/parts", test_parts);
  g_test_add_func ("/forecasts/group-edges", test_group_edges);
  g_test_add_func ("/forecasts/difference", test_difference);
  g_test_add_func ("/forecasts/needed", test_needed);
  g_test_add_func ("/forecasts/take-over", test_take_over);

  return g_test_run ();
}
