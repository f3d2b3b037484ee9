/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what the Deals view needs to know before it can show deals, in a thread. */

#pragma once

#include "model/sc-version.h"
#include "pipeline/sc-deals-filter.h"
#include "store/sc-deal-query.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScPipelineLoad:
 * @version: (nullable): the published version, %NULL where there is none
 * @totals: (element-type ScStageTotal): counts and sums of what is wanted, of
 *   every status
 * @has_deals: whether the process has any deals at all
 *
 * What the Deals view needs to know before it can show deals.
 */
typedef struct {
  ScVersion *version;
  GPtrArray *totals;
  gboolean has_deals;
} ScPipelineLoad;

ScPipelineLoad *sc_pipeline_load (ScStore             *store,
                                  const ScDealQuery   *query,
                                  const ScDealsFilter *filter,
                                  ScVersion           *known,
                                  GCancellable        *cancellable,
                                  GError             **error);
void sc_pipeline_load_async (ScStore             *store,
                             const ScDealQuery   *query,
                             const ScDealsFilter *filter,
                             ScVersion           *known,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
ScPipelineLoad *sc_pipeline_load_finish (ScStore      *store,
                                         GAsyncResult *result,
                                         GError      **error);
gboolean sc_pipeline_load_has_standing (const ScPipelineLoad *self);
void sc_pipeline_load_free (ScPipelineLoad *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPipelineLoad, sc_pipeline_load_free)

G_END_DECLS
