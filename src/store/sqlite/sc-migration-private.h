/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings an older database to the schema of this program. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

/* Brings the file to the schema of this program, in one transaction; a file
 * that holds something is copied first. */
gboolean sc_migration_run (ScConnection *connection,
                           const char   *path,
                           GError      **error);
/* The same with other steps than the program's own: step n (SQL) makes version
 * n of n - 1. */
gboolean sc_migration_take_steps (ScConnection      *connection,
                                  const char        *path,
                                  const char *const *steps,
                                  guint              n_steps,
                                  GError           **error);

G_END_DECLS
