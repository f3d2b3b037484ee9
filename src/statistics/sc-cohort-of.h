/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals the store is asked for where figures are. */

#pragma once

#include "statistics/sc-figures.h"
#include "store/sc-store-visits.h"

G_BEGIN_DECLS

/* @cohort: (out caller-allocates): it lives no longer than @query. */
gboolean sc_cohort_of_query (ScStore              *store,
                             const ScFiguresQuery *query,
                             ScCohort             *cohort,
                             GError              **error);

G_END_DECLS
