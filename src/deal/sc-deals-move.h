/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-version.h"
#include "widgets/sc-change.h"

G_BEGIN_DECLS

void sc_deals_move (GtkWidget  *origin,
                    ScStore    *store,
                    ScVersion  *version,
                    GArray     *deal_ids,
                    const char *stage_id);

void sc_deals_complete (GtkWidget *origin,
                        ScStore   *store,
                        ScVersion *version,
                        GArray    *deal_ids,
                        gboolean   is_won);

G_END_DECLS
