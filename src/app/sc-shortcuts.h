/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One table of keys: the application's and the window's accelerators are set from it,
 * and the dialog that shows all keys is made from it, so that it can't say anything
 * else than what works. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sc_shortcuts_set_accels (GtkApplication *application);
void sc_shortcuts_add_to_dialogs (AdwApplicationWindow *window);
AdwDialog *sc_shortcuts_dialog_new (void);

G_END_DECLS
