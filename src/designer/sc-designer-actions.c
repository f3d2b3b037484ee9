/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can do in the Scheme view, as actions: menus, keys, buttons,
 * dragging and tests all go through them. Where an action takes a stage's id,
 * an empty one is the selected stage. */

#include "designer/sc-designer-actions.h"

#include <glib/gi18n-lib.h>

#include "designer/sc-publish-dialog.h"
#include "designer/sc-split-dialog.h"
#include "draft/sc-scheme-edits.h"
#include "method/sc-lint.h"
#include "method/sc-merge.h"
#include "questions/sc-questions-dialog.h"
#include "questions/sc-stages-dialog.h"

struct _ScDesignerActions
{
  GObject parent_instance;

  ScDesign *design;
  ScCanvas *canvas;
  ScDesignerPane *pane;
  GSimpleActionGroup *group;

  /* The plan on show: of which version, and what it would do. */
  ScVersion *plan_version;
  GPtrArray *plan_edits;
  guint plan_wanted;
};

enum {
  SIGNAL_SHOW_PANE,
  SIGNAL_TOLD,
  SIGNAL_PREVIEW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDesignerActions, sc_designer_actions, G_TYPE_OBJECT);

static ScStage *
find_stage (ScDesignerActions *self,
            const char        *id,
            guint             *position)
{
  ScVersion *version = sc_design_get_version (self->design);

  if (version == NULL)
    return NULL;
  if (id == NULL || *id == '\0')
    id = sc_canvas_get_selected (self->canvas);

  return sc_version_find_stage (version, id, position);
}

/* A menu, or a drag, may be about what somebody else has deleted meanwhile. */
static void
refuse_gone (ScDesignerActions *self)
{
  g_autoptr (GError) error =
    g_error_new_literal (SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                         _("A stage that this is about was deleted or moved meanwhile, in another window or by "
                           "another program. Look at the scheme again."));

  g_signal_emit_by_name (self->design, "failed", _("Scheme Not Changed"), error);
}

static ScStage *
need_stage (ScDesignerActions *self,
            const char        *id,
            guint             *position)
{
  ScStage *stage = find_stage (self, id, position);

  if (stage == NULL && *id != '\0' && sc_design_get_version (self->design) != NULL)
    refuse_gone (self);

  return stage;
}

static ScStage *
get_stage (ScDesignerActions *self,
           GVariant          *parameter,
           guint             *position)
{
  return need_stage (self, g_variant_get_string (parameter, NULL), position);
}

/* Says what has happened to those who can't see it, or, where that is much,
 * offers to take it back. */
static void
tell (ScDesignerActions *self,
      gboolean           with_undo,
      char              *text)
{
  g_autofree char *owned = text;

  if (with_undo)
    sc_design_tell (self->design, owned);
  else
    g_signal_emit (self, signals[SIGNAL_TOLD], 0, owned);
}

static void
show_pane (ScDesignerActions *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_PANE], 0);
}

static void
insert (ScDesignerActions *self,
        guint              position,
        const char        *kind_id)
{
  g_autofree char *id = NULL;
  gboolean has_kind;
  ScKind kind;

  has_kind = sc_kind_from_id (kind_id, &kind);
  if (!sc_scheme_insert (self->design, position, has_kind ? SC_KIND_BIT (kind) : 0, &id))
    return;

  sc_canvas_focus_stage (self->canvas, id);
  if (!has_kind)
    sc_canvas_edit_name (self->canvas, id);
  else
    tell (self, FALSE, g_strdup_printf (_("“%s” added"), find_stage (self, id, NULL)->name));
}

static void
insert_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  const char *kind_id;
  guint position;

  g_variant_get (parameter, "(u&s)", &position, &kind_id);
  insert (user_data, position, kind_id);
}

/* Behind the one stage, or else in front of the other. */
static void
insert_between_activated_cb (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  const char *after, *before, *kind_id;
  guint position = 0;

  g_variant_get (parameter, "(&s&s&s)", &after, &before, &kind_id);
  if (*after != '\0' && find_stage (self, after, &position) != NULL)
    insert (self, position + 1, kind_id);
  else if (*before != '\0' && find_stage (self, before, &position) != NULL)
    insert (self, position, kind_id);
  else if (*after == '\0' && *before == '\0')
    insert (self, 0, kind_id);
  else
    refuse_gone (self);
}

