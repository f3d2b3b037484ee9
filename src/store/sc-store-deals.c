/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store says of deals: each a look at the database of its own. */

#include "store/sc-deal-query.h"
#include "store/sc-deal-search.h"
#include "store/sc-store-private.h"
#include "store/tables/sc-action-tick-table-private.h"
#include "store/tables/sc-activity-table-private.h"
#include "store/tables/sc-company-table-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-due-table-private.h"
#include "store/tables/sc-event-table-private.h"
#include "store/tables/sc-facet-table-private.h"
#include "store/tables/sc-payment-table-private.h"
#include "store/tables/sc-tactic-use-table-private.h"
#include "store/tables/sc-tick-table-private.h"
#include "store/tables/sc-total-table-private.h"

/**
 * sc_store_load_deal:
 * @self: a store
 * @deal_id: a deal
 * @error: %SC_STORE_ERROR_NOT_FOUND where it is not there, or was deleted
 *
 * Returns: (transfer full): the deal
 */
ScDeal *
sc_store_load_deal (ScStore *self,
                    gint64   deal_id,
                    GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_deal_table_load (sc_reader_get_connection (reader), deal_id, error) : NULL;
}

/**
 * sc_store_list_events:
 * @self: a store
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScDealEvent): the deal's history,
 *   the latest first, with what was taken back since (“is_voided”)
 */
GPtrArray *
sc_store_list_events (ScStore *self,
                      gint64   deal_id,
                      GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_event_table_list (sc_reader_get_connection (reader), deal_id, error) : NULL;
}

/**
 * sc_store_list_payments:
 * @self: a store
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScPayment): its payments, the first
 *   due first
 */
GPtrArray *
sc_store_list_payments (ScStore *self,
                        gint64   deal_id,
                        GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_payment_table_list (sc_reader_get_connection (reader), deal_id, error) : NULL;
}

/**
 * sc_store_list_activities:
 * @self: a store
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScActivity): its activities: the
 *   planned ones as they are due, the first being its next step, then those
 *   done, the latest first
 */
GPtrArray *
sc_store_list_activities (ScStore *self,
                          gint64   deal_id,
                          GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_activity_table_list (sc_reader_get_connection (reader), deal_id, error) : NULL;
}

/**
 * sc_store_list_tactic_uses:
 * @self: a store
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScTacticUse): each time that a tactic was used
 *   for the deal, the first one first
 */
GPtrArray *
sc_store_list_tactic_uses (ScStore *self,
                           gint64   deal_id,
                           GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_tactic_use_table_list (sc_reader_get_connection (reader), deal_id, error) : NULL;
}

/**
 * sc_store_list_action_ticks:
 * @self: a store
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScActionTick): what is ticked for the deal of the
 *   actions of its stages, in the order that it was ticked
 */
GPtrArray *
sc_store_list_action_ticks (ScStore *self,
                            gint64   deal_id,
                            GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_action_tick_table_list (sc_reader_get_connection (reader), deal_id, error) : NULL;
}

/**
 * sc_store_list_ticks:
 * @self: a store
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScTick): the exit criteria that are
 *   ticked
 */
GPtrArray *
sc_store_list_ticks (ScStore *self,
                     gint64   deal_id,
                     GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_tick_table_list (sc_reader_get_connection (reader), deal_id, error) : NULL;
}

/**
 * sc_store_list_companies:
 * @self: a store
 * @prefix: how their names begin, without case
 * @limit: how many at most
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type utf8): names of companies, sorted
 */
GPtrArray *
sc_store_list_companies (ScStore    *self,
                         const char *prefix,
                         guint       limit,
                         GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_company_table_list (sc_reader_get_connection (reader), prefix, limit, error) : NULL;
}

static gboolean
list_group (const ScDueScope *scope,
            ScDueGroup        group,
            guint             limit,
            GPtrArray        *rows,
            guint            *n_rows,
            GError          **error)
{
  if (group == SC_DUE_GROUP_STAGES)
    return sc_due_table_list_stages (scope, limit, rows, n_rows, error);
  if (group == SC_DUE_GROUP_TRIALS)
    return sc_due_table_list_trials (scope, limit, rows, n_rows, error);

  return sc_due_table_list_group (scope, group, limit, rows, n_rows, error);
}

/**
 * sc_store_list_timed_steps:
 * @self: a store
 * @day: a day
 * @owner_id: whose deals
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScTimedStep): what is planned for that day at a
 *   time, of deals that are at work, in order
 */
