/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a trial to a paying client. */

#pragma once

#include "statistics/sc-flow-parts.h"
#include "store/sc-store-visits.h"

G_BEGIN_DECLS

gboolean sc_trial_flow_is_wanted (const ScVersion *version);
gboolean sc_trial_flow_read (ScStore         *store,
                             const ScVersion *version,
                             const ScCohort  *cohort,
                             const ScFates   *fates,
                             ScDayCount       unit,
                             ScTrialFlow    **trial,
                             GCancellable    *cancellable,
                             GError         **error);

G_END_DECLS
