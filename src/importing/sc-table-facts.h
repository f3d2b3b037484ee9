/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has to be known of a table before it is shown to who imports it. */

#pragma once

#include "exchange/sc-import-scan.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScTableFacts:
 * @scan: what is in the table
 * @version: the version along which its deals go
 * @currencies: what deals of the process are in
 *
 * A table that was read, and what the process has to show it with.
 */
typedef struct {
  ScImportScan *scan;
  ScVersion *version;
  GStrv currencies;
} ScTableFacts;

ScTableFacts *sc_table_facts_new (ScStore             *store,
                                  const char          *process_id,
                                  const char          *path,
                                  const ScTableFormat *format,
                                  int                 *progress,
                                  GCancellable        *cancellable,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_table_facts_read_async (ScStore             *store,
                                const char          *process_id,
                                const char          *path,
                                const ScTableFormat *format,
                                int                 *progress,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
ScTableFacts *sc_table_facts_finish (ScStore      *store,
                                     GAsyncResult *result,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_table_facts_free (ScTableFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTableFacts, sc_table_facts_free)

G_END_DECLS
