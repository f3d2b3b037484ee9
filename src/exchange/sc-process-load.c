/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads a process from the database as a file has it. */

#include "exchange/sc-process-file.h"

#include "store/sc-document-facts.h"

/**
 * sc_process_file_load:
 * @store: a store
 * @process: one of its processes
 * @is_whole: whether a stage or a role that can't be read is an error, and not
 *   left out
 * @error: of %SC_STORE_ERROR
 *
 * Returns: (transfer full): the process with its draft, or its published
 *   version where there is none, or %NULL
 */
ScProcessFile *
sc_process_file_load (ScStore         *store,
                      const ScProcess *process,
                      gboolean         is_whole,
                      GError         **error)
{
  g_autoptr (ScProcessFile) self = sc_process_file_new (process->id, process->name);
  GStrv reasons;

  g_set_str (&self->description, process->description);
  self->version = is_whole ? sc_store_load_version (store, process->id, SC_VERSION_WANTED_CURRENT, error)
                  : sc_store_load_readable_version (store, process->id, SC_VERSION_WANTED_CURRENT, error);
  if (self->version == NULL)
    return NULL;

  reasons = sc_store_list_loss_reasons (store, process->id, error);
  if (reasons == NULL)
    return NULL;
  g_strfreev (self->loss_reasons);
  self->loss_reasons = reasons;

  g_ptr_array_unref (self->own_words);
  self->own_words = sc_store_list_own_words (store, process->id, self->version, error);

  return self->own_words != NULL ? g_steal_pointer (&self) : NULL;
}
