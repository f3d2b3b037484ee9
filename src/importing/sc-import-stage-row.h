/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where the deals of a table stand whose stage column has a certain text. */

#pragma once

#include <adwaita.h>

#include "exchange/sc-import-mapping.h"

G_BEGIN_DECLS

#define SC_TYPE_IMPORT_STAGE_ROW (sc_import_stage_row_get_type ())
G_DECLARE_FINAL_TYPE (ScImportStageRow, sc_import_stage_row, SC, IMPORT_STAGE_ROW, AdwComboRow)

GtkWidget *sc_import_stage_row_new (ScVersion  *version,
                                    const char *text,
                                    const char *title,
                                    guint       n_rows);
const char *sc_import_stage_row_get_text (ScImportStageRow *self);
guint sc_import_stage_row_get_n_rows (ScImportStageRow *self);
void sc_import_stage_row_guess (ScImportStageRow *self);
void sc_import_stage_row_set_target (ScImportStageRow *self,
                                     const ScTarget   *target);
gboolean sc_import_stage_row_is_open (ScImportStageRow *self);
gboolean sc_import_stage_row_is_left_out (ScImportStageRow *self);
void sc_import_stage_row_leave_out (ScImportStageRow *self);
void sc_import_stage_row_take (ScImportStageRow *self,
                               ScImportMapping  *mapping);

G_END_DECLS
