/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about the stages of a version. */

#pragma once

#include "model/sc-version.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

/* What a version's row says of stages. */
gboolean sc_version_stage_table_load (ScConnection *connection,
                                      gint64        version_key,
                                      GPtrArray    *stages,
                                      GError      **error);
/* By UUID, what the latest version that has a stage calls it. */
GHashTable *sc_version_stage_table_list_names (ScConnection *connection,
                                               const char   *process_id,
                                               GError      **error);
/* Makes the rows say what @stages says, and writes none that does already. */
gboolean sc_version_stage_table_save (ScWrite   *write,
                                      gint64     process_key,
                                      gint64     version_key,
                                      GPtrArray *stages,
                                      GError   **error);

G_END_DECLS
