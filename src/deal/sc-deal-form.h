/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"
#include "widgets/sc-unsaved.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_FORM (sc_deal_form_get_type ())
G_DECLARE_FINAL_TYPE (ScDealForm, sc_deal_form, SC, DEAL_FORM, AdwPreferencesGroup)

void sc_deal_form_show (ScDealForm    *self,
                        ScStore       *store,
                        ScDealDossier *dossier);
void sc_deal_form_commit (ScDealForm *self);
void sc_deal_form_focus_title (ScDealForm *self);

G_END_DECLS
