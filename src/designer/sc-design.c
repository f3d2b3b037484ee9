/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheme that is being worked on: the current version, what the method
 * has to say about it, and how it is changed. A change shows at once and is
 * written behind it, in order. What can't be written stays on show and is
 * tried again, so that nothing typed is lost. */

#include "designer/sc-design.h"

#include <glib/gi18n-lib.h>

#include "change/sc-process-commands.h"
#include "change/sc-undo.h"
#include "designer/sc-reading.h"
#include "designer/sc-rebase.h"
#include "method/sc-lint.h"

struct _ScDesign
{
  GObject parent_instance;

  ScStore *store;
  char *process_id;

  ScVersion *version;
  ScVersion *published;
  ScProcess *process;
  GStrv loss_reasons;
  GPtrArray *findings;
  char *undo_name;
  char *redo_name;

  GCancellable *loading;
  guint n_reading;
  guint n_running;
  GPtrArray *unsaved; /* of Change, oldest first */
};

/* A change with a name. */
typedef struct {
  char *name;
  GPtrArray *edits;
} Change;

/* A command on its way to the store. */
typedef struct {
  ScDesign *design;
  char *heading;
  Change *change;
} Run;

enum {
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  SIGNAL_LEFT_ALONE,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDesign, sc_design, G_TYPE_OBJECT);

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_ptr_array_unref (change->edits);
  g_free (change);
}

static Change *
change_new (const char *name,
            GPtrArray  *edits)
{
  Change *change = g_new0 (Change, 1);

  change->name = g_strdup (name);
  change->edits = g_ptr_array_ref (edits);

  return change;
}

static void
run_free (Run *run)
{
  g_object_unref (run->design);
  g_free (run->heading);
  g_clear_pointer (&run->change, change_free);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
show_version (ScDesign  *self,
              ScVersion *version)
{
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->version = version != NULL ? sc_version_ref (version) : NULL;
  self->findings = version != NULL ? sc_lint (version)
                                   : g_ptr_array_new_with_free_func ((GDestroyNotify) sc_finding_unref);
}

static void
fail (ScDesign     *self,
      const char   *heading,
      const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, heading, error);
}

static void
take_reading (ScDesign  *self,
              ScReading *reading)
{
  show_version (self, reading->version);
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->published, sc_version_unref);
  g_clear_pointer (&self->loss_reasons, g_strfreev);
  self->process = g_steal_pointer (&reading->process);
  self->published = g_steal_pointer (&reading->published);
  self->loss_reasons = g_steal_pointer (&reading->loss_reasons);
  g_set_str (&self->undo_name, reading->undo != NULL ? reading->undo->name : NULL);
  g_set_str (&self->redo_name, reading->redo != NULL ? reading->redo->name : NULL);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScDesign) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScReading) reading = sc_reading_load_finish (SC_STORE (source), result, &error);

  self->n_reading--;
  if (reading == NULL)
    {
      /* A process that was deleted meanwhile is nobody's news here. */
      if (!g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
        fail (self, _("Scheme Not Read"), error);
      return;
    }

  /* What is being written would be missing from what was read. */
  if (self->n_running == 0 && self->unsaved->len == 0)
    take_reading (self, reading);
}

static void
store_changed_cb (ScDesign          *self,
                  const ScChangeSet *changes)
{
  if (self->process_id == NULL)
    return;

  if (changes->has_processes ||
      (changes->process_ids != NULL && g_strv_contains ((const char *const *) changes->process_ids, self->process_id)))
    sc_design_reload (self);
}

static void
sc_design_dispose (GObject *object)
{
  ScDesign *self = SC_DESIGN (object);

  g_cancellable_cancel (self->loading);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_design_parent_class)->dispose (object);
}

static void
sc_design_finalize (GObject *object)
{
  ScDesign *self = SC_DESIGN (object);

  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->published, sc_version_unref);
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->loss_reasons, g_strfreev);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->unsaved, g_ptr_array_unref);
  g_clear_object (&self->loading);
  g_free (self->process_id);
  g_free (self->undo_name);
  g_free (self->redo_name);

  G_OBJECT_CLASS (sc_design_parent_class)->finalize (object);
}

