/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for what stages want to be met before deals move on, with a field for each:
 * what is required first, then what is advised. */

#pragma once

#include <adwaita.h>

#include "change/sc-deal-commands.h"
#include "change/sc-gate-answers.h"
#include "store/sc-rows.h"

G_BEGIN_DECLS

#define SC_TYPE_GATE_DIALOG (sc_gate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScGateDialog, sc_gate_dialog, SC, GATE_DIALOG, AdwAlertDialog)

AdwDialog *sc_gate_dialog_new (GPtrArray         *deals,
                               GPtrArray         *open,
                               const char *const *currencies);
void sc_gate_dialog_set_labels (ScGateDialog *self,
                                const char   *done,
                                const char   *anyway);
ScGateAnswers *sc_gate_dialog_create_answers (ScGateDialog *self);
ScCommand *sc_gate_dialog_create_keep_command (ScGateDialog *self);

G_END_DECLS
