/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a file to deals in four steps: choose it, see and change how it is read, wait,
 * and read what was left out. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_IMPORT_DIALOG (sc_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScImportDialog, sc_import_dialog, SC, IMPORT_DIALOG, AdwDialog)

/* Takes deals from a table into a published process. @origin: what was clicked
 * on, under a toast overlay that tells the end with Undo. */
AdwDialog *sc_import_dialog_new (ScStore    *store,
                                 const char *process_id,
                                 GtkWidget  *origin);
void sc_import_dialog_load (ScImportDialog *self,
                            const char     *path);
void sc_import_dialog_save_left_out (ScImportDialog *self,
                                     const char     *path);

G_END_DECLS
