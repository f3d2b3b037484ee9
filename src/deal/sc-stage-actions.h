/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_STAGE_ACTIONS (sc_stage_actions_get_type ())
G_DECLARE_FINAL_TYPE (ScStageActions, sc_stage_actions, SC, STAGE_ACTIONS, AdwPreferencesRow)

GtkWidget *sc_stage_actions_new (const ScStage *stage);
void sc_stage_actions_show (ScStageActions *self,
                            ScStore        *store,
                            ScDealDossier  *dossier);

G_END_DECLS
