/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sc_window_undo_install (GtkWidgetClass *widget_class);

void sc_window_undo_add_keys (AdwApplicationWindow *window);

G_END_DECLS
