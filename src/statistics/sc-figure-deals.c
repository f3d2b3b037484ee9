/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deals that a number of the figures counts, for the list that it opens: told from the
 * same that the number is made of. */

#include "statistics/sc-figure-deals.h"

#include "statistics/sc-cohort-of.h"
#include "store/sc-past.h"

static gboolean
is_lost_so (const ScFigureDeals *deals,
            const ScFates       *fates,
            const ScFate        *fate)
{
  return fate->decision == SC_FATE_LOST
         && (deals->stage_id == NULL || g_strcmp0 (sc_fates_get_text (fates, fate->stage), deals->stage_id) == 0)
         && (deals->loss_reason == NULL || g_strcmp0 (sc_fates_get_text (fates, fate->loss_reason), deals->loss_reason) == 0);
}

static gboolean
is_counted (const ScFigureDeals *deals,
            const ScFates       *fates,
            const ScFate        *fate)
{
  switch (deals->which)
    {
    case SC_CASE_WON:
      return fate->decision == SC_FATE_WON;
    case SC_CASE_LOST:
      return is_lost_so (deals, fates, fate);
    case SC_CASE_DECIDED:
      return fate->decision != SC_FATE_OPEN;
    case SC_CASE_OPEN:
      return fate->decision == SC_FATE_OPEN;
    case SC_CASE_NO_START:
      return fate->started == SC_DATE_NONE;
    case SC_CASE_NO_END:
      return fate->started != SC_DATE_NONE && fate->decision != SC_FATE_OPEN && fate->decided == SC_DATE_NONE;
    case SC_CASE_ENTERED:
    case SC_CASE_LEFT_ON:
    case SC_CASE_NOW:
    case SC_CASE_RETURNED:
    default:
      return FALSE;
    }
}

static GArray *
list_by_fate (ScStore             *store,
              const ScCohort      *cohort,
              const ScFigureDeals *deals,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autoptr (ScFates) fates = sc_store_read_fates (store, cohort, cancellable, error);
  GArray *ids;

  if (fates == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);

      if (is_counted (deals, fates, fate))
        g_array_append_val (ids, fate->deal_id);
    }

  return ids;
}

/* Visits of a stage come deal by deal: of several the last one says how a deal left. */
static gboolean
is_counted_visit (const ScFigureDeals *deals,
                  const ScVisit       *last,
                  guint                n_visits)
{
  switch (deals->which)
    {
    case SC_CASE_ENTERED:
      return last->is_known;
    case SC_CASE_LEFT_ON:
      return last->is_known && (last->end == SC_VISIT_ON || last->end == SC_VISIT_COMPLETED);
    case SC_CASE_NOW:
      return last->end == SC_VISIT_STANDS;
    case SC_CASE_RETURNED:
      return n_visits > 1;
    case SC_CASE_WON:
    case SC_CASE_LOST:
    case SC_CASE_DECIDED:
    case SC_CASE_OPEN:
    case SC_CASE_NO_START:
    case SC_CASE_NO_END:
    default:
      return FALSE;
    }
}

static GArray *
list_by_visit (ScStore             *store,
               const ScCohort      *cohort,
               const ScFigureDeals *deals,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (GArray) visits = sc_store_list_visits (store, cohort, deals->stage_id, cancellable, error);
  GArray *ids;
  guint n_visits = 0;

  if (visits == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < visits->len; i++)
    {
      const ScVisit *visit = &g_array_index (visits, ScVisit, i);
      gboolean is_last = i + 1 == visits->len || g_array_index (visits, ScVisit, i + 1).deal_id != visit->deal_id;

      n_visits++;
      if (!is_last)
        continue;
      if (is_counted_visit (deals, visit, n_visits))
        g_array_append_val (ids, visit->deal_id);
      n_visits = 0;
    }

  return ids;
}

/**
 * sc_figure_deals_list:
 * @store: a store
 * @query: which deals the figure is of, and as of which day
 * @deals: which of them the number counts
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): these deals, by number
 */
GArray *
sc_figure_deals_list (ScStore              *store,
                      const ScFiguresQuery *query,
                      const ScFigureDeals  *deals,
                      GCancellable         *cancellable,
                      GError              **error)
{
  ScCohort cohort;

  if (!sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  return deals->which >= SC_CASE_ENTERED ? list_by_visit (store, &cohort, deals, cancellable, error)
                                         : list_by_fate (store, &cohort, deals, cancellable, error);
}
