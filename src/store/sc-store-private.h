/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rooms that read and write rows need of the store. */

#pragma once

#include "store/sc-account-private.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_store_make_folder (const char *path);

/* The writing connection, for one thread at a time. */
ScConnection *sc_store_lock_writer (ScStore *self,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_store_unlock_writer (ScStore *self);
gboolean sc_store_keep_log (ScStore *self,
                            GError **error);

/* Reading connections, from a pool. */
ScConnection *sc_store_take_reader (ScStore *self,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_store_give_reader (ScStore      *self,
                           ScConnection *connection);

ScAccount *sc_store_get_account (ScStore *self);
gboolean sc_store_look_up_user (ScStore      *self,
                                ScConnection *connection,
                                GError      **error);

/* For undo. */
const char *const *sc_store_list_windows (ScStore *self);

/* Tells the main thread that this program has committed something. */
void sc_store_notify_committed (ScStore *self);

G_END_DECLS
