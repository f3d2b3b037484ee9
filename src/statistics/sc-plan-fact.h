/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan, what has come of it, and what may still come by the month's end. */

#pragma once

#include "statistics/sc-simulation.h"
#include "store/sc-plan.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScPlanFact:
 * @plan: the plan, with what was won and received
 * @outstanding: what is still to be won of it
 * @is_expected: whether what may still come is known: the month is not over, enough deals
 *   are decided, and open ones have values in the plan's currency
 * @expected: what may still be won by the month's end, in minor units
 */
typedef struct {
  ScPlan *plan;
  ScMoney outstanding;
  gboolean is_expected;
  ScBand expected;
} ScPlanFact;

GPtrArray *sc_plan_facts_read (ScStore      *store,
                               const char   *process_id,
                               GCancellable *cancellable,
                               GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sc_plan_facts_read_own (ScStore      *store,
                                   GCancellable *cancellable,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_plan_fact_free (ScPlanFact *self);
char *sc_plan_fact_tell (const ScPlanFact *self);
char *sc_plan_fact_tell_own (const ScPlanFact *self);

G_END_DECLS
