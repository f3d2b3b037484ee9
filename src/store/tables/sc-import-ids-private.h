/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By their ids in other programs an import knows deals again. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

typedef struct _ScImportIds ScImportIds;

ScImportIds *sc_import_ids_new (ScConnection *connection,
                                gint64        process_key,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_import_ids_free (ScImportIds *self);

gboolean sc_import_ids_is_fresh (const ScImportIds *self);
gboolean sc_import_ids_is_rising (const ScImportIds *self);
gboolean sc_import_ids_add (ScImportIds *self,
                            const char  *external_id);
gint64 sc_import_ids_find (ScImportIds *self,
                           const char  *external_id,
                           GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportIds, sc_import_ids_free)

G_END_DECLS
