/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to a deal: the newest first, and all of it. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_HISTORY (sc_deal_history_get_type ())
G_DECLARE_FINAL_TYPE (ScDealHistory, sc_deal_history, SC, DEAL_HISTORY, AdwPreferencesGroup)

void sc_deal_history_show (ScDealHistory *self,
                           ScDealDossier *dossier);

G_END_DECLS
