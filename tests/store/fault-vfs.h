/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file system that fails when it is told to: SQLite's own one, which counts
 * what is written and reports an error at the n-th write and all after it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Becomes the file system of all databases that are opened from now on. */
void fault_vfs_install (void);
/* From the @n_th write or sync on (counted from 1) each one fails with
 * @code, such as SQLITE_FULL. */
void fault_vfs_arm (guint n_th,
                    int   code);
/* Returns how many writes and syncs there were since it was armed. */
guint fault_vfs_disarm (void);

G_END_DECLS
