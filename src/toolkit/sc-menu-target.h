/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries of a menu that are about something. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void sc_menu_append_target (GMenu      *menu,
                            const char *label,
                            const char *action,
                            GVariant   *target);

G_END_DECLS
