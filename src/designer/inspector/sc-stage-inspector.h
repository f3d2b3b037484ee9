/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All fields of a stage. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_STAGE_INSPECTOR (sc_stage_inspector_get_type ())
G_DECLARE_FINAL_TYPE (ScStageInspector, sc_stage_inspector, SC, STAGE_INSPECTOR, AdwBin)

void sc_stage_inspector_show (ScStageInspector *self,
                              ScDesign         *design,
                              const char       *stage_id);
void sc_stage_inspector_commit (ScStageInspector *self);

G_END_DECLS
