/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deals that a number of the figures counts, for the list that it opens: told from the
 * same that the number is made of. */

#include "statistics/sc-figure-deals.h"

#include "statistics/sc-cohort-of.h"
#include "statistics/sc-figure-deals-private.h"
#include "statistics/sc-flow-parts.h"
#include "statistics/sc-stage-times.h"
#include "store/sc-past.h"

static gboolean
is_of_group (const ScFigureDeals *deals,
             const ScFates       *fates,
             const ScFate        *fate,
             ScFlowBy             by)
{
  g_autofree char *key = fate->decision != SC_FATE_OPEN ? sc_flow_make_key (fates, fate, by) : NULL;

  return g_strcmp0 (key, deals->what) == 0;
}

static gboolean
is_lost_so (const ScFigureDeals *deals,
            const ScFates       *fates,
            const ScFate        *fate)
{
  const char *reason = sc_fates_get_text (fates, fate->loss_reason);

  return fate->decision == SC_FATE_LOST
         && g_strcmp0 (sc_fates_get_text (fates, fate->stage), deals->what) == 0
         && g_str_equal (reason != NULL ? reason : "", deals->reason);
}

static gboolean
is_in_week (ScDate day,
            ScDate monday)
{
  return day >= monday && day < monday + 7;
}

static gboolean
is_of_week (const ScFigureDeals *deals,
            const ScFate        *fate)
{
  gboolean is_decided = fate->decision != SC_FATE_OPEN;

  if (fate->started == SC_DATE_NONE || (is_decided && fate->decided == SC_DATE_NONE))
    return FALSE;
  if (deals->which == SC_CASE_WEEK_STARTED)
    return is_in_week (fate->started, deals->day);
  if (deals->which == SC_CASE_WEEK_DECIDED)
    return is_decided && is_in_week (fate->decided, deals->day);

  return fate->started < deals->day + 7 && (!is_decided || fate->decided >= deals->day + 7);
}

static gboolean
is_counted (const ScFigureDeals *deals,
            const ScFates       *fates,
            const ScFate        *fate)
{
  switch ((guint) deals->which)
    {
    case SC_CASE_DECIDED:
      return fate->decision != SC_FATE_OPEN;
    case SC_CASE_WON:
      return fate->decision == SC_FATE_WON;
    case SC_CASE_LOST:
      return fate->decision == SC_FATE_LOST;
    case SC_CASE_LOST_AT:
      return is_lost_so (deals, fates, fate);
    case SC_CASE_OWNER:
      return is_of_group (deals, fates, fate, SC_FLOW_BY_OWNER);
    case SC_CASE_SOURCE:
      return is_of_group (deals, fates, fate, SC_FLOW_BY_SOURCE);
    case SC_CASE_MONTH:
      return is_of_group (deals, fates, fate, SC_FLOW_BY_MONTH);
    default:
      return is_of_week (deals, fate);
    }
}

