/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the table of stages. */

#pragma once

#include <glib-object.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_TYPE_STAGE_ROW (sc_stage_row_get_type ())
G_DECLARE_FINAL_TYPE (ScStageRow, sc_stage_row, SC, STAGE_ROW, GObject)

ScStageRow *sc_stage_row_new (ScVersion *version,
                              guint      position);
void sc_stage_row_show (ScStageRow *self,
                        ScVersion  *version,
                        guint       position);
ScVersion *sc_stage_row_get_version (ScStageRow *self);
ScStage *sc_stage_row_get_stage (ScStageRow *self);
guint sc_stage_row_get_position (ScStageRow *self);

G_END_DECLS
