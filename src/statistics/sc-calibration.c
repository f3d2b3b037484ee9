/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what was said came true: Brier's score (1950) with Murphy's decomposition (1973),
 * and of those that were said to have a chance, how many were won.
 *
 * Murphy's three parts make up the score where all in a group were said the same. Where
 * they were not, what differs within the groups is counted as resolution, as Stephenson,
 * Coelho and Jolliffe (2008) have it, so that the parts always make up the score. */

#include "statistics/sc-calibration.h"

#include <math.h>

/* Sums over a group: of chances, of their squares, and of those of the deals that were won. */
typedef struct {
  guint n;
  guint n_won;
  double said;
  double squares;
  double said_of_won;
} Sums;

/**
 * sc_calibration_find_group:
 * @chance: a chance
 *
 * Returns: the tenth that it belongs to, from 0; one such as 0.3 to that which begins with it,
 *   however it was reckoned
 */
guint
sc_calibration_find_group (double chance)
{
  double tenth = floor (chance * SC_N_CALIBRATION_GROUPS + 1e-9);

  return (guint) CLAMP (tenth, 0, SC_N_CALIBRATION_GROUPS - 1);
}

static void
add_said (Sums         *sums,
          const ScSaid *said)
{
  sums->n += said->n;
  sums->n_won += said->n_won;
  sums->said += said->n * said->chance;
  sums->squares += said->n * said->chance * said->chance;
  sums->said_of_won += said->n_won * said->chance;
}

/* What a group adds to the parts of the score, each still to be divided by all. */
static void
add_group (ScCalibration *calibration,
           const Sums    *sums,
           double         share_of_all)
{
  double said = sums->said / sums->n;
  double share = (double) sums->n_won / sums->n;
  double variance = sums->squares - sums->n * said * said;
  double covariance = sums->said_of_won - sums->n_won * said;

  calibration->brier += sums->squares - 2 * sums->said_of_won + sums->n_won;
  calibration->reliability += sums->n * (said - share) * (said - share);
  calibration->resolution += sums->n * (share - share_of_all) * (share - share_of_all) - variance + 2 * covariance;
}

static void
add_point (ScCalibration *calibration,
           const Sums    *sums,
           guint          group)
{
  ScCalibrationPoint *point = &calibration->points[calibration->n_points++];

  point->low = (double) group / SC_N_CALIBRATION_GROUPS;
  point->high = (double) (group + 1) / SC_N_CALIBRATION_GROUPS;
  point->said = sums->said / sums->n;
  point->n = sums->n;
  sc_share_make (sums->n_won, sums->n, &point->share);
}

/**
 * sc_calibration_make:
 * @said: (array length=n_said): chances that were said, and what became of those deals
 * @n_said: how many there are
 * @calibration: (out): how far they came true
 *
 * A lower score alone is not a better calibration: who says 0 to all where few are won
 * has a low one too. So its parts stand beside it.
 */
void
sc_calibration_make (const ScSaid  *said,
                     guint          n_said,
                     ScCalibration *calibration)
{
  Sums groups[SC_N_CALIBRATION_GROUPS] = { 0 };
  double share;

  *calibration = (ScCalibration) { 0 };
  for (guint i = 0; i < n_said; i++)
    {
      add_said (&groups[sc_calibration_find_group (said[i].chance)], &said[i]);
      calibration->n += said[i].n;
      calibration->n_won += said[i].n_won;
      calibration->expected += said[i].n * said[i].chance;
    }
  if (calibration->n == 0)
    return;

  share = (double) calibration->n_won / calibration->n;
  for (guint i = 0; i < SC_N_CALIBRATION_GROUPS; i++)
    if (groups[i].n > 0)
      {
        add_group (calibration, &groups[i], share);
        add_point (calibration, &groups[i], i);
      }
  calibration->brier /= calibration->n;
  calibration->reliability /= calibration->n;
  calibration->resolution /= calibration->n;
  calibration->uncertainty = share * (1 - share);
}
