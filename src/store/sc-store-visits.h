/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store tells of deals' ways through their stages. */

#pragma once

#include "store/sc-store.h"
#include "store/sc-visits.h"

G_BEGIN_DECLS

GPtrArray *sc_store_group_visits (ScStore        *self,
                                  const ScCohort *cohort,
                                  GCancellable   *cancellable,
                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sc_store_group_visits_with_deals (ScStore        *self,
                                             const ScCohort *cohort,
                                             GCancellable   *cancellable,
                                             GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sc_store_group_outcomes (ScStore        *self,
                                    const ScCohort *cohort,
                                    ScOutcomesBy    by,
                                    GCancellable   *cancellable,
                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *sc_store_list_visits (ScStore        *self,
                              const ScCohort *cohort,
                              const char     *stage_id,
                              GCancellable   *cancellable,
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
