/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Actions on the stages of the Scheme view: add, rename, copy, move, merge, split
 * and delete them, and put the client mark behind one. */

#include "designer/sc-designer-actions-private.h"

#include <glib/gi18n-lib.h>

#include "designer/sc-split-dialog.h"
#include "draft/sc-scheme-cells.h"
#include "draft/sc-scheme-edits.h"
#include "method/sc-merge.h"

static ScStage *
find_stage (ScDesignerActions *self,
            const char        *id,
            guint             *position)
{
  ScVersion *version = sc_design_get_version (self->design);

  if (version == NULL)
    return NULL;
  if (id == NULL || *id == '\0')
    id = sc_canvas_get_worked_on (self->canvas);

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

  sc_designer_actions_focus_stage (self, id);
  if (!has_kind)
    sc_designer_actions_edit_name (self, id);
  else
    sc_designer_actions_tell (self, FALSE, g_strdup_printf (_("“%s” added"), find_stage (self, id, NULL)->name));
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
    sc_designer_actions_edit_name (self, stage->id);
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

  sc_designer_actions_focus_stage (self, id);
  sc_designer_actions_tell (self, FALSE, g_strdup_printf (_("“%s” added"), find_stage (self, id, NULL)->name));
}

/* The stages whose refused deals go back to this one; %NULL for none. */
static char *
list_orphans (const ScVersion *version,
              const char      *stage_id)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      if (g_strcmp0 (stage->refusal.stage_id, stage_id) == 0)
        g_strv_builder_take (names, g_strdup_printf (C_("list", "“%s”"), *stage->name != '\0' ? stage->name : _("unnamed")));
    }
  list = g_strv_builder_end (names);

  return list[0] != NULL ? g_strjoinv (_(", "), list) : NULL;
}

static void
delete_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  ScStage *found = get_stage (self, parameter, NULL);
  g_autoptr (ScStage) stage = found != NULL ? sc_stage_ref (found) : NULL;
  const char *name = stage != NULL && *stage->name != '\0' ? stage->name : _("unnamed");
  g_autofree char *orphans = NULL;

  if (stage == NULL)
    return;

  orphans = list_orphans (sc_design_get_version (self->design), stage->id);
  if (!sc_scheme_remove (self->design, stage->id))
    return;

  if (orphans == NULL)
    sc_designer_actions_tell (self, TRUE, g_strdup_printf (_("“%s” deleted"), name));
  else
    sc_designer_actions_tell (self, TRUE,
                              /* Translators: a stage, then a list of stages in quotes */
                              g_strdup_printf (_("“%1$s” deleted. Choose anew where refused deals of %2$s go"), name, orphans));
}

static void
delete_all_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  ScDesignerActions *self = user_data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree const char **asked = g_variant_get_strv (parameter, NULL);

  for (guint i = 0; asked[i] != NULL; i++)
    if (find_stage (self, asked[i], NULL) != NULL)
      g_ptr_array_add (ids, (gpointer) asked[i]);

  if (ids->len > 0)
    sc_scheme_remove_all (self->design, ids);
  else if (sc_design_get_version (self->design) != NULL)
    refuse_gone (self);
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
  sc_designer_actions_focus_stage (self, stage_id);
  sc_designer_actions_tell (self, FALSE, g_strdup_printf (_("“%1$s” is now stage %2$u of %3$u"), stage->name, position + 1,
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

  sc_designer_actions_focus_stage (self, stage->id);
  if (crosses)
    sc_designer_actions_tell (self, TRUE, g_strdup_printf (_("Merged into “%s”, which the client mark now stands after"), stage->name));
  else
    sc_designer_actions_tell (self, TRUE, g_strdup_printf (_("Merged into “%s”"), stage->name));
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
    sc_designer_actions_tell (self, FALSE, g_strdup_printf (_("The client mark stands after “%s”"),
                                                            sc_version_get_stage (version, (guint) position)->name));
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
  { .name = "delete-all", .activate = delete_all_activated_cb, .parameter_type = "as" },
  { .name = "move", .activate = move_activated_cb, .parameter_type = "(su)" },
  { .name = "move-step", .activate = move_step_activated_cb, .parameter_type = "(si)" },
  { .name = "move-by", .activate = move_by_activated_cb, .parameter_type = "i" },
  { .name = "merge", .activate = merge_activated_cb, .parameter_type = "(ss)" },
  { .name = "split", .activate = split_activated_cb, .parameter_type = "s" },
  { .name = "set-mark", .activate = set_mark_activated_cb, .parameter_type = "s", .state = "''" },
  { .name = "mark-after", .activate = set_mark_activated_cb, .parameter_type = "s" },
};

/**
 * sc_designer_actions_add_for_stages:
 * @self: actions
 *
 * Adds the actions on stages.
 */
void
sc_designer_actions_add_for_stages (ScDesignerActions *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
}
