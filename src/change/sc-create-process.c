/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a process, empty or with the version that it is to have. */

#include "change/sc-command-private.h"
#include "change/sc-own-words-private.h"
#include "change/sc-process-commands.h"

#include <glib/gi18n-lib.h>

#include "model/sc-new-ids.h"
#include "model/sc-version-check.h"
#include "store/sc-process-write.h"

typedef struct {
  char *process_id;
  char *name;
  char *description;
  ScVersion *version;
  GStrv loss_reasons;
  GPtrArray *own_words;
} CreateProcess;

static void
create_process_free (gpointer data)
{
  CreateProcess *self = data;

  g_free (self->process_id);
  g_free (self->name);
  g_free (self->description);
  sc_version_unref (self->version);
  g_strfreev (self->loss_reasons);
  g_clear_pointer (&self->own_words, g_ptr_array_unref);
  g_free (self);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  CreateProcess *self = data;

  return sc_version_check (self->version, NULL, error)
         && sc_write_create_process (write, self->process_id, self->name, self->description, self->version,
                                     (const char *const *) self->loss_reasons, error)
         && (self->own_words == NULL
             || sc_own_words_add (write, self->process_id, self->version, self->own_words, error));
}

static ScCommand *
new_command (const char        *process_id,
             char              *command_name,
             const char        *name,
             const char        *description,
             const ScVersion   *version,
             const char *const *loss_reasons,
             GPtrArray         *own_words)
{
  CreateProcess *self = g_new0 (CreateProcess, 1);

  self->process_id = g_strdup (process_id);
  self->name = g_strdup (name);
  self->description = g_strdup (description);
  self->version = sc_version_copy (version);
  self->version->status = SC_VERSION_DRAFT;
  self->version->number = 1;
  self->loss_reasons = g_strdupv ((GStrv) loss_reasons);
  self->own_words = own_words != NULL ? g_ptr_array_ref (own_words) : NULL;

  return sc_command_new (SC_SCOPE_DESIGN, process_id, command_name, run, self, create_process_free);
}

/**
 * sc_command_create_process:
 * @name: its name; %SC_STORE_ERROR_EXISTS where it is taken
 * @description: (nullable): free text
 * @version: its first version, which becomes its draft
 * @loss_reasons: (nullable): why its deals may be lost
 *
 * Returns: (transfer full): a command that makes the process; its outcome has
 *   the id
 */
ScCommand *
sc_command_create_process (const char        *name,
                           const char        *description,
                           const ScVersion   *version,
                           const char *const *loss_reasons)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *trimmed = g_strstrip (g_strdup (name));

  return new_command (id,
                      g_strdup_printf (C_("undo process", "Create “%s”"),
                                       trimmed), trimmed, description, version, loss_reasons, NULL);
}

/**
 * sc_command_import_process:
 * @process_id: its id, which nothing else has
 * @name: its name; %SC_STORE_ERROR_EXISTS where it is taken
 * @description: (nullable): free text
 * @version: its first version, which becomes its draft
 * @loss_reasons: (nullable): why its deals may be lost
 * @own_words: (nullable) (element-type ScOwnWord): what stands at which place of its
 *   documents, which are not changed any more
 *
 * Returns: (transfer full): a command that makes a process which came from
 *   elsewhere
 */
ScCommand *
sc_command_import_process (const char        *process_id,
                           const char        *name,
                           const char        *description,
                           const ScVersion   *version,
                           const char *const *loss_reasons,
                           GPtrArray         *own_words)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));

  return new_command (process_id,
                      g_strdup_printf (C_("undo process", "Import “%s”"),
                                       trimmed), trimmed, description, version, loss_reasons,
                      own_words);
}

typedef struct {
  ScProcess *process;
  char *id;
} DuplicateProcess;

static void
duplicate_process_free (gpointer data)
{
  DuplicateProcess *self = data;

  sc_process_unref (self->process);
  g_free (self->id);
  g_free (self);
}

static gboolean
run_duplicate (gpointer   data,
               ScWrite   *write,
               ScOutcome *outcome,
               GError   **error)
{
  DuplicateProcess *self = data;
  g_autofree char *name = sc_store_make_process_name (sc_write_get_store (write), self->process->name, error);
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScVersion) copy = NULL;
  g_auto (GStrv) reasons = NULL;
  g_autoptr (GPtrArray) words = NULL;

  if (name == NULL)
    return FALSE;

  version = sc_write_load_version (write, self->process->id, SC_VERSION_WANTED_CURRENT, error);
  reasons = version != NULL ? sc_write_list_loss_reasons (write, self->process->id, error) : NULL;
  words = reasons != NULL ? sc_own_words_list (write, self->process->id, version, error) : NULL;
  if (words == NULL)
    return FALSE;

  copy = sc_version_duplicate (version);
  sc_own_words_take_over (words, version, copy);

  return sc_write_create_process (write, self->id, name, self->process->description, copy,
                                  (const char *const *) reasons, error)
         && sc_own_words_add (write, self->id, copy, words, error);
}

/**
 * sc_command_duplicate_process:
 * @process: a process
 *
 * Returns: (transfer full): a command that makes a process like it, with a
 *   draft of what is current of it and without its deals; its outcome has the
 *   new one's id
 */
ScCommand *
sc_command_duplicate_process (const ScProcess *process)
{
  DuplicateProcess *self = g_new0 (DuplicateProcess, 1);

  self->process = sc_process_ref ((ScProcess *) process);
  self->id = g_uuid_string_random ();

  return sc_command_new (SC_SCOPE_DESIGN, self->id, g_strdup_printf (C_("undo process", "Duplicate “%s”"), process->name),
                         run_duplicate, self, duplicate_process_free);
}
