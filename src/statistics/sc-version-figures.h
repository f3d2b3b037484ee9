/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the last change of a process helped: the same figures of the deals that began
 * under each of its versions. */

#pragma once

#include "statistics/sc-difference.h"
#include "statistics/sc-figures.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScVersionFigures:
 * @number: a version
 * @n_started: deals that came in while it was the published one
 * @share: how many of those that are decided are won
 * @to_decision: within how many days of the calendar they are decided
 */
typedef struct {
  guint number;
  guint n_started;
  ScShare share;
  ScTimes to_decision;
} ScVersionFigures;

/**
 * ScVersionDifference:
 * @from: a version
 * @to: the next one
 * @reason: why the difference is not known, or %SC_REASON_NONE
 * @share: by how much the share won differs
 * @n_needed: how many decided deals of each it takes to tell a difference of 15 of 100;
 *   0 where what there is tells one
 */
typedef struct {
  guint from;
  guint to;
  ScReason reason;
  ScDifference share;
  guint n_needed;
} ScVersionDifference;

/**
 * ScVersionsFigures:
 * @versions: (element-type ScVersionFigures): the versions that deals came in under
 * @differences: (element-type ScVersionDifference): between each and the next one
 */
typedef struct {
  GArray *versions;
  GArray *differences;
} ScVersionsFigures;

ScVersionsFigures *sc_versions_figures_read (ScStore              *store,
                                             const ScFiguresQuery *query,
                                             GCancellable         *cancellable,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_versions_figures_free (ScVersionsFigures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScVersionsFigures, sc_versions_figures_free)

G_END_DECLS
