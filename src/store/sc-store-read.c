/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads from a store in a thread, for views: the main thread waits neither for a disk
 * nor for a million rows. Beside each function that reads there is so an asynchronous
 * one, without a thread function in each view. What is read does not wait for its turn
 * behind changes, as it would on the store's worker. */

#include "store/sc-store-read.h"

typedef struct {
  ScStoreRead read;
  gpointer wanted;
  GDestroyNotify free_wanted;
  GDestroyNotify free_answer;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->free_wanted != NULL)
    question->free_wanted (question->wanted);
  g_free (question);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  gpointer answer = question->read (source, question->wanted, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, question->free_answer);
}

static GTask *
begin (ScStore            *self,
       ScStoreRead         read,
       gpointer            wanted,
       GDestroyNotify      free_wanted,
       GDestroyNotify      free_answer,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->read = read;
  question->wanted = wanted;
  question->free_wanted = free_wanted;
  question->free_answer = free_answer;
  g_task_set_source_tag (task, sc_store_read_async);
  g_task_set_task_data (task, question, question_free);

  return task;
}

/**
 * sc_store_read_async:
 * @self: a store
 * @read: what reads; called in a thread
 * @wanted: (transfer full) (nullable): what it is asked for: a copy, since the thread
 *   has it alone
 * @free_wanted: (nullable): frees @wanted, in whatever thread
 * @free_answer: (nullable): frees an answer that nobody takes
 * @cancellable: (nullable): stops it
 * @callback: called in the main thread when it is read; its source is the store
 * @user_data: for @callback
 */
void
sc_store_read_async (ScStore            *self,
                     ScStoreRead         read,
                     gpointer            wanted,
                     GDestroyNotify      free_wanted,
                     GDestroyNotify      free_answer,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SC_IS_STORE (self));

  task = begin (self, read, wanted, free_wanted, free_answer, cancellable, callback, user_data);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * sc_store_read_for_job_async:
 * @self: a store
 * @job: (transfer full): what it is read for, such as a file to be written from it
 * @read: what reads, and does with it what can be done in a thread
 * @wanted: (transfer full) (nullable): what it is asked for
 * @free_wanted: (nullable): frees @wanted, in whatever thread
 * @free_answer: (nullable): frees an answer that nobody takes
 * @callback: called in the main thread when it is done; its source is the store
 * @user_data: for @callback
 *
 * As sc_store_read_async(), for what a window waits for before it closes, together with
 * what @callback begins.
 */
void
sc_store_read_for_job_async (ScStore            *self,
                             ScJob              *job,
                             ScStoreRead         read,
                             gpointer            wanted,
                             GDestroyNotify      free_wanted,
                             GDestroyNotify      free_answer,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SC_IS_STORE (self));

  task = begin (self, read, wanted, free_wanted, free_answer, NULL, callback, user_data);
  sc_store_add_job (self, task, job);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * sc_store_read_finish:
 * @self: a store
 * @result: the callback's result
 * @error: why it could not be read
 *
 * Returns: (transfer full) (nullable): the answer, %NULL with @error set where there
 *   is none
 */
gpointer
sc_store_read_finish (ScStore      *self,
                      GAsyncResult *result,
                      GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
