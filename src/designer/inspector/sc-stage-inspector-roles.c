/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of a stage's inspector that says who is responsible for the stage and who
 * takes part in it. */

#include "designer/inspector/sc-stage-inspector-private.h"

#include <glib/gi18n-lib.h>

#include "designer/sc-role-dialog.h"
#include "draft/sc-scheme-edits.h"
#include "method/sc-stage-edits.h"

static void
role_made_cb (const char *name,
              ScFunction  function,
              gpointer    user_data)
{
  ScStageInspector *self = user_data;
  ScVersion *version = sc_stage_inspector_get_version (self);
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScRole) role = NULL;
  g_autofree char *label = NULL;
  g_autofree char *told = NULL;

  if (stage == NULL)
    return;

  role = sc_role_new (name, function);
  sc_stage_make_responsible (stage, role->id);
  label = g_strdup_printf (C_("undo scheme", "Make “%1$s” responsible for “%2$s”"), name, stage->name);
  g_ptr_array_add (edits, sc_edit_insert_role (role, version->roles->len));
  g_ptr_array_add (edits, sc_edit_replace_stage (version, stage));
  told = g_strdup_printf (_("“%1$s” is responsible for “%2$s”"), name, stage->name);
  if (sc_design_edit (self->design, label, edits))
    sc_design_tell (self->design, told);
}

static void
responsible_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);
  guint selected = adw_combo_row_get_selected (self->responsible_row);
  ScVersion *version = sc_stage_inspector_get_version (self);

  if (stage == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected > version->roles->len)
    {
      sc_stage_inspector_fill_roles (self, sc_stage_inspector_get_stage (self));
      sc_role_dialog_present (GTK_WIDGET (self), version, role_made_cb, self);
      return;
    }

  sc_stage_make_responsible (stage, selected == 0 ? NULL : sc_version_get_role (version, selected - 1)->id);
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change who is responsible for “%s”"),
                          _("Responsible for “%s” changed"));
}

static void
participant_toggled_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  ScVersion *version = sc_stage_inspector_get_version (self);

  if (stage == NULL)
    return;

  for (guint i = 0; i < self->participant_rows->len && i < version->roles->len; i++)
    if (adw_switch_row_get_active (self->participant_rows->pdata[i]))
      g_strv_builder_add (builder, sc_version_get_role (version, i)->id);
  ids = g_strv_builder_end (builder);
  sc_stage_set_participants (stage, (const char *const *) ids);
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change who takes part in “%s”"),
                          _("Participants of “%s” changed"));
}

static GStrv
list_roles (ScVersion *version)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, _("Nobody"));
  for (guint i = 0; i < version->roles->len; i++)
    g_strv_builder_add (builder, sc_version_get_role (version, i)->name);
  g_strv_builder_add (builder, _("New Role…"));

  return g_strv_builder_end (builder);
}

static void
rebuild_participants (ScStageInspector *self,
                      ScVersion        *version)
{
  for (guint i = 0; i < self->participant_rows->len; i++)
    adw_expander_row_remove (self->participants_row, self->participant_rows->pdata[i]);
  g_ptr_array_set_size (self->participant_rows, 0);

  for (guint i = 0; i < version->roles->len; i++)
    {
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sc_version_get_role (version, i)->name);
      g_signal_connect_swapped (row, "notify::active", G_CALLBACK (participant_toggled_cb), self);
      adw_expander_row_add_row (self->participants_row, row);
      g_ptr_array_add (self->participant_rows, row);
    }
}

/* Shows who is responsible for a stage, and who takes part. */
void
sc_stage_inspector_fill_roles (ScStageInspector *self,
                               const ScStage    *stage)
{
  ScVersion *version = sc_stage_inspector_get_version (self);
  g_auto (GStrv) roles = list_roles (version);
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean was_filling = self->is_filling;
  guint position = 0;

  self->is_filling = TRUE;
  if (self->shown_roles == NULL ||
      !g_strv_equal ((const char *const *) self->shown_roles, (const char *const *) roles))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) roles);

      adw_combo_row_set_model (self->responsible_row, G_LIST_MODEL (model));
      rebuild_participants (self, version);
      g_strfreev (self->shown_roles);
      self->shown_roles = g_steal_pointer (&roles);
    }

  if (stage->responsible != NULL && sc_version_find_role (version, stage->responsible, &position) != NULL)
    position++;
  adw_combo_row_set_selected (self->responsible_row, position);

  for (guint i = 0; i < self->participant_rows->len; i++)
    {
      const ScRole *role = sc_version_get_role (version, i);
      gboolean takes_part = sc_stage_has_participant (stage, role->id);

      adw_switch_row_set_active (self->participant_rows->pdata[i], takes_part);
      if (takes_part)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", role->name);
    }
  adw_expander_row_set_subtitle (self->participants_row, names->len > 0 ? names->str : _("None"));
  self->is_filling = was_filling;
}

void
sc_stage_inspector_bind_roles (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, responsible_cb);
}
