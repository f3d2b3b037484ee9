/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can do in the Scheme view, as actions: menus, keys, buttons, dragging
 * and tests all go through them. */

#pragma once

#include "designer/canvas/sc-canvas.h"
#include "designer/sc-designer-pane.h"
#include "designer/table/sc-stage-table.h"
#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_DESIGNER_ACTIONS (sc_designer_actions_get_type ())
G_DECLARE_FINAL_TYPE (ScDesignerActions, sc_designer_actions, SC, DESIGNER_ACTIONS, GObject)

ScDesignerActions *sc_designer_actions_new (ScDesign       *design,
                                            ScCanvas       *canvas,
                                            ScStageTable   *table,
                                            ScDesignerPane *pane);
GActionGroup *sc_designer_actions_get_group (ScDesignerActions *self);
void sc_designer_actions_update (ScDesignerActions *self);
void sc_designer_actions_redo_plan (ScDesignerActions *self);
gboolean sc_designer_actions_end_plan (ScDesignerActions *self);

G_END_DECLS
