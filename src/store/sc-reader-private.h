/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at the database, the same from its beginning to its end whatever is
 * written meanwhile, on a connection of its own. Declare it before the
 * statements that it serves, so that they end first. */

#pragma once

#include "store/sc-store-private.h"

G_BEGIN_DECLS

typedef struct _ScReader ScReader;

ScReader *sc_reader_new (ScStore      *store,
                         GCancellable *cancellable,
                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
ScConnection *sc_reader_get_connection (ScReader *self);
void sc_reader_free (ScReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScReader, sc_reader_free)

G_END_DECLS
