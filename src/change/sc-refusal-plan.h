/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to become of a deal whose client has refused, or went silent: what a dialog
 * preselects, and what the command line does where nobody says it. */

#pragma once

#include "model/sc-refusal.h"
#include "model/sc-version.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/* For how long a deal is parked where nobody says it, in working days. */
#define SC_REFUSAL_PARKED_DAYS 60

/**
 * ScRefusalPlan:
 * @kind: what is to become of a deal whose client has refused; preselected, and a
 *   person's to change
 * @stage_id: (nullable): where it would go back to, %NULL where there is no such stage
 * @until: the day until which it would be parked
 * @ends_early: whether it is a client's: what is not parked ends early then, also where
 *   @kind says that it is lost or goes back
 */
typedef struct {
  ScRefusalKind kind;
  char *stage_id;
  ScDate until;
  gboolean ends_early;
} ScRefusalPlan;

ScRefusalPlan *sc_refusal_plan_choose (const ScVersion *version,
                                       const ScDeal    *deal,
                                       const char      *reason,
                                       guint            n_refusals);
ScRefusalPlan *sc_refusal_plan_load (ScStore      *store,
                                     const ScDeal *deal,
                                     const char   *reason,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
ScRefusalPlan *sc_refusal_plan_copy (const ScRefusalPlan *self);
void sc_refusal_plan_free (ScRefusalPlan *self);
const char *sc_refusal_plan_get_outcome (const ScRefusalPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScRefusalPlan, sc_refusal_plan_free)

G_END_DECLS