GPtrArray *
sc_store_list_timed_steps (ScStore *self,
                           ScDate   day,
                           gint64   owner_id,
                           GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_activity_table_list_timed (sc_reader_get_connection (reader), day, owner_id, error) : NULL;
}

/**
 * sc_store_list_company_deals:
 * @self: a store
 * @company: (nullable): a company's name, compared trimmed and without case
 * @except_id: a deal that is left out, 0 for none
 * @limit: how many at most
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScPlacedDeal): its deals in all processes: those
 *   that stand on a board first, and of each sort the last changed first
 */
GPtrArray *
sc_store_list_company_deals (ScStore    *self,
                             const char *company,
                             gint64      except_id,
                             guint       limit,
                             GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL
         ? sc_deal_table_list_of_company (sc_reader_get_connection (reader), company, except_id, limit, error)
         : NULL;
}

/**
 * sc_store_find_deals:
 * @self: a store
 * @words: what is looked for, as a query for deals has it
 * @limit: how many deals at most
 * @n_found: (out): how many there are, whatever @limit is
 * @cancellable: (nullable): ends the search
 * @error: why it failed
 *
 * Looks through all processes, those that are archived too. All deals have to be looked at:
 * a million take a second or two.
 *
 * Returns: (transfer full) (element-type ScPlacedDeal): the deals found: the one of that
 *   number, those that have all words in title, company or person, those that stand on a
 *   board, and of each sort the newest first
 */
GPtrArray *
sc_store_find_deals (ScStore      *self,
                     const char   *words,
                     guint         limit,
                     guint        *n_found,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL
         ? sc_deal_table_find (sc_reader_get_connection (reader), words, limit, n_found, error) : NULL;
}

/**
 * sc_store_has_deal:
 * @self: a store
 * @query: which deals
 * @deal_id: a deal
 * @has_deal: (out): whether it is one of them
 * @error: why it failed
 *
 * Returns: whether it could be looked up
 */
gboolean
sc_store_has_deal (ScStore           *self,
                   const ScDealQuery *query,
                   gint64             deal_id,
                   gboolean          *has_deal,
                   GError           **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL && sc_deal_table_has_match (sc_reader_get_connection (reader), query, deal_id, has_deal, error);
}

/**
 * sc_store_list_due:
 * @self: a store
 * @now: the present instant
 * @owner_id: one owner's deals only, 0 for all
 * @process_id: (nullable): one process's deals only, %NULL for all
 * @limits: (array fixed-size=9): how many rows of each group at most
 * @counts: (out caller-allocates) (array fixed-size=9) (optional): how many there are of each;
 *   without, a group of which no row is wanted is not looked at
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScDueRow): what Today shows, of one moment: in the
 *   order of the groups, of each the nearest day first. What was handed to the user is the
 *   user's, of all processes, whatever is asked for.
 */
GPtrArray *
sc_store_list_due (ScStore     *self,
                   ScInstant    now,
                   gint64       owner_id,
                   const char  *process_id,
                   const guint *limits,
                   guint       *counts,
                   GError     **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_due_row_free);
  g_autoptr (ScCalendar) calendar = reader != NULL ? sc_reader_get_calendar (reader) : NULL;
  ScDueScope scope = { .now = now, .today = sc_date_from_instant (now), .calendar = calendar, .owner_id = owner_id,
                       .process_id = process_id != NULL ? process_id : "" };

  if (reader == NULL)
    return NULL;

  scope.connection = sc_reader_get_connection (reader);
  scope.user_id = sc_store_get_user (self);
  for (ScDueGroup group = 0; group < SC_N_DUE_GROUPS; group++)
    {
      guint n_rows = 0;

      if (counts == NULL && limits[group] == 0)
        continue;
      if (!list_group (&scope, group, limits[group], rows, &n_rows, error))
        return NULL;
      if (counts != NULL)
        counts[group] = n_rows;
    }

  return g_steal_pointer (&rows);
}

/**
 * sc_store_list_currencies:
 * @self: a store
 * @process_id: a process
 * @error: why it failed
 *
 * Returns: (transfer full): the codes of the currencies that its deals are in, the
 *   one of most deals first
 */
GStrv
sc_store_list_currencies (ScStore    *self,
                          const char *process_id,
                          GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_total_table_list_currencies (sc_reader_get_connection (reader), process_id, error) : NULL;
}

/**
 * sc_store_list_totals:
 * @self: a store
 * @query: which deals
 * @cancellable: (nullable): ends the search
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScStageTotal): number and worth of
 *   the deals by stage, status and currency; what there is none of is left out
 */
