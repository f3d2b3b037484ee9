/* SPDX-License-Identifier: GPL-3.0-or-later */

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
