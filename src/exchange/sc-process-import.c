/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a command that adds the process of a file, with ids of its own where they are
 * taken. */

#include "exchange/sc-process-file.h"
#include "model/sc-new-ids.h"

/* Words may be about a stage that is gone, which is another process's all the same. */
static void
add_stages_of_words (const ScProcessFile *self,
                     GHashTable          *ids)
{
  for (guint i = 0; i < self->own_words->len; i++)
    {
      g_autofree char *stage_id = NULL;

      sc_place_parse (((ScOwnWord *) self->own_words->pdata[i])->place, NULL, &stage_id, NULL);
      if (stage_id != NULL)
        g_hash_table_add (ids, g_steal_pointer (&stage_id));
    }
}

/* Makes ids anew that something in the database has already. */
static gboolean
free_ids (ScProcessFile *self,
          ScStore       *store,
          GError       **error)
{
  g_autoptr (GHashTable) ids = sc_version_list_ids (self->version);
  g_autoptr (GHashTable) taken = NULL;
  g_autoptr (GHashTable) new_ids = NULL;

  g_hash_table_add (ids, g_strdup (self->id));
  add_stages_of_words (self, ids);
  taken = sc_store_find_taken_ids (store, ids, error);
  if (taken == NULL)
    return FALSE;

  new_ids = sc_new_ids_make (taken);
  sc_new_ids_apply (new_ids, self->version);
  sc_new_ids_apply_to_words (new_ids, self->own_words);
  if (g_hash_table_contains (new_ids, self->id))
    g_set_str (&self->id, g_hash_table_lookup (new_ids, self->id));

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
                                    (const char *const *) self->loss_reasons, self->own_words);
}
