/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sc-import-scan.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScImportLook:
 * @scan: what is in the table
 * @version: the version along which its deals go
 * @currencies: what deals of the process are in
 *
 * What has to be known of a table before it is shown.
 */
typedef struct {
  ScImportScan *scan;
  ScVersion *version;
  GStrv currencies;
} ScImportLook;

ScImportLook *sc_import_look_new (ScStore             *store,
                                  const char          *process_id,
                                  const char          *path,
                                  const ScTableFormat *format,
                                  int                 *progress,
                                  GCancellable        *cancellable,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_import_look_async (ScStore             *store,
                           const char          *process_id,
                           const char          *path,
                           const ScTableFormat *format,
                           int                 *progress,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
ScImportLook *sc_import_look_finish (ScStore      *store,
                                     GAsyncResult *result,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_import_look_free (ScImportLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportLook, sc_import_look_free)

G_END_DECLS
