/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes back a change, or makes again what was taken back. */

#include "change/sc-undo.h"

#include <glib/gi18n-lib.h>

#include "change/sc-command-private.h"
#include "change/sc-own-words-private.h"
#include "change/sc-returned-place-private.h"
#include "change/sc-returned-stage-private.h"
#include "store/sc-process-write.h"
#include "store/sc-revert.h"

typedef ScChangeRow *(*FindChange) (ScStore    *store,
                                    ScChangesOf whose,
                                    const char *process_id,
                                    GError    **error);

typedef struct {
  ScChangesOf whose;
  char *process_id;
  gint64 change_id; /* 0 for the last one */
  FindChange find;
  const char *nothing;
  gboolean asks;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *self = data;

  g_free (self->process_id);
  g_free (self);
}

static ScChangeRow *
find_change (const Undo *self,
             ScWrite    *write,
             GError    **error)
{
  ScStore *store = sc_write_get_store (write);
  GError *own_error = NULL;
  ScChangeRow *row = self->change_id != 0 ? sc_store_find_change (store, self->change_id, &own_error)
                     : self->find (store, self->whose, self->process_id, &own_error);

  if (own_error != NULL)
    g_propagate_error (error, own_error);
  else if (row == NULL)
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                         self->change_id != 0 ? _("There is no such change to take back.") : _(self->nothing));

  return row;
}

/* %NULL without @error where the change was not about a design, or its process
 * is not there. */
static ScVersion *
load_version (ScWrite           *write,
              const ScChangeRow *row,
              GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  ScVersion *version = row->is_design && row->process_id != NULL
                       ? sc_write_load_version (write, row->process_id, SC_VERSION_WANTED_CURRENT, &local_error) : NULL;

  if (local_error != NULL && !g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return version;
}

/* %NULL without @error where there is no version that they could stand in. */
static GPtrArray *
list_words (ScWrite           *write,
            const ScChangeRow *row,
            const ScVersion   *version,
            GError           **error)
{
  return version != NULL ? sc_own_words_list (write, row->process_id, version, error) : NULL;
}

static gboolean
take_back (ScWrite           *write,
           const ScChangeRow *row,
           ScOutcome         *outcome,
           GError           **error)
{
  GError *own_error = NULL;
  g_auto (ScReverted) reverted = { 0 };
  g_autoptr (ScVersion) before = load_version (write, row, &own_error);
  g_autoptr (ScVersion) after = NULL;
  g_autoptr (GPtrArray) words_before = own_error == NULL ? list_words (write, row, before, &own_error) : NULL;
  g_autoptr (GPtrArray) words_after = NULL;

  if (own_error == NULL && sc_write_revert (write, row->id, outcome->left_alone, &own_error)
      && sc_write_get_reverted (write, &reverted, &own_error))
    after = load_version (write, row, &own_error);
  if (own_error == NULL)
    words_after = list_words (write, row, after, &own_error);
  if (own_error != NULL)
    {
      g_propagate_error (error, own_error);
      return FALSE;
    }

  outcome->taken_id = reverted.change_id;
  outcome->deal_id = reverted.deal_id;
  if (reverted.deal_id == 0)
    {
      g_set_str (&outcome->process_id, after != NULL || !row->is_design ? row->process_id : NULL);
      outcome->stage_id = sc_returned_stage_find (before, after, row->name);
      if (words_before != NULL && words_after != NULL)
        outcome->place = sc_returned_place_find (words_before, words_after);
    }
  else
    g_set_str (&outcome->process_id, reverted.process_id);

  return TRUE;
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  Undo *self = data;
  g_autoptr (ScChangeRow) row = find_change (self, write, error);
  gboolean is_publication = FALSE;

  if (row == NULL || (self->asks && !sc_write_is_publication (write, row->id, &is_publication, error)))
    return FALSE;

  g_set_str (&outcome->name, row->name);
  if (!is_publication)
    return take_back (write, row, outcome, error);

  g_set_str (&outcome->process_id, row->process_id);
  outcome->publication_id = row->id;

  return TRUE;
}

static ScCommand *
new_command (ScChangesOf whose,
             const char *process_id,
             gint64      change_id,
             FindChange  find,
             const char *nothing,
             gboolean    asks,
             const char *name)
{
  Undo *self = g_new0 (Undo, 1);

  self->whose = whose;
  self->process_id = g_strdup (process_id);
  self->change_id = change_id;
  self->find = find;
  self->nothing = nothing;
  self->asks = asks;

  /* Whose undo it belongs to is taken over from what it takes back. */
  return sc_command_new (SC_SCOPE_DEALS, process_id, g_strdup (name), run, self, undo_free);
}

/**
 * sc_command_undo:
 * @whose: this window's changes, or all of this user's
 * @process_id: (nullable): of one process only
 *
 * The outcome has the name of the change that was taken back and names the rows
 * that were left alone since they have changed since.
 * %SC_STORE_ERROR_NOT_FOUND where there is nothing to take back.
 *
 * Returns: (transfer full): a command that takes back the last change
 */
ScCommand *
sc_command_undo (ScChangesOf whose,
                 const char *process_id)
{
  return new_command (whose, process_id, 0, sc_store_find_undo, N_("There is nothing to undo."), FALSE, _("Undo"));
}

/**
 * sc_command_redo:
 * @whose: this window's changes, or all of this user's
 * @process_id: (nullable): of one process only
 *
 * As sc_command_undo().
 *
 * Returns: (transfer full): a command that makes again what was taken back last
 */
ScCommand *
sc_command_redo (ScChangesOf whose,
                 const char *process_id)
{
  return new_command (whose, process_id, 0, sc_store_find_redo, N_("There is nothing to redo."), FALSE, _("Redo"));
}

/**
 * sc_command_undo_change:
 * @change_id: a change's number, of an outcome
 *
 * Returns: (transfer full): a command that takes that change back, whatever was
 *   done since
 */
ScCommand *
sc_command_undo_change (gint64 change_id)
{
  return new_command (SC_CHANGES_OF_WINDOW, NULL, change_id, NULL, NULL, FALSE, _("Undo"));
}

/**
 * sc_command_undo_or_ask:
 * @change_id: a change's number, 0 for the last change of this window
 *
 * Where the change is a publication, nothing is written, and the outcome has
 * its number as publication_id, for sc_command_undo_change() once a person has
 * agreed.
 *
 * Returns: (transfer full): a command that takes the change back
 */
ScCommand *
sc_command_undo_or_ask (gint64 change_id)
{
  return new_command (SC_CHANGES_OF_WINDOW, NULL, change_id, sc_store_find_undo, N_("There is nothing to undo."), TRUE,
                      _("Undo"));
}
