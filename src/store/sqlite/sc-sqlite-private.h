/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the engine's own files share of connections and statements: SQLite's
 * handles, result codes and statements that only SQLite understands. */

#pragma once

#include <sqlite3.h>

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

/* “SCft”, in the file's header. */
#define SC_APPLICATION_ID 0x53436674

ScConnection *sc_connection_open (const char *path,
                                  int         flags,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
sqlite3 *sc_connection_get_handle (ScConnection *self);
gboolean sc_connection_run (ScConnection *self,
                            const char   *sql,
                            GError      **error);

/* As sc_connection_prepare(), for what no other engine has to understand. */
ScStatement *sc_connection_prepare_own (ScConnection *self,
                                        const char   *sql,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of the statements that are kept, those that name something that goes. */
void sc_connection_forget (ScConnection *self,
                           const char   *name);
void sc_connection_begin_statement (ScConnection *self,
                                    const char   *sql);

ScStatement *sc_statement_new (ScConnection *connection,
                               sqlite3_stmt *handle);
void sc_statement_free (ScStatement *self);
ScStatement *sc_statement_take (ScStatement *self);
sqlite3_stmt *sc_statement_get_handle (ScStatement *self);

const char *sc_store_get_too_many_files (void);
void sc_store_set_error (GError **error,
                         sqlite3 *handle,
                         int      code);

G_END_DECLS
