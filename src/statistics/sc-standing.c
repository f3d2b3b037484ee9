/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a process's deals stood on a day, and what could be said of the open ones then, for
 * forecasts made today and for those that might have been made. Ages are days of the
 * calendar, for a month's end is a date. */

#include "statistics/sc-standing.h"

#include "model/sc-local-days.h"
#include "statistics/sc-cohort-of.h"
#include "statistics/sc-outcome-count.h"
#include "store/sc-past.h"
#include "store/sc-store-visits.h"

/**
 * sc_standing_free:
 * @self: (transfer full): how deals stood
 */
void
sc_standing_free (ScStanding *self)
{
  g_clear_pointer (&self->fates, sc_fates_free);
  g_clear_pointer (&self->curves, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_array_unref);
  g_free (self);
}

static void
curve_free (gpointer data)
{
  ScStandingCurve *curve = data;

  g_array_unref (curve->outcomes);
  sc_curve_free (curve->curve);
  g_free (curve);
}

static void
add_curve (ScStanding     *self,
           const char     *stage_id,
           ScOutcomeCount *outcomes)
{
  ScStandingCurve *curve = g_new0 (ScStandingCurve, 1);

  curve->stage_id = stage_id;
  curve->outcomes = sc_outcome_count_list (outcomes);
  curve->curve = sc_curve_new (curve->outcomes);
  g_ptr_array_add (self->curves, curve);
}

/* Whether it is known how long the deal took, or takes so far. */
static gboolean
get_time (const ScStanding *self,
          const ScFate     *fate,
          guint            *t)
{
  ScDate end = fate->decision == SC_FATE_OPEN ? self->as_of : fate->decided;

  if (fate->started == SC_DATE_NONE || end == SC_DATE_NONE)
    return FALSE;

  *t = end > fate->started ? end - fate->started : 0;

  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static ScMoney
get_value (const ScStanding *self,
           const ScFate     *fate)
{
  const ScMoney none = { 0 };

  return fate->value_minor >= 0 ? sc_money_new (fate->value_minor, sc_fates_get_text (self->fates, fate->currency)) : none;
}

/* Where a deal stood is known of the day itself only; what it was worth, of past days too. */
static void
add_open (ScStanding         *self,
          const ScFate       *fate,
          guint               age,
          const ScPastValues *values,
          ScInstant           end)
{
  ScOpenDeal deal = {
    .deal_id = fate->deal_id,
    .value = values == NULL ? get_value (self, fate) : sc_past_values_find (values, self->fates, fate, end),
    .stage_id = values == NULL ? g_intern_string (sc_fates_get_text (self->fates, fate->stage)) : NULL,
    .age = age,
    .time = age,
  };

  g_array_append_val (self->open, deal);
}

static void
sort_out (ScStanding         *self,
          const ScPastValues *values)
{
  g_autoptr (ScOutcomeCount) outcomes = sc_outcome_count_new ();
  ScInstant end = sc_date_get_end (self->as_of);

  for (guint i = 0; i < self->fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (self->fates->list, ScFate, i);
      guint t;

      if (!get_time (self, fate, &t))
        {
          self->n_no_start += fate->decision == SC_FATE_OPEN;
          continue;
        }
      sc_outcome_count_add (outcomes, t, fate->decision);
      if (fate->decision == SC_FATE_OPEN)
        add_open (self, fate, t, values, end);
      else
        self->n_decided++;
    }
  add_curve (self, NULL, outcomes);
}

/* Visits to a stage, while they are counted. */
typedef struct {
  const char *stage_id;
  guint n_decided;
  ScOutcomeCount *outcomes;
  guint curve;
} StageCount;

static void
stage_count_free (gpointer data)
{
  StageCount *count = data;

  sc_outcome_count_free (count->outcomes);
  g_free (count);
}

/* Stages up to the client mark: behind it a deal is won already. */
static GHashTable *
stage_counts_new (const ScVersion *version)
{
  GHashTable *counts = g_hash_table_new_full (NULL, NULL, NULL, stage_count_free);

  for (int i = 0; i <= sc_version_get_mark_position (version); i++)
    {
      StageCount *count = g_new0 (StageCount, 1);

      count->stage_id = g_intern_string (sc_version_get_stage (version, (guint) i)->id);
      count->outcomes = sc_outcome_count_new ();
      g_hash_table_insert (counts, (gpointer) count->stage_id, count);
    }

  return counts;
}

/* Deals come in the same order here as there. */
static const ScFate *
find_fate (const ScStanding *self,
           gint64            deal_id,
           guint            *place)
{
  const GArray *list = self->fates->list;

  while (*place < list->len && g_array_index (list, ScFate, *place).deal_id < deal_id)
    (*place)++;

  return *place < list->len && g_array_index (list, ScFate, *place).deal_id == deal_id
         ? &g_array_index (list, ScFate, *place) : NULL;
}

static void
count_visit (const ScStanding  *self,
             GHashTable        *counts,
             const ScPastVisit *visit,
             guint             *place)
{
  StageCount *count = visit->is_known && visit->entered <= self->as_of ? g_hash_table_lookup (counts, visit->stage_id) : NULL;
  const ScFate *fate = count != NULL ? find_fate (self, visit->deal_id, place) : NULL;
  ScDate end;

  if (fate == NULL)
    return;

  end = fate->decision == SC_FATE_OPEN ? self->as_of : fate->decided;
  if (end == SC_DATE_NONE || end < visit->entered)
    return;

  count->n_decided += fate->decision != SC_FATE_OPEN;
  sc_outcome_count_add (count->outcomes, end - visit->entered, fate->decision);
}

/* In the order of the stages, for the same numbers each time. */
static void
add_stage_curves (ScStanding      *self,
                  const ScVersion *version,
                  GHashTable      *counts)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      StageCount *count = g_hash_table_lookup (counts, g_intern_string (sc_version_get_stage (version, i)->id));

      if (count == NULL || count->n_decided < SC_FEWEST_CASES)
        continue;
      count->curve = self->curves->len;
      add_curve (self, count->stage_id, count->outcomes);
    }
}

