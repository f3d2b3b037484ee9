/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sc_shortcuts_set_accels (GtkApplication *application);
void sc_shortcuts_add_to_dialogs (AdwApplicationWindow *window);
AdwDialog *sc_shortcuts_dialog_new (void);

G_END_DECLS
