/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history says of an open deal's chance. */

#pragma once

#include "model/sc-deal.h"
#include "statistics/sc-figures.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/* What became of a process's deals by now, by age. */
typedef struct _ScChances ScChances;

/**
 * ScDealChance:
 * @is_outlived: whether the deal is older than all that were decided: no chance is given
 * @longest: how many days the longest decision took
 * @within: within how many days of the calendar
 * @learned: how many of such deals of this age were won within these days, 0 to 1
 * @n: how many such deals there were
 * @is_by_stage: whether it is by how long the deal stands in its stage, and not by its age
 *
 * A deal's chance by the history.
 */
typedef struct {
  gboolean is_outlived;
  guint longest;
  guint within;
  double learned;
  guint n;
  gboolean is_by_stage;
} ScDealChance;

ScChances *sc_chances_read (ScStore      *store,
                            const char   *process_id,
                            GCancellable *cancellable,
                            GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_chances_free (ScChances *self);
GArray *sc_chances_get_outlived (const ScChances *self);
gboolean sc_chances_find (const ScChances *self,
                          const ScDeal    *deal,
                          ScDate           today,
                          ScDealChance    *chance);
char *sc_deal_chance_tell (const ScDealChance *self);
char *sc_deal_chance_tell_short (const ScDealChance *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScChances, sc_chances_free)

G_END_DECLS
