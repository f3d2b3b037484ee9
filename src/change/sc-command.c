/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a change that a person makes: checks it, writes it in one transaction with what
 * takes it back, and says what came of it. */

#include "change/sc-command-private.h"

#include "change/sc-waking.h"

struct _ScCommand {
  ScScope scope;
  ScJob *job;
  ScCommandRun run;
  gpointer data;
  GDestroyNotify free_data;
  GPtrArray *guards;
};

typedef struct {
  ScCommandGuard look;
  gpointer data;
  GDestroyNotify free_data;
} Guard;

static void
guard_free (gpointer data)
{
  Guard *guard = data;

  guard->free_data (guard->data);
  g_free (guard);
}

/**
 * sc_command_new:
 * @scope: whose undo it belongs to
 * @process_id: (nullable): the process that it is about
 * @name: (transfer full): its name, for people
 * @run: does it
 * @data: (transfer full): for @run
 * @free_data: frees @data
 *
 * Returns: (transfer full): a command
 */
ScCommand *
sc_command_new (ScScope        scope,
                const char    *process_id,
                char          *name,
                ScCommandRun   run,
                gpointer       data,
                GDestroyNotify free_data)
{
  ScCommand *self = g_new0 (ScCommand, 1);

  self->scope = scope;
  self->job = sc_job_new (name, process_id);
  g_free (name);
  self->run = run;
  self->data = data;
  self->free_data = free_data;
  self->guards = g_ptr_array_new_with_free_func (guard_free);

  return self;
}

/**
 * sc_command_add_guard:
 * @self: a command
 * @guard: whether what the command relies on is so; else it is not carried out
 * @data: (transfer full): for @guard
 * @free_data: frees @data
 */
void
sc_command_add_guard (ScCommand     *self,
                      ScCommandGuard guard,
                      gpointer       data,
                      GDestroyNotify free_data)
{
  Guard *added = g_new0 (Guard, 1);

  added->look = guard;
  added->data = data;
  added->free_data = free_data;
  g_ptr_array_add (self->guards, added);
}

/**
 * sc_command_refuse:
 * @error: where to say why
 * @code: what is wrong
 * @message: a sentence for people: what happened, and what to do
 *
 * Returns: %FALSE, for a command that is not carried out
 */
gboolean
sc_command_refuse (GError     **error,
                   ScStoreError code,
                   const char  *message)
{
  g_set_error_literal (error, SC_STORE_ERROR, code, message);

  return FALSE;
}

/**
 * sc_command_about_deal:
 * @self: a command
 * @deal_id: the one deal that it is about
 *
 * Returns: (transfer none): @self
 */
ScCommand *
sc_command_about_deal (ScCommand *self,
                       gint64     deal_id)
{
  self->job->deal_id = deal_id;

  return self;
}

/**
 * sc_command_about_stage:
 * @self: a command
 * @stage_id: (nullable): the stage that it is about, of several the first
 *
 * Returns: (transfer none): @self
 */
ScCommand *
sc_command_about_stage (ScCommand  *self,
                        const char *stage_id)
{
  g_set_str (&self->job->stage_id, stage_id);

  return self;
}

/**
 * sc_command_free:
 * @self: (transfer full): a command that is not to be carried out
 */
void
sc_command_free (ScCommand *self)
{
  g_clear_pointer (&self->data, self->free_data);
  g_ptr_array_unref (self->guards);
  sc_job_free (self->job);
  g_free (self);
}

/**
 * sc_outcome_free:
 * @self: (transfer full): an outcome
 */
void
sc_outcome_free (ScOutcome *self)
{
  g_free (self->name);
  g_free (self->process_id);
  g_free (self->stage_id);
  g_free (self->place);
  g_ptr_array_unref (self->left_alone);
  g_ptr_array_unref (self->notices);
  g_free (self);
}

static ScOutcome *
outcome_new (ScCommand *command)
{
  ScOutcome *outcome = g_new0 (ScOutcome, 1);

  outcome->name = g_strdup (command->job->name);
  outcome->process_id = g_strdup (command->job->process_id);
  outcome->left_alone = g_ptr_array_new_with_free_func (g_free);
  outcome->notices = g_ptr_array_new_with_free_func (g_free);

  return outcome;
}

