/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sc-import-run.h"

G_BEGIN_DECLS

void sc_import_run_async (ScStore               *store,
                          const char            *process_id,
                          const ScVersion       *version,
                          const char            *path,
                          const ScImportMapping *mapping,
                          int                   *progress,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data);
ScImportReport *sc_import_run_finish (ScStore      *store,
                                      GAsyncResult *result,
                                      ScVersion   **newer,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void sc_import_save_left_out_async (const char            *path,
                                    const ScImportMapping *mapping,
                                    const ScVersion       *version,
                                    const GPtrArray       *refusals,
                                    const char            *target,
                                    int                   *progress,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data);
gboolean sc_import_save_left_out_finish (GAsyncResult *result,
                                         GError      **error);

G_END_DECLS