static void
sc_design_class_init (ScDesignClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_design_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_design_finalize;

  /**
   * ScDesign::changed:
   *
   * The version, or what else is kept of the process, may be another.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_DESIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScDesign::failed:
   * @heading: what could not be done
   * @error: why
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", SC_TYPE_DESIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  2, G_TYPE_STRING, G_TYPE_ERROR);

  /**
   * ScDesign::left-alone:
   * @names: (element-type utf8): what undo did not touch, since others have
   *   changed it meanwhile
   */
  signals[SIGNAL_LEFT_ALONE] =
    g_signal_new ("left-alone", SC_TYPE_DESIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  1, G_TYPE_PTR_ARRAY);

  /**
   * ScDesign::done:
   * @name: the change's name, as people read it
   *
   * A command that was run is written.
   */
  signals[SIGNAL_DONE] =
    g_signal_new ("done", SC_TYPE_DESIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sc_design_init (ScDesign *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_finding_unref);
  self->unsaved = g_ptr_array_new_with_free_func (change_free);
}

/**
 * sc_design_new:
 *
 * Returns: (transfer full): a design of nothing yet
 */
ScDesign *
sc_design_new (void)
{
  return g_object_new (SC_TYPE_DESIGN, NULL);
}

static void
forget (ScDesign *self)
{
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->published, sc_version_unref);
  g_clear_pointer (&self->loss_reasons, g_strfreev);
  g_ptr_array_set_size (self->unsaved, 0);
  g_set_str (&self->undo_name, NULL);
  g_set_str (&self->redo_name, NULL);
  show_version (self, NULL);
}

/**
 * sc_design_set_source:
 * @self: a design
 * @store: (nullable): where the process is kept
 * @process_id: (nullable): which one it is
 */
void
sc_design_set_source (ScDesign   *self,
                      ScStore    *store,
                      const char *process_id)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->store == store && g_strcmp0 (self->process_id, process_id) == 0)
    return;

  if (self->store != store)
    {
      if (self->store != NULL)
        g_signal_handlers_disconnect_by_data (self->store, self);
      g_set_object (&self->store, store);
      if (store != NULL)
        g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_set_str (&self->process_id, process_id);

  forget (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  sc_design_reload (self);
}

/**
 * sc_design_get_store:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): where the process is kept
 */
ScStore *
sc_design_get_store (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->store;
}

/**
 * sc_design_get_process_id:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): the process
 */
const char *
sc_design_get_process_id (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->process_id;
}

/**
 * sc_design_reload:
 * @self: a design
 *
 * Reads the process anew. What is not written yet stays as it is shown.
 */
void
sc_design_reload (ScDesign *self)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->store == NULL || self->process_id == NULL)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  self->n_reading++;
  sc_reading_load_async (self->store, self->process_id, self->loading, read_cb, g_object_ref (self));
}

/**
 * sc_design_get_version:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): the draft, else what is published;
 *   %NULL while it is read
 */
ScVersion *
sc_design_get_version (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->version;
}

/**
 * sc_design_get_published:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): the version that deals are worked along
 */
ScVersion *
sc_design_get_published (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->published;
}

/**
 * sc_design_get_process:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): the process as lists show it
 */
ScProcess *
sc_design_get_process (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->process;
}

/**
 * sc_design_get_loss_reasons:
 * @self: a design
 *
 * Returns: (transfer none): why deals of the process are lost
 */
const char *const *
sc_design_get_loss_reasons (ScDesign *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->loss_reasons != NULL ? (const char *const *) self->loss_reasons : none;
}

/**
 * sc_design_get_findings:
 * @self: a design
 *
 * Returns: (transfer none) (element-type ScFinding): what the method has to
 *   say about the version
 */
GPtrArray *
sc_design_get_findings (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->findings;
}

/* The first change after a publication makes the next draft. */
static gboolean
apply (ScDesign  *self,
       GPtrArray *edits,
       GError   **error)
{
  g_autoptr (ScVersion) edited = sc_version_edit (self->version, edits, error);

  if (edited == NULL)
    return FALSE;

  if (edited->status != SC_VERSION_DRAFT)
    {
      edited->status = SC_VERSION_DRAFT;
      edited->number++;
    }
  show_version (self, edited);

  return TRUE;
}

static void
keep_unsaved (ScDesign *self,
              Run      *run)
{
  if (run->change != NULL)
    g_ptr_array_add (self->unsaved, g_steal_pointer (&run->change));
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  ScDesign *self = run->design;

  self->n_running--;
  if (outcome == NULL)
    {
      gboolean is_told = run->change != NULL && self->unsaved->len > 0;

      /* Those behind it fail with it. */
      keep_unsaved (self, run);
      if (!is_told)
        fail (self, run->heading, error);
      if (self->unsaved->len > 0)
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }

  if (outcome->left_alone != NULL && outcome->left_alone->len > 0)
    g_signal_emit (self, signals[SIGNAL_LEFT_ALONE], 0, outcome->left_alone);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, outcome->name != NULL ? outcome->name : "");
  if (self->n_running == 0)
    sc_design_reload (self);
}

static void
run (ScDesign   *self,
     ScCommand  *command,
     const char *heading,
     Change     *change)
{
  Run *run = g_new0 (Run, 1);

  run->design = g_object_ref (self);
  run->heading = g_strdup (heading);
  run->change = change;
  self->n_running++;
  sc_command_run_async (command, self->store, NULL, run_cb, run);
}

/**
 * sc_design_run:
 * @self: a design with a store
 * @command: (transfer full): what to do
 * @heading: what an error is told under
 *
 * Has a change made that is not one of the version's stages or roles.
 */
