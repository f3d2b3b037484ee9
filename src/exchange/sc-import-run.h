/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports a table as it was mapped, in one change, and counts what came of its rows. */

#pragma once

#include "exchange/sc-import-scan.h"
#include "exchange/sc-import-source.h"

G_BEGIN_DECLS

/**
 * ScImportReport:
 * @n_read: how many rows the table has
 * @counts: what became of those that were taken
 * @n_repeated: how many have the id of a later one, which counts instead
 * @n_refused: how many were not taken
 * @refusals: (element-type ScRefusedRow): which, and why
 * @change_id: the change that can be taken back; 0 where nothing changed, or
 *   nothing was to be written
 * @is_history: whether it was about when deals came into their stages
 */
typedef struct {
  guint n_read;
  ScImportCounts counts;
  guint n_repeated;
  guint n_refused;
  GPtrArray *refusals;
  gint64 change_id;
  gboolean is_history;
} ScImportReport;

ScImportMapping *sc_import_guess_mapping (const ScImportScan *scan);
ScImportMapping *sc_import_guess_history (const ScImportScan *scan);
gboolean sc_import_is_history (const ScImportScan *scan);
void sc_import_mapping_take_orders (ScImportMapping    *mapping,
                                    const ScImportScan *scan,
                                    ScDateOrder         told);
int sc_import_mapping_find_unclear (const ScImportMapping *mapping,
                                    const ScImportScan    *scan);
gboolean sc_import_mapping_find_currency (const ScImportMapping *mapping,
                                          const ScImportScan    *scan,
                                          char                   currency[4]);
void sc_import_mapping_take_decimal_marks (ScImportMapping    *mapping,
                                           const ScImportScan *scan,
                                           ScDecimalMark       told);
int sc_import_mapping_find_unclear_amounts (const ScImportMapping *mapping,
                                            const ScImportScan    *scan);

ScImportReport *sc_import_run (ScStore               *store,
                               const char            *process_id,
                               const ScVersion       *version,
                               const char            *path,
                               const ScImportMapping *mapping,
                               gboolean               is_dry,
                               int                   *progress,
                               GCancellable          *cancellable,
                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_import_report_free (ScImportReport *self);
char *sc_import_total_to_text (const ScImportTotal *total);
GBytes *sc_import_list_left_out (const char            *path,
                                 const ScImportMapping *mapping,
                                 const ScVersion       *version,
                                 const GPtrArray       *refusals,
                                 int                   *progress,
                                 GCancellable          *cancellable,
                                 GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportReport, sc_import_report_free)

G_END_DECLS
