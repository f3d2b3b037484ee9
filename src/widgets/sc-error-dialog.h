/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells why something could not be done. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_ERROR_DIALOG (sc_error_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScErrorDialog, sc_error_dialog, SC, ERROR_DIALOG, AdwAlertDialog)

void sc_error_dialog_present (GtkWidget    *parent,
                              const char   *heading,
                              const GError *error);
const char *sc_conflict_get_advice (void);

G_END_DECLS
