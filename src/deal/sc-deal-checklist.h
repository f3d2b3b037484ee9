/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask of a deal, to be ticked and answered: of the stage that it stands
 * in, or of those that it has passed. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_CHECKLIST (sc_deal_checklist_get_type ())
G_DECLARE_FINAL_TYPE (ScDealChecklist, sc_deal_checklist, SC, DEAL_CHECKLIST, AdwPreferencesGroup)

GtkWidget *sc_deal_checklist_new_folded (void);
void sc_deal_checklist_show (ScDealChecklist *self,
                             ScStore         *store,
                             ScDealDossier   *dossier,
                             const ScStage   *stage);
gboolean sc_deal_checklist_focus_answer (ScDealChecklist *self,
                                         const char      *criterion_id);
void sc_deal_checklist_commit (ScDealChecklist *self);

G_END_DECLS
