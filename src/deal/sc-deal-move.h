/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves one deal or several, or has them leave the board: on the way on, it is asked
 * once for what their stages want to be ticked, and for a next step where there is
 * none. */

#pragma once

#include "model/sc-deal.h"
#include "model/sc-version.h"
#include "widgets/sc-change.h"

G_BEGIN_DECLS

void sc_deal_move (GtkWidget   *origin,
                   ScStore     *store,
                   ScVersion   *version,
                   ScDeal      *deal,
                   GArray      *deal_ids,
                   const char  *stage_id,
                   gint64       before_id,
                   ScChangeDone done,
                   gpointer     user_data);
void sc_deal_complete (GtkWidget   *origin,
                       ScStore     *store,
                       ScVersion   *version,
                       ScDeal      *deal,
                       GArray      *deal_ids,
                       ScChangeDone done,
                       gpointer     user_data);

G_END_DECLS
