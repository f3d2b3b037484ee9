/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a tactic fits: with which loss reasons of the process, sources and labels of a
 * deal. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_TACTIC_DIALOG (sc_tactic_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScTacticDialog, sc_tactic_dialog, SC, TACTIC_DIALOG, AdwDialog)

void sc_tactic_dialog_present (GtkWidget  *parent,
                               ScDesign   *design,
                               const char *stage_id,
                               const char *tactic_id);

G_END_DECLS
