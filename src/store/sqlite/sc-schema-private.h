/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema: how a file is known for one of ours, and made so. */

#pragma once

#include "store/engine/sc-opening-private.h"

G_BEGIN_DECLS

/* “SCft”, in the file's header. */
#define SC_APPLICATION_ID 0x53436674

guint sc_schema_get_version (void);
const char *sc_schema_get_checksum (void);
const char *sc_schema_get_step (guint    version,
                                GError **error);
/* Looks without writing. */
gboolean sc_schema_inspect (ScConnection *connection,
                            ScFileState  *state,
                            GError      **error);
/* Brings the file to the schema of this program, in one transaction; a file
 * that holds something is copied first. */
gboolean sc_schema_migrate (ScConnection *connection,
                            const char   *path,
                            GError      **error);
/* The same with other steps than the program's own: step n (SQL) makes version
 * n of n - 1. */
gboolean sc_schema_take_steps (ScConnection      *connection,
                               const char        *path,
                               const char *const *steps,
                               guint              n_steps,
                               GError           **error);

G_END_DECLS
