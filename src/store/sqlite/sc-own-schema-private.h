/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose a database is, and whether its tables, indexes and triggers are those that
 * the migrations make: a trigger that is missing lets sums go wrong, one that
 * somebody else put there changes what is written. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/engine/sc-file-state-private.h"

G_BEGIN_DECLS

gboolean sc_own_schema_compare (ScConnection *connection,
                                guint         version,
                                GPtrArray    *differences,
                                GError      **error);
char *sc_own_schema_make_checksum (ScConnection *connection,
                                   GError      **error);

gboolean sc_own_schema_read_marks (ScConnection *connection,
                                   gint64       *application,
                                   gint64       *version,
                                   gint64       *n_things,
                                   GError      **error);
/* Looks without writing. */
gboolean sc_own_schema_inspect (ScConnection *connection,
                                ScFileState  *state,
                                GError      **error);

G_END_DECLS
