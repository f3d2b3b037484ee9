/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals are expected to bring, and what came of it, each currency of its own. */

#pragma once

#include "model/sc-money.h"

G_BEGIN_DECLS

/**
 * ScForecastMoney:
 * @currency: a currency; empty where no open deal has a value
 * @expected_minor: what the open deals with a value in it are expected to bring, in minor
 *   units: each one's value as often as its chance
 * @n_valued: how many those are
 * @came_in_minor: where the time is over, what those that were won were worth at its end
 * @n_came_in: how many those are
 *
 * What is expected in a currency.
 */
typedef struct {
  char currency[4];
  double expected_minor;
  guint n_valued;
  gint64 came_in_minor;
  guint n_came_in;
} ScForecastMoney;

GArray *sc_forecast_money_list_new (void);
void sc_forecast_money_expect (GArray *list,
                               ScMoney value,
                               double  chance);
void sc_forecast_money_come_in (GArray *list,
                                ScMoney value);

/**
 * sc_forecast_money_get_bias:
 * @self: what was expected in a currency, and came in
 *
 * Returns: how much more was expected, in minor units; below 0 where more came in
 */
static inline double
sc_forecast_money_get_bias (const ScForecastMoney *self)
{
  return self->expected_minor - (double) self->came_in_minor;
}

G_END_DECLS
