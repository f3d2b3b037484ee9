/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/sc-undo.h"

#include <glib/gi18n-lib.h>

#include "change/sc-command-private.h"

typedef ScChangeRow *(*FindChange) (ScStore    *store,
                                    ScScope     scope,
                                    const char *process_id,
                                    GError    **error);

typedef struct {
  ScScope scope;
  char *process_id;
  gint64 change_id;
  FindChange find;
  const char *nothing;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *self = data;

  g_free (self->process_id);
  g_free (self);
}

static gboolean
find_change (Undo      *self,
             ScWrite   *write,
             ScOutcome *outcome,
             GError   **error)
{
  g_autoptr (ScChangeRow) row = NULL;
  GError *own_error = NULL;

  if (self->change_id != 0)
    return TRUE;

  row = self->find (sc_write_get_store (write), self->scope, self->process_id, &own_error);
  if (own_error != NULL)
    {
      g_propagate_error (error, own_error);
      return FALSE;
    }
  if (row == NULL)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _(self->nothing));
      return FALSE;
    }

  self->change_id = row->id;
  g_set_str (&outcome->name, row->name);
  g_set_str (&outcome->process_id, row->process_id);

  return TRUE;
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  Undo *self = data;

  return find_change (self, write, outcome, error) &&
         sc_write_revert (write, self->change_id, outcome->left_alone, error);
}

static ScCommand *
new_command (ScScope     scope,
             const char *process_id,
             gint64      change_id,
             FindChange  find,
             const char *nothing,
             const char *name)
{
  Undo *self = g_new0 (Undo, 1);

  self->scope = scope;
  self->process_id = g_strdup (process_id);
  self->change_id = change_id;
  self->find = find;
  self->nothing = nothing;

  return sc_command_new (scope, process_id, g_strdup (name), run, self, undo_free);
}

/**
 * sc_command_undo:
 * @scope: of designs or of deals
 * @process_id: (nullable): of one process only
 *
 * The outcome has the name of the change that was taken back, and names the
 * rows that were left alone since they have changed since.
 * %SC_STORE_ERROR_NOT_FOUND where there is nothing to take back.
 *
 * Returns: (transfer full): a command that takes back the last change of this
 *   window
 */
ScCommand *
sc_command_undo (ScScope     scope,
                 const char *process_id)
{
  return new_command (scope, process_id, 0, sc_store_find_undo, N_("There is nothing to undo."), _("Undo"));
}

/**
 * sc_command_redo:
 * @scope: of designs or of deals
 * @process_id: (nullable): of one process only
 *
 * As sc_command_undo().
 *
 * Returns: (transfer full): a command that makes again what this window took
 *   back last
 */
ScCommand *
sc_command_redo (ScScope     scope,
                 const char *process_id)
{
  return new_command (scope, process_id, 0, sc_store_find_redo, N_("There is nothing to redo."), _("Redo"));
}

/**
 * sc_command_undo_change:
 * @change_id: a change's number, of an outcome
 *
 * Returns: (transfer full): a command that takes that change of deals back, as
 *   a toast offers it
 */
ScCommand *
sc_command_undo_change (gint64 change_id)
{
  return new_command (SC_SCOPE_DEALS, NULL, change_id, NULL, NULL, _("Undo"));
}
