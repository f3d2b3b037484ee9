/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes edits of a draft, and makes the draft where there is none. */

#include "change/sc-command-private.h"
#include "change/sc-own-words-private.h"
#include "change/sc-process-commands.h"

#include <glib/gi18n-lib.h>

#include "model/sc-edit.h"
#include "store/sc-process-write.h"

typedef struct {
  char *process_id;
  GPtrArray *edits;
} EditVersion;

static void
edit_version_free (gpointer data)
{
  EditVersion *self = data;

  g_free (self->process_id);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_free (self);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  EditVersion *self = data;
  g_autoptr (ScVersion) draft = sc_write_need_draft (write, self->process_id, error);
  g_autoptr (ScVersion) edited = draft != NULL ? sc_version_edit (draft, self->edits, error) : NULL;

  return edited != NULL
         && sc_write_save_draft (write, self->process_id, draft, edited, error)
         && sc_own_words_follow (write, self->process_id, draft, edited, error);
}

static const char *
find_stage (GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const ScEdit *edit = edits->pdata[i];

      if (edit->stage != NULL)
        return edit->stage->id;
    }

  return NULL;
}

/**
 * sc_command_edit_version:
 * @process_id: a process
 * @name: what the edits do, for people
 * @edits: (element-type ScEdit): edits, in order, which are not changed any
 *   more
 *
 * Fails with %SC_MODEL_ERROR_CONFLICT where what an edit is about was changed
 * elsewhere meanwhile; other things that were changed stay.
 *
 * Returns: (transfer full): a command that makes the edits on the draft, which
 *   is made from the published version where there is none
 */
ScCommand *
sc_command_edit_version (const char *process_id,
                         const char *name,
                         GPtrArray  *edits)
{
  EditVersion *self = g_new0 (EditVersion, 1);

  self->process_id = g_strdup (process_id);
  self->edits = g_ptr_array_ref (edits);

  return sc_command_about_stage (sc_command_new (SC_SCOPE_DESIGN, process_id, g_strdup (name), run, self,
                                                 edit_version_free),
                                 find_stage (edits));
}

static gboolean
run_discard (gpointer   data,
             ScWrite   *write,
             ScOutcome *outcome,
             GError   **error)
{
  EditVersion *self = data;

  return sc_write_discard_draft (write, self->process_id, error);
}

/**
 * sc_command_discard_draft:
 * @process: a process with a draft
 *
 * Returns: (transfer full): a command that throws the draft away, so that the
 *   published version is what there is
 */
ScCommand *
sc_command_discard_draft (const ScProcess *process)
{
  EditVersion *self = g_new0 (EditVersion, 1);

  self->process_id = g_strdup (process->id);

  return sc_command_new (SC_SCOPE_DESIGN, process->id,
                         g_strdup_printf (C_("undo process", "Discard the draft of “%s”"), process->name),
                         run_discard, self, edit_version_free);
}
