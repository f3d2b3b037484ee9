/* SPDX-License-Identifier: GPL-3.0-or-later */

/* write-estimates FOLDER: writes random deals, and what the estimators say of them, as tables
 * that another program reads (estimates.R), which works the same out by its own means. The
 * same deals each time: a difference can be looked into. */

#include <gio/gio.h>

#include "statistics/sc-calibration.h"
#include "statistics/sc-difference.h"
#include "statistics/sc-logistic.h"
#include "statistics/sc-survival.h"

#define N_CURVES 60
#define N_SHARES 200
#define N_FITS 40
#define N_CALIBRATIONS 40
#define N_COLUMNS 2

/* All that a double holds. */
#define NUMBER "%.17g"

static const double quantiles[] = { 0.25, 0.5, 0.75 };

static void
save (const char *folder,
      const char *name,
      GString    *table)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, table->str, (gssize) table->len, &error))
    g_error ("%s", error->message);
}

static GArray *
draw_outcomes (GRand   *rand,
               guint    number,
               GString *deals)
{
  GArray *outcomes = g_array_new (FALSE, FALSE, sizeof (ScOutcomes));
  guint n = (guint) g_rand_int_range (rand, 12, 400);
  /* Few days make ties, many none. */
  gint32 n_days = g_rand_int_range (rand, 6, 200);

  for (guint i = 0; i < n; i++)
    {
      ScOutcomes outcome = { .t = (guint) g_rand_int_range (rand, 0, n_days) };
      int fate = g_rand_int_range (rand, 0, 3);

      outcome.n_open = fate == 0;
      outcome.n_won = fate == 1;
      outcome.n_lost = fate == 2;
      g_array_append_val (outcomes, outcome);
      g_string_append_printf (deals, "%u\t%u\t%d\n", number, outcome.t, fate);
    }

  return outcomes;
}

static void
tell_curve (const ScCurve *curve,
            guint          number,
            GString       *points,
            GString       *times)
{
  for (guint i = 0; i < curve->points->len; i++)
    {
      const ScCurvePoint *point = &g_array_index (curve->points, ScCurvePoint, i);

      g_string_append_printf (points, "%u\t%u\t" NUMBER "\t" NUMBER "\t" NUMBER "\t" NUMBER "\n", number, point->t, point->s,
                              point->se, point->won, point->lost);
    }
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    g_string_append_printf (times, "%u\t" NUMBER "\t" NUMBER "\t" NUMBER "\t" NUMBER "\t" NUMBER "\t" NUMBER "\n", number,
                            quantiles[i], sc_curve_find_decided (curve, quantiles[i], SC_BOUND_NONE),
                            sc_curve_find_decided (curve, quantiles[i], SC_BOUND_LOW),
                            sc_curve_find_decided (curve, quantiles[i], SC_BOUND_HIGH),
                            sc_curve_find_won (curve, quantiles[i]), sc_curve_find_lost (curve, quantiles[i]));
}

static void
write_curves (const char *folder,
              GRand      *rand)
{
  g_autoptr (GString) deals = g_string_new ("case\tt\tfate\n");
  g_autoptr (GString) points = g_string_new ("case\tt\ts\tse\twon\tlost\n");
  g_autoptr (GString) times = g_string_new ("case\tshare\tdecided\tlow\thigh\twon\tlost\n");

  for (guint number = 0; number < N_CURVES; number++)
    {
      g_autoptr (GArray) outcomes = draw_outcomes (rand, number, deals);
      g_autoptr (ScCurve) curve = sc_curve_new (outcomes);

      tell_curve (curve, number, points, times);
    }

  save (folder, "curve-deals.tsv", deals);
  save (folder, "curve-points.tsv", points);
  save (folder, "curve-times.tsv", times);
}

