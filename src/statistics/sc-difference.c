/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By how much two shares differ, with the interval that it may lie in, and how many cases
 * it takes to tell. */

#include "statistics/sc-difference.h"

#include <math.h>

/* What 80 % of a normal distribution are below. */
#define NORMAL_80 0.8416212335729143

/**
 * sc_difference_make:
 * @from: a share
 * @to: another, of other cases
 * @difference: (out): @to less @from, with Newcombe's 95 % interval (1998, method 10),
 *   made of Wilson's two, which keeps what it promises with few cases too
 *
 * Returns: whether there are enough cases of each to speak of a difference
 */
gboolean
sc_difference_make (const ScShare *from,
                    const ScShare *to,
                    ScDifference  *difference)
{
  *difference = (ScDifference) { 0 };
  if (from->of < SC_FEWEST_CASES || to->of < SC_FEWEST_CASES)
    return FALSE;

  difference->value = to->value - from->value;
  difference->low = difference->value - hypot (to->value - to->low, from->high - from->value);
  difference->high = difference->value + hypot (to->high - to->value, from->value - from->low);

  return TRUE;
}

/**
 * sc_difference_is_told:
 * @self: a difference
 *
 * Returns: whether it is more than chance makes: whether its interval leaves 0 out
 */
gboolean
sc_difference_is_told (const ScDifference *self)
{
  return self->low > 0 || self->high < 0;
}

/**
 * sc_difference_count_needed:
 * @from: a share
 * @to: another, of other cases
 *
 * How many cases there must be of each so that a difference of 15 of 100 between them, if
 * there is one, is told from chance in four of five times, where the two together have
 * the share that they have so far. Where there are fewer than ten of both they may have
 * any, and as many are needed as for a half, which is the most.
 *
 * Returns: that many, of each
 */
guint
sc_difference_count_needed (const ScShare *from,
                            const ScShare *to)
{
  const double half = SC_DIFFERENCE_THAT_MATTERS / 2;
  guint of = from->of + to->of;
  double share = of < SC_FEWEST_CASES ? 0.5 : (double) (from->n + to->n) / of;
  double first, second, root;

  share = CLAMP (share, half, 1 - half);
  first = share - half;
  second = share + half;
  root = SC_NORMAL_975 * sqrt (2 * share * (1 - share))
         + NORMAL_80 * sqrt (first * (1 - first) + second * (1 - second));

  return (guint) MAX (SC_FEWEST_CASES, ceil (root * root / (4 * half * half)));
}
