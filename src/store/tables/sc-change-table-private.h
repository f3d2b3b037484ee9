/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about changes: what undo, redo and those who follow read of the log. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-rows.h"

G_BEGIN_DECLS

/* Whose changes: those that were made by windows, or, where these are %NULL,
 * all of a user. */
typedef struct {
  const char *const *windows;
  gint64 user_id;
} ScChangeAuthor;

/* The last change that undo takes back, or the last undo that redo takes back;
 * %NULL without @error where there is none. */
ScChangeRow *sc_change_table_find_undo (ScConnection         *connection,
                                        const ScChangeAuthor *author,
                                        const char           *process_id,
                                        GError              **error);
ScChangeRow *sc_change_table_find_redo (ScConnection         *connection,
                                        const ScChangeAuthor *author,
                                        const char           *process_id,
                                        GError              **error);
ScChangeRow *sc_change_table_find (ScConnection *connection,
                                   gint64        change_id,
                                   GError      **error);
GPtrArray *sc_change_table_list_windows (ScConnection *connection,
                                         const char   *first,
                                         const char   *last,
                                         GError      **error);

/* A change as the log has it, for who watches. */
typedef struct {
  const char *scope;
  const char *deals;
  const char *process_id;
  const char *window;
} ScLoggedChange;

typedef void (*ScLoggedFound) (const ScLoggedChange *change,
                               gpointer              user_data);

gboolean sc_change_table_each_since (ScConnection *connection,
                                     gint64        last,
                                     ScLoggedFound found,
                                     gpointer      user_data,
                                     GError      **error);
gint64 sc_change_table_get_last (ScConnection *connection,
                                 GError      **error);

G_END_DECLS
