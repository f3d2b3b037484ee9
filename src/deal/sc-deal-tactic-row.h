/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic, filled in for a deal: to be read, and to be taken to work with. */

#pragma once

#include <adwaita.h>

#include "model/sc-tactic.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_TACTIC_ROW (sc_deal_tactic_row_get_type ())
G_DECLARE_FINAL_TYPE (ScDealTacticRow, sc_deal_tactic_row, SC, DEAL_TACTIC_ROW, AdwPreferencesRow)

GtkWidget *sc_deal_tactic_row_new (void);
void sc_deal_tactic_row_show (ScDealTacticRow *self,
                              const ScTactic  *tactic,
                              const char      *text);
const ScTactic *sc_deal_tactic_row_get_tactic (ScDealTacticRow *self);
const char *sc_deal_tactic_row_get_text (ScDealTacticRow *self);

G_END_DECLS
