/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts lines that run side by side into lanes, so that none lies on another. */

#include "diagram/sc-lanes.h"

static int
compare_lows (gconstpointer a,
              gconstpointer b)
{
  const ScSpan *x = *(ScSpan *const *) a;
  const ScSpan *y = *(ScSpan *const *) b;

  if (x->track != y->track)
    return x->track < y->track ? -1 : 1;

  return x->low < y->low ? -1 : x->low > y->low;
}

static int
compare_highs (gconstpointer a,
               gconstpointer b)
{
  const ScSpan *x = *(ScSpan *const *) a;
  const ScSpan *y = *(ScSpan *const *) b;

  if (x->track != y->track)
    return x->track < y->track ? -1 : 1;

  return x->high < y->high ? -1 : x->high > y->high;
}

static GPtrArray *
sort_spans (GArray      *spans,
            GCompareFunc compare)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < spans->len; i++)
    g_ptr_array_add (sorted, &g_array_index (spans, ScSpan, i));
  g_ptr_array_sort (sorted, compare);

  return sorted;
}

/* Turns the lanes of spans that hang together: that which began first, and has
 * others within, is the furthest from the cards, and none of those crosses it. */
static void
turn_lanes (GPtrArray *spans,
            guint      first,
            guint      end,
            guint      n_lanes,
            guint     *n_lanes_of)
{
  for (guint i = first; i < end; i++)
    {
      ScSpan *span = spans->pdata[i];

      n_lanes_of[span->track] = MAX (n_lanes_of[span->track], n_lanes);
      span->lane = n_lanes - 1 - span->lane;
    }
}

/**
 * sc_lanes_choose:
 * @spans: (element-type ScSpan): spans, whose lanes are set
 * @n_lanes: (inout) (array): of each track, how many lanes it has; at first 0
 *
 * As few lanes as there can be: from one end of each track to the other, a
 * span takes a lane that is free again, or else a new one.
 */
void
sc_lanes_choose (GArray *spans,
                 guint  *n_lanes)
{
  g_autoptr (GPtrArray) starts = sort_spans (spans, compare_lows);
  g_autoptr (GPtrArray) ends = sort_spans (spans, compare_highs);
  g_autoptr (GArray) free_lanes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;
  guint first = 0;
  guint n_ended = 0;

  for (guint i = 0; i < starts->len; i++)
    {
      ScSpan *span = starts->pdata[i];

      for (; n_ended < i; n_ended++)
        {
          const ScSpan *ended = ends->pdata[n_ended];

          if (ended->track == span->track && ended->high + span->apart > span->low)
            break;
          g_array_append_val (free_lanes, ended->lane);
        }
      if (n_ended == i)
        {
          turn_lanes (starts, first, i, n, n_lanes);
          g_array_set_size (free_lanes, 0);
          first = i;
          n = 0;
        }
      if (free_lanes->len > 0)
        {
          span->lane = g_array_index (free_lanes, guint, free_lanes->len - 1);
          g_array_set_size (free_lanes, free_lanes->len - 1);
        }
      else
        {
          span->lane = n++;
        }
    }
  turn_lanes (starts, first, starts->len, n, n_lanes);
}