/* Behind the selected stage, or at the end. */
static void
add_activated_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  ScVersion *version = sc_design_get_version (self->design);
  guint position;

  if (version == NULL)
    return;
  if (find_stage (self, NULL, &position) != NULL)
    insert (self, position + 1, "");
  else
    insert (self, version->stages->len, "");
}

static void
edit_name_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  ScStage *stage = get_stage (self, parameter, NULL);

  if (stage != NULL)
    sc_canvas_edit_name (self->canvas, stage->id);
}

static void
rename_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  const char *id, *name;

  g_variant_get (parameter, "(&s&s)", &id, &name);
  sc_scheme_rename (SC_DESIGNER_ACTIONS (user_data)->design, id, name);
}

static void
rename_since_activated_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  const char *id, *since, *name;

  g_variant_get (parameter, "(&s&s&s)", &id, &since, &name);
  sc_scheme_rename_since (SC_DESIGNER_ACTIONS (user_data)->design, id, since, name);
}

static void
duplicate_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  ScStage *stage = get_stage (self, parameter, NULL);
  g_autofree char *id = NULL;

  if (stage == NULL || !sc_scheme_duplicate (self->design, stage->id, &id))
    return;

  sc_canvas_focus_stage (self->canvas, id);
  tell (self, FALSE, g_strdup_printf (_("“%s” added"), find_stage (self, id, NULL)->name));
}

static void
delete_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  g_autoptr (ScStage) stage = get_stage (self, parameter, NULL);

  if (stage == NULL)
    return;

  sc_stage_ref (stage);
  if (sc_scheme_remove (self->design, stage->id))
    tell (self, TRUE, g_strdup_printf (_("“%s” deleted"), *stage->name != '\0' ? stage->name : _("unnamed")));
}

static void
move (ScDesignerActions *self,
      const char        *stage_id,
      guint              position)
{
  ScStage *stage;

  if (!sc_scheme_move (self->design, stage_id, position))
    return;

  stage = find_stage (self, stage_id, NULL);
  sc_canvas_focus_stage (self->canvas, stage_id);
  tell (self, FALSE, g_strdup_printf (_("“%1$s” is now stage %2$u of %3$u"), stage->name, position + 1,
                                      sc_design_get_version (self->design)->stages->len));
}

static void
move_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  const char *id;
  guint position;

  g_variant_get (parameter, "(&su)", &id, &position);
  move (user_data, id, position);
}

/* Back or forward from where it is by now. */
static void
move_step_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  const char *id;
  guint position;
  int step;

  g_variant_get (parameter, "(&si)", &id, &step);
  if (need_stage (self, id, &position) != NULL && (int) position + step >= 0)
    move (self, id, (guint) ((int) position + step));
}

/* To the left or to the right, as one sees it. */
static void
move_by_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self->canvas)) == GTK_TEXT_DIR_RTL;
  int step = is_rtl ? -g_variant_get_int32 (parameter) : g_variant_get_int32 (parameter);
  guint position;
  ScStage *stage = find_stage (self, NULL, &position);

  if (stage != NULL && (int) position + step >= 0)
    move (self, stage->id, (guint) ((int) position + step));
}

static void
merge (ScDesignerActions *self,
       const char        *first_id,
       const char        *second_id)
{
  gboolean crosses = sc_merge_crosses_mark (sc_design_get_version (self->design), first_id, second_id);
  ScStage *stage;

  if (!sc_scheme_merge (self->design, first_id, second_id))
    return;

  stage = find_stage (self, first_id, NULL);
  if (stage == NULL)
    stage = find_stage (self, second_id, NULL);
  if (stage == NULL)
    return;

  sc_canvas_focus_stage (self->canvas, stage->id);
  if (crosses)
    tell (self, TRUE, g_strdup_printf (_("Merged into “%s”, which the client mark now stands after"), stage->name));
  else
    tell (self, TRUE, g_strdup_printf (_("Merged into “%s”"), stage->name));
}

static void
merge_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  const char *first_id, *second_id;

  g_variant_get (parameter, "(&s&s)", &first_id, &second_id);
  if (sc_design_get_version (self->design) == NULL)
    return;
  if (sc_can_merge (sc_design_get_version (self->design), first_id, second_id))
    merge (self, first_id, second_id);
  else
    refuse_gone (self);
}

