/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be done for a deal, and what was done last. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_STEPS (sc_deal_steps_get_type ())
G_DECLARE_FINAL_TYPE (ScDealSteps, sc_deal_steps, SC, DEAL_STEPS, AdwPreferencesGroup)

void sc_deal_steps_show (ScDealSteps   *self,
                         ScStore       *store,
                         ScDealDossier *dossier);

G_END_DECLS
