/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What will come in, as it could be said on a day, and where that is over what came. */

#pragma once

#include "statistics/sc-forecast-money.h"
#include "statistics/sc-forecast-periods.h"
#include "statistics/sc-standing.h"

G_BEGIN_DECLS

#define SC_FORECAST_DAYS 90

/**
 * ScForecastQuery:
 * @deals: which deals, and as of which day
 * @within: within how many days of the calendar deals are to be won
 * @is_by_week: whether what comes in is told by weeks, and not by months
 * @seed: where the simulation's random numbers begin
 *
 * Which forecast is wanted.
 */
typedef struct {
  ScFiguresQuery *deals;
  guint within;
  gboolean is_by_week;
  guint64 seed;
} ScForecastQuery;

/**
 * ScForecast:
 * @query: what was asked for, with the day
 * @standing: how the deals stood
 * @reason: why nothing can be said, or %SC_REASON_NONE
 * @n_open: open deals of which it is known when they began
 * @n_no_start: open deals of which it is not; they are left out
 * @n_beyond: those that have outlived all that were decided: no chance is given
 * @expected: how many are expected to be won within the time
 * @is_over: whether it has passed, so that what follows is known
 * @n_won: how many were won
 * @bias: how many more were expected
 * @brier: how wrong the chances were, with no chance for those that are beyond
 * @uncertainty: how wrong it would have been to say the same, right share of all
 * @baseline: the share of those that were open as many days before that were won since,
 *   or %SC_FIGURE_NONE
 * @n_before: how many were open then
 * @n_before_won: how many of them were won since
 * @baseline_brier: how wrong it would have been to say that of all
 * @n_set: open deals of which a set chance is known: their stage as it was, and that it has
 *   a probability
 * @set_expected: how many of those were to be won by the set chances
 * @set_brier: how wrong those were
 * @beside_set_brier: how wrong the forecast's own chances of the same deals were
 * @n_without_value: open deals of which nobody had said what they are worth
 * @n_won_without_value: of those with a value, the ones that were won and had none any more
 * @money: (element-type ScForecastMoney): what is expected, by currency, and what came in of
 *   the same deals
 * @periods: (element-type ScForecastPeriod): the months or weeks, in order
 * @future: (nullable): what may come in from then on; made by sc_forecast_play()
 *
 * A forecast.
 */
typedef struct {
  ScForecastQuery *query;
  ScStanding *standing;
  ScReason reason;
  guint n_open;
  guint n_no_start;
  guint n_beyond;
  double expected;
  gboolean is_over;
  guint n_won;
  double bias;
  double brier;
  double uncertainty;
  double baseline;
  guint n_before;
  guint n_before_won;
  double baseline_brier;
  guint n_set;
  double set_expected;
  double set_brier;
  double beside_set_brier;
  guint n_without_value;
  guint n_won_without_value;
  GArray *money;
  GArray *periods;
  ScFuture *future;
} ScForecast;

ScForecastQuery *sc_forecast_query_new (const char *process_id);
ScForecastQuery *sc_forecast_query_copy (const ScForecastQuery *self);
void sc_forecast_query_free (ScForecastQuery *self);

ScForecast *sc_forecast_read (ScStore               *store,
                              const ScForecastQuery *query,
                              GCancellable          *cancellable,
                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sc_forecast_play (ScForecast          *self,
                           ScSimulationProgress progress,
                           gpointer             user_data,
                           GCancellable        *cancellable,
                           GError             **error);
ScFuture *sc_forecast_play_scenario (const ScForecast    *self,
                                     const ScScenario    *scenario,
                                     const char *const   *behind,
                                     ScSimulationProgress progress,
                                     gpointer             user_data,
                                     GCancellable        *cancellable,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;
guint sc_forecast_get_n_currencies (const ScForecast *self);
void sc_forecast_free (ScForecast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScForecastQuery, sc_forecast_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScForecast, sc_forecast_free)

G_END_DECLS
