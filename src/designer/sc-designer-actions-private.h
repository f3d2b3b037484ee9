/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the Scheme view's actions share. */

#pragma once

#include "designer/sc-designer-actions.h"
#include "designer/sc-designer-figures.h"

G_BEGIN_DECLS

struct _ScDesignerActions
{
  GObject parent_instance;

  ScDesign *design;
  ScCanvas *canvas;
  ScStageTable *table;
  ScDesignerPane *pane;
  GSimpleActionGroup *group;
  GSettings *settings;
  ScDesignerFigures *figures;

  /* The plan on show: of which version, how it is carried out, and how many stages are
   * left then; and what was selected before. */
  ScVersion *plan_version;
  GPtrArray *plan_steps;
  guint plan_wanted;
  char *plan_selected;
};

void sc_designer_actions_tell (ScDesignerActions *self,
                               gboolean           with_undo,
                               char              *text);
void sc_designer_actions_show_pane (ScDesignerActions *self);
void sc_designer_actions_focus_stage (ScDesignerActions *self,
                                      const char        *stage_id);
void sc_designer_actions_edit_name (ScDesignerActions *self,
                                    const char        *stage_id);
void sc_designer_actions_forget_plan (ScDesignerActions *self);

void sc_designer_actions_add_for_stages (ScDesignerActions *self);
void sc_designer_actions_add_for_plan (ScDesignerActions *self);

G_END_DECLS
