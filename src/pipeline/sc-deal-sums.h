/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals come to together, by currency, and what that is where each counts as much as
 * it is likely to be won. */

#pragma once

#include "model/sc-version.h"
#include "store/sc-rows.h"

G_BEGIN_DECLS

typedef struct _ScDealSums ScDealSums;

ScDealSums *sc_deal_sums_new (void);
void sc_deal_sums_free (ScDealSums *self);
void sc_deal_sums_add (ScDealSums         *self,
                       const ScStageTotal *total,
                       ScVersion          *version);
guint sc_deal_sums_get_n_deals (ScDealSums *self);
char *sc_deal_sums_to_text (ScDealSums *self,
                            const char *separator);
char *sc_deal_sums_to_weighted_text (ScDealSums *self,
                                     const char *separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDealSums, sc_deal_sums_free)

G_END_DECLS
