/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deals that a number of what the scheme promises counts: of forecasts and how they came
 * true, of days that are put off, of versions, and of what came in in a month. */

#include "statistics/sc-figure-deals-private.h"

#include "model/sc-month.h"
#include "statistics/sc-standing.h"
#include "store/sc-past.h"

/* What an open deal is held against. */
typedef struct {
  const ScFigureDeals *deals;
  const ScStanding *standing;
  const ScFates *later; /* of those that were won since */
  const ScVersion *version; /* as it was then */
} Open;

/* Whether the deal was worth something in the currency in the end. */
static gboolean
came_in_as (const Open       *open,
            const ScOpenDeal *deal)
{
  const ScFate *fate = &g_array_index (open->later->list, ScFate, sc_fates_find (open->later, deal->deal_id));

  return fate->value_minor >= 0
         && g_strcmp0 (sc_fates_get_text (open->later, fate->currency), open->deals->what) == 0;
}

static gboolean
has_chance (const Open       *open,
            const ScOpenDeal *deal)
{
  const ScStage *stage = deal->stage_id != NULL ? sc_version_find_stage (open->version, deal->stage_id, NULL) : NULL;

  return stage != NULL && stage->probability >= 0;
}

static gboolean
is_counted (const Open       *open,
            const ScOpenDeal *deal)
{
  double chance;

  switch ((guint) open->deals->which)
    {
    case SC_CASE_OUTLIVED:
      return !sc_standing_find_chance (open->standing, deal, 1, &chance);
    case SC_CASE_BY_STAGE:
      return deal->curve > 0;
    case SC_CASE_WITH_CHANCE:
      return has_chance (open, deal);
    case SC_CASE_WITHOUT_VALUE:
    case SC_CASE_STOOD_WITHOUT_VALUE:
      return !sc_money_is_set (deal->value);
    case SC_CASE_WON_SINCE:
    case SC_CASE_STOOD_WON:
      return sc_standing_is_won (open->later, deal->deal_id);
    case SC_CASE_WITH_VALUE:
    case SC_CASE_STOOD_IN:
      return sc_money_is_set (deal->value) && g_str_equal (deal->value.currency, open->deals->what);
    case SC_CASE_STOOD_IN_WON:
      return sc_money_is_set (deal->value) && sc_standing_is_won (open->later, deal->deal_id) && came_in_as (open, deal);
    default:
      return TRUE;
    }
}

static gboolean
needs_later (const ScFigureDeals *deals)
{
  return deals->which == SC_CASE_WON_SINCE || deals->which == SC_CASE_STOOD_WON || deals->which == SC_CASE_STOOD_IN_WON;
}

static GArray *
list_open (ScStore              *store,
           const ScFiguresQuery *query,
           const ScFigureDeals  *deals,
           GCancellable         *cancellable,
           GError              **error)
{
  ScDate day = deals->day != SC_DATE_NONE ? deals->day : query->as_of;
  g_autoptr (ScStanding) standing = sc_standing_read (store, query, day, cancellable, error);
  g_autoptr (ScFates) later = NULL;
  g_autoptr (ScVersion) version = NULL;
  Open open = { deals, standing, NULL, NULL };
  GArray *ids;

  if (standing == NULL)
    return NULL;

  open.version = version = sc_store_load_version_at (store, query->process_id, standing->as_of, 0, error);
  if (version == NULL)
    return NULL;

  if (needs_later (deals))
    {
      open.later = later = sc_standing_read_fates (store, query, standing->as_of + deals->days, cancellable, error);
      if (later == NULL)
        return NULL;
    }

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < standing->open->len; i++)
    {
      const ScOpenDeal *deal = &g_array_index (standing->open, ScOpenDeal, i);

      if (is_counted (&open, deal))
        g_array_append_val (ids, deal->deal_id);
    }

  return ids;
}

/* Of one owner, or of all where none is named. */
static gboolean
is_of_owner (const ScFigureDeals *deals,
             const ScFates       *fates,
             const ScFate        *fate)
{
  return *deals->owner == '\0' || g_strcmp0 (sc_fates_get_text (fates, fate->owner), deals->owner) == 0;
}

/* Whether it came in on a day of the month, of the owner’s deals or of all. */
static gboolean
is_in_month (const ScFigureDeals *deals,
             const ScFates       *fates,
             const ScFate        *fate,
             ScDate               day)
{
  return day != SC_DATE_NONE && sc_month_of (day) == sc_month_parse (deals->what) && is_of_owner (deals, fates, fate);
}