static GArray *
list_by_fate (ScStore              *store,
              const ScFiguresQuery *query,
              const ScFigureDeals  *deals,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr (ScFates) fates = NULL;
  ScCohort cohort;
  GArray *ids;

  if (!sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  fates = sc_store_read_fates (store, &cohort, cancellable, error);
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

/* A deal counts in a stage as it left it the last time, and where it is known that it came. */
static gboolean
is_counted_once (const ScFigureDeals *deals,
                 const ScVisitGroup  *visits)
{
  if (!visits->is_last || (deals->which != SC_CASE_NOW && !visits->is_known))
    return FALSE;

  switch ((guint) deals->which)
    {
    case SC_CASE_NOW:
      return visits->end == SC_VISIT_STANDS;
    case SC_CASE_LEFT:
      return visits->end != SC_VISIT_STANDS && visits->end != SC_VISIT_PUBLISHED;
    case SC_CASE_LEFT_ON:
      return visits->end == SC_VISIT_ON || visits->end == SC_VISIT_COMPLETED;
    case SC_CASE_LOST_THERE:
      return visits->end == SC_VISIT_LOST;
    default:
      return TRUE;
    }
}

/* What visits are held against. */
typedef struct {
  const ScFigureDeals *deals;
  const ScStage *stage;
  const ScCalendar *calendar;
  const ScDayScale *working_days;
  ScDate as_of;
} Place;

static gboolean
is_counted_there (const Place        *place,
                  const ScVisitGroup *visits)
{
  ScStay stay;

  if (place->deals->which == SC_CASE_RETURNED)
    return visits->is_second;
  if (place->deals->which != SC_CASE_KNOWN_NOW && place->deals->which != SC_CASE_OVER_TARGET)
    return is_counted_once (place->deals, visits);

  stay = sc_visits_get_stay (visits, place->stage->duration, place->calendar, place->working_days, place->as_of);

  return stay == SC_STAY_OVER || (stay == SC_STAY_WITHIN && place->deals->which == SC_CASE_KNOWN_NOW);
}

static GArray *
list_by_visit (ScStore              *store,
               const ScFiguresQuery *query,
               const ScFigureDeals  *deals,
               GCancellable         *cancellable,
               GError              **error)
{
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, query->as_of, query->version, error);
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (ScDayScale) working_days = NULL;
  ScCohort cohort;
  Place place;
  GArray *ids;

  if (version == NULL || !sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  visits = sc_store_group_visits_with_deals (store, &cohort, cancellable, error);
  if (visits == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  working_days = sc_day_scale_new (SC_COUNT_WORKING_DAYS, version->calendar, sc_visits_find_first (visits, cohort.as_of),
                                   cohort.as_of);
  place = (Place) {
    deals, sc_version_find_stage (version, deals->what, NULL), version->calendar, working_days, cohort.as_of,
  };
  for (guint i = 0; place.stage != NULL && i < visits->len; i++)
    {
      const ScVisitGroup *group = visits->pdata[i];

      if (g_strcmp0 (group->stage_id, deals->what) == 0 && is_counted_there (&place, group))
        g_array_append_vals (ids, group->deal_ids->data, group->deal_ids->len);
    }

  return ids;
}

/* A trend's periods are its own, whatever the query's is. */
static GArray *
list_of_period (ScStore              *store,
                const ScFiguresQuery *query,
                const ScFigureDeals  *deals,
                GCancellable         *cancellable,
                GError              **error)
{
  g_autoptr (ScFiguresQuery) of_period = sc_figures_query_copy (query);
  const ScFigureDeals all = {
    .which = deals->which == SC_CASE_STARTED_TIMED ? SC_CASE_TIMED : SC_CASE_MOVED_ON,
    .what = (char *) "", .reason = (char *) "", .owner = (char *) "",
  };

  of_period->as_of = deals->as_of;
  of_period->from = deals->day;
  of_period->to = deals->day + deals->days - 1;

  return all.which == SC_CASE_TIMED ? sc_cycle_list_deals (store, of_period, &all, cancellable, error)
                                    : sc_discovery_list_deals (store, of_period, &all, cancellable, error);
}

static GArray *
list (ScStore              *store,
      const ScFiguresQuery *query,
      const ScFigureDeals  *deals,
      GCancellable         *cancellable,
      GError              **error)
{
  if (deals->which == SC_CASE_STARTED_TIMED || deals->which == SC_CASE_STARTED_MOVED_ON)
    return list_of_period (store, query, deals, cancellable, error);
  if (deals->which >= SC_CASE_OUTLIVED)
    return sc_promise_list_deals (store, query, deals, cancellable, error);
  if (deals->which < SC_CASE_DECIDED)
    return sc_cycle_list_deals (store, query, deals, cancellable, error);
  if (deals->which < SC_CASE_ENTERED)
    return list_by_fate (store, query, deals, cancellable, error);
  if (deals->which < SC_CASE_TRIAL)
    return list_by_visit (store, query, deals, cancellable, error);
  if (deals->which < SC_CASE_MOVED_ON)
    return sc_trial_flow_list_deals (store, query, deals, cancellable, error);

  return sc_discovery_list_deals (store, query, deals, cancellable, error);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
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
  GArray *ids = list (store, query, deals, cancellable, error);
  guint n = 0;

  if (ids == NULL)
    return NULL;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (i == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, n - 1))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);

  return g_array_set_size (ids, n);
}
