/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the store share: its connections, its worker, its copies; and what
 * reads and writes through it needs. */

#pragma once

#include "store/engine/sc-guard-private.h"
#include "store/sc-account-private.h"
#include "store/sc-kept-calendar-private.h"
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

/* A look at the database, the same from its beginning to its end whatever is
 * written meanwhile, on a connection of its own. Declare it before the
 * statements that it serves, so that they end first. */
typedef struct _ScReader ScReader;

ScReader *sc_reader_new (ScStore      *store,
                         GCancellable *cancellable,
                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
ScConnection *sc_reader_get_connection (ScReader *self);
ScCalendar *sc_reader_get_calendar (ScReader *self);
void sc_reader_free (ScReader *self);

ScAccount *sc_store_get_account (ScStore *self);
ScKeptCalendar *sc_store_get_kept_calendar (ScStore *self);
gboolean sc_store_look_up_user (ScStore      *self,
                                ScConnection *connection,
                                GError      **error);

/* For undo. */
const char *const *sc_store_list_windows (ScStore *self);

/* Its one worker, and what is on its way. */
typedef struct _ScStoreJobs ScStoreJobs;

ScStoreJobs *sc_store_jobs_new (guint busy_signal,
                                guint idle_signal);
void sc_store_jobs_free (ScStoreJobs *self);
ScStoreJobs *sc_store_get_jobs (ScStore *self);

/* What makes copies of it by themselves. */
typedef struct _ScCopier ScCopier;

ScCopier *sc_copier_new (ScStore *store);
void sc_copier_free (ScCopier *self);
ScCopier *sc_store_get_copier (ScStore *self);

/* Its end. */
void sc_store_close_files (ScConnection *writer,
                           ScGuard      *guard);

/* Tells the main thread that this program has committed something. */
void sc_store_notify_committed (ScStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScReader, sc_reader_free)

G_END_DECLS
