/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to a deal when the client refuses in a stage. */

#pragma once

#include "model/sc-duration.h"

G_BEGIN_DECLS

typedef enum {
  SC_REFUSAL_LOST,
  SC_REFUSAL_BACK,
  SC_REFUSAL_PARK,
} ScRefusalKind;

#define SC_N_REFUSAL_KINDS (SC_REFUSAL_PARK + 1)

/* For how long a deal can be parked: ten years, as working days, as working hours of the
 * standard calendar, and as days. */
#define SC_PARKED_WORKING_DAYS_MAX 2610
#define SC_PARKED_WORKING_HOURS_MAX (SC_PARKED_WORKING_DAYS_MAX * 8)
#define SC_PARKED_DAYS_MAX 3653

/**
 * ScRefusal:
 * @kind: whether the deal is lost, goes back, or is parked
 * @stage_id: (nullable): the stage that it goes back to; only with %SC_REFUSAL_BACK
 * @after: for how long it is parked, no time where nobody said; only with
 *   %SC_REFUSAL_PARK
 *
 * What happens to a deal when the client refuses, or goes silent, in a stage.
 */
typedef struct {
  ScRefusalKind kind;
  char *stage_id;
  ScDuration after;
} ScRefusal;

const char *sc_refusal_kind_get_id (ScRefusalKind kind);
gboolean sc_refusal_kind_from_id (const char    *id,
                                  ScRefusalKind *kind);
void sc_refusal_assign (ScRefusal       *self,
                        const ScRefusal *other);
gboolean sc_refusal_is_in_bounds (const ScRefusal *self);
gboolean sc_refusal_equal (const ScRefusal *a,
                           const ScRefusal *b);

G_END_DECLS
