/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can do in the Scheme view, as actions: menus, keys, buttons,
 * dragging and tests all go through them. Where an action takes a stage's id,
 * an empty one is the selected stage. */

#include "designer/sc-designer-actions-private.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "designer/sc-publish-dialog.h"
#include "draft/sc-scheme-edits.h"
#include "method/sc-lint.h"
#include "method/sc-merge.h"
#include "questions/sc-questions-dialog.h"
#include "questions/sc-stages-dialog.h"

enum {
  SIGNAL_SHOW_PANE,
  SIGNAL_TOLD,
  SIGNAL_PREVIEW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDesignerActions, sc_designer_actions, G_TYPE_OBJECT);

/**
 * sc_designer_actions_tell:
 * @self: actions
 * @with_undo: whether it is so much that it is offered to be taken back
 * @text: (transfer full): what has happened
 *
 * Says it, to those who can't see it too.
 */
void
sc_designer_actions_tell (ScDesignerActions *self,
                          gboolean           with_undo,
                          char              *text)
{
  g_autofree char *owned = text;

  if (with_undo)
    sc_design_tell (self->design, owned);
  else
    g_signal_emit (self, signals[SIGNAL_TOLD], 0, owned);
}

/**
 * sc_designer_actions_show_pane:
 * @self: actions
 *
 * Has the pane beside the canvas shown.
 */
void
sc_designer_actions_show_pane (ScDesignerActions *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_PANE], 0);
}

/**
 * sc_designer_actions_focus_stage:
 * @self: actions
 * @stage_id: a stage
 *
 * Goes to it where stages are shown, on the canvas or in the table.
 */
void
sc_designer_actions_focus_stage (ScDesignerActions *self,
                                 const char        *stage_id)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    sc_stage_table_focus_stage (self->table, stage_id);
  else
    sc_canvas_focus_stage (self->canvas, stage_id);
}

/**
 * sc_designer_actions_edit_name:
 * @self: actions
 * @stage_id: a stage
 *
 * Lets the user change its name where it is shown.
 */
void
sc_designer_actions_edit_name (ScDesignerActions *self,
                               const char        *stage_id)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    sc_stage_table_edit_name (self->table, stage_id);
  else
    sc_canvas_edit_name (self->canvas, stage_id);
}

static void
show_findings_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);

  sc_designer_actions_show_pane (self);
  sc_designer_pane_show_findings (self->pane, *id != '\0' ? id : NULL);
}

static void
details_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ScDesignerActions *self = user_data;

  sc_designer_actions_show_pane (self);
  sc_designer_pane_show_details (self->pane);
}

static void
fix_errors_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  ScDesignerActions *self = user_data;

  if (sc_scheme_fix_errors (self->design))
    sc_designer_actions_tell (self, TRUE, g_strdup (_("All errors are fixed")));
}

static void
publish_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ScDesignerActions *self = user_data;

  sc_publish_dialog_present (GTK_WIDGET (self->canvas), self->design);
}

static void
discard_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ScDesignerActions *self = user_data;

  sc_discard_dialog_present (GTK_WIDGET (self->canvas), self->design);
}

static void
proposed_cb (AdwDialog         *dialog,
             const char        *name,
             ScVersion         *proposal,
             ScDesignerActions *self)
{
  if (sc_scheme_fill (self->design, C_("undo scheme", "Use the proposed stages"), proposal))
    sc_design_tell (self->design, _("Proposed stages added"));
  adw_dialog_force_close (dialog);
}

static void
propose_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  ScVersion *version = sc_design_get_version (self->design);
  ScQuestionsDialog *dialog;

  if (version == NULL)
    return;

  dialog = sc_questions_dialog_new (NULL, &version->aspects, version->language, version->calendar);
  g_signal_connect_object (dialog, "proposed", G_CALLBACK (proposed_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->canvas));
}

static void
stages_taken_cb (AdwDialog         *dialog,
                 const char        *name,
                 ScVersion         *stages,
                 ScDesignerActions *self)
{
  if (sc_scheme_fill (self->design, C_("undo scheme", "Paste stages"), stages))
    sc_design_tell (self->design, _("Stages pasted"));
  adw_dialog_force_close (dialog);
}

static void
paste_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  ScVersion *version = sc_design_get_version (self->design);
  ScStagesDialog *dialog;

  if (version == NULL)
    return;

  dialog = sc_stages_dialog_new (NULL, &version->aspects);
  g_signal_connect_object (dialog, "taken", G_CALLBACK (stages_taken_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->canvas));
}

/* What a window does with the whole process. */
static void
export_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  const char *process_id = sc_design_get_process_id (self->design);

  if (process_id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->canvas), "process.export", "s", process_id);
}

static void
save_again_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  sc_design_save_again (SC_DESIGNER_ACTIONS (user_data)->design);
}

static void
zoom_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ScCanvas *canvas = SC_DESIGNER_ACTIONS (user_data)->canvas;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "zoom-in"))
    sc_canvas_zoom_in (canvas);
  else if (g_str_equal (name, "zoom-out"))
    sc_canvas_zoom_out (canvas);
  else if (g_str_equal (name, "zoom-normal"))
    sc_canvas_set_zoom (canvas, 1);
  else
    sc_canvas_fit (canvas);
}

static void
switch_layout_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  GSettings *settings = SC_DESIGNER_ACTIONS (user_data)->settings;
  g_autofree char *layout = g_settings_get_string (settings, "scheme-layout");

  g_settings_set_string (settings, "scheme-layout", g_str_equal (layout, "table") ? "canvas" : "table");
}

