/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices what was committed, by this program or by another, and tells the
 * thread that made it. */

#pragma once

#include "store/sc-account-private.h"
#include "store/sc-kept-calendar-private.h"

G_BEGIN_DECLS

typedef struct _ScWatcher ScWatcher;

/* How far a database's changes were seen. */
typedef struct {
  gint64 last_change;
  gint64 names;
} ScWatched;

void sc_watcher_look_first (ScConnection *connection,
                            ScWatched    *seen);
ScWatcher *sc_watcher_new (const char      *path,
                           gboolean         is_immutable,
                           const ScWatched *seen,
                           const char      *window,
                           ScAccount       *account,
                           ScKeptCalendar  *kept_calendar,
                           GObject         *told,
                           guint            signal);
void sc_watcher_free (ScWatcher *self);
void sc_watcher_look_soon (ScWatcher *self);

G_END_DECLS
