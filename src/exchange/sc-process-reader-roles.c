/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the roles of a process, and who does a stage. A role that stands only in a stage
 * is made. */

#include "exchange/sc-process-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
fold (const char *name)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  sc_name_fold (name, folded);

  return g_string_free_and_steal (g_steal_pointer (&folded));
}

static void
add_role (ScProcessReader *self,
          ScRole          *role)
{
  g_autofree char *folded = fold (role->name);

  g_ptr_array_add (self->version->roles, role);
  if (!g_hash_table_contains (self->roles, role->name))
    g_hash_table_insert (self->roles, g_strdup (role->name), role);
  if (!g_hash_table_contains (self->folded_roles, folded))
    g_hash_table_insert (self->folded_roles, g_steal_pointer (&folded), role);
}

static ScRole *
find_role_by_name (ScProcessReader *self,
                   const char      *name)
{
  g_autofree char *folded = fold (name);

  return g_hash_table_lookup (self->folded_roles, folded);
}

static void
read_role (ScProcessReader *self)
{
  const char *name = sc_json_reader_need_text (self->reader, "name");
  const char *function = sc_json_reader_get_text (self->reader, "function");
  ScRole *role = sc_role_new (name, sc_function_guess (name));

  if (function != NULL && !sc_function_from_id (function, &role->function))
    sc_process_reader_refuse_value (self, "function", function);
  sc_process_reader_take_id (self, &role->id);
  add_role (self, role);
}

/**
 * sc_process_reader_read_roles:
 * @self: a process while it is read
 *
 * Reads the roles of the process.
 */
void
sc_process_reader_read_roles (ScProcessReader *self)
{
  guint n_items;

  if (!sc_json_reader_enter_array (self->reader, "roles", &n_items))
    return;

  for (guint i = 0; i < n_items; i++)
    if (sc_json_reader_enter_item (self->reader, i))
      {
        read_role (self);
        sc_json_reader_leave (self->reader);
      }

  sc_json_reader_leave (self->reader);
}

/* A role that stands only in a stage is made. */
static const ScRole *
need_role (ScProcessReader *self,
           const char      *name)
{
  ScRole *role = g_hash_table_lookup (self->roles, name);

  if (role == NULL)
    role = find_role_by_name (self, name);
  if (role == NULL)
    {
      role = sc_role_new (name, sc_function_guess (name));
      add_role (self, role);
    }

  return role;
}

/* By id, where the name alone does not tell which; else by name. No name is
 * nobody, unless a role has it. */
static const char *
find_role (ScProcessReader *self,
           const char      *id,
           const char      *name)
{
  const ScRole *role = id != NULL ? sc_version_find_role (self->version, id, NULL) : NULL;

  if (role == NULL || !g_str_equal (role->name, name))
    role = name[strspn (name, " \t\r\n")] != '\0' ? need_role (self, name)
                                                  : find_role_by_name (self, name);

  return role != NULL ? role->id : NULL;
}

/**
 * sc_process_reader_read_stage_roles:
 * @self: a process while a stage of it is read
 * @stage: the stage
 *
 * Reads who does it.
 */
void
sc_process_reader_read_stage_roles (ScProcessReader *self,
                                    ScStage         *stage)
{
  g_autoptr (GStrvBuilder) participants = g_strv_builder_new ();
  const char *responsible = sc_json_reader_get_text (self->reader, "responsible");
  const char *id = sc_json_reader_get_text (self->reader, "responsible_id");
  g_auto (GStrv) names = sc_json_reader_get_texts (self->reader, "participants");
  g_auto (GStrv) ids = sc_json_reader_get_texts (self->reader, "participant_ids");
  gboolean has_ids = g_strv_length (ids) == g_strv_length (names);
  g_auto (GStrv) found = NULL;

  if (responsible != NULL)
    stage->responsible = g_strdup (find_role (self, id, responsible));
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *participant = find_role (self, has_ids ? ids[i] : NULL, names[i]);

      if (participant != NULL)
        g_strv_builder_add (participants, participant);
    }

  found = g_strv_builder_end (participants);
  sc_stage_set_participants (stage, (const char *const *) found);
}
