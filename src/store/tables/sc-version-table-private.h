/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions, with the rows of their stages and roles. */

#pragma once

#include "model/sc-version-record.h"
#include "model/sc-version.h"
#include "store/sc-rows.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

/* %NULL with %SC_STORE_ERROR_NOT_FOUND where there is none. @version_key:
 * (out) (optional): its row. */
ScVersion *sc_version_table_load (ScConnection   *connection,
                                  gint64          process_key,
                                  ScVersionWanted wanted,
                                  gint64         *version_key,
                                  GError        **error);

ScVersion *sc_version_table_load_number (ScConnection *connection,
                                         gint64        process_key,
                                         guint         number,
                                         GError      **error);
GPtrArray *sc_version_table_list_history (ScConnection *connection,
                                          gint64        process_key,
                                          ScVersion    *version,
                                          GError      **error);

/* Writes the version with its stages and roles as it is, with its id, number
 * and status. Returns its row, 0 when it failed. */
gint64 sc_version_table_insert (ScWrite         *write,
                                gint64           process_key,
                                const ScVersion *version,
                                GError         **error);

/* Writes what differs, no other row. @before is what the rows hold now, as
 * sc_version_table_load() gave it in the same write. */
gboolean sc_version_table_update (ScWrite         *write,
                                  gint64           version_key,
                                  const ScVersion *before,
                                  const ScVersion *after,
                                  GError         **error);

/* The draft; made from the published version where there is none. */
ScVersion *sc_version_table_need_draft (ScWrite *write,
                                        gint64   process_key,
                                        gint64  *version_key,
                                        GError **error);
gboolean sc_version_table_discard_draft (ScWrite *write,
                                         gint64   process_key,
                                         GError **error);

/* The draft becomes the published version, the published one retires. Deals
 * are the caller's, in the same write. */
gboolean sc_version_table_publish (ScWrite *write,
                                   gint64   process_key,
                                   GError **error);

G_END_DECLS
