/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds up what deals are expected to bring, and what came of it, each currency of its own.
 * A deal without a value is not in it, and never worth 0: who adds up counts it apart. */

#include "statistics/sc-forecast-money.h"

#include <string.h>

/**
 * sc_forecast_money_list_new:
 *
 * Returns: (transfer full) (element-type ScForecastMoney): nothing in any currency; currencies
 *   come in the order of their codes
 */
GArray *
sc_forecast_money_list_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (ScForecastMoney));
}

static ScForecastMoney *
need_currency (GArray     *list,
               const char *currency)
{
  ScForecastMoney money = { 0 };
  guint place = 0;

  while (place < list->len && strcmp (g_array_index (list, ScForecastMoney, place).currency, currency) < 0)
    place++;
  if (place == list->len || strcmp (g_array_index (list, ScForecastMoney, place).currency, currency) != 0)
    {
      g_strlcpy (money.currency, currency, sizeof money.currency);
      g_array_insert_val (list, place, money);
    }

  return &g_array_index (list, ScForecastMoney, place);
}

/**
 * sc_forecast_money_expect:
 * @list: (element-type ScForecastMoney): what is expected by currency
 * @value: what an open deal is worth
 * @chance: its chance
 *
 * Adds the deal.
 */
void
sc_forecast_money_expect (GArray *list,
                          ScMoney value,
                          double  chance)
{
  ScForecastMoney *money = need_currency (list, value.currency);

  money->expected_minor += chance * (double) value.minor;
  money->n_valued++;
}

/**
 * sc_forecast_money_come_in:
 * @list: (element-type ScForecastMoney): what came in by currency
 * @value: what a deal was worth when it was won
 *
 * Adds the deal.
 */
void
sc_forecast_money_come_in (GArray *list,
                           ScMoney value)
{
  ScForecastMoney *money = need_currency (list, value.currency);

  money->came_in_minor = MIN (money->came_in_minor + value.minor, SC_MONEY_MAX_SUM);
  money->n_came_in++;
}