static void
split_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  ScStage *stage = get_stage (self, parameter, NULL);

  if (stage != NULL)
    sc_split_dialog_present (GTK_WIDGET (self->canvas), self->design, stage->id);
}

/* Of two actions: the one has a state, for a menu of all places. */
static void
set_mark_activated_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  ScVersion *version;
  int position;

  if (!sc_scheme_set_mark (self->design, *id != '\0' ? id : NULL))
    return;

  version = sc_design_get_version (self->design);
  position = sc_version_get_mark_position (version);
  if (position >= 0)
    tell (self, FALSE, g_strdup_printf (_("The client mark stands after “%s”"),
                                        sc_version_get_stage (version, (guint) position)->name));
}

static void
show_findings_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);

  show_pane (self);
  sc_designer_pane_show_findings (self->pane, *id != '\0' ? id : NULL);
}

static void
details_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ScDesignerActions *self = user_data;

  show_pane (self);
  sc_designer_pane_show_details (self->pane);
}

static void
fix_errors_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  ScDesignerActions *self = user_data;

  if (sc_scheme_fix_errors (self->design))
    tell (self, TRUE, g_strdup (_("All errors are fixed")));
}

/* The buttons of a plan go with it; the focus goes on at the stages. */
static void
return_to_canvas (ScDesignerActions *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->canvas), GTK_DIR_TAB_FORWARD);
}

static void
forget_plan (ScDesignerActions *self)
{
  g_clear_pointer (&self->plan_version, sc_version_unref);
  g_clear_pointer (&self->plan_edits, g_ptr_array_unref);
}

static void
keep_plan (ScDesignerActions *self,
           ScVersion         *version,
           ScVersion         *merged,
           GPtrArray         *steps)
{
  forget_plan (self);
  self->plan_version = sc_version_ref (version);
  self->plan_wanted = merged->stages->len;
  self->plan_edits = sc_edits_new ();
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_extend_and_steal (self->plan_edits, g_steal_pointer (&((ScMergeStep *) steps->pdata[i])->edits));
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

  sc_canvas_set_selected (self->canvas, NULL);
  sc_canvas_preview (self->canvas, merged, steps);
  /* Applying has to be possible before its button can take the focus. */
  sc_designer_actions_update (self);
  show_pane (self);
  sc_designer_pane_show_plan (self->pane, version, merged, steps);
  keep_plan (self, version, merged, steps);
  g_signal_emit (self, signals[SIGNAL_PREVIEW], 0);
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

  if (self->plan_edits == NULL || !sc_canvas_is_preview (self->canvas))
    return;

  /* What was shown, and nothing else. */
  edits = g_steal_pointer (&self->plan_edits);
  name = g_strdup_printf (ngettext ("Merge down to %u stage", "Merge down to %u stages", n), n);
  sc_designer_actions_end_plan (self);
  if (sc_design_edit (self->design, name, edits))
    tell (self, TRUE, g_strdup_printf (ngettext ("Merged down to %u stage", "Merged down to %u stages", n), n));
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
  if (sc_scheme_fill (self->design, _("Take the proposed stages"), proposal))
    sc_design_tell (self->design, NULL);
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

  dialog = sc_questions_dialog_new (NULL, &version->aspects, version->language);
  g_signal_connect_object (dialog, "proposed", G_CALLBACK (proposed_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->canvas));
}

