/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sc_lost_focus_find (AdwApplicationWindow *window);

G_END_DECLS