static const GActionEntry entries[] = {
  { .name = "show-findings", .activate = show_findings_activated_cb, .parameter_type = "s" },
  { .name = "details", .activate = details_activated_cb },
  { .name = "fix-errors", .activate = fix_errors_activated_cb },
  { .name = "publish", .activate = publish_activated_cb },
  { .name = "discard", .activate = discard_activated_cb },
  { .name = "propose", .activate = propose_activated_cb },
  { .name = "paste", .activate = paste_activated_cb },
  { .name = "export", .activate = export_activated_cb },
  { .name = "save-again", .activate = save_again_activated_cb },
  { .name = "switch-layout", .activate = switch_layout_activated_cb },
  { .name = "zoom-in", .activate = zoom_activated_cb },
  { .name = "zoom-out", .activate = zoom_activated_cb },
  { .name = "zoom-normal", .activate = zoom_activated_cb },
  { .name = "zoom-fit", .activate = zoom_activated_cb },
};

/* What a version that is only looked at, or not there, can't have done to it. */
static const char *const changing[] = {
  "insert", "insert-between", "add", "edit-name", "rename", "rename-since", "duplicate", "delete", "delete-all", "move", "move-step", "move-by", "merge", "split", "set-mark",
  "mark-after",
  "fix-errors", "paste", "propose",
};

static void
enable (ScDesignerActions *self,
        const char        *name,
        gboolean           is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
sc_designer_actions_dispose (GObject *object)
{
  ScDesignerActions *self = SC_DESIGNER_ACTIONS (object);

  sc_designer_actions_forget_plan (self);
  if (self->figures != NULL)
    sc_designer_figures_stop (self->figures);
  g_clear_object (&self->figures);
  g_clear_object (&self->design);
  g_clear_object (&self->group);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sc_designer_actions_parent_class)->dispose (object);
}

static void
sc_designer_actions_class_init (ScDesignerActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_designer_actions_dispose;

  /**
   * ScDesignerActions::show-pane:
   *
   * The pane has something to show.
   */
  signals[SIGNAL_SHOW_PANE] =
    g_signal_new ("show-pane", SC_TYPE_DESIGNER_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScDesignerActions::told:
   * @text: what has happened
   */
  signals[SIGNAL_TOLD] =
    g_signal_new ("told", SC_TYPE_DESIGNER_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  1, G_TYPE_STRING);

  /**
   * ScDesignerActions::preview:
   *
   * A plan is looked at, or is not any more.
   */
  signals[SIGNAL_PREVIEW] =
    g_signal_new ("preview", SC_TYPE_DESIGNER_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* What is remembered. */
static void
add_switches (ScDesignerActions *self)
{
  static const char *const keys[] = { "show-refusals", "show-figures", "scheme-layout" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self->group), action);
    }
}

static void
sc_designer_actions_init (ScDesignerActions *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
  add_switches (self);
  sc_designer_actions_add_for_stages (self);
  sc_designer_actions_add_for_plan (self);
}

/**
 * sc_designer_actions_new:
 * @design: what they change
 * @canvas: (not nullable): where it is shown; outlives the actions
 * @table: (not nullable): where else; outlives them, too
 * @pane: (not nullable): the pane beside it; outlives the actions
 *
 * Returns: (transfer full): the actions
 */
ScDesignerActions *
sc_designer_actions_new (ScDesign       *design,
                         ScCanvas       *canvas,
                         ScStageTable   *table,
                         ScDesignerPane *pane)
{
  ScDesignerActions *self = g_object_new (SC_TYPE_DESIGNER_ACTIONS, NULL);

  self->design = g_object_ref (design);
  self->canvas = canvas;
  self->table = table;
  self->pane = pane;
  g_signal_connect_object (pane, "plan-changed", G_CALLBACK (sc_designer_actions_redo_plan), self, G_CONNECT_SWAPPED);
  self->figures = sc_designer_figures_new (design, canvas);
  g_settings_bind (self->settings, "show-refusals", canvas, "has-refusals", G_SETTINGS_BIND_GET);

  return self;
}

/**
 * sc_designer_actions_get_group:
 * @self: actions
 *
 * Returns: (transfer none): the actions as a group
 */
GActionGroup *
sc_designer_actions_get_group (ScDesignerActions *self)
{
  g_return_val_if_fail (SC_IS_DESIGNER_ACTIONS (self), NULL);

  return G_ACTION_GROUP (self->group);
}

/**
 * sc_designer_actions_update:
 * @self: actions
 *
 * Says anew which of them make sense.
 */
void
sc_designer_actions_update (ScDesignerActions *self)
{
  ScVersion *version = sc_design_get_version (self->design);
  ScStore *store = sc_design_get_store (self->design);
  gboolean is_writable = version != NULL && (store == NULL || !sc_store_is_read_only (store));
  gboolean is_preview = sc_canvas_is_preview (self->canvas);
  gboolean is_draft = version != NULL && version->status == SC_VERSION_DRAFT;
  guint n_stages = version != NULL ? version->stages->len : 0;
  guint n_errors = sc_findings_count (sc_design_get_findings (self->design), SC_SEVERITY_ERROR);

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    enable (self, changing[i], is_writable && !is_preview);
  enable (self, "fix-errors", is_writable && !is_preview && n_errors > 0);
  enable (self, "export", version != NULL && store != NULL);
  enable (self, "plan", is_writable && !is_preview && n_stages > SC_MERGE_WANTED);
  enable (self, "apply-plan", is_preview && self->plan_version != NULL && self->plan_wanted < self->plan_version->stages->len);
  enable (self, "cancel-plan", is_preview);
  enable (self, "publish", is_writable && !is_preview && store != NULL && is_draft && n_stages > 0);
  enable (self, "discard", is_writable && !is_preview && store != NULL && is_draft &&
          sc_design_get_published (self->design) != NULL);

  if (version != NULL)
    g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->group), "set-mark"),
                           g_variant_new_string (version->mark != NULL ? version->mark : ""));
}