static gboolean
pass_guards (ScCommand *self,
             ScWrite   *write,
             GError   **error)
{
  for (guint i = 0; i < self->guards->len; i++)
    {
      const Guard *guard = self->guards->pdata[i];

      if (!guard->look (guard->data, write, error))
        return FALSE;
    }

  return TRUE;
}

static ScOutcome *
carry_out (ScCommand    *self,
           ScStore      *store,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (ScOutcome) outcome = outcome_new (self);
  g_autoptr (ScWrite) write = sc_waking_begin (store, self->scope, self->job->process_id, cancellable, error);

  if (write == NULL ||
      !pass_guards (self, write, error) ||
      !self->run (self->data, write, outcome, error) ||
      !sc_write_commit (write, outcome->name, &outcome->change_id, error))
    return NULL;

  return g_steal_pointer (&outcome);
}

typedef struct {
  ScCommand *first;
  ScCommand *second;
} Joined;

static void
joined_free (gpointer data)
{
  Joined *joined = data;

  sc_command_free (joined->first);
  sc_command_free (joined->second);
  g_free (joined);
}

/* What came of it is what came of the first. */
static gboolean
run_joined (gpointer   data,
            ScWrite   *write,
            ScOutcome *outcome,
            GError   **error)
{
  Joined *joined = data;
  g_autoptr (ScOutcome) beside = outcome_new (joined->second);

  return pass_guards (joined->first, write, error)
         && joined->first->run (joined->first->data, write, outcome, error)
         && pass_guards (joined->second, write, error)
         && joined->second->run (joined->second->data, write, beside, error);
}

/**
 * sc_command_join:
 * @first: (transfer full): a command
 * @second: (transfer full): another that belongs to it for a person
 *
 * Returns: (transfer full): a command that does both, all or nothing, as one
 *   change with the name of the first
 */
ScCommand *
sc_command_join (ScCommand *first,
                 ScCommand *second)
{
  Joined *joined = g_new0 (Joined, 1);
  ScCommand *self;

  joined->first = first;
  joined->second = second;

  self = sc_command_new (first->scope, NULL, NULL, run_joined, joined, joined_free);
  sc_job_free (self->job);
  self->job = sc_job_copy (first->job);

  return self;
}

/**
 * sc_command_run:
 * @self: (transfer full): a command
 * @store: where to carry it out
 * @cancellable: (nullable): ends it, unless it is done already
 * @error: why it can't be done; nothing has changed then
 *
 * Carries the command out in one transaction, and waits for it.
 *
 * Returns: (transfer full): what came of it
 */
ScOutcome *
sc_command_run (ScCommand    *self,
                ScStore      *store,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (ScCommand) owned = self;

  return carry_out (owned, store, cancellable, error);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  ScOutcome *outcome = carry_out (data, source, cancellable, &error);

  if (outcome != NULL)
    g_task_return_pointer (task, outcome, (GDestroyNotify) sc_outcome_free);
  else
    g_task_return_error (task, error);
}

/**
 * sc_command_run_async:
 * @self: (transfer full): a command
 * @store: where to carry it out
 * @cancellable: (nullable): ends it, unless it is done already
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As sc_command_run(), on the store's thread, after what was asked for before.
 * Where another program keeps the database locked, it waits for it, until
 * @cancellable is cancelled or sc_store_give_up_jobs() is called.
 */
void
sc_command_run_async (ScCommand          *self,
                      ScStore            *store,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, sc_command_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, (GDestroyNotify) sc_command_free);
  sc_store_run_task (store, task, run_in_thread, sc_job_copy (self->job));
}

/**
 * sc_command_run_finish:
 * @store: the store
 * @result: the callback's result
 * @error: why it could not be done; nothing has changed then
 *
 * Returns: (transfer full): what came of it
 */
ScOutcome *
sc_command_run_finish (ScStore      *store,
                       GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
