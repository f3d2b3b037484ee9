/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sc-store.h"
#include "store/sqlite/sc-connection-private.h"

G_BEGIN_DECLS

/* The last change of a window that undo takes back, or the last undo that redo
 * takes back; %NULL without @error where there is none. */
ScChangeRow *sc_change_table_find_undo (ScConnection *connection,
                                        const char   *window,
                                        ScScope       scope,
                                        const char   *process_id,
                                        GError      **error);
ScChangeRow *sc_change_table_find_redo (ScConnection *connection,
                                        const char   *window,
                                        ScScope       scope,
                                        const char   *process_id,
                                        GError      **error);

G_END_DECLS
