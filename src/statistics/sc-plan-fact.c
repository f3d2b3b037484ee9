/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan, what has come of it, and what may still come by the month's end: by the forecast
 * of the deals of whom the plan is for. */

#include "statistics/sc-plan-fact.h"

#include <glib/gi18n-lib.h>

#include "model/sc-month.h"
#include "statistics/sc-forecast-words.h"
#include "store/sc-store-plans.h"

/* Further away a plan is no matter of the deals that there are. */
#define MOST_DAYS 366

/**
 * sc_plan_fact_free:
 * @self: (transfer full): a plan and what has come of it
 */
void
sc_plan_fact_free (ScPlanFact *self)
{
  sc_plan_free (self->plan);
  g_free (self);
}

static gboolean
is_due (const ScPlan *plan)
{
  ScDate today = sc_clock_today (), last = sc_month_get_next (plan->month) - 1;

  return last > today && last - today <= MOST_DAYS;
}

static void
take_band (ScPlanFact       *fact,
           const ScForecast *forecast)
{
  for (guint i = 0; i < sc_forecast_get_n_currencies (forecast); i++)
    {
      if (g_strcmp0 (g_array_index (forecast->money, ScForecastMoney, i).currency, fact->plan->plan.currency) != 0)
        continue;

      for (guint j = 0; j < forecast->periods->len; j++)
        if (g_array_index (forecast->periods, ScForecastPeriod, j).first == fact->plan->month)
          {
            fact->is_expected = TRUE;
            fact->expected = *sc_future_get_money (forecast->future, i, j);
          }
    }
}

static guint
count_days (const ScPlan *plan)
{
  return sc_month_get_next (plan->month) - 1 - sc_clock_today ();
}

/* Up to the end of the last month that something is planned for. */
static ScForecast *
read_forecast (const GPtrArray *facts,
               const ScPlan    *plan,
               ScStore         *store,
               const char      *process_id,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autoptr (ScForecastQuery) query = sc_forecast_query_new (process_id);
  g_autoptr (ScForecast) forecast = NULL;

  query->deals->owner = g_strdup (plan->owner);
  query->within = 0;
  for (guint i = 0; i < facts->len; i++)
    {
      const ScPlan *other = ((const ScPlanFact *) facts->pdata[i])->plan;

      if (other->owner_id == plan->owner_id && is_due (other))
        query->within = MAX (query->within, count_days (other));
    }
  forecast = sc_forecast_read (store, query, cancellable, error);
  if (forecast == NULL
      || (forecast->reason == SC_REASON_NONE && !sc_forecast_play (forecast, NULL, NULL, cancellable, error)))
    return NULL;

  return g_steal_pointer (&forecast);
}

/* The deals of each are read once, however many months are planned. */
static gboolean
expect (const GPtrArray *facts,
        ScStore         *store,
        const char      *process_id,
        GCancellable    *cancellable,
        GError         **error)
{
  g_autoptr (GHashTable) forecasts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) sc_forecast_free);

  for (guint i = 0; i < facts->len; i++)
    {
      ScPlanFact *fact = facts->pdata[i];
      ScForecast *forecast = g_hash_table_lookup (forecasts, &fact->plan->owner_id);

      if (!is_due (fact->plan))
        continue;
      if (forecast == NULL)
        {
          forecast = read_forecast (facts, fact->plan, store, process_id, cancellable, error);
          if (forecast == NULL)
            return FALSE;
          g_hash_table_insert (forecasts, &fact->plan->owner_id, forecast);
        }
      if (forecast->reason == SC_REASON_NONE)
        take_band (fact, forecast);
    }

  return TRUE;
}

static void
take_plan (GPtrArray *facts,
           ScPlan    *plan)
{
  ScPlanFact *fact = g_new0 (ScPlanFact, 1);

  fact->plan = plan;
  fact->outstanding = sc_money_new (MAX (0, plan->plan.minor - plan->won.minor), plan->plan.currency);
  g_ptr_array_add (facts, fact);
}

static gboolean
read_own (GPtrArray    *facts,
          ScStore      *store,
          const char   *process_id,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (GPtrArray) plans = sc_store_list_plans (store, process_id, error);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  ScDate month = sc_month_of (sc_clock_today ());

  if (plans == NULL)
    return FALSE;

  for (guint i = plans->len; i > 0; i--)
    {
      const ScPlan *plan = plans->pdata[i - 1];

      if (plan->month != month || plan->owner_id == 0 || plan->owner_id != sc_store_get_user (store))
        continue;
      take_plan (facts, g_ptr_array_steal_index (plans, i - 1));
      g_ptr_array_add (own, facts->pdata[facts->len - 1]);
    }

  return expect (own, store, process_id, cancellable, error);
}

