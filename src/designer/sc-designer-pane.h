/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane beside the canvas: the selected stage, or the process where none is
 * selected; the method's findings; and the merge plan while one is looked at. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_DESIGNER_PANE (sc_designer_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScDesignerPane, sc_designer_pane, SC, DESIGNER_PANE, AdwBin)

void sc_designer_pane_show (ScDesignerPane *self,
                            ScDesign       *design,
                            const char     *stage_id);
void sc_designer_pane_show_details (ScDesignerPane *self);
void sc_designer_pane_show_findings (ScDesignerPane *self,
                                     const char     *stage_id);
void sc_designer_pane_show_plan (ScDesignerPane  *self,
                                 const ScVersion *version,
                                 const ScVersion *merged,
                                 GPtrArray       *steps);
void sc_designer_pane_update_plan (ScDesignerPane  *self,
                                   const ScVersion *merged);
void sc_designer_pane_hide_plan (ScDesignerPane *self);
void sc_designer_pane_commit (ScDesignerPane *self);

G_END_DECLS
