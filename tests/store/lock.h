/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another process that holds a database: LOCK_HOLDER in the environment. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _Lock Lock;

Lock *lock_hold (const char *kind,
                 const char *path);
void lock_release (Lock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lock, lock_release)

G_END_DECLS
