/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices what was committed, by this program or by another, and tells the
 * thread that made it. */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

typedef struct _ScWatcher ScWatcher;

ScWatcher *sc_watcher_new (ScStore *store,
                           guint    signal);
void sc_watcher_free (ScWatcher *self);
void sc_watcher_look_soon (ScWatcher *self);

G_END_DECLS
