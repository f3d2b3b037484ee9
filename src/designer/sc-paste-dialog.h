/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "designer/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_PASTE_DIALOG (sc_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScPasteDialog, sc_paste_dialog, SC, PASTE_DIALOG, AdwDialog)

void sc_paste_dialog_present (GtkWidget *parent,
                              ScDesign  *design);

G_END_DECLS
