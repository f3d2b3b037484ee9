/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals were worth on past days, for who makes forecasts again and holds them against
 * the money that came. What happened by a day counts, whenever it was recorded. A table that
 * is read in later tells what a deal is worth and not since when: of the days in front of
 * that nothing is known, and it is never taken for nothing. */

#include "statistics/sc-past-values.h"

#include "store/sc-past.h"

struct _ScPastValues
{
  GArray *moves;
  GArray *recorded;
};

/**
 * sc_past_values_free:
 * @self: (transfer full): what deals were worth
 */
void
sc_past_values_free (ScPastValues *self)
{
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->recorded, g_array_unref);
  g_free (self);
}

/**
 * sc_past_values_read:
 * @store: a store
 * @process_id: a process
 * @first: the first day that will be asked about
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): what its deals were worth
 */
ScPastValues *
sc_past_values_read (ScStore      *store,
                     const char   *process_id,
                     ScDate        first,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (ScPastValues) self = g_new0 (ScPastValues, 1);

  self->moves = sc_store_list_value_moves (store, process_id, cancellable, error);
  if (self->moves != NULL)
    self->recorded = sc_store_list_recorded_later (store, process_id, first, cancellable, error);

  return self->recorded != NULL ? g_steal_pointer (&self) : NULL;
}

/* Where the deal's moves begin. */
static guint
find_moves (const GArray *moves,
            gint64        deal_id)
{
  guint low = 0, high = moves->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (moves, ScValueMove, middle).deal_id < deal_id)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static int
compare_deals (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ((const ScRecorded *) a)->deal_id;
  gint64 second = ((const ScRecorded *) b)->deal_id;

  return (first > second) - (first < second);
}

static gboolean
is_recorded_by (const ScPastValues *self,
                gint64              deal_id,
                ScInstant           end)
{
  const ScRecorded wanted = { .deal_id = deal_id };
  guint place;

  return !g_array_binary_search (self->recorded, &wanted, compare_deals, &place)
         || g_array_index (self->recorded, ScRecorded, place).at <= end;
}

/**
 * sc_past_values_find:
 * @self: what deals were worth
 * @fates: what had become of deals by that day or later
 * @fate: one of them
 * @end: the end of a day, not in front of the first one
 *
 * Returns: what the deal was worth on that day; unset where nobody had said, and where it was
 *   written down later
 */
ScMoney
sc_past_values_find (const ScPastValues *self,
                     const ScFates      *fates,
                     const ScFate       *fate,
                     ScInstant           end)
{
  const ScMoney none = { 0 };
  guint first = find_moves (self->moves, fate->deal_id);
  guint next = first;
  const ScValueMove *move;

  while (next < self->moves->len
         && (move = &g_array_index (self->moves, ScValueMove, next))->deal_id == fate->deal_id && move->at <= end)
    next++;
  if (next > first)
    return g_array_index (self->moves, ScValueMove, next - 1).to;
  if (!is_recorded_by (self, fate->deal_id, end))
    return none;
  if (next < self->moves->len && g_array_index (self->moves, ScValueMove, next).deal_id == fate->deal_id)
    return g_array_index (self->moves, ScValueMove, next).from;

  return fate->value_minor >= 0 ? sc_money_new (fate->value_minor, sc_fates_get_text (fates, fate->currency)) : none;
}
