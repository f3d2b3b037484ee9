/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the focus where it belongs while a dialog opens. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sc_dialog_focus_keep (AdwApplicationWindow *window);

G_END_DECLS
