/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to ask, say and send in the stage that a deal stands in: the tactics that fit
 * best, filled in, and the others on request. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_TACTICS (sc_deal_tactics_get_type ())
G_DECLARE_FINAL_TYPE (ScDealTactics, sc_deal_tactics, SC, DEAL_TACTICS, AdwPreferencesGroup)

void sc_deal_tactics_show (ScDealTactics *self,
                           ScStore       *store,
                           ScDealDossier *dossier);

G_END_DECLS
