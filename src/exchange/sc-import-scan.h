/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a table once before it is imported: what its columns are called and hold, and
 * how it is written. */

#pragma once

#include <gio/gio.h>

#include "exchange/sc-date-order.h"
#include "exchange/sc-import-amount.h"
#include "exchange/sc-table-format.h"
#include "exchange/sc-text-set.h"

G_BEGIN_DECLS

/* What is kept of a table to show it. */
#define SC_SCAN_PREVIEW_ROWS 20

/* A column with more different texts tells no stages. */
#define SC_SCAN_MAX_VALUES 100

/* A text that a column has, and in how many rows. */
typedef struct {
  char *text;
  guint n_rows;
} ScScanValue;

/**
 * ScScanColumn:
 * @header: what the first row calls it; never empty
 * @sample: (nullable): its first text
 * @dates: what its texts tell about the order of dates
 * @amounts: what its texts tell about the decimal mark of amounts
 * @is_unique: whether it is known that no text stands in two of its rows; only
 *   columns whose header is that of an id are looked at for it
 * @values: (element-type ScScanValue) (nullable): its different texts, in the
 *   order of the table; %NULL where there are too many
 */
typedef struct {
  char *header;
  char *sample;
  ScDateEvidence dates;
  ScAmountEvidence amounts;
  gboolean is_unique;
  GPtrArray *values;
  /*< private >*/
  ScTextSet *seen;
  GHashTable *by_text;
} ScScanColumn;

/**
 * ScImportScan:
 * @path: the file
 * @format: how its cells become text
 * @headers: the first row
 * @columns: (element-type ScScanColumn): the columns
 * @rows: (element-type GStrv): the first rows behind it
 * @n_rows: how many rows there are behind it
 *
 * A look at a whole table before it is imported: whether it is one, and what
 * is in it.
 */
typedef struct {
  char *path;
  ScTableFormat format;
  GStrv headers;
  GPtrArray *columns;
  GPtrArray *rows;
  guint n_rows;
} ScImportScan;

ScImportScan *sc_import_scan_new (const char   *path,
                                  int          *progress,
                                  GCancellable *cancellable,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
ScImportScan *sc_import_scan_new_in_format (const char          *path,
                                            const ScTableFormat *format,
                                            int                 *progress,
                                            GCancellable        *cancellable,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_import_scan_free (ScImportScan *self);

static inline ScScanColumn *
sc_import_scan_get_column (const ScImportScan *self,
                           guint               index)
{
  return self->columns->pdata[index];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportScan, sc_import_scan_free)

G_END_DECLS
