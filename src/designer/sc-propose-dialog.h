/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "designer/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_PROPOSE_DIALOG (sc_propose_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScProposeDialog, sc_propose_dialog, SC, PROPOSE_DIALOG, AdwDialog)

void sc_propose_dialog_present (GtkWidget *parent,
                                ScDesign  *design);

G_END_DECLS
