/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process as a file has it: its name, its reasons for losing, and one version. */

#include "exchange/sc-process-file.h"

#include <glib/gi18n-lib.h>

/**
 * sc_process_file_get_format:
 *
 * Returns: what the format is called, and what its files are
 */
const ScFileFormat *
sc_process_file_get_format (void)
{
  static const ScFileFormat format = {
    "json", N_("JSON"), N_("The whole process, for another Stagecraft"), "application/json",
  };

  return &format;
}

/**
 * sc_process_file_new:
 * @id: (nullable): the process's UUID, or %NULL for a new one
 * @name: what it is called
 *
 * Returns: (transfer full): a process without a version, to be filled
 */
ScProcessFile *
sc_process_file_new (const char *id,
                     const char *name)
{
  ScProcessFile *self = g_new0 (ScProcessFile, 1);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->name = g_strdup (name);
  self->description = g_strdup ("");
  self->loss_reasons = g_new0 (char *, 1);
  self->own_words = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_own_word_free);

  return self;
}

/**
 * sc_process_file_free:
 * @self: (transfer full): a process
 */
void
sc_process_file_free (ScProcessFile *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_strfreev (self->loss_reasons);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->own_words, g_ptr_array_unref);
  g_free (self);
}