static int
compare_deal (gconstpointer a,
              gconstpointer b)
{
  return compare_ids (&((const ScOpenDeal *) a)->deal_id, &((const ScOpenDeal *) b)->deal_id);
}

/* The stage in which a deal stands, where it is known that it came in and when. */
static void
take_visit (ScStanding        *self,
            GHashTable        *counts,
            const ScPastVisit *visit)
{
  const ScOpenDeal wanted = { .deal_id = visit->deal_id };
  const StageCount *count = g_hash_table_lookup (counts, visit->stage_id);
  ScOpenDeal *deal;
  guint place;

  if (!visit->is_known || visit->entered > self->as_of || (visit->left != SC_DATE_NONE && visit->left <= self->as_of)
      || !g_array_binary_search (self->open, &wanted, compare_deal, &place))
    return;

  deal = &g_array_index (self->open, ScOpenDeal, place);
  deal->stage_id = visit->stage_id;
  if (count == NULL || count->curve == 0)
    return;

  deal->curve = count->curve;
  deal->time = self->as_of - visit->entered;
  self->n_by_stage++;
}

static void
take_stages (ScStanding      *self,
             const ScVersion *version,
             const GArray    *visits)
{
  g_autoptr (GHashTable) counts = stage_counts_new (version);
  guint place = 0;

  for (guint i = 0; i < visits->len; i++)
    count_visit (self, counts, &g_array_index (visits, ScPastVisit, i), &place);
  add_stage_curves (self, version, counts);
  for (guint i = 0; i < visits->len; i++)
    take_visit (self, counts, &g_array_index (visits, ScPastVisit, i));
}

/**
 * sc_standing_read_visits:
 * @store: a store
 * @process_id: a process
 * @as_of: a day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScPastVisit): the visits of its deals as of that
 *   day, deal by deal
 */
GArray *
sc_standing_read_visits (ScStore      *store,
                         const char   *process_id,
                         ScDate        as_of,
                         GCancellable *cancellable,
                         GError      **error)
{
  const ScCohort cohort = { .process_id = process_id, .as_of = as_of };
  g_autoptr (GArray) visits = sc_store_list_visits (store, &cohort, NULL, cancellable, error);
  g_autoptr (ScLocalDays) days = sc_local_days_new ();
  GArray *list;

  if (visits == NULL)
    return NULL;

  list = g_array_sized_new (FALSE, FALSE, sizeof (ScPastVisit), visits->len);
  for (guint i = 0; i < visits->len; i++)
    {
      const ScVisit *visit = &g_array_index (visits, ScVisit, i);
      const ScPastVisit past = {
        .deal_id = visit->deal_id,
        .stage_id = visit->stage_id,
        .entered = sc_local_days_get (days, visit->entered_at),
        .left = visit->left_at != SC_INSTANT_NONE ? sc_local_days_get (days, visit->left_at) : SC_DATE_NONE,
        .is_known = visit->is_known,
      };

      g_array_append_val (list, past);
    }

  return list;
}

/**
 * sc_standing_make:
 * @fates: (transfer full): what had become of deals by a day
 * @values: (nullable): what they were worth on past days; %NULL where the day is today
 * @version: the scheme as it was on that day
 * @visits: (element-type ScPastVisit): the deals' visits, deal by deal, by that day or a
 *   later one
 *
 * Returns: (transfer full): how they stood
 */
ScStanding *
sc_standing_make (ScFates            *fates,
                  const ScPastValues *values,
                  const ScVersion    *version,
                  const GArray       *visits)
{
  ScStanding *self = g_new0 (ScStanding, 1);

  self->fates = fates;
  self->as_of = fates->as_of;
  self->curves = g_ptr_array_new_with_free_func (curve_free);
  self->open = g_array_new (FALSE, FALSE, sizeof (ScOpenDeal));
  sort_out (self, values);
  take_stages (self, version, visits);

  return self;
}

