/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows how a scheme with many stages would be merged down to as few as the method
 * wants, and does just that where a person agrees. */

#include "designer/sc-designer-actions-private.h"

#include <glib/gi18n-lib.h>

#include "method/sc-merge.h"

/* The buttons of a plan go with it; the focus goes on at the stage that it came from. */
static void
return_to_canvas (ScDesignerActions *self)
{
  const char *selected = sc_canvas_get_selected (self->canvas);

  if (selected != NULL)
    sc_canvas_focus_stage (self->canvas, selected);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->canvas), GTK_DIR_TAB_FORWARD);
}

/**
 * sc_designer_actions_forget_plan:
 * @self: actions
 *
 * Lets go of what was planned, without showing the version again.
 */
void
sc_designer_actions_forget_plan (ScDesignerActions *self)
{
  g_clear_pointer (&self->plan_version, sc_version_unref);
  g_clear_pointer (&self->plan_steps, g_ptr_array_unref);
  g_clear_pointer (&self->plan_selected, g_free);
}

static void
plan_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  ScVersion *version = sc_design_get_version (self->design);
  g_autoptr (ScVersion) merged = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (version == NULL)
    return;

  steps = sc_merge_plan (version, SC_MERGE_WANTED, &merged);
  if (steps->len == 0 || merged == NULL)
    return;

  sc_designer_actions_forget_plan (self);
  self->plan_version = sc_version_ref (version);
  self->plan_steps = g_ptr_array_ref (steps);
  self->plan_wanted = merged->stages->len;
  self->plan_selected = g_strdup (sc_canvas_get_selected (self->canvas));
  sc_canvas_set_selected (self->canvas, NULL);
  sc_canvas_preview (self->canvas, merged, steps);
  /* Applying has to be possible before its button can take the focus. */
  sc_designer_actions_update (self);
  sc_designer_actions_show_pane (self);
  sc_designer_pane_show_plan (self->pane, version, merged, steps);
  g_signal_emit_by_name (self, "preview");
}

/**
 * sc_designer_actions_redo_plan:
 * @self: actions
 *
 * Works the plan on show out anew, of which a person wants a step otherwise.
 */
void
sc_designer_actions_redo_plan (ScDesignerActions *self)
{
  g_autoptr (ScVersion) merged = NULL;

  g_return_if_fail (SC_IS_DESIGNER_ACTIONS (self));

  if (self->plan_steps == NULL || !sc_canvas_is_preview (self->canvas))
    return;

  sc_merge_plan_redo (self->plan_version, self->plan_steps, &merged);
  self->plan_wanted = merged->stages->len;
  sc_canvas_preview (self->canvas, merged, self->plan_steps);
  sc_designer_pane_update_plan (self->pane, merged);
  sc_designer_actions_update (self);
}

static GPtrArray *
collect_edits (GPtrArray *steps)
{
  GPtrArray *edits = sc_edits_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      ScMergeStep *step = steps->pdata[i];

      if (step->edits != NULL)
        g_ptr_array_extend_and_steal (edits, g_steal_pointer (&step->edits));
    }

  return edits;
}

static void
apply_plan_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *name = NULL;
  guint n = self->plan_wanted;

  if (self->plan_steps == NULL || !sc_canvas_is_preview (self->canvas))
    return;

  /* What was shown, and nothing else. */
  edits = collect_edits (self->plan_steps);
  name = g_strdup_printf (ngettext ("Merge down to %u stage", "Merge down to %u stages", n), n);
  sc_designer_actions_end_plan (self);
  if (sc_design_edit (self->design, name, edits))
    sc_designer_actions_tell (self, TRUE, g_strdup_printf (ngettext ("Merged down to %u stage", "Merged down to %u stages", n), n));
  return_to_canvas (self);
}

static void
cancel_plan_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  sc_designer_actions_end_plan (user_data);
  return_to_canvas (user_data);
}

/**
 * sc_designer_actions_end_plan:
 * @self: actions
 *
 * Shows the version again instead of what it might become.
 *
 * Returns: whether a plan was on show of stages that are others by now
 */
gboolean
sc_designer_actions_end_plan (ScDesignerActions *self)
{
  g_autofree char *selected = NULL;
  ScVersion *version;
  gboolean is_over;

  g_return_val_if_fail (SC_IS_DESIGNER_ACTIONS (self), FALSE);

  version = sc_design_get_version (self->design);
  is_over = self->plan_version != NULL && self->plan_version != version;
  selected = g_steal_pointer (&self->plan_selected);
  sc_designer_actions_forget_plan (self);
  if (!sc_canvas_is_preview (self->canvas))
    return is_over;

  sc_designer_pane_hide_plan (self->pane);
  sc_canvas_show (self->canvas, sc_design_get_version (self->design), sc_design_get_findings (self->design));
  if (selected != NULL && version != NULL && sc_version_find_stage (version, selected, NULL) != NULL)
    sc_canvas_set_selected (self->canvas, selected);
  sc_designer_actions_update (self);
  g_signal_emit_by_name (self, "preview");

  return is_over;
}

static const GActionEntry entries[] = {
  { .name = "plan", .activate = plan_activated_cb },
  { .name = "apply-plan", .activate = apply_plan_activated_cb },
  { .name = "cancel-plan", .activate = cancel_plan_activated_cb },
};

/**
 * sc_designer_actions_add_for_plan:
 * @self: actions
 *
 * Adds the actions on a plan.
 */
void
sc_designer_actions_add_for_plan (ScDesignerActions *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
}
