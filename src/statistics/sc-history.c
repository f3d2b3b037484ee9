/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals became and where they stood, read once, for who makes the forecasts of many
 * past days again. What a deal has become tells what it was on a day: open until it was
 * decided; only where a decision was changed its steps have to be looked at. */

#include "statistics/sc-history.h"

#include "store/sc-past.h"

/**
 * sc_history_free:
 * @self: (transfer full): a history
 */
void
sc_history_free (ScHistory *self)
{
  g_clear_pointer (&self->fates, sc_fates_free);
  g_clear_pointer (&self->visits, g_array_unref);
  g_clear_pointer (&self->turns, g_array_unref);
  g_clear_pointer (&self->values, sc_past_values_free);
  g_free (self);
}

/**
 * sc_history_read:
 * @store: a store
 * @query: which deals, and the last day; the days on which they were started are not looked
 *   at
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): their history
 */
ScHistory *
sc_history_read (ScStore              *store,
                 const ScFiguresQuery *query,
                 GCancellable         *cancellable,
                 GError              **error)
{
  g_autoptr (ScHistory) self = g_new0 (ScHistory, 1);
  g_autoptr (ScFiguresQuery) all = sc_figures_query_copy (query);

  all->from = all->to = SC_DATE_NONE;
  self->fates = sc_standing_read_fates (store, all, query->as_of, cancellable, error);
  if (self->fates != NULL)
    self->visits = sc_standing_read_visits (store, query->process_id, self->fates->as_of, cancellable, error);
  if (self->visits != NULL)
    self->turns = sc_store_list_turns (store, query->process_id, cancellable, error);
  if (self->turns != NULL)
    self->values = sc_past_values_read (store, query->process_id, sc_fates_find_first_start (self->fates), cancellable, error);

  return self->values != NULL ? g_steal_pointer (&self) : NULL;
}

/* At the last step to what it was on the day. */
static ScDate
find_decided (const GArray *turns,
              guint         first,
              guint         next,
              ScDecision    decision)
{
  ScDate decided = SC_DATE_NONE;

  for (guint i = next; i > first; i--)
    {
      const ScTurn *turn = &g_array_index (turns, ScTurn, i - 1);

      if (turn->to != decision)
        break;
      decided = turn->is_inferred ? SC_DATE_NONE : sc_date_from_instant (turn->at);
      if (turn->from != decision)
        break;
    }

  return decided;
}

/* What it was before its first step behind the day, where something was decided later. */
static void
turn_back (ScFate       *fate,
           const GArray *turns,
           guint         first,
           guint         end,
           ScDate        day)
{
  ScInstant last = sc_date_get_end (day);
  guint next = first;
  guint told;

  while (next < end && g_array_index (turns, ScTurn, next).at <= last)
    next++;
  told = next;
  while (told < end && g_array_index (turns, ScTurn, told).is_inferred)
    told++;
  if (told == end
      || (fate->decision != SC_FATE_OPEN && fate->decided != SC_DATE_NONE && fate->decided <= day))
    return;

  fate->decision = (guint8) g_array_index (turns, ScTurn, told).from;
  fate->decided = fate->decision != SC_FATE_OPEN ? find_decided (turns, first, next, fate->decision) : SC_DATE_NONE;
}

static void
turn_all_back (ScFates      *fates,
               const GArray *turns)
{
  guint end;

  for (guint first = 0; first < turns->len; first = end)
    {
      gint64 deal_id = g_array_index (turns, ScTurn, first).deal_id;
      guint place = sc_fates_find (fates, deal_id);

      end = first + 1;
      while (end < turns->len && g_array_index (turns, ScTurn, end).deal_id == deal_id)
        end++;
      if (place != G_MAXUINT)
        turn_back (&g_array_index (fates->list, ScFate, place), turns, first, end, fates->as_of);
    }
}

static ScFates *
make_fates (const ScHistory *self,
            ScDate           day)
{
  ScFates *fates = sc_fates_new (day);

  g_ptr_array_unref (fates->texts);
  fates->texts = g_ptr_array_ref (self->fates->texts);
  for (guint i = 0; i < self->fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (self->fates->list, ScFate, i);

      if (fate->started <= day)
        g_array_append_val (fates->list, *fate);
    }
  turn_all_back (fates, self->turns);
  for (guint i = 0; i < fates->list->len; i++)
    {
      ScFate *fate = &g_array_index (fates->list, ScFate, i);

      if (fate->decided > day)
        {
          fate->decision = SC_FATE_OPEN;
          fate->decided = SC_DATE_NONE;
        }
    }

  return fates;
}

/**
 * sc_history_make_standing:
 * @self: a history
 * @version: the scheme as it was on the day
 * @day: a day
 *
 * Who had deals on the day and where those stood that have no visits is not told.
 *
 * Returns: (transfer full): how the deals stood
 */
ScStanding *
sc_history_make_standing (const ScHistory *self,
                          const ScVersion *version,
                          ScDate           day)
{
  return sc_standing_make (make_fates (self, day), self->values, version, self->visits);
}
