/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a command that adds the process of a file, with ids of its own where they are
 * taken. */

#include "exchange/sc-process-file.h"

/* Makes an id anew that something in the database has already. */
static void
free_id (GHashTable *taken,
         char      **id)
{
  if (!g_hash_table_contains (taken, *id))
    return;

  g_free (*id);
  *id = g_uuid_string_random ();
}

/* Returns the new ids of roles by those before. */
static GHashTable *
free_role_ids (GHashTable      *taken,
               const ScVersion *version)
{
  GHashTable *replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < version->roles->len; i++)
    {
      ScRole *role = sc_version_get_role (version, i);
      g_autofree char *before = g_strdup (role->id);

      free_id (taken, &role->id);
      if (!g_str_equal (before, role->id))
        g_hash_table_insert (replaced, g_steal_pointer (&before), g_strdup (role->id));
    }

  return replaced;
}

static void
replace_role (GHashTable *replaced,
              char      **role_id)
{
  const char *after = *role_id != NULL ? g_hash_table_lookup (replaced, *role_id) : NULL;

  if (after != NULL)
    g_set_str (role_id, after);
}

static void
free_stage_ids (GHashTable *taken,
                GHashTable *replaced_roles,
                ScVersion  *version,
                ScStage    *stage)
{
  gboolean is_marked = g_strcmp0 (version->mark, stage->id) == 0;

  free_id (taken, &stage->id);
  if (is_marked)
    g_set_str (&version->mark, stage->id);
  for (guint i = 0; i < stage->criteria->len; i++)
    free_id (taken, &((ScCriterion *) stage->criteria->pdata[i])->id);
  replace_role (replaced_roles, &stage->responsible);
  for (guint i = 0; stage->participants[i] != NULL; i++)
    replace_role (replaced_roles, &stage->participants[i]);
}

static GHashTable *
list_ids (const ScProcessFile *self)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (ids, g_strdup (self->id));
  for (guint i = 0; i < self->version->roles->len; i++)
    g_hash_table_add (ids, g_strdup (sc_version_get_role (self->version, i)->id));
  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);

      g_hash_table_add (ids, g_strdup (stage->id));
      for (guint j = 0; j < stage->criteria->len; j++)
        g_hash_table_add (ids, g_strdup (((ScCriterion *) stage->criteria->pdata[j])->id));
    }

  return ids;
}

static gboolean
free_ids (ScProcessFile *self,
          ScStore       *store,
          GError       **error)
{
  g_autoptr (GHashTable) ids = list_ids (self);
  g_autoptr (GHashTable) taken = sc_store_find_taken_ids (store, ids, error);
  g_autoptr (GHashTable) replaced_roles = NULL;

  if (taken == NULL)
    return FALSE;

  free_id (taken, &self->id);
  replaced_roles = free_role_ids (taken, self->version);
  for (guint i = 0; i < self->version->stages->len; i++)
    free_stage_ids (taken, replaced_roles, self->version, sc_version_get_stage (self->version, i));

  return TRUE;
}

/**
 * sc_process_file_import:
 * @self: a process that was read and that nothing else uses; ids that
 *   something in the store has already are made anew
 * @store: where it goes
 * @name: (nullable): what it is to be called there, %NULL for its own name
 * @error: of %SC_STORE_ERROR
 *
 * Returns: (transfer full): a command that makes the process, or %NULL
 */
ScCommand *
sc_process_file_import (ScProcessFile *self,
                        ScStore       *store,
                        const char    *name,
                        GError       **error)
{
  if (!free_ids (self, store, error))
    return NULL;

  return sc_command_import_process (self->id, name != NULL ? name : self->name, self->description, self->version,
                                    (const char *const *) self->loss_reasons);
}