static void
write_shares (const char *folder,
              GRand      *rand)
{
  g_autoptr (GString) shares = g_string_new ("n\tof\tlow\thigh\n");
  g_autoptr (GString) differences = g_string_new ("n1\tof1\tn2\tof2\tvalue\tlow\thigh\n");
  ScShare before = { 0 };

  for (guint i = 0; i < N_SHARES; i++)
    {
      guint of = (guint) g_rand_int_range (rand, SC_FEWEST_CASES, 3000);
      ScDifference difference;
      ScShare share;

      if (!sc_share_make ((guint) g_rand_int_range (rand, 0, (gint32) of + 1), of, &share))
        g_error ("%u cases are no share.", of);
      g_string_append_printf (shares, "%u\t%u\t" NUMBER "\t" NUMBER "\n", share.n, share.of, share.low, share.high);
      if (i > 0 && sc_difference_make (&before, &share, &difference))
        g_string_append_printf (differences, "%u\t%u\t%u\t%u\t" NUMBER "\t" NUMBER "\t" NUMBER "\n", before.n, before.of,
                                share.n, share.of, difference.value, difference.low, difference.high);
      before = share;
    }

  save (folder, "shares.tsv", shares);
  save (folder, "differences.tsv", differences);
}

static void
write_fit (GRand   *rand,
           guint    number,
           GString *deals,
           GString *fits)
{
  guint n = (guint) g_rand_int_range (rand, 60, 500);
  g_autofree double *columns = g_new (double, n * N_COLUMNS);
  g_autofree gboolean *won = g_new (gboolean, n);
  g_autoptr (ScLogistic) fit = NULL;

  for (guint i = 0; i < n; i++)
    {
      columns[i * N_COLUMNS] = g_rand_double (rand);
      columns[i * N_COLUMNS + 1] = g_rand_double_range (rand, -2, 5);
      won[i] = g_rand_double (rand) < 0.2 + 0.5 * columns[i * N_COLUMNS];
      g_string_append_printf (deals, "%u\t%d\t" NUMBER "\t" NUMBER "\n", number, won[i], columns[i * N_COLUMNS],
                              columns[i * N_COLUMNS + 1]);
    }

  fit = sc_logistic_fit (columns, N_COLUMNS, won, n);
  if (fit->state != SC_LOGISTIC_FITTED)
    g_error ("Deals that are won and lost at any share are not fitted.");
  for (guint i = 0; i <= N_COLUMNS; i++)
    g_string_append_printf (fits, "%u\t%u\t" NUMBER "\t" NUMBER "\n", number, i, fit->coefficients[i], fit->errors[i]);
}

static void
write_fits (const char *folder,
            GRand      *rand)
{
  g_autoptr (GString) deals = g_string_new ("case\twon\ta\tb\n");
  g_autoptr (GString) fits = g_string_new ("case\tposition\tcoefficient\terror\n");

  for (guint number = 0; number < N_FITS; number++)
    write_fit (rand, number, deals, fits);

  save (folder, "fit-deals.tsv", deals);
  save (folder, "fits.tsv", fits);
}

static void
write_calibrations (const char *folder,
                    GRand      *rand)
{
  g_autoptr (GString) said = g_string_new ("case\tchance\tn\twon\n");
  g_autoptr (GString) scores = g_string_new ("case\tbrier\treliability\tresolution\tuncertainty\n");

  for (guint number = 0; number < N_CALIBRATIONS; number++)
    {
      ScSaid cases[50];
      ScCalibration calibration;

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          cases[i].chance = g_rand_double (rand);
          cases[i].n = (guint) g_rand_int_range (rand, 1, 20);
          cases[i].n_won = (guint) g_rand_int_range (rand, 0, (gint32) cases[i].n + 1);
          g_string_append_printf (said, "%u\t" NUMBER "\t%u\t%u\n", number, cases[i].chance, cases[i].n, cases[i].n_won);
        }
      sc_calibration_make (cases, G_N_ELEMENTS (cases), &calibration);
      g_string_append_printf (scores, "%u\t" NUMBER "\t" NUMBER "\t" NUMBER "\t" NUMBER "\n", number, calibration.brier,
                              calibration.reliability, calibration.resolution, calibration.uncertainty);
    }

  save (folder, "said.tsv", said);
  save (folder, "scores.tsv", scores);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261201);

  if (argc != 2)
    {
      g_printerr ("usage: write-estimates FOLDER\n");
      return 2;
    }

  write_curves (argv[1], rand);
  write_shares (argv[1], rand);
  write_fits (argv[1], rand);
  write_calibrations (argv[1], rand);

  return 0;
}
