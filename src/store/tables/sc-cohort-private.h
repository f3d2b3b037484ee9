/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conditions of a cohort, for statements on its deals. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-visits.h"

G_BEGIN_DECLS

gboolean sc_cohort_is_whole (const ScCohort *self);
ScStatement *sc_cohort_prepare (const ScCohort *self,
                                ScConnection   *connection,
                                const char     *select,
                                const char     *end,
                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *sc_visit_list_group (ScConnection   *connection,
                                const ScCohort *cohort,
                                gboolean        with_deals,
                                GError        **error);
GArray *sc_visit_list_stage (ScConnection   *connection,
                             const ScCohort *cohort,
                             const char     *stage_id,
                             GError        **error);
GPtrArray *sc_outcome_list_group (ScConnection   *connection,
                                  const ScCohort *cohort,
                                  ScOutcomesBy    by,
                                  GError        **error);

G_END_DECLS
