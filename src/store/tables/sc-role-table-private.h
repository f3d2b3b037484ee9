/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about the roles of a version. */

#pragma once

#include "model/sc-version.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

/* Roles of a version's row. */
gboolean sc_role_table_load (ScConnection *connection,
                             gint64        version_key,
                             GPtrArray    *roles,
                             GError      **error);
/* Makes the rows say what @roles says, and writes none that does already. */
gboolean sc_role_table_save (ScWrite   *write,
                             gint64     version_key,
                             GPtrArray *roles,
                             GError   **error);

G_END_DECLS
