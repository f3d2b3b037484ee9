/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where the deals of a table stand: a row for each text of its stage column, or
 * one for all where no column says it. */

#pragma once

#include <adwaita.h>

#include "exchange/sc-import-mapping.h"
#include "exchange/sc-import-scan.h"

G_BEGIN_DECLS

#define SC_TYPE_IMPORT_STAGES (sc_import_stages_get_type ())
G_DECLARE_FINAL_TYPE (ScImportStages, sc_import_stages, SC, IMPORT_STAGES, AdwPreferencesGroup)

/* Where a table's deals stand, a row for each text of its stage column. “changed” is
 * emitted when something else is chosen. */
void sc_import_stages_set_table (ScImportStages        *self,
                                 ScVersion             *version,
                                 const ScImportScan    *scan,
                                 const ScImportMapping *mapping);
void sc_import_stages_set_version (ScImportStages *self,
                                   ScVersion      *version);
void sc_import_stages_take (ScImportStages  *self,
                            ScImportMapping *mapping);
guint sc_import_stages_count_open (ScImportStages *self);
guint sc_import_stages_count_left_out (ScImportStages *self);
gboolean sc_import_stages_show_unread (ScImportStages *self);

G_END_DECLS
