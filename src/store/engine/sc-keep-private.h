/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps copies that are made by themselves. */

#pragma once

#include "store/engine/sc-copy-private.h"

G_BEGIN_DECLS

/* Whether the database, as the connection sees it, has changed since the last
 * copy of it was kept. */
gboolean sc_keep_is_needed (ScConnection *connection,
                            const char   *database);

/* Keeps a copy of it in the user's data folder, and drops what is too much. */
gboolean sc_keep_copy (ScConnection *connection,
                       const char   *database,
                       ScCopyPace    pace,
                       gpointer      pace_data,
                       GError      **error);

G_END_DECLS
