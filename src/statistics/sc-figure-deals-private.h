/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who knows which deals a figure is made of: whoever makes it. */

#pragma once

#include "statistics/sc-figure-deals.h"
#include "store/sc-fates.h"
#include "store/sc-visits.h"

G_BEGIN_DECLS

GArray *sc_cycle_list_deals (ScStore              *store,
                             const ScFiguresQuery *query,
                             const ScFigureDeals  *deals,
                             GCancellable         *cancellable,
                             GError              **error);
GArray *sc_trial_flow_list_deals (ScStore              *store,
                                  const ScFiguresQuery *query,
                                  const ScFigureDeals  *deals,
                                  GCancellable         *cancellable,
                                  GError              **error);
GArray *sc_promise_list_deals (ScStore              *store,
                               const ScFiguresQuery *query,
                               const ScFigureDeals  *deals,
                               GCancellable         *cancellable,
                               GError              **error);
/* Of those in @fates. */
GArray *sc_slips_list_deals (ScStore              *store,
                             const ScFiguresQuery *query,
                             const ScFates        *fates,
                             ScFigureCase          which,
                             GCancellable         *cancellable,
                             GError              **error);
GArray *sc_stage_chances_list_deals (ScStore              *store,
                                     const ScFiguresQuery *query,
                                     const ScFates        *fates,
                                     const ScFigureDeals  *deals,
                                     GCancellable         *cancellable,
                                     GError              **error);
GArray *sc_forecast_record_list_deals (ScStore              *store,
                                       const ScFiguresQuery *query,
                                       const ScFigureDeals  *deals,
                                       GCancellable         *cancellable,
                                       GError              **error);
GArray *sc_versions_list_deals (ScStore              *store,
                                const ScFiguresQuery *query,
                                const ScFates        *fates,
                                const ScFigureDeals  *deals,
                                GCancellable         *cancellable,
                                GError              **error);
GArray *sc_discovery_list_deals (ScStore              *store,
                                 const ScFiguresQuery *query,
                                 const ScFigureDeals  *deals,
                                 GCancellable         *cancellable,
                                 GError              **error);

G_END_DECLS
