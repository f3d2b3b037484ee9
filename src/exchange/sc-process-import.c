/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/sc-process-file.h"

/* Makes an id anew that something in the database has already. */
static gboolean
free_id (ScStore *store,
         char   **id,
         GError **error)
{
  gboolean is_taken;

  if (!sc_store_find_id (store, *id, &is_taken, error))
    return FALSE;

  if (is_taken)
    {
      g_free (*id);
      *id = g_uuid_string_random ();
    }

  return TRUE;
}

static void
replace_role (const ScVersion *version,
              const char      *before,
              const char      *after)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (version, i);

      if (g_strcmp0 (stage->responsible, before) == 0)
        g_set_str (&stage->responsible, after);
      for (guint j = 0; stage->participants[j] != NULL; j++)
        if (g_str_equal (stage->participants[j], before))
          g_set_str (&stage->participants[j], after);
    }
}

static gboolean
free_role_id (ScStore         *store,
              const ScVersion *version,
              ScRole          *role,
              GError         **error)
{
  g_autofree char *before = g_strdup (role->id);

  if (!free_id (store, &role->id, error))
    return FALSE;

  replace_role (version, before, role->id);

  return TRUE;
}

static gboolean
free_stage_ids (ScStore   *store,
                ScVersion *version,
                ScStage   *stage,
                GError   **error)
{
  gboolean is_marked = g_strcmp0 (version->mark, stage->id) == 0;

  if (!free_id (store, &stage->id, error))
    return FALSE;

  if (is_marked)
    g_set_str (&version->mark, stage->id);
  for (guint i = 0; i < stage->criteria->len; i++)
    if (!free_id (store, &((ScCriterion *) stage->criteria->pdata[i])->id, error))
      return FALSE;

  return TRUE;
}

static gboolean
free_ids (ScProcessFile *self,
          ScStore       *store,
          GError       **error)
{
  if (!free_id (store, &self->id, error))
    return FALSE;
  for (guint i = 0; i < self->version->roles->len; i++)
    if (!free_role_id (store, self->version, sc_version_get_role (self->version, i), error))
      return FALSE;
  for (guint i = 0; i < self->version->stages->len; i++)
    if (!free_stage_ids (store, self->version, sc_version_get_stage (self->version, i), error))
      return FALSE;

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
