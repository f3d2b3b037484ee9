/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may come in, and how far apart it may lie: the same future played many times. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Unless something else is asked for. The same seed makes the same numbers. */
#define SC_SIMULATION_SEED 1
#define SC_SIMULATION_RUNS 1000

/* A deal of which nobody said what it is worth. */
#define SC_NO_VALUE G_GINT64_CONSTANT (-1)

/* How deals stand and how they have come so far, from which a future is played. */
typedef struct _ScSimulation ScSimulation;

/**
 * ScBand:
 * @low: one in ten futures has less
 * @median: half of them have no more
 * @high: one in ten has more
 *
 * What a number may come to. Between @low and @high lie 80 % of the futures.
 */
typedef struct {
  gint64 low;
  gint64 median;
  gint64 high;
} ScBand;

/**
 * ScScenario:
 * @growth: how many new deals come for each that has come so far, 1 for as many
 * @days_less: by how many days deals are decided sooner
 * @conversion: how many are won for each that was so far, 1 for as many
 *
 * What if something were otherwise. The last two are so of new deals, and of the open ones
 * that it still lies before.
 */
typedef struct {
  double growth;
  guint days_less;
  double conversion;
} ScScenario;

/* As it is. */
#define SC_SCENARIO_NONE ((ScScenario) { .growth = 1, .days_less = 0, .conversion = 1 })

/**
 * ScFuture:
 * @n_periods: how many periods there are
 * @n_currencies: in how many currencies there is money
 * @deals: (array): how many deals are won in each period; behind the last one, in all
 * @money: (array): for each currency the same of what these are worth, in minor units;
 *   those without a value are not among it
 *
 * What may come in.
 */
typedef struct {
  guint n_periods;
  guint n_currencies;
  ScBand *deals;
  ScBand *money;
} ScFuture;

typedef void (*ScSimulationProgress) (double fraction,
                                      gpointer user_data);

ScSimulation *sc_simulation_new (guint n_currencies);
void sc_simulation_free (ScSimulation *self);

guint sc_simulation_add_curve (ScSimulation *self,
                               const GArray *outcomes);
void sc_simulation_add_open (ScSimulation *self,
                             guint curve,
                             guint age,
                             gboolean is_before,
                             gint64 value_minor,
                             guint currency);
void sc_simulation_add_week (ScSimulation *self,
                             guint n_started);
void sc_simulation_add_value (ScSimulation *self,
                              gint64 value_minor,
                              guint currency);

ScFuture *sc_simulation_run (ScSimulation *self,
                             const guint *ends,
                             guint n_periods,
                             const ScScenario *scenario,
                             guint64 seed,
                             guint n_runs,
                             ScSimulationProgress progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
const ScBand *sc_future_get_money (const ScFuture *self,
                                   guint currency,
                                   guint period);
void sc_future_free (ScFuture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScSimulation, sc_simulation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFuture, sc_future_free)

G_END_DECLS
