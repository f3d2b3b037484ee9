/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Scheme view: a process's stages on a canvas, and beside it all about the
 * selected one and what the method has to say. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_DESIGNER_VIEW (sc_designer_view_get_type ())
G_DECLARE_FINAL_TYPE (ScDesignerView, sc_designer_view, SC, DESIGNER_VIEW, AdwBin)

GtkWidget *sc_designer_view_new (void);
void sc_designer_view_set_store (ScDesignerView *self,
                                 ScStore        *store);
ScStore *sc_designer_view_get_store (ScDesignerView *self);
void sc_designer_view_set_process_id (ScDesignerView *self,
                                      const char     *process_id);
const char *sc_designer_view_get_process_id (ScDesignerView *self);
gboolean sc_designer_view_has_unsaved (ScDesignerView *self);
void sc_designer_view_select_stage (ScDesignerView *self,
                                    const char     *stage_id);
ScDesign *sc_designer_view_get_design (ScDesignerView *self);
GMenuModel *sc_designer_view_get_menu (ScDesignerView *self);
GActionGroup *sc_designer_view_get_actions (ScDesignerView *self);

G_END_DECLS
