/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Splits a stage in two: asks which kinds of step and which exit criteria go into the
 * second. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_SPLIT_DIALOG (sc_split_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScSplitDialog, sc_split_dialog, SC, SPLIT_DIALOG, AdwDialog)

void sc_split_dialog_present (GtkWidget  *parent,
                              ScDesign   *design,
                              const char *stage_id);

G_END_DECLS
