/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stages as a table, beside the canvas. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_STAGE_TABLE (sc_stage_table_get_type ())
G_DECLARE_FINAL_TYPE (ScStageTable, sc_stage_table, SC, STAGE_TABLE, AdwBin)

void sc_stage_table_set_design (ScStageTable *self,
                                ScDesign     *design);
void sc_stage_table_show (ScStageTable *self,
                          ScVersion    *version);
const char *sc_stage_table_get_selected (ScStageTable *self);
void sc_stage_table_set_selected (ScStageTable *self,
                                  const char   *stage_id);
void sc_stage_table_focus_stage (ScStageTable *self,
                                 const char   *stage_id);
void sc_stage_table_edit_name (ScStageTable *self,
                               const char   *stage_id);

G_END_DECLS
