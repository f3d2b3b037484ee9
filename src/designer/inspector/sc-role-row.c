/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A role of a process: its name, what it does, and a way to delete it. */

#include "designer/inspector/sc-role-row.h"

#include <glib/gi18n-lib.h>

#include "designer/sc-role-dialog.h"
#include "draft/sc-scheme-edits.h"
#include "widgets/sc-field-row.h"

struct _ScRoleRow
{
  AdwExpanderRow parent_instance;

  ScDesign *design;
  ScRole *role;
  gboolean is_filling;
  GtkWidget *name_row;
  GtkWidget *function_row;
};

G_DEFINE_FINAL_TYPE (ScRoleRow, sc_role_row, ADW_TYPE_EXPANDER_ROW);

static void
tell_changed (ScRoleRow    *self,
              const ScRole *role)
{
  g_autofree char *told = g_strdup_printf (_("Role “%s” changed"), role->name);

  sc_design_tell (self->design, told);
}

static void
name_cb (ScRoleRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  ScVersion *version = sc_design_get_version (self->design);
  ScRole *other = version != NULL ? sc_version_find_role_by_name (version, name) : NULL;
  const char *base = sc_field_row_get_base (SC_FIELD_ROW (self->name_row));
  g_autoptr (ScRole) since = NULL;
  g_autoptr (ScRole) role = NULL;
  g_autofree char *refusal = NULL;

  if (other != NULL && !g_str_equal (other->id, self->role->id))
    refusal = g_strdup_printf (_("There is a role named “%s” already."), other->name);
  else if (*name == '\0')
    refusal = g_strdup (_("A role needs a name."));
  if (refusal != NULL)
    {
      sc_field_row_refuse (SC_FIELD_ROW (self->name_row), refusal);
      return;
    }

  since = sc_role_copy (self->role);
  role = sc_role_copy (self->role);
  if (base != NULL)
    g_set_str (&since->name, base);
  g_set_str (&role->name, name);
  if (!g_str_equal (name, gtk_editable_get_text (GTK_EDITABLE (self->name_row))))
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  if (sc_scheme_replace_role_since (self->design, since, role))
    tell_changed (self, role);
}

static void
function_cb (ScRoleRow *self)
{
  g_autoptr (ScRole) role = NULL;

  if (self->is_filling || self->role == NULL)
    return;

  role = sc_role_copy (self->role);
  role->function = (ScFunction) adw_combo_row_get_selected (ADW_COMBO_ROW (self->function_row));
  if (sc_scheme_replace_role (self->design, role))
    tell_changed (self, role);
}

/* The row goes with its role. */
static void
remove_cb (ScRoleRow *self)
{
  g_autoptr (ScDesign) design = g_object_ref (self->design);
  g_autofree char *told = g_strdup_printf (_("Role “%s” deleted"), self->role->name);

  if (sc_scheme_remove_role (design, self->role->id))
    sc_design_tell (design, told);
}

static void
sc_role_row_dispose (GObject *object)
{
  ScRoleRow *self = SC_ROLE_ROW (object);

  self->is_filling = TRUE;
  g_clear_object (&self->design);
  g_clear_pointer (&self->role, sc_role_unref);

  G_OBJECT_CLASS (sc_role_row_parent_class)->dispose (object);
}

static void
sc_role_row_class_init (ScRoleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_role_row_dispose;
}

static void
sc_role_row_init (ScRoleRow *self)
{
  GtkWidget *button = adw_button_row_new ();
  g_autoptr (GtkStringList) functions = sc_role_functions_new ();

  self->name_row = sc_field_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), _("Name"));
  g_signal_connect_swapped (self->name_row, "commit", G_CALLBACK (name_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->name_row);

  self->is_filling = TRUE;
  self->function_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->function_row), _("Function"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->function_row), G_LIST_MODEL (functions));
  g_signal_connect_swapped (self->function_row, "notify::selected", G_CALLBACK (function_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->function_row);
  self->is_filling = FALSE;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _("Delete the Role"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (button), "user-trash-symbolic");
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_swapped (button, "activated", G_CALLBACK (remove_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), button);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * sc_role_row_new:
 *
 * Returns: (transfer floating): a row for a role
 */
GtkWidget *
sc_role_row_new (void)
{
  return g_object_new (SC_TYPE_ROLE_ROW, NULL);
}

/**
 * sc_role_row_show:
 * @self: a row
 * @design: what the role is part of
 * @role: the role
 */
void
sc_role_row_show (ScRoleRow *self,
                  ScDesign  *design,
                  ScRole    *role)
{
  g_return_if_fail (SC_IS_ROLE_ROW (self));

  self->is_filling = TRUE;
  if (self->role != NULL && !g_str_equal (self->role->id, role->id))
    {
      sc_field_row_revert (SC_FIELD_ROW (self->name_row));
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
    }
  g_set_object (&self->design, design);
  sc_role_ref (role);
  g_clear_pointer (&self->role, sc_role_unref);
  self->role = role;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), role->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), sc_function_get_title (role->function));
  sc_field_row_set_value (SC_FIELD_ROW (self->name_row), role->name);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->function_row), role->function);
  self->is_filling = FALSE;
}

/**
 * sc_role_row_get_role_id:
 * @self: a row
 *
 * Returns: (nullable): the id of the role that it shows
 */
const char *
sc_role_row_get_role_id (ScRoleRow *self)
{
  g_return_val_if_fail (SC_IS_ROLE_ROW (self), NULL);

  return self->role != NULL ? self->role->id : NULL;
}
