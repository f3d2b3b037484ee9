/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the focus near where it was when what had it goes: a row that is done, deleted
 * by another window, read anew. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sc_lost_focus_find (AdwApplicationWindow *window);

G_END_DECLS
