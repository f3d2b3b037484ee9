/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often the days on which deals should be won are put off, and by how much. Each time
 * counts once; a day that is brought forward is none, and neither is what was taken back. */

#include "statistics/sc-slips.h"

#include "statistics/sc-figure-deals-private.h"
#include "store/sc-past.h"

/* So many times are no accident any more. */
#define OFTEN 3

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static double
find_median (GArray *days)
{
  guint middle = days->len / 2;

  if (days->len == 0)
    return SC_FIGURE_NONE;

  g_array_sort (days, compare_days);
  if (days->len % 2 == 1)
    return g_array_index (days, guint, middle);

  return (g_array_index (days, guint, middle - 1) + g_array_index (days, guint, middle)) / 2.0;
}

static gboolean
is_slip (const ScCloseMove    *move,
         const ScFiguresQuery *query)
{
  ScDate day = sc_date_from_instant (move->at);

  return move->from != SC_DATE_NONE && move->to > move->from
         && day >= query->from && (query->to == SC_DATE_NONE || day <= query->to);
}

static gboolean
is_kept (const ScFate *fate,
         ScDate        day,
         ScDate        as_of)
{
  return (fate->decision == SC_FATE_OPEN ? as_of : fate->decided) <= day;
}

/* Days as they are now, but for those that were changed later. */
static GHashTable *
find_days (const GArray *days,
           const GArray *moves)
{
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const ScCloseMove *day = &g_array_index (days, ScCloseMove, i);

      g_hash_table_insert (found, g_memdup2 (&day->deal_id, sizeof day->deal_id), GUINT_TO_POINTER (day->to));
    }
  for (guint i = 0; i < moves->len; i++)
    {
      const ScCloseMove *move = &g_array_index (moves, ScCloseMove, i);

      g_hash_table_insert (found, g_memdup2 (&move->deal_id, sizeof move->deal_id), GUINT_TO_POINTER (move->to));
    }

  return found;
}

/* How often the deal of a move was put off by then, or 0 where the move is none that counts.
 * Moves come deal by deal; @last is the deal of the one before that counted, and @n_times
 * what was said of it. */
static guint
count_times (const ScCloseMove    *move,
             const ScFiguresQuery *query,
             const ScFates        *fates,
             gint64               *last,
             guint                *n_times)
{
  if (!is_slip (move, query) || sc_fates_find (fates, move->deal_id) == G_MAXUINT)
    return 0;

  *n_times = move->deal_id != *last ? 1 : *n_times + 1;
  *last = move->deal_id;

  return *n_times;
}

static void
count_slips (const GArray         *moves,
             const ScFiguresQuery *query,
             const ScFates        *fates,
             GHashTable           *days,
             ScSlips              *slips)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 last = 0;
  guint n_times = 0;

  for (guint i = 0; i < moves->len; i++)
    {
      const ScCloseMove *move = &g_array_index (moves, ScCloseMove, i);
      guint length = move->to - move->from;
      guint times = count_times (move, query, fates, &last, &n_times);

      if (times == 0)
        continue;
      g_array_append_val (lengths, length);
      slips->n_moved += times == 1;
      slips->n_often += times == OFTEN;
      /* What was put off is not kept. */
      g_hash_table_remove (days, &move->deal_id);
    }
  slips->n_moves = lengths->len;
  slips->median_days = find_median (lengths);
}

/**
 * sc_slips_read:
 * @store: a store
 * @query: of which process, and within which days it was put off
 * @fates: what has become of the deals that are looked at, as of the day
 * @slips: (out): how days are kept to
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_slips_read (ScStore              *store,
               const ScFiguresQuery *query,
               const ScFates        *fates,
               ScSlips              *slips,
               GCancellable         *cancellable,
               GError              **error)
{
  g_autoptr (GArray) moves = sc_store_list_close_moves (store, query->process_id, fates->as_of, cancellable, error);
  g_autoptr (GArray) now = moves != NULL ? sc_store_list_close_days (store, query->process_id, cancellable, error) : NULL;
  g_autoptr (GHashTable) days = now != NULL ? find_days (now, moves) : NULL;

  *slips = (ScSlips) { .median_days = SC_FIGURE_NONE };
  if (days == NULL)
    return FALSE;

  count_slips (moves, query, fates, days, slips);
  slips->n_dated = slips->n_moved;
  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);
      ScDate day = GPOINTER_TO_UINT (g_hash_table_lookup (days, &fate->deal_id));

      if (day == SC_DATE_NONE)
        continue;
      slips->n_dated++;
      slips->n_kept += is_kept (fate, day, fates->as_of);
    }

  return TRUE;
}

/* Those whose day was never put off. */
static gboolean
add_kept (GArray        *ids,
          ScStore       *store,
          const char    *process_id,
          const ScFates *fates,
          const GArray  *moves,
          GHashTable    *put_off,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GArray) now = sc_store_list_close_days (store, process_id, cancellable, error);
  g_autoptr (GHashTable) days = now != NULL ? find_days (now, moves) : NULL;

  for (guint i = 0; days != NULL && i < fates->list->len; i++)
    {
      gint64 deal_id = g_array_index (fates->list, ScFate, i).deal_id;

      if (!g_hash_table_contains (put_off, &deal_id) && g_hash_table_lookup (days, &deal_id) != NULL)
        g_array_append_val (ids, deal_id);
    }

  return days != NULL;
}

/**
 * sc_slips_list_deals:
 * @store: a store
 * @query: of which process, and within which days it was put off
 * @fates: what has become of the deals that are looked at, as of the day
 * @which: %SC_CASE_PUT_OFF for those whose day was put off, %SC_CASE_PUT_OFF_OFTEN for those
 *   of which that was three times and more, %SC_CASE_DATED for all that have a day, or had one
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): these deals
 */
GArray *
sc_slips_list_deals (ScStore              *store,
                     const ScFiguresQuery *query,
                     const ScFates        *fates,
                     ScFigureCase          which,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_autoptr (GArray) moves = sc_store_list_close_moves (store, query->process_id, fates->as_of, cancellable, error);
  g_autoptr (GHashTable) put_off = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = 0;
  guint n_times = 0;

  for (guint i = 0; moves != NULL && i < moves->len; i++)
    {
      const ScCloseMove *move = &g_array_index (moves, ScCloseMove, i);

      if (count_times (move, query, fates, &last, &n_times) != (which == SC_CASE_PUT_OFF_OFTEN ? OFTEN : 1))
        continue;
      g_array_append_val (ids, move->deal_id);
      g_hash_table_add (put_off, g_memdup2 (&move->deal_id, sizeof move->deal_id));
    }
  if (moves == NULL || (which == SC_CASE_DATED
                        && !add_kept (ids, store, query->process_id, fates, moves, put_off, cancellable, error)))
    return NULL;

  return g_steal_pointer (&ids);
}
