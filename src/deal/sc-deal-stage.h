/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the stage that a deal stands in is for: its goal, when a deal comes in, what is
 * done, by whom, and with which documents. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_STAGE (sc_deal_stage_get_type ())
G_DECLARE_FINAL_TYPE (ScDealStage, sc_deal_stage, SC, DEAL_STAGE, AdwPreferencesGroup)

void sc_deal_stage_show (ScDealStage   *self,
                         ScStore       *store,
                         ScDealDossier *dossier);

G_END_DECLS