/* Of which nobody knows when they began, that were open some days before, or won in a month. */
static gboolean
is_of_fate (const ScFigureDeals *deals,
            const ScFates       *fates,
            const ScFate        *fate)
{
  switch ((guint) deals->which)
    {
    case SC_CASE_OPEN_NO_START:
      return fate->decision == SC_FATE_OPEN && fate->started == SC_DATE_NONE;
    case SC_CASE_BEFORE:
      return sc_standing_was_open (fates, fate, deals->days);
    case SC_CASE_BEFORE_WON:
      return sc_standing_was_open (fates, fate, deals->days) && fate->decision == SC_FATE_WON;
    default:
      return fate->decision == SC_FATE_WON && is_in_month (deals, fates, fate, fate->decided);
    }
}

static GArray *
list_of_fate (const ScFigureDeals *deals,
              const ScFates       *fates)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);

      if (is_of_fate (deals, fates, fate))
        g_array_append_val (ids, fate->deal_id);
    }

  return ids;
}

static GArray *
list_received_in_month (ScStore              *store,
                        const ScFiguresQuery *query,
                        const ScFates        *fates,
                        const ScFigureDeals  *deals,
                        GCancellable         *cancellable,
                        GError              **error)
{
  g_autoptr (GArray) receipts =
    sc_store_list_receipts (store, query->process_id, sc_month_parse (deals->what), cancellable, error);
  GArray *ids;

  if (receipts == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < receipts->len; i++)
    {
      const ScReceipt *receipt = &g_array_index (receipts, ScReceipt, i);
      guint place = sc_fates_find (fates, receipt->deal_id);

      if (place != G_MAXUINT && is_in_month (deals, fates, &g_array_index (fates->list, ScFate, place), receipt->day))
        g_array_append_val (ids, receipt->deal_id);
    }

  return ids;
}

static GArray *
list_by_fate (ScStore              *store,
              const ScFiguresQuery *query,
              const ScFiguresQuery *of,
              const ScFigureDeals  *deals,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr (ScFates) fates = sc_standing_read_fates (store, of, of->as_of, cancellable, error);

  if (fates == NULL)
    return NULL;

  switch ((guint) deals->which)
    {
    case SC_CASE_DATED:
    case SC_CASE_PUT_OFF:
    case SC_CASE_PUT_OFF_OFTEN:
      return sc_slips_list_deals (store, query, fates, deals->which, cancellable, error);
    case SC_CASE_REACHED_DECIDED:
    case SC_CASE_REACHED_WON:
      return sc_stage_chances_list_deals (store, query, fates, deals, cancellable, error);
    case SC_CASE_VERSION:
    case SC_CASE_VERSION_DECIDED:
      return sc_versions_list_deals (store, query, fates, deals, cancellable, error);
    case SC_CASE_RECEIVED:
    case SC_CASE_PLAN_RECEIVED:
      return list_received_in_month (store, query, fates, deals, cancellable, error);
    default:
      return list_of_fate (deals, fates);
    }
}

static gboolean
is_of_fate_alone (const ScFigureDeals *deals)
{
  return deals->which == SC_CASE_OPEN_NO_START || deals->which == SC_CASE_BEFORE || deals->which == SC_CASE_BEFORE_WON;
}

/* Which deals are looked at: how forecasts came true is told of all of them, whenever they
 * were started, since the query's period is that of the forecasts; a plan is of all the
 * process has. */
static ScFiguresQuery *
find_cohort (const ScFiguresQuery *query,
             const ScFigureDeals  *deals)
{
  ScFiguresQuery *of;

  if (deals->which == SC_CASE_PLAN_WON || deals->which == SC_CASE_PLAN_RECEIVED)
    return sc_figures_query_new (query->process_id);

  of = sc_figures_query_copy (query);
  if (deals->which >= SC_CASE_STOOD && deals->which < SC_CASE_VERSION)
    of->from = of->to = SC_DATE_NONE;

  return of;
}

/**
 * sc_promise_list_deals:
 * @store: a store
 * @query: which deals the figure is of, and as of which day
 * @deals: which of them the number counts, from %SC_CASE_OUTLIVED on
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): these deals
 */
GArray *
sc_promise_list_deals (ScStore              *store,
                       const ScFiguresQuery *query,
                       const ScFigureDeals  *deals,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr (ScFiguresQuery) of = find_cohort (query, deals);

  if (deals->which >= SC_CASE_SAID && deals->which < SC_CASE_VERSION)
    return sc_forecast_record_list_deals (store, query, deals, cancellable, error);

  return deals->which <= SC_CASE_STOOD_IN_WON && !is_of_fate_alone (deals)
         ? list_open (store, of, deals, cancellable, error) : list_by_fate (store, query, of, deals, cancellable, error);
}
