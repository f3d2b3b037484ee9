/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keeps other programs from taking a database for one that nobody has
 * open. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ScGuard ScGuard;

ScGuard *sc_guard_take (const char *path);
void sc_guard_lower (ScGuard *self);
void sc_guard_release (ScGuard *self);

G_END_DECLS