static void
stages_taken_cb (AdwDialog         *dialog,
                 const char        *name,
                 ScVersion         *stages,
                 ScDesignerActions *self)
{
  if (sc_scheme_fill (self->design, _("Paste stages"), stages))
    sc_design_tell (self->design, NULL);
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

static const GActionEntry entries[] = {
  { .name = "insert", .activate = insert_activated_cb, .parameter_type = "(us)" },
  { .name = "insert-between", .activate = insert_between_activated_cb, .parameter_type = "(sss)" },
  { .name = "add", .activate = add_activated_cb },
  { .name = "edit-name", .activate = edit_name_activated_cb, .parameter_type = "s" },
  { .name = "rename", .activate = rename_activated_cb, .parameter_type = "(ss)" },
  { .name = "rename-since", .activate = rename_since_activated_cb, .parameter_type = "(sss)" },
  { .name = "duplicate", .activate = duplicate_activated_cb, .parameter_type = "s" },
  { .name = "delete", .activate = delete_activated_cb, .parameter_type = "s" },
  { .name = "move", .activate = move_activated_cb, .parameter_type = "(su)" },
  { .name = "move-step", .activate = move_step_activated_cb, .parameter_type = "(si)" },
  { .name = "move-by", .activate = move_by_activated_cb, .parameter_type = "i" },
  { .name = "merge", .activate = merge_activated_cb, .parameter_type = "(ss)" },
  { .name = "split", .activate = split_activated_cb, .parameter_type = "s" },
  { .name = "set-mark", .activate = set_mark_activated_cb, .parameter_type = "s", .state = "''" },
  { .name = "mark-after", .activate = set_mark_activated_cb, .parameter_type = "s" },
  { .name = "show-findings", .activate = show_findings_activated_cb, .parameter_type = "s" },
  { .name = "details", .activate = details_activated_cb },
  { .name = "fix-errors", .activate = fix_errors_activated_cb },
  { .name = "plan", .activate = plan_activated_cb },
  { .name = "apply-plan", .activate = apply_plan_activated_cb },
  { .name = "cancel-plan", .activate = cancel_plan_activated_cb },
  { .name = "publish", .activate = publish_activated_cb },
  { .name = "discard", .activate = discard_activated_cb },
  { .name = "propose", .activate = propose_activated_cb },
  { .name = "paste", .activate = paste_activated_cb },
  { .name = "save-again", .activate = save_again_activated_cb },
  { .name = "zoom-in", .activate = zoom_activated_cb },
  { .name = "zoom-out", .activate = zoom_activated_cb },
  { .name = "zoom-normal", .activate = zoom_activated_cb },
  { .name = "zoom-fit", .activate = zoom_activated_cb },
};

/* What a version that is only looked at, or not there, can't have done to it. */
static const char *const changing[] = {
  "insert", "insert-between", "add", "edit-name", "rename", "rename-since", "duplicate", "delete", "move", "move-step", "move-by", "merge", "split", "set-mark",
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

  forget_plan (self);
  g_clear_object (&self->design);
  g_clear_object (&self->group);

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

static void
sc_designer_actions_init (ScDesignerActions *self)
{
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
}

/**
 * sc_designer_actions_new:
 * @design: what they change
 * @canvas: (not nullable): where it is shown; outlives the actions
 * @pane: (not nullable): the pane beside it; outlives the actions
 *
 * Returns: (transfer full): the actions
 */
ScDesignerActions *
sc_designer_actions_new (ScDesign       *design,
                         ScCanvas       *canvas,
                         ScDesignerPane *pane)
{
  ScDesignerActions *self = g_object_new (SC_TYPE_DESIGNER_ACTIONS, NULL);

  self->design = g_object_ref (design);
  self->canvas = canvas;
  self->pane = pane;

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
  enable (self, "plan", is_writable && !is_preview && n_stages > SC_MERGE_WANTED);
  enable (self, "apply-plan", is_preview);
  enable (self, "cancel-plan", is_preview);
  enable (self, "publish", is_writable && !is_preview && store != NULL && is_draft && n_stages > 0);
  enable (self, "discard", is_writable && !is_preview && store != NULL && is_draft &&
          sc_design_get_published (self->design) != NULL);

  if (version != NULL)
    g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->group), "set-mark"),
                           g_variant_new_string (version->mark != NULL ? version->mark : ""));
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
  gboolean is_over;

  g_return_val_if_fail (SC_IS_DESIGNER_ACTIONS (self), FALSE);

  is_over = self->plan_version != NULL && self->plan_version != sc_design_get_version (self->design);
  forget_plan (self);
  if (!sc_canvas_is_preview (self->canvas))
    return is_over;

  sc_designer_pane_hide_plan (self->pane);
  sc_canvas_show (self->canvas, sc_design_get_version (self->design), sc_design_get_findings (self->design));
  sc_designer_actions_update (self);
  g_signal_emit (self, signals[SIGNAL_PREVIEW], 0);

  return is_over;
}
