/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies a database as it is at one moment, also one that is in use. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

/* Called between two steps of a copy; %FALSE ends it. */
typedef gboolean (*ScCopyPace) (gpointer data);

/* Keeps what the connection sees as it is now, until its transaction ends. */
gboolean sc_copy_hold (ScConnection *connection,
                       GError      **error);

/* Copies what the connection sees into a file beside @path, looks whether it
 * holds, and has it on the disk. */
char *sc_copy_make_part (ScConnection *connection,
                         const char   *path,
                         ScCopyPace    pace,
                         gpointer      pace_data,
                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same into @path, which is there whole or not at all. */
gboolean sc_copy_database (ScConnection *connection,
                           const char   *path,
                           gboolean      may_replace,
                           GError      **error);

/* Makes a database that is there, and may be open elsewhere, the same as what
 * the connection sees, in one transaction. */
gboolean sc_copy_into (ScConnection *connection,
                       const char   *path,
                       GError      **error);

G_END_DECLS
