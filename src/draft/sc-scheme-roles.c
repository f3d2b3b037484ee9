/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to the roles of a draft. */

#include "draft/sc-scheme-edits-private.h"

#include <glib/gi18n-lib.h>

#include "method/sc-stage-edits.h"

/**
 * sc_scheme_add_role:
 * @design: a design
 * @name: what the role is called
 * @function: what it does
 * @role_id: (out) (optional): its id
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_add_role (ScDesign   *design,
                    const char *name,
                    ScFunction  function,
                    char      **role_id)
{
  ScVersion *version = sc_design_get_version (design);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (ScRole) role = NULL;
  g_autofree char *label = NULL;

  if (version == NULL)
    return FALSE;

  role = sc_role_new (name, function);
  label = g_strdup_printf (C_("undo scheme", "Add the role “%s”"), name);
  edits = sc_scheme_only (sc_edit_insert_role (role, version->roles->len));
  if (role_id != NULL)
    *role_id = g_strdup (role->id);

  return sc_design_edit (design, label, edits);
}

/**
 * sc_scheme_replace_role:
 * @design: a design
 * @role: a changed copy of one of its roles
 *
 * Returns: whether anything was changed
 */
gboolean
sc_scheme_replace_role (ScDesign *design,
                        ScRole   *role)
{
  ScVersion *version = sc_design_get_version (design);
  ScRole *before = version != NULL ? sc_version_find_role (version, role->id, NULL) : NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *label = NULL;

  if (before == NULL || sc_role_equal (before, role))
    return FALSE;

  label = g_strdup_printf (C_("undo scheme", "Change the role “%s”"), before->name);
  edits = sc_scheme_only (sc_edit_replace_role (version, role));

  return sc_design_edit (design, label, edits);
}

/**
 * sc_scheme_replace_role_since:
 * @design: a design
 * @since: a role as it was when a person began to change it
 * @role: a changed copy of it
 *
 * Where others have changed the role meanwhile, nothing of theirs is written
 * over before a person was asked.
 *
 * Returns: whether anything was changed
 */
gboolean
sc_scheme_replace_role_since (ScDesign *design,
                              ScRole   *since,
                              ScRole   *role)
{
  ScVersion *version = sc_design_get_version (design);
  ScRole *now = version != NULL ? sc_version_find_role (version, role->id, NULL) : NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (ScVersion) before = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *label = NULL;

  if (now == NULL || sc_role_equal (now, since))
    return sc_scheme_replace_role (design, role);

  back = sc_scheme_only (sc_edit_replace_role (version, since));
  before = sc_version_edit (version, back, NULL);
  if (before == NULL || sc_role_equal (now, role))
    return FALSE;

  label = g_strdup_printf (C_("undo scheme", "Change the role “%s”"), since->name);
  edits = sc_scheme_only (sc_edit_replace_role (before, role));
  sc_design_edit_overtaken (design, label, edits);

  return TRUE;
}

/**
 * sc_scheme_remove_role:
 * @design: a design
 * @role_id: a role
 *
 * Takes a role off all stages, and removes it.
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_remove_role (ScDesign   *design,
                       const char *role_id)
{
  ScVersion *version = sc_design_get_version (design);
  ScRole *role = version != NULL ? sc_version_find_role (version, role_id, NULL) : NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *label = NULL;

  if (role == NULL)
    return FALSE;

  label = g_strdup_printf (C_("undo scheme", "Delete the role “%s”"), role->name);
  edits = sc_remove_role (version, role_id);

  return sc_design_edit (design, label, edits);
}
