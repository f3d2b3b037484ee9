/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks how the dates of a table are written that can be read in more than one way, and
 * shows one of them as it is read then. */

#pragma once

#include <adwaita.h>

#include "exchange/sc-import-run.h"

G_BEGIN_DECLS

#define SC_TYPE_DATE_ORDER_ROW (sc_date_order_row_get_type ())

G_DECLARE_FINAL_TYPE (ScDateOrderRow, sc_date_order_row, SC, DATE_ORDER_ROW, AdwComboRow)

void sc_date_order_row_take (ScDateOrderRow     *self,
                             ScImportMapping    *mapping,
                             const ScImportScan *scan);

G_END_DECLS
