/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was answered in stages that a deal has passed, or stood in when it left the
 * board: folded by stage, to be read and to be mended. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_EARLIER_ANSWERS (sc_earlier_answers_get_type ())
G_DECLARE_FINAL_TYPE (ScEarlierAnswers, sc_earlier_answers, SC, EARLIER_ANSWERS, AdwPreferencesGroup)

void sc_earlier_answers_show (ScEarlierAnswers *self,
                              ScStore          *store,
                              ScDealDossier    *dossier);
gboolean sc_earlier_answers_focus_answer (ScEarlierAnswers *self,
                                          const char       *criterion_id);
void sc_earlier_answers_commit (ScEarlierAnswers *self);

G_END_DECLS
