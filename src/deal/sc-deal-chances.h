/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history says of the chances of a process's open deals, for who shows them. */

#pragma once

#include "statistics/sc-chances.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_CHANCES (sc_deal_chances_get_type ())
G_DECLARE_FINAL_TYPE (ScDealChances, sc_deal_chances, SC, DEAL_CHANCES, GObject)

ScDealChances *sc_deal_chances_get (ScStore    *store,
                                    const char *process_id);
gboolean sc_deal_chances_find (ScDealChances *self,
                               const ScDeal  *deal,
                               ScDealChance  *chance);
GArray *sc_deal_chances_get_outlived (ScDealChances *self);
gboolean sc_deal_chances_has_outlived (ScDealChances *self,
                                       gint64         deal_id);

G_END_DECLS
