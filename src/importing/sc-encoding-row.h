/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows in which encoding a table is read that is not UTF-8, and lets another be
 * chosen; where the table does not tell it, it has to be. */

#pragma once

#include <adwaita.h>

#include "exchange/sc-table-format.h"

G_BEGIN_DECLS

#define SC_TYPE_ENCODING_ROW (sc_encoding_row_get_type ())
G_DECLARE_FINAL_TYPE (ScEncodingRow, sc_encoding_row, SC, ENCODING_ROW, AdwComboRow)

void sc_encoding_row_show (ScEncodingRow       *self,
                           const ScTableFormat *format);
const char *sc_encoding_row_get_encoding (ScEncodingRow *self);

G_END_DECLS
