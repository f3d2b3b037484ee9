/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says how much of what stages ask is answered. */

#pragma once

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

char *sc_deal_progress_of (GPtrArray *criteria);
char *sc_deal_progress_to_text (const ScDealDossier *dossier,
                                const ScStage       *stage);

G_END_DECLS
