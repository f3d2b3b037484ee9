/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that says how a figure was worked out. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_HELP_BUTTON (sc_help_button_get_type ())
G_DECLARE_FINAL_TYPE (ScHelpButton, sc_help_button, SC, HELP_BUTTON, AdwBin)

GtkWidget *sc_help_button_new (void);
void sc_help_button_set_text (ScHelpButton *self,
                              const char   *text);

G_END_DECLS
