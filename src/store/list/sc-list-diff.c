/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fewest steps from one list of ids to another: what both have in the same
 * order stays (a longest increasing subsequence of its places), so that a row
 * that moved is one removal and one insertion. */

#include "store/list/sc-list-diff.h"

#include <string.h>

/* More steps than these cost those who follow the list more than one large
 * one. */
#define MAX_SPLICES 64

typedef struct {
  const gint64 *before;
  const gint64 *after;
  guint n_before;
  guint n_after;
} Lists;

/* Where in the new list each row of the old one stands, -1 for nowhere. */
static int *
find_places (const Lists *lists)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  int *found = g_new (int, lists->n_before);

  for (guint i = 0; i < lists->n_after; i++)
    g_hash_table_insert (places, (gpointer) & lists->after[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < lists->n_before; i++)
    found[i] = GPOINTER_TO_INT (g_hash_table_lookup (places, &lists->before[i])) - 1;

  return found;
}

/* Marks in @places, as -1, what is not in a longest increasing subsequence. */
static void
keep_increasing (int  *places,
                 guint n)
{
  g_autofree guint *ends = g_new (guint, n + 1);
  g_autofree int *previous = g_new (int, n + 1);
  guint length = 0;
  int at;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (places[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[ends[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? (int) ends[low - 1] : -1;
      ends[low] = i;
      if (low == length)
        length++;
    }

  at = length > 0 ? (int) ends[length - 1] : -1;
  for (int i = (int) n - 1; i >= 0; i--)
    if (i == at)
      at = previous[i];
    else
      places[i] = -1;
}

static void
add_splices (GArray      *splices,
             const Lists *lists,
             const int   *kept,
             guint        offset)
{
  guint i = 0, j = 0;

  while (i < lists->n_before || j < lists->n_after)
    {
      ScSplice splice = { offset + j, 0, 0 };

      for (; i < lists->n_before && kept[i] < 0; i++)
        splice.n_removed++;
      for (; j < (i < lists->n_before ? (guint) kept[i] : lists->n_after); j++)
        splice.n_added++;
      if (splice.n_removed > 0 || splice.n_added > 0)
        g_array_append_val (splices, splice);
      for (; i < lists->n_before && kept[i] == (int) j; i++)
        j++;
    }
}

/**
 * sc_list_diff:
 * @before: (element-type gint64): ids, each once
 * @after: (element-type gint64): ids, each once
 *
 * Returns: (transfer full) (element-type ScSplice): the steps from the one to
 *   the other, few of them: where there would be many, one that replaces
 *   everything between the first and the last
 */
GArray *
sc_list_diff (GArray *before,
              GArray *after)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (ScSplice));
  Lists lists = { (gint64 *) before->data, (gint64 *) after->data, before->len, after->len };
  g_autofree int *places = NULL;
  guint offset = 0;

  for (; lists.n_before > 0 && lists.n_after > 0 && *lists.before == *lists.after; offset++)
    {
      lists.before++, lists.n_before--;
      lists.after++, lists.n_after--;
    }
  while (lists.n_before > 0 && lists.n_after > 0 &&
         lists.before[lists.n_before - 1] == lists.after[lists.n_after - 1])
    {
      lists.n_before--;
      lists.n_after--;
    }
  if (lists.n_before == 0 && lists.n_after == 0)
    return splices;

  places = find_places (&lists);
  keep_increasing (places, lists.n_before);
  add_splices (splices, &lists, places, offset);
  if (splices->len > MAX_SPLICES)
    {
      ScSplice all = { offset, lists.n_before, lists.n_after };

      g_array_set_size (splices, 0);
      g_array_append_val (splices, all);
    }

  return splices;
}
