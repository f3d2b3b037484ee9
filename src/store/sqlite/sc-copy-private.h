/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sqlite/sc-connection-private.h"

G_BEGIN_DECLS

/* Copies what the connection sees into a new file, which is there whole or not
 * at all; a file that is there is replaced. */
gboolean sc_copy_database (ScConnection *connection,
                           const char   *path,
                           GError      **error);

/* Makes a database that is there, and may be open elsewhere, the same as what
 * the connection sees, in one transaction. */
gboolean sc_copy_into (ScConnection *connection,
                       const char   *path,
                       GError      **error);

G_END_DECLS
