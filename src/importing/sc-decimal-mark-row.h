/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which mark stands in front of decimals, of a table's amounts that can be read
 * in two ways, and shows how the first of them are read then. */

#pragma once

#include <adwaita.h>

#include "exchange/sc-import-run.h"

G_BEGIN_DECLS

#define SC_TYPE_DECIMAL_MARK_ROW (sc_decimal_mark_row_get_type ())

G_DECLARE_FINAL_TYPE (ScDecimalMarkRow, sc_decimal_mark_row, SC, DECIMAL_MARK_ROW, AdwComboRow)

void sc_decimal_mark_row_take (ScDecimalMarkRow   *self,
                               ScImportMapping    *mapping,
                               const ScImportScan *scan);

G_END_DECLS
