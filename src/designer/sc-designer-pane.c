/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane beside the canvas: the selected stage, or the process where none is
 * selected; the method's findings; and the merge plan while one is looked at. */

#include "designer/sc-designer-pane.h"

#include <glib/gi18n-lib.h>

#include "designer/advice/sc-findings-page.h"
#include "designer/advice/sc-plan-page.h"
#include "designer/inspector/sc-process-inspector.h"
#include "designer/inspector/sc-stage-inspector.h"

struct _ScDesignerPane
{
  AdwBin parent_instance;

  GtkStack *pages;
  AdwViewStack *tabs;
  AdwViewStackPage *details_page;
  AdwViewStackPage *findings_tab;
  GtkStack *details;
  ScProcessInspector *process_inspector;
  ScStageInspector *stage_inspector;
  ScFindingsPage *findings_page;
  ScPlanPage *plan_page;
};

enum {
  SIGNAL_LIGHT,
  SIGNAL_FIXED,
  SIGNAL_PLAN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDesignerPane, sc_designer_pane, ADW_TYPE_BIN);

static void
light_cb (ScDesignerPane *self,
          GPtrArray      *stages)
{
  g_signal_emit (self, signals[SIGNAL_LIGHT], 0, stages);
}

static void
fixed_cb (ScDesignerPane *self,
          const char     *name)
{
  g_signal_emit (self, signals[SIGNAL_FIXED], 0, name);
}

static void
plan_changed_cb (ScDesignerPane *self)
{
  g_signal_emit (self, signals[SIGNAL_PLAN_CHANGED], 0);
}

static void
sc_designer_pane_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_DESIGNER_PANE);

  G_OBJECT_CLASS (sc_designer_pane_parent_class)->dispose (object);
}

static void
sc_designer_pane_class_init (ScDesignerPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_designer_pane_dispose;

  /**
   * ScDesignerPane::light:
   * @stages: (element-type ScStage) (nullable): the stages that are spoken of
   */
  signals[SIGNAL_LIGHT] =
    g_signal_new ("light", SC_TYPE_DESIGNER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * ScDesignerPane::fixed:
   * @name: what was done about a finding
   */
  signals[SIGNAL_FIXED] =
    g_signal_new ("fixed", SC_TYPE_DESIGNER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * ScDesignerPane::plan-changed:
   *
   * A person wants a step of the plan otherwise: it is to be worked out anew, and shown
   * with sc_designer_pane_update_plan().
   */
  signals[SIGNAL_PLAN_CHANGED] =
    g_signal_new ("plan-changed", SC_TYPE_DESIGNER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SC_TYPE_PROCESS_INSPECTOR);
  g_type_ensure (SC_TYPE_STAGE_INSPECTOR);
  g_type_ensure (SC_TYPE_FINDINGS_PAGE);
  g_type_ensure (SC_TYPE_PLAN_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/sc-designer-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDesignerPane, pages);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerPane, tabs);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerPane, details_page);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerPane, findings_tab);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerPane, details);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerPane, process_inspector);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerPane, stage_inspector);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerPane, findings_page);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerPane, plan_page);
  gtk_widget_class_bind_template_callback (widget_class, light_cb);
  gtk_widget_class_bind_template_callback (widget_class, fixed_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_changed_cb);
}

static void
sc_designer_pane_init (ScDesignerPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_designer_pane_show:
 * @self: a pane
 * @design: the design
 * @stage_id: (nullable): the selected stage
 *
 * Shows a design as it is now.
 */
void
sc_designer_pane_show (ScDesignerPane *self,
                       ScDesign       *design,
                       const char     *stage_id)
{
  ScVersion *version;
  gboolean has_stages;

  g_return_if_fail (SC_IS_DESIGNER_PANE (self));

  version = sc_design_get_version (design);
  has_stages = version != NULL && version->stages->len > 0;
  if (stage_id != NULL)
    sc_stage_inspector_show (self->stage_inspector, design, stage_id);
  else
    sc_stage_inspector_commit (self->stage_inspector);
  sc_process_inspector_show (self->process_inspector, design);
  sc_findings_page_show (self->findings_page, design);

  gtk_stack_set_visible_child_name (self->details, stage_id != NULL ? "stage" : "process");
  adw_view_stack_page_set_title (self->details_page, stage_id != NULL ? _("Stage") : _("Process"));
  adw_view_stack_page_set_badge_number (self->findings_tab, has_stages ? sc_design_get_findings (design)->len : 0);
}

/**
 * sc_designer_pane_show_details:
 * @self: a pane
 *
 * Turns to the selected stage, or the process.
 */
void
sc_designer_pane_show_details (ScDesignerPane *self)
{
  g_return_if_fail (SC_IS_DESIGNER_PANE (self));

  adw_view_stack_set_visible_child_name (self->tabs, "details");
}

/**
 * sc_designer_pane_show_findings:
 * @self: a pane
 * @stage_id: (nullable): the stage that is asked about
 *
 * Turns to the findings, and opens those about a stage.
 */
void
sc_designer_pane_show_findings (ScDesignerPane *self,
                                const char     *stage_id)
{
  g_return_if_fail (SC_IS_DESIGNER_PANE (self));

  adw_view_stack_set_visible_child_name (self->tabs, "findings");
  sc_findings_page_open (self->findings_page, stage_id);
}

/**
 * sc_designer_pane_show_plan:
 * @self: a pane
 * @version: the version as it is
 * @merged: what it would become
 * @steps: (element-type ScMergeStep): how
 */
void
sc_designer_pane_show_plan (ScDesignerPane  *self,
                            const ScVersion *version,
                            const ScVersion *merged,
                            GPtrArray       *steps)
{
  g_return_if_fail (SC_IS_DESIGNER_PANE (self));

  gtk_stack_set_visible_child_name (self->pages, "plan");
  sc_plan_page_show (self->plan_page, version, merged, steps);
}

/**
 * sc_designer_pane_update_plan:
 * @self: a pane that shows a plan
 * @merged: what the version would become by now
 */
void
sc_designer_pane_update_plan (ScDesignerPane  *self,
                              const ScVersion *merged)
{
  g_return_if_fail (SC_IS_DESIGNER_PANE (self));

  sc_plan_page_update (self->plan_page, merged);
}

/**
 * sc_designer_pane_hide_plan:
 * @self: a pane
 */
void
sc_designer_pane_hide_plan (ScDesignerPane *self)
{
  g_return_if_fail (SC_IS_DESIGNER_PANE (self));

  gtk_stack_set_visible_child_name (self->pages, "tabs");
}

/**
 * sc_designer_pane_commit:
 * @self: a pane
 *
 * Has everything saved that is typed and not saved yet.
 */
void
sc_designer_pane_commit (ScDesignerPane *self)
{
  g_return_if_fail (SC_IS_DESIGNER_PANE (self));

  sc_stage_inspector_commit (self->stage_inspector);
}
