/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process from the stages that one has: a pasted list, what each of them is taken
 * for, and what the sales are like. */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_TYPE_STAGES_DIALOG (sc_stages_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScStagesDialog, sc_stages_dialog, SC, STAGES_DIALOG, AdwDialog)

ScStagesDialog *sc_stages_dialog_new (const char      *name,
                                      const ScAspects *aspects);
void sc_stages_dialog_refuse_name (ScStagesDialog *self,
                                   const char     *message);

G_END_DECLS
