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

/* A name that one store at a time has of all that have the database open, in
 * whatever process; it is free again when the process ends. */
gboolean sc_guard_claim (ScGuard    *self,
                         const char *name);
void sc_guard_disclaim (ScGuard    *self,
                        const char *name);

G_END_DECLS
