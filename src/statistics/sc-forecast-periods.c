/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The months or weeks that a forecast tells of: whole ones, from the one that its next day
 * is in to the one that its last day is in, since half a month compares with nothing. */

#include "statistics/sc-forecast-periods.h"

#include "store/sc-name-key.h"

#define DAYS_OF_WEEK 7

static ScForecastPeriod
make_week (ScDate day)
{
  GDate date = sc_date_to_gdate (day);
  ScDate monday = day - (g_date_get_weekday (&date) - G_DATE_MONDAY);

  return (ScForecastPeriod) { .first = monday, .last = monday + DAYS_OF_WEEK - 1 };
}

static ScForecastPeriod
make_month (ScDate day)
{
  GDate date = sc_date_to_gdate (day);
  ScDate first = day - g_date_get_day (&date) + 1;

  return (ScForecastPeriod) {
           .first = first,
           .last = first + g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date)) - 1,
  };
}

/**
 * sc_forecast_periods_new:
 * @as_of: a day
 * @within: how many days from then on are told of
 * @is_by_week: whether by weeks, from Monday on, or by months
 *
 * Returns: (transfer full) (element-type ScForecastPeriod): the periods, one at least
 */
GArray *
sc_forecast_periods_new (ScDate   as_of,
                         guint    within,
                         gboolean is_by_week)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (ScForecastPeriod));
  ScDate next = as_of + 1;

  do
    {
      ScForecastPeriod period = is_by_week ? make_week (next) : make_month (next);

      period.is_over = period.last < sc_clock_today ();
      g_array_append_val (periods, period);
      next = period.last + 1;
    }
  while (next <= as_of + within);

  return periods;
}

/**
 * sc_forecast_periods_find_last_over:
 * @periods: (element-type ScForecastPeriod): periods
 *
 * Returns: the last day of those that are over, or %SC_DATE_NONE
 */
ScDate
sc_forecast_periods_find_last_over (const GArray *periods)
{
  ScDate last = SC_DATE_NONE;

  for (guint i = 0; i < periods->len; i++)
    if (g_array_index (periods, ScForecastPeriod, i).is_over)
      last = g_array_index (periods, ScForecastPeriod, i).last;

  return last;
}

static ScForecastPeriod *
find_period (GArray *periods,
             ScDate  day)
{
  for (guint i = 0; i < periods->len; i++)
    {
      ScForecastPeriod *period = &g_array_index (periods, ScForecastPeriod, i);

      if (day >= period->first && day <= period->last)
        return period;
    }

  return NULL;
}

/**
 * sc_forecast_periods_count_won:
 * @periods: (element-type ScForecastPeriod): periods
 * @then: what had become of the deals by the day of the forecast
 * @later: (nullable): what had become of them when the last period that is over was so
 */
void
sc_forecast_periods_count_won (GArray        *periods,
                               const ScFates *then,
                               const ScFates *later)
{
  for (guint i = 0; i < then->list->len; i++)
    {
      const ScFate *fate = &g_array_index (then->list, ScFate, i);
      ScForecastPeriod *period = fate->decision == SC_FATE_WON ? find_period (periods, fate->decided) : NULL;

      if (period != NULL)
        period->n_won_before++;
    }
  for (guint i = 0; i < periods->len; i++)
    {
      ScForecastPeriod *period = &g_array_index (periods, ScForecastPeriod, i);

      period->n_won = period->is_over ? 0 : period->n_won_before;
    }
  for (guint i = 0; later != NULL && i < later->list->len; i++)
    {
      const ScFate *fate = &g_array_index (later->list, ScFate, i);
      ScForecastPeriod *period = fate->decision == SC_FATE_WON ? find_period (periods, fate->decided) : NULL;

      if (period != NULL && period->is_over)
        period->n_won++;
    }
}

static gboolean
is_plan_of (const ScPlan *plan,
            const char   *owner_key)
{
  g_autofree char *key = plan->owner != NULL ? sc_name_make_key (plan->owner) : NULL;

  return owner_key == NULL || g_strcmp0 (key, owner_key) == 0;
}

/* That of all together, and where there is none, those of each, as far as they add up. */
static ScMoney
find_plan (GPtrArray  *plans,
           ScDate      month,
           const char *owner_key)
{
  const ScMoney none = { 0 };
  ScMoney sum = none;

  for (guint i = 0; i < plans->len; i++)
    {
      const ScPlan *plan = plans->pdata[i];

      if (plan->month != month || !is_plan_of (plan, owner_key))
        continue;
      if (plan->owner_id == 0)
        return plan->plan;
      if (!sc_money_is_set (sum))
        sum = plan->plan;
      else if (!g_str_equal (sum.currency, plan->plan.currency))
        return none;
      else
        sum.minor = MIN (sum.minor + plan->plan.minor, SC_MONEY_MAX_SUM);
    }

  return sum;
}

/**
 * sc_forecast_periods_take_plans:
 * @periods: (element-type ScForecastPeriod): months
 * @plans: (element-type ScPlan): plans of a process, by month, in each that of all together
 *   first
 * @owner: (nullable): whose deals the forecast is of, by name, without regard to case
 */
void
sc_forecast_periods_take_plans (GArray     *periods,
                                GPtrArray  *plans,
                                const char *owner)
{
  g_autofree char *owner_key = owner != NULL ? sc_name_make_key (owner) : NULL;

  for (guint i = 0; i < periods->len; i++)
    {
      ScForecastPeriod *period = &g_array_index (periods, ScForecastPeriod, i);

      period->plan = find_plan (plans, period->first, owner_key);
    }
}