/**
 * sc_standing_read_fates:
 * @store: a store
 * @query: which deals; its day and its unit are not looked at
 * @as_of: a day, none for today
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): what had become of them
 */
ScFates *
sc_standing_read_fates (ScStore              *store,
                        const ScFiguresQuery *query,
                        ScDate                as_of,
                        GCancellable         *cancellable,
                        GError              **error)
{
  ScCohort cohort;

  if (!sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  cohort.as_of = as_of != SC_DATE_NONE ? as_of : sc_clock_today ();

  return sc_store_read_fates (store, &cohort, cancellable, error);
}

/**
 * sc_standing_read:
 * @store: a store
 * @query: which deals; its day and its unit are not looked at
 * @as_of: a day, none for today
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): how they stood
 */
ScStanding *
sc_standing_read (ScStore              *store,
                  const ScFiguresQuery *query,
                  ScDate                as_of,
                  GCancellable         *cancellable,
                  GError              **error)
{
  g_autoptr (ScFates) fates = sc_standing_read_fates (store, query, as_of, cancellable, error);
  g_autoptr (ScPastValues) values = NULL;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GArray) visits = NULL;

  if (fates == NULL)
    return NULL;

  if (fates->as_of < sc_clock_today ())
    {
      values = sc_past_values_read (store, query->process_id, fates->as_of, cancellable, error);
      if (values == NULL)
        return NULL;
    }
  version = sc_store_load_version_at (store, query->process_id, fates->as_of, 0, error);
  visits = version != NULL ? sc_standing_read_visits (store, query->process_id, fates->as_of, cancellable, error) : NULL;

  return visits != NULL ? sc_standing_make (g_steal_pointer (&fates), values, version, visits) : NULL;
}

/**
 * sc_standing_find_chance:
 * @self: how deals stood
 * @deal: one of the open ones
 * @within: how many days it still has
 * @chance: (out): the chance that it is won by then
 *
 * Returns: whether there is a chance; none of a deal that has outlived all that were
 *   decided
 */
gboolean
sc_standing_find_chance (const ScStanding *self,
                         const ScOpenDeal *deal,
                         guint             within,
                         double           *chance)
{
  return sc_curve_find_chance (sc_standing_get_curve (self, deal->curve)->curve, deal->time, within, chance);
}

/**
 * sc_standing_list_outlived:
 * @self: how deals stood
 *
 * Returns: (transfer full) (element-type gint64): the open deals that have outlived all that
 *   were decided, in ascending order
 */
GArray *
sc_standing_list_outlived (const ScStanding *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->open->len; i++)
    {
      const ScOpenDeal *deal = &g_array_index (self->open, ScOpenDeal, i);
      double chance;

      if (!sc_standing_find_chance (self, deal, 1, &chance))
        g_array_append_val (ids, deal->deal_id);
    }
  g_array_sort (ids, compare_ids);

  return ids;
}

/**
 * sc_standing_was_open:
 * @fates: what had become of deals by a day
 * @fate: of one of them
 * @days: how many days
 *
 * Returns: whether it was open so many days before, and it is known since when
 */
gboolean
sc_standing_was_open (const ScFates *fates,
                      const ScFate  *fate,
                      guint          days)
{
  ScDate before = fates->as_of > days ? fates->as_of - days : SC_DATE_NONE;

  return fate->started != SC_DATE_NONE && fate->started <= before
         && (fate->decision == SC_FATE_OPEN || fate->decided > before);
}

/**
 * sc_standing_find_baseline:
 * @self: how deals stood
 * @within: how many days
 * @n: (out): how many were open so many days before
 * @n_won: (out): how many of them were won since
 *
 * What is said without looking at any deal: of those that were open so many days before,
 * what share was won since.
 *
 * Returns: the share, or %SC_FIGURE_NONE where none was open
 */
double
sc_standing_find_baseline (const ScStanding *self,
                           guint             within,
                           guint            *n,
                           guint            *n_won)
{
  *n = *n_won = 0;
  for (guint i = 0; i < self->fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (self->fates->list, ScFate, i);

      if (!sc_standing_was_open (self->fates, fate, within))
        continue;
      (*n)++;
      *n_won += fate->decision == SC_FATE_WON;
    }

  return *n > 0 ? (double) *n_won / *n : SC_FIGURE_NONE;
}

/**
 * sc_standing_is_won:
 * @later: what had become of the deals on a later day
 * @deal_id: a deal
 *
 * Returns: whether it had been won by then
 */
gboolean
sc_standing_is_won (const ScFates *later,
                    gint64         deal_id)
{
  guint place = sc_fates_find (later, deal_id);

  return place != G_MAXUINT && g_array_index (later->list, ScFate, place).decision == SC_FATE_WON;
}
