/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The months or weeks that a forecast tells of. */

#pragma once

#include "statistics/sc-simulation.h"
#include "store/sc-fates.h"
#include "store/sc-plan.h"

G_BEGIN_DECLS

/**
 * ScForecastPeriod:
 * @first: its first day
 * @last: its last day
 * @n_won: deals won in it: by the day as of which the forecast is, or where the period is
 *   over in all
 * @is_over: whether it is
 * @n_won_before: those that were won in it by the day of the forecast
 * @plan: what is planned for it, unset where nothing is, and for weeks
 * @deals: how many may be won in it in all; filled by sc_forecast_play()
 *
 * A month, or a week.
 */
typedef struct {
  ScDate first;
  ScDate last;
  guint n_won;
  gboolean is_over;
  guint n_won_before;
  ScMoney plan;
  ScBand deals;
} ScForecastPeriod;

GArray *sc_forecast_periods_new (ScDate   as_of,
                                 guint    within,
                                 gboolean is_by_week);
void sc_forecast_periods_count_won (GArray        *periods,
                                    const ScFates *then,
                                    const ScFates *later);
void sc_forecast_periods_take_plans (GArray     *periods,
                                     GPtrArray  *plans,
                                     const char *owner);
ScDate sc_forecast_periods_find_last_over (const GArray *periods);

G_END_DECLS
