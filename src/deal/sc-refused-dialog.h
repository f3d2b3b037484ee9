/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A client refuses, or went silent: what can still be answered, why, what was agreed,
 * and what becomes of the deal. */

#pragma once

#include <adwaita.h>

#include "change/sc-refusal-plan.h"
#include "deal/sc-refusal-facts.h"

G_BEGIN_DECLS

#define SC_TYPE_REFUSED_DIALOG (sc_refused_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScRefusedDialog, sc_refused_dialog, SC, REFUSED_DIALOG, AdwDialog)

AdwDialog *sc_refused_dialog_new (ScStore        *store,
                                  ScRefusalFacts *facts);
const ScRefusalPlan *sc_refused_dialog_get_plan (ScRefusedDialog *self);
char *sc_refused_dialog_get_reason (ScRefusedDialog *self);

G_END_DECLS