void
sc_design_run (ScDesign   *self,
               ScCommand  *command,
               const char *heading)
{
  g_return_if_fail (SC_IS_DESIGN (self));
  g_return_if_fail (self->store != NULL);

  run (self, command, heading, NULL);
}

/**
 * sc_design_edit:
 * @self: a design
 * @name: what the edits do, for people
 * @edits: (element-type ScEdit): how they do it
 *
 * Changes the version: at once on the screen, and then in the store.
 *
 * Returns: whether that could be done
 */
gboolean
sc_design_edit (ScDesign   *self,
                const char *name,
                GPtrArray  *edits)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SC_IS_DESIGN (self), FALSE);

  if (self->store == NULL || self->version == NULL || edits == NULL || edits->len == 0)
    return FALSE;

  if (!apply (self, edits, &error))
    {
      fail (self, _("Scheme Not Changed"), error);
      return FALSE;
    }

  if (self->unsaved->len > 0)
    g_ptr_array_add (self->unsaved, change_new (name, edits));
  else
    run (self, sc_command_edit_version (self->process_id, name, edits), _("Change Not Saved"),
         change_new (name, edits));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
}

/**
 * sc_design_is_busy:
 * @self: a design
 *
 * Returns: whether something is being written or read
 */
gboolean
sc_design_is_busy (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), FALSE);

  return self->n_running > 0 || self->n_reading > 0;
}

/**
 * sc_design_has_unsaved:
 * @self: a design
 *
 * Returns: whether something is on show that could not be written
 */
gboolean
sc_design_has_unsaved (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), FALSE);

  return self->unsaved->len > 0;
}

/* What is kept is made again on what is in the store now. */
static void
save_onto (ScDesign  *self,
           ScVersion *version)
{
  g_autoptr (GPtrArray) unsaved = g_steal_pointer (&self->unsaved);

  self->unsaved = g_ptr_array_new_with_free_func (change_free);
  show_version (self, version);
  for (guint i = 0; i < unsaved->len; i++)
    {
      Change *change = unsaved->pdata[i];
      g_autoptr (GPtrArray) edits = sc_rebase_edits (change->edits, self->version);

      if (edits->len > 0 && apply (self, edits, NULL))
        run (self, sc_command_edit_version (self->process_id, change->name, edits),
             _("Change Not Saved"), change_new (change->name, edits));
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_to_save_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ScDesign) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScReading) reading = sc_reading_load_finish (SC_STORE (source), result, &error);

  self->n_reading--;
  if (reading == NULL)
    fail (self, _("Change Not Saved"), error);
  else if (self->store == SC_STORE (source))
    save_onto (self, reading->version);
}

/**
 * sc_design_save_again:
 * @self: a design
 *
 * Tries once more to write what could not be written: on top of what others
 * have changed meanwhile, where that was the reason.
 */
void
sc_design_save_again (ScDesign *self)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->unsaved->len == 0 || self->store == NULL)
    return;

  self->n_reading++;
  sc_reading_load_async (self->store, self->process_id, NULL, read_to_save_cb, g_object_ref (self));
}

/**
 * sc_design_forget_unsaved:
 * @self: a design
 *
 * Gives up what could not be written, for what is in the store.
 */
void
sc_design_forget_unsaved (ScDesign *self)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  g_ptr_array_set_size (self->unsaved, 0);
  sc_design_reload (self);
}

/**
 * sc_design_can_undo:
 * @self: a design
 *
 * Returns: whether there is a change to take back
 */
gboolean
sc_design_can_undo (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), FALSE);

  return self->undo_name != NULL || self->n_running > 0;
}

/**
 * sc_design_can_redo:
 * @self: a design
 *
 * Returns: whether there is a change to make again
 */
gboolean
sc_design_can_redo (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), FALSE);

  return self->redo_name != NULL;
}

/**
 * sc_design_get_undo_name:
 * @self: a design
 *
 * Returns: (nullable): the name of the change that would be taken back
 */
const char *
sc_design_get_undo_name (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->undo_name;
}

/**
 * sc_design_get_redo_name:
 * @self: a design
 *
 * Returns: (nullable): the name of the change that would be made again
 */
const char *
sc_design_get_redo_name (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->redo_name;
}

/**
 * sc_design_undo:
 * @self: a design
 *
 * Takes back the last change.
 */
void
sc_design_undo (ScDesign *self)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->store != NULL)
    run (self, sc_command_undo (SC_SCOPE_DESIGN, self->process_id), _("Nothing Was Undone"), NULL);
}

/**
 * sc_design_redo:
 * @self: a design
 *
 * Makes the change again that was taken back last.
 */
void
sc_design_redo (ScDesign *self)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->store != NULL)
    run (self, sc_command_redo (SC_SCOPE_DESIGN, self->process_id), _("Nothing Was Redone"), NULL);
}
