/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds up what an import brings, for its report. */

#pragma once

#include "model/sc-deal.h"

G_BEGIN_DECLS

/* Sums in more currencies are not told one by one. */
#define SC_MAX_IMPORT_SUMS 32

/**
 * ScImportTotal:
 * @n_deals: how many deals
 * @n_sums: in how many currencies their values are
 * @sums: what they come to in each
 * @is_partial: whether some values are in none of the sums: there are too many
 *   currencies, or a sum is beyond what can be kept
 *
 * Deals that came in, or were changed, and stand alike.
 */
typedef struct {
  guint n_deals;
  guint n_sums;
  ScMoney sums[SC_MAX_IMPORT_SUMS];
  gboolean is_partial;
} ScImportTotal;

/**
 * ScImportCounts:
 * @n_added: how many deals are new
 * @n_updated: how many were there and are changed
 * @n_unchanged: how many were there, and are what the file says
 * @n_without_started: of how many of all these nobody knows when they began
 * @n_without_closed: of how many that are not open nobody knows when they ended
 * @totals: those that are new or changed, by #ScDealStatus
 *
 * What has become of a file's rows.
 */
typedef struct {
  guint n_added;
  guint n_updated;
  guint n_unchanged;
  guint n_without_started;
  guint n_without_closed;
  ScImportTotal totals[SC_N_DEAL_STATUSES];
} ScImportCounts;

void sc_import_counts_look_at_days (ScImportCounts *self,
                                    const ScDeal   *deal);
void sc_import_counts_add (ScImportCounts *self,
                           const ScDeal   *deal);

G_END_DECLS
