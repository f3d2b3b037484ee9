/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of a stage's inspector share. */

#pragma once

#include "designer/inspector/sc-list-editor.h"
#include "designer/inspector/sc-duration-row.h"
#include "designer/inspector/sc-number-row.h"
#include "designer/inspector/sc-stage-inspector.h"
#include "widgets/sc-text-row.h"

G_BEGIN_DECLS

struct _ScStageInspector
{
  AdwBin parent_instance;

  ScDesign *design;
  char *stage_id;
  ScStage *shown; /* as it was shown last */
  gboolean is_filling;
  gboolean is_committing;

  AdwPreferencesPage *page;
  ScFieldRow *name_row;
  GtkMenuButton *menu_button;
  AdwExpanderRow *kinds_row;
  GtkCheckButton *kind_checks[SC_N_KINDS];
  AdwComboRow *responsible_row;
  AdwExpanderRow *participants_row;
  GPtrArray *participant_rows;
  GStrv shown_roles;
  ScDurationRow *duration_row;
  GtkDropDown *unit_drop_down;
  ScNumberRow *probability_row;
  GtkColorDialogButton *colour_button;
  GtkWidget *colour_clear_button;
  ScTextRow *goal_row;
  ScTextRow *entry_row;
  AdwBin *criteria_bin;
  AdwBin *actions_bin;
  AdwBin *documents_bin;
  ScListEditor *criteria;
  ScListEditor *actions;
  ScListEditor *documents;
  AdwComboRow *refusal_row;
  ScNumberRow *parked_row;
  GtkDropDown *parked_unit_drop_down;
  GStrv refusal_titles;
  GStrv refusal_ids; /* of the stages that a deal can go back to */
  gboolean is_choosing_refusal;
  AdwPreferencesGroup *tactics_group;
  GPtrArray *tactic_rows;
  GtkWidget *usual_tactics_group;
};

ScVersion *sc_stage_inspector_get_version (ScStageInspector *self);
ScStage *sc_stage_inspector_get_stage (ScStageInspector *self);

/* A change of the stage: a copy to change, and what was changed of it. */
ScStage *sc_stage_inspector_begin (ScStageInspector *self);
void sc_stage_inspector_end (ScStageInspector *self,
                             ScStage          *stage,
                             const char       *name_format,
                             const char       *told_format);

/* sc-stage-inspector-roles.c */
void sc_stage_inspector_fill_roles (ScStageInspector *self,
                                    const ScStage    *stage);
void sc_stage_inspector_bind_roles (GtkWidgetClass *widget_class);

/* sc-stage-inspector-refusal.c */
void sc_stage_inspector_fill_refusal (ScStageInspector *self,
                                      const ScStage    *stage);
void sc_stage_inspector_bind_refusal (GtkWidgetClass *widget_class);

/* sc-stage-inspector-tactics.c */
void sc_stage_inspector_fill_tactics (ScStageInspector *self,
                                      const ScStage    *stage);
void sc_stage_inspector_bind_tactics (GtkWidgetClass *widget_class);

G_END_DECLS
