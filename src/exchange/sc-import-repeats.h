/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the rows of a table that are of one deal, of which the last counts. */

#pragma once

#include <gio/gio.h>

#include "exchange/sc-import-mapping.h"

G_BEGIN_DECLS

GHashTable *sc_import_repeats_find (const char            *path,
                                    const ScImportMapping *mapping,
                                    const ScVersion       *version,
                                    GCancellable          *cancellable,
                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
