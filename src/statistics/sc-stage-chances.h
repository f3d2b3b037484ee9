/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the scheme says of a stage's chance, and what its deals say. */

#pragma once

#include "statistics/sc-figures.h"
#include "store/sc-fates.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScStageChance:
 * @stage_id: a stage
 * @name: what it is called
 * @set: the chance that is set for it, or %SC_FIGURE_NONE
 * @learned: of the deals that came into it and are decided, how many are won
 * @n_inferred: deals of which it was worked out that they came into it; they are left out
 * @reason: why nothing is learned, or %SC_REASON_NONE
 *
 * A stage in front of the client mark.
 */
typedef struct {
  char *stage_id;
  char *name;
  double set;
  ScShare learned;
  guint n_inferred;
  ScReason reason;
} ScStageChance;

GPtrArray *sc_stage_chances_read (ScStore              *store,
                                  const ScFiguresQuery *query,
                                  const ScFates        *fates,
                                  GCancellable         *cancellable,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_stage_chance_free (ScStageChance *self);

G_END_DECLS
