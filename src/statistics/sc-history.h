/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals became and where they stood, read once: how they stood on any past day is made
 * of it without reading again. */

#pragma once

#include "statistics/sc-standing.h"

G_BEGIN_DECLS

/**
 * ScHistory:
 * @fates: what has become of the deals by the last day
 * @visits: (element-type ScPastVisit): their visits
 * @turns: (element-type ScTurn): steps of those whose decision was changed
 * @values: what they were worth
 *
 * What there is to be made past days of.
 */
typedef struct {
  ScFates *fates;
  GArray *visits;
  GArray *turns;
  ScPastValues *values;
} ScHistory;

ScHistory *sc_history_read (ScStore              *store,
                            const ScFiguresQuery *query,
                            GCancellable         *cancellable,
                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_history_free (ScHistory *self);
ScStanding *sc_history_make_standing (const ScHistory *self,
                                      const ScVersion *version,
                                      ScDate           day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScHistory, sc_history_free)

G_END_DECLS