GPtrArray *
sc_store_list_totals (ScStore           *self,
                      const ScDealQuery *query,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_total_table_list (sc_reader_get_connection (reader), query, error) : NULL;
}

/**
 * sc_store_count_facets:
 * @self: a store
 * @query: which deals
 * @limits: (element-type ScStageLimit): what is over its target time
 * @cancellable: (nullable): ends the search
 * @error: why it failed
 *
 * Returns: (transfer full): by what the deals can be told from each other, and how many
 *   there are of each
 */
ScDealFacets *
sc_store_count_facets (ScStore           *self,
                       const ScDealQuery *query,
                       GPtrArray         *limits,
                       GCancellable      *cancellable,
                       GError           **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_facet_table_count (sc_reader_get_connection (reader), query, limits, error) : NULL;
}

/**
 * sc_store_each_deal_with_id:
 * @self: a store
 * @query: which deals
 * @found: (scope call): called with each deal, in the query's order
 * @user_data: for @found
 * @error: why it failed
 *
 * As sc_store_each_deal(), but a deal without an external id has one of ours, by
 * which an import into this database knows it.
 *
 * Returns: whether all were read
 */
gboolean
sc_store_each_deal_with_id (ScStore           *self,
                            const ScDealQuery *query,
                            ScDealFound        found,
                            gpointer           user_data,
                            GError           **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL && sc_deal_table_each_with_id (sc_reader_get_connection (reader), query, found, user_data, error);
}

/**
 * sc_store_list_totals_at:
 * @self: a store
 * @process_id: a process
 * @at: an instant
 * @error: why it failed
 *
 * Tells from the deals' histories how they stood at an earlier time.
 *
 * Returns: (transfer full) (element-type ScStageTotal): as
 *   sc_store_list_totals() gave it then
 */
GPtrArray *
sc_store_list_totals_at (ScStore    *self,
                         const char *process_id,
                         ScInstant   at,
                         GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL
         ? sc_event_table_list_totals_at (sc_reader_get_connection (reader), process_id, at, error) : NULL;
}

/**
 * sc_store_count_deals:
 * @self: a store
 * @query: which deals
 * @cancellable: (nullable): ends the search
 * @error: set where they can't be counted
 *
 * Returns: how many there are
 */
guint
sc_store_count_deals (ScStore           *self,
                      const ScDealQuery *query,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);
  guint n_deals = 0;

  if (reader == NULL || !sc_total_table_count (sc_reader_get_connection (reader), query, &n_deals, error))
    return 0;

  return n_deals;
}

/**
 * sc_store_list_deals:
 * @self: a store
 * @query: which deals
 * @limit: how many at most, 0 for all
 * @cancellable: (nullable): ends the search
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScDeal): the deals, in the query's
 *   order
 */
GPtrArray *
sc_store_list_deals (ScStore           *self,
                     const ScDealQuery *query,
                     guint              limit,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_deal_table_list (sc_reader_get_connection (reader), query, limit, error) : NULL;
}

/**
 * sc_store_each_deal:
 * @self: a store
 * @query: which deals
 * @limit: how many at most, 0 for all
 * @found: (scope call): called with each deal, in the query's order
 * @user_data: for @found
 * @error: why it failed
 *
 * As sc_store_list_deals(), without holding them all; they are of one moment.
 *
 * Returns: whether all were read
 */
gboolean
sc_store_each_deal (ScStore           *self,
                    const ScDealQuery *query,
                    guint              limit,
                    ScDealFound        found,
                    gpointer           user_data,
                    GError           **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL
         && sc_deal_table_each (sc_reader_get_connection (reader), query, limit, found, user_data, error);
}

/**
 * sc_store_each_deal_counted:
 * @self: a store
 * @query: which deals
 * @limit: how many at most, 0 for all
 * @counted: (scope call): told first how many deals there are of the query, whatever @limit is
 * @found: (scope call): called with each deal, in the query's order
 * @user_data: for both
 * @error: why it failed
 *
 * As sc_store_each_deal() behind sc_store_count_deals(), looking for words once.
 *
 * Returns: whether all were read
 */
gboolean
sc_store_each_deal_counted (ScStore           *self,
                            const ScDealQuery *query,
                            guint              limit,
                            ScDealsCounted     counted,
                            ScDealFound        found,
                            gpointer           user_data,
                            GError           **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL
         && sc_deal_table_each_counted (sc_reader_get_connection (reader), query, limit, counted, found, user_data, error);
}
