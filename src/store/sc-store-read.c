/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads from a store in a thread, for views: the main thread waits neither for a disk
 * nor for a million rows. Beside each function that reads there is so an asynchronous
 * one, without a thread function in each view. */

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
  Question *question = g_new0 (Question, 1);

  g_return_if_fail (SC_IS_STORE (self));

  question->read = read;
  question->wanted = wanted;
  question->free_wanted = free_wanted;
  question->free_answer = free_answer;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sc_store_read_async);
  g_task_set_task_data (task, question, question_free);
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
