/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the last change of a process helped. A deal belongs to the version that was the
 * published one when it came into its first stage. */

#include "statistics/sc-version-figures.h"

#include "statistics/sc-figure-deals-private.h"
#include "statistics/sc-outcome-count.h"
#include "statistics/sc-standing.h"
#include "store/sc-store-visits.h"

/* Deals of a version, while they are counted. */
typedef struct {
  guint number;
  guint n_started;
  guint n_won;
  guint n_decided;
  ScOutcomeCount *outcomes;
} Count;

/**
 * sc_versions_figures_free:
 * @self: (transfer full): figures of versions
 */
void
sc_versions_figures_free (ScVersionsFigures *self)
{
  g_array_unref (self->versions);
  g_array_unref (self->differences);
  g_free (self);
}

static void
count_free (gpointer data)
{
  Count *count = data;

  sc_outcome_count_free (count->outcomes);
  g_free (count);
}

static Count *
need_count (GPtrArray *counts,
            guint      number)
{
  Count *count;

  for (guint i = 0; i < counts->len; i++)
    if (((Count *) counts->pdata[i])->number == number)
      return counts->pdata[i];

  count = g_new0 (Count, 1);
  count->number = number;
  count->outcomes = sc_outcome_count_new ();
  g_ptr_array_add (counts, count);

  return count;
}

static void
count_deal (Count        *count,
            const ScFate *fate,
            ScDate        as_of)
{
  ScDate end = fate->decision == SC_FATE_OPEN ? as_of : fate->decided;

  count->n_started++;
  count->n_decided += fate->decision != SC_FATE_OPEN;
  count->n_won += fate->decision == SC_FATE_WON;
  if (fate->started != SC_DATE_NONE && end != SC_DATE_NONE)
    sc_outcome_count_add (count->outcomes, end > fate->started ? end - fate->started : 0, fate->decision);
}

/* The deal with whose first visit the one at @i begins, where its version is known. Visits
 * come deal by deal, in order. */
static const ScFate *
find_first (const GArray  *visits,
            guint          i,
            const ScFates *fates)
{
  const ScVisit *visit = &g_array_index (visits, ScVisit, i);
  guint place;

  if (visit->version == 0 || (i > 0 && g_array_index (visits, ScVisit, i - 1).deal_id == visit->deal_id))
    return NULL;

  place = sc_fates_find (fates, visit->deal_id);

  return place != G_MAXUINT ? &g_array_index (fates->list, ScFate, place) : NULL;
}

static void
count_deals (GPtrArray     *counts,
             const GArray  *visits,
             const ScFates *fates)
{
  for (guint i = 0; i < visits->len; i++)
    {
      const ScFate *fate = find_first (visits, i, fates);

      if (fate != NULL)
        count_deal (need_count (counts, g_array_index (visits, ScVisit, i).version), fate, fates->as_of);
    }
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *first = *(Count *const *) a;
  const Count *second = *(Count *const *) b;

  return (first->number > second->number) - (first->number < second->number);
}

static void
add_version (ScVersionsFigures *self,
             Count             *count)
{
  g_autoptr (ScCurve) curve = sc_outcome_count_make_curve (count->outcomes);
  ScVersionFigures figures = {
    .number = count->number,
    .n_started = count->n_started,
    .to_decision = sc_times_until_decided (curve),
  };

  sc_share_make (count->n_won, count->n_decided, &figures.share);
  g_array_append_val (self->versions, figures);
}

static void
add_differences (ScVersionsFigures *self)
{
  for (guint i = 1; i < self->versions->len; i++)
    {
      const ScVersionFigures *from = &g_array_index (self->versions, ScVersionFigures, i - 1);
      const ScVersionFigures *to = &g_array_index (self->versions, ScVersionFigures, i);
      ScVersionDifference difference = { .from = from->number, .to = to->number };

      if (!sc_difference_make (&from->share, &to->share, &difference.share))
        difference.reason = SC_REASON_TOO_FEW;
      if (difference.reason != SC_REASON_NONE || !sc_difference_is_told (&difference.share))
        difference.n_needed = sc_difference_count_needed (&from->share, &to->share);
      g_array_append_val (self->differences, difference);
    }
}

/**
 * sc_versions_figures_read:
 * @store: a store
 * @query: which deals, and as of which day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): the figures of the versions that deals came in under
 */
ScVersionsFigures *
sc_versions_figures_read (ScStore              *store,
                          const ScFiguresQuery *query,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_autoptr (ScFates) fates = sc_standing_read_fates (store, query, query->as_of, cancellable, error);
  const ScCohort cohort = { .process_id = query->process_id, .as_of = fates != NULL ? fates->as_of : SC_DATE_NONE };
  g_autoptr (GArray) visits = fates != NULL ? sc_store_list_visits (store, &cohort, NULL, cancellable, error) : NULL;
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (count_free);
  ScVersionsFigures *self;

  if (visits == NULL)
    return NULL;

  count_deals (counts, visits, fates);
  g_ptr_array_sort (counts, compare_counts);
  self = g_new0 (ScVersionsFigures, 1);
  self->versions = g_array_new (FALSE, FALSE, sizeof (ScVersionFigures));
  self->differences = g_array_new (FALSE, FALSE, sizeof (ScVersionDifference));
  for (guint i = 0; i < counts->len; i++)
    add_version (self, counts->pdata[i]);
  add_differences (self);

  return self;
}

/**
 * sc_versions_list_deals:
 * @store: a store
 * @query: which deals, and as of which day
 * @fates: what has become of these
 * @deals: of which version, and whether only those that are decided
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): the deals that came in under the version
 */
GArray *
sc_versions_list_deals (ScStore              *store,
                        const ScFiguresQuery *query,
                        const ScFates        *fates,
                        const ScFigureDeals  *deals,
                        GCancellable         *cancellable,
                        GError              **error)
{
  const ScCohort cohort = { .process_id = query->process_id, .as_of = fates->as_of };
  g_autoptr (GArray) visits = sc_store_list_visits (store, &cohort, NULL, cancellable, error);
  GArray *ids;

  if (visits == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < visits->len; i++)
    {
      const ScFate *fate = find_first (visits, i, fates);

      if (fate != NULL && g_array_index (visits, ScVisit, i).version == deals->days
          && (deals->which == SC_CASE_VERSION || fate->decision != SC_FATE_OPEN))
        g_array_append_val (ids, fate->deal_id);
    }

  return ids;
}
