/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/sc-import-scan.h"
#include "exchange/sc-import-mapping.h"

G_BEGIN_DECLS

#define SC_TYPE_IMPORT_PREVIEW (sc_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (ScImportPreview, sc_import_preview, SC, IMPORT_PREVIEW, AdwPreferencesGroup)

void sc_import_preview_show (ScImportPreview       *self,
                             const ScImportScan    *scan,
                             const ScImportMapping *mapping,
                             const ScVersion       *version);
void sc_import_preview_clear (ScImportPreview *self);

G_END_DECLS
