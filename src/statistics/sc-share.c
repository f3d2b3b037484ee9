/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A share of cases with the interval that it may lie in. */

#include "statistics/sc-share.h"

#include <math.h>

/**
 * sc_share_make:
 * @n: how many
 * @of: of how many
 * @share: (out): the share, with Wilson's 95 % interval (1927), which stays between 0
 *   and 1 and is not empty where all or none are counted
 *
 * Returns: whether there are any cases; whether there are enough of them to speak of
 *   (%SC_FEWEST_CASES) is for who shows it
 */
gboolean
sc_share_make (guint    n,
               guint    of,
               ScShare *share)
{
  const double z = SC_NORMAL_975;
  double p, middle, half, whole;

  g_return_val_if_fail (n <= of, FALSE);

  *share = (ScShare) { .n = n, .of = of };
  if (of == 0)
    return FALSE;

  p = (double) n / of;
  whole = 1 + z * z / of;
  middle = (p + z * z / (2.0 * of)) / whole;
  half = z * sqrt (p * (1 - p) / of + z * z / (4.0 * of * of)) / whole;
  share->value = p;
  share->low = n == 0 ? 0 : middle - half;
  share->high = n == of ? 1 : middle + half;

  return TRUE;
}
