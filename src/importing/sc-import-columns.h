/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows a table's columns, what each of them is guessed to be, and lets another be
 * chosen. */

#pragma once

#include <adwaita.h>

#include "exchange/sc-import-run.h"

G_BEGIN_DECLS

#define SC_TYPE_IMPORT_COLUMNS (sc_import_columns_get_type ())

G_DECLARE_FINAL_TYPE (ScImportColumns, sc_import_columns, SC, IMPORT_COLUMNS, AdwPreferencesGroup)

void sc_import_columns_set_table (ScImportColumns       *self,
                                  const ScImportScan    *scan,
                                  const ScImportMapping *mapping);

G_END_DECLS
