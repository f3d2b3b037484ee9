/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals of a process are on show: what the user has chosen, kept with the process. */

#pragma once

#include "model/sc-version.h"
#include "store/sc-deal-query.h"

G_BEGIN_DECLS

/**
 * ScDealsStatus:
 * @SC_DEALS_ALL: whatever the view has
 * @SC_DEALS_PARKED: those that are parked
 *
 * Behind the first stand the statuses of deals, each one further on.
 */
typedef enum {
  SC_DEALS_ALL,
  SC_DEALS_PARKED = SC_N_DEAL_STATUSES + 1,
} ScDealsStatus;

/**
 * ScDealsFilter:
 * @owner_id: whose, 0 for everybody's
 * @status: an #ScDealsStatus, or 1 and an #ScDealStatus
 * @label: (nullable): those with this label
 * @is_without_step: those without a next step
 * @is_over: those over the target time of their stage
 * @is_outlived: those that are older than all that were decided
 * @outlived: (nullable) (element-type gint64): these, once they are known; not kept
 */
typedef struct {
  gint64 owner_id;
  guint status;
  char *label;
  gboolean is_without_step;
  gboolean is_over;
  gboolean is_outlived;
  GArray *outlived;
} ScDealsFilter;

void sc_deals_filter_copy (ScDealsFilter       *self,
                           const ScDealsFilter *from);
void sc_deals_filter_clear (ScDealsFilter *self);
gboolean sc_deals_filter_is_set (const ScDealsFilter *self);
void sc_deals_filter_load (ScDealsFilter *self,
                           GSettings     *settings,
                           const char    *process_id);
void sc_deals_filter_save (const ScDealsFilter *self,
                           GSettings           *settings,
                           const char          *process_id);
void sc_deals_filter_apply (const ScDealsFilter *self,
                            ScVersion           *version,
                            gboolean             is_board,
                            ScDealQuery         *query);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScDealsFilter, sc_deals_filter_clear);

G_END_DECLS
