/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is a process's own, whatever its versions. */

#include "change/sc-command-private.h"
#include "change/sc-process-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-process-write.h"

typedef struct _Setting Setting;

struct _Setting {
  char *process_id;
  gint64 revision;
  char *text;
  gboolean flag;
  guint n_deals;
  gboolean (*write)(const Setting *self,
                    ScWrite       *write,
                    GError       **error);
};

static void
setting_free (gpointer data)
{
  Setting *self = data;

  g_free (self->process_id);
  g_free (self->text);
  g_free (self);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  Setting *self = data;

  return self->write (self, write, error);
}

static Setting *
new_setting (const ScProcess *process,
             gboolean (      *write )(const Setting *self,
                                      ScWrite       *write,
                                      GError       **error))
{
  Setting *self = g_new0 (Setting, 1);

  self->process_id = g_strdup (process->id);
  self->revision = process->revision;
  self->write = write;

  return self;
}

static ScCommand *
new_command (Setting *setting,
             char    *name)
{
  return sc_command_new (SC_SCOPE_DESIGN, setting->process_id, name, run, setting, setting_free);
}

static gboolean
write_name (const Setting *self,
            ScWrite       *write,
            GError       **error)
{
  return sc_write_rename_process (write, self->process_id, self->revision, self->text, error);
}

/**
 * sc_command_rename_process:
 * @process: a process as it was read
 * @name: its new name; %SC_STORE_ERROR_EXISTS where it is taken
 *
 * Returns: (transfer full): a command that renames it
 */
ScCommand *
sc_command_rename_process (const ScProcess *process,
                           const char      *name)
{
  Setting *self = new_setting (process, write_name);

  self->text = g_strstrip (g_strdup (name));

  /* Translators: two names of a process */
  return new_command (self, g_strdup_printf (C_("undo process", "Rename “%1$s” to “%2$s”"), process->name, self->text));
}

static gboolean
write_description (const Setting *self,
                   ScWrite       *write,
                   GError       **error)
{
  return sc_write_describe_process (write, self->process_id, self->revision, self->text, error);
}

/**
 * sc_command_describe_process:
 * @process: a process as it was read
 * @description: free text
 *
 * Returns: (transfer full): a command that describes it
 */
ScCommand *
sc_command_describe_process (const ScProcess *process,
                             const char      *description)
{
  Setting *self = new_setting (process, write_description);

  self->text = g_strdup (description != NULL ? description : "");

  return new_command (self, g_strdup_printf (C_("undo process", "Describe “%s”"), process->name));
}

static gboolean
write_archived (const Setting *self,
                ScWrite       *write,
                GError       **error)
{
  return sc_write_archive_process (write, self->process_id, self->flag, error);
}

/**
 * sc_command_archive_process:
 * @process: a process
 * @is_archived: whether it is put away
 *
 * Returns: (transfer full): a command that puts it away, or takes it out again
 */
ScCommand *
sc_command_archive_process (const ScProcess *process,
                            gboolean         is_archived)
{
  Setting *self = new_setting (process, write_archived);

  self->flag = is_archived;

  return new_command (self, is_archived ? g_strdup_printf (C_("undo process", "Archive “%s”"), process->name)
                                        : g_strdup_printf (C_("undo process", "Take “%s” out of the archive"), process->name));
}

/* What goes with it is what the person knew of. */
static gboolean
check_deals (const Setting   *self,
             const ScProcess *process,
             GError         **error)
{
  if (process->n_deals <= self->n_deals)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               ngettext ("“%1$s” has %2$u deal, which would be deleted with it.",
                         "“%1$s” has %2$u deals, which would be deleted with it.", process->n_deals),
               process->name, process->n_deals);

  return FALSE;
}

static gboolean
write_deletion (const Setting *self,
                ScWrite       *write,
                GError       **error)
{
  /* Nobody else writes meanwhile, so what is read beside the write holds. */
  g_autoptr (ScProcess) process = sc_store_load_process (sc_write_get_store (write), self->process_id, error);

  return process != NULL && check_deals (self, process, error) &&
         sc_write_delete_process (write, self->process_id, self->revision, error);
}

/**
 * sc_command_delete_process:
 * @process: a process as it was read
 * @n_deals: how many deals it is known to have; where it has more, it is
 *   refused with %SC_STORE_ERROR_INVALID
 *
 * Its deals go out of sight with it, and come back with it.
 *
 * Returns: (transfer full): a command that deletes it, unless it has changed
 *   since
 */
ScCommand *
sc_command_delete_process (const ScProcess *process,
                           guint            n_deals)
{
  Setting *self = new_setting (process, write_deletion);

  self->n_deals = n_deals;

  return new_command (self, g_strdup_printf (C_("undo process", "Delete “%s”"), process->name));
}

static gboolean
write_place (const Setting *self,
             ScWrite       *write,
             GError       **error)
{
  return sc_write_place_process (write, self->process_id, self->text, error);
}

/**
 * sc_command_reorder_process:
 * @process: a process
 * @before_id: (nullable): the process that it is to stand in front of, %NULL
 *   for the end
 *
 * Returns: (transfer full): a command that moves it in the list of processes
 */
ScCommand *
sc_command_reorder_process (const ScProcess *process,
                            const char      *before_id)
{
  Setting *self = new_setting (process, write_place);

  self->text = g_strdup (before_id);

  return new_command (self, g_strdup_printf (C_("undo process", "Move “%s” in the list"), process->name));
}
