/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a process's new name. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_RENAME_DIALOG (sc_rename_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScRenameDialog, sc_rename_dialog, SC, RENAME_DIALOG, AdwAlertDialog)

void sc_rename_process (GtkWidget *origin,
                        ScStore   *store,
                        ScProcess *process,
                        GPtrArray *processes);

G_END_DECLS