/**
 * sc_plan_facts_read_own:
 * @store: a store
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScPlanFact): the plans of this month of whoever uses
 *   the program, of all processes in use, with what has come of them
 */
GPtrArray *
sc_plan_facts_read_own (ScStore      *store,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (GPtrArray) processes = sc_store_list_processes (store, SC_PROCESSES_IN_USE, error);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_plan_fact_free);

  for (guint i = 0; processes != NULL && i < processes->len; i++)
    if (!read_own (facts, store, ((const ScProcess *) processes->pdata[i])->id, cancellable, error))
      return NULL;

  return processes != NULL ? g_steal_pointer (&facts) : NULL;
}

/**
 * sc_plan_facts_read:
 * @store: a store
 * @process_id: a process
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScPlanFact): its plans, by month, with what has
 *   come of them by today and what may still come
 */
GPtrArray *
sc_plan_facts_read (ScStore      *store,
                    const char   *process_id,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (GPtrArray) plans = sc_store_list_plans (store, process_id, error);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_plan_fact_free);

  while (plans != NULL && plans->len > 0)
    take_plan (facts, g_ptr_array_steal_index (plans, 0));

  return plans != NULL && expect (facts, store, process_id, cancellable, error) ? g_steal_pointer (&facts) : NULL;
}

/**
 * sc_plan_fact_tell:
 * @self: a plan and what has come of it
 *
 * Returns: (transfer full): how far it is fulfilled, what is outstanding and what was received,
 *   and what may still come
 */
char *
sc_plan_fact_tell (const ScPlanFact *self)
{
  g_autofree char *month = sc_month_to_text (self->plan->month);
  g_autofree char *won = sc_money_to_short_text (self->plan->won);
  g_autofree char *plan = sc_money_to_short_text (self->plan->plan);
  g_autofree char *outstanding = sc_money_to_short_text (self->outstanding);
  g_autofree char *received = sc_money_to_short_text (self->plan->received);
  g_autofree char *band = NULL;

  if (!self->is_expected)
    /* Translators: %1$s is a month such as “March 2017”, the others are amounts of money */
    return g_strdup_printf (_("%1$s: won %2$s of the planned %3$s, outstanding %4$s; received %5$s."), month, won, plan,
                            outstanding, received);

  band = sc_money_band_to_text (&self->expected, self->plan->plan.currency);

  /* Translators: %1$s is a month such as “March 2017”, the others are amounts of money */
  return g_strdup_printf (_("%1$s: won %2$s of the planned %3$s, outstanding %4$s; received %5$s. By the month’s end we expect "
                            "%6$s more."), month, won, plan, outstanding, received, band);
}

/* As it stands within a sentence, without its year: it is this month. */
static char *
name_month (ScDate month)
{
  GDate date = sc_date_to_gdate (month);
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), 1, 0, 0, 0);

  /* Translators: a month within a sentence, as g_date_time_format() takes it */
  return g_date_time_format (time, C_("month", "%B"));
}

/**
 * sc_plan_fact_tell_own:
 * @self: the user's own plan of this month
 *
 * Returns: (transfer full): how far it is fulfilled, and what may still come
 */
char *
sc_plan_fact_tell_own (const ScPlanFact *self)
{
  g_autofree char *month = name_month (self->plan->month);
  g_autofree char *won = sc_money_to_text (self->plan->won);
  g_autofree char *plan = sc_money_to_text (self->plan->plan);
  g_autofree char *band = NULL;

  if (!self->is_expected)
    /* Translators: %1$s is a month within a sentence, %2$s and %3$s are amounts of money */
    return g_strdup_printf (_("Plan of %1$s: %2$s of %3$s"), month, won, plan);

  band = sc_money_band_to_text (&self->expected, self->plan->plan.currency);

  /* Translators: %1$s is a month within a sentence, the others are amounts of money */
  return g_strdup_printf (_("Plan of %1$s: %2$s of %3$s; by the month’s end we expect %4$s more"), month, won, plan, band);
}
