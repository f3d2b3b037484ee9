/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal's chance by the history, beside the one that is set. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_CHANCE_ROW (sc_deal_chance_row_get_type ())
G_DECLARE_FINAL_TYPE (ScDealChanceRow, sc_deal_chance_row, SC, DEAL_CHANCE_ROW, AdwActionRow)

void sc_deal_chance_row_show (ScDealChanceRow *self,
                              ScStore         *store,
                              ScDealDossier   *dossier);

G_END_DECLS
