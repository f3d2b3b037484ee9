/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many columns let a scheme come out largest in the place that it has.
 * The more there are, the wider it is and the less high: the best number lies
 * where it stops to be the height that bounds it, which is found by halving,
 * so that a scheme of twenty thousand stages is laid out a dozen times and not
 * hundreds of times. */

#include "diagram/sc-columns.h"

#include "diagram/sc-layout.h"

/* A row more or less does not always make it lower or higher: names take one
 * line or three, and sheets are cut between cards. So near the best number all
 * are tried. */
#define MARGIN 12

static GArray *
list_candidates (guint n_stages)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint n = 1; n <= MAX (n_stages, 1); n++)
    if (n_stages == 0 || sc_layout_count_columns (n_stages, sc_layout_measure_columns (n)) == n)
      g_array_append_val (candidates, n);

  return candidates;
}

/* Returns the place of the first candidate that is wide. */
static guint
find_wide (GArray          *candidates,
           ScColumnsMeasure measure,
           gpointer         user_data)
{
  guint low = 0;
  guint high = candidates->len;

  while (high - low > MARGIN)
    {
      guint middle = low + (high - low) / 2;
      gboolean is_wide;

      measure (g_array_index (candidates, guint, middle), &is_wide, user_data);
      if (is_wide)
        high = middle;
      else
        low = middle + 1;
    }

  return low + (high - low) / 2;
}

/**
 * sc_columns_choose:
 * @n_stages: how many stages there are
 * @measure: tells how large they come out
 * @user_data: for @measure
 *
 * Of the numbers that make even rows.
 *
 * Returns: the number of columns with which the scheme is largest, the least
 *   of several
 */
guint
sc_columns_choose (guint            n_stages,
                   ScColumnsMeasure measure,
                   gpointer         user_data)
{
  g_autoptr (GArray) candidates = list_candidates (n_stages);
  guint around = find_wide (candidates, measure, user_data);
  guint best = 1;
  double largest = -1;

  for (guint i = around - MIN (around, 2 * MARGIN); i < MIN (around + 2 * MARGIN, candidates->len); i++)
    {
      guint n = g_array_index (candidates, guint, i);
      gboolean is_wide;
      double size = measure (n, &is_wide, user_data);

      if (size > largest)
        {
          largest = size;
          best = n;
        }
    }

  return best;
}
