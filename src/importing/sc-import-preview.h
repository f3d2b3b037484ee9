/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the first rows of a table as the deals that they will be, with the amounts and
 * dates as the table has them beside how they are read. */

#pragma once

#include <adwaita.h>

#include "exchange/sc-import-mapping.h"
#include "exchange/sc-import-scan.h"

G_BEGIN_DECLS

#define SC_TYPE_IMPORT_PREVIEW (sc_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (ScImportPreview, sc_import_preview, SC, IMPORT_PREVIEW, AdwPreferencesGroup)

void sc_import_preview_show (ScImportPreview       *self,
                             const ScImportScan    *scan,
                             const ScImportMapping *mapping,
                             const ScVersion       *version);
void sc_import_preview_clear (ScImportPreview *self);

G_END_DECLS
