/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on its way in a store, whatever view began it: changes that wait for
 * their turn or for another program, and what else a window waits for. */

#include "store/sc-store-private.h"

struct _ScStoreJobs {
  GThreadPool *worker;
  GPtrArray *jobs;
  GPtrArray *tasks; /* one for each of @jobs */
  GMutex lock;
  GCancellable *patience;
  guint busy_signal;
  guint idle_signal;
};

typedef struct {
  ScStoreJobs *jobs;
  GTask *task;
  GTaskThreadFunc func;
} Run;

static void
run_in_worker (gpointer data,
               gpointer user_data)
{
  Run *run = data;
  GCancellable *cancellable = g_task_get_cancellable (run->task);

  run->func (run->task, g_task_get_source_object (run->task), g_task_get_task_data (run->task),
             cancellable != NULL ? cancellable : run->jobs->patience);
  g_object_unref (run->task);
  g_free (run);
}

/**
 * sc_store_jobs_new:
 * @busy_signal: the store's signal that something is on its way
 * @idle_signal: its signal that nothing is any more
 *
 * Returns: (transfer full): no jobs yet
 */
ScStoreJobs *
sc_store_jobs_new (guint busy_signal,
                   guint idle_signal)
{
  ScStoreJobs *self = g_new0 (ScStoreJobs, 1);

  self->busy_signal = busy_signal;
  self->idle_signal = idle_signal;
  self->worker = g_thread_pool_new (run_in_worker, NULL, 1, FALSE, NULL);
  self->jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_job_free);
  self->tasks = g_ptr_array_new ();
  self->patience = g_cancellable_new ();
  g_mutex_init (&self->lock);

  return self;
}

/**
 * sc_store_jobs_free:
 * @self: (transfer full): jobs of a store that goes
 *
 * A job holds the store, so that there is none left; but the last one may be
 * just where this runs.
 */
void
sc_store_jobs_free (ScStoreJobs *self)
{
  g_thread_pool_free (self->worker, FALSE, FALSE);
  g_ptr_array_unref (self->jobs);
  g_ptr_array_unref (self->tasks);
  g_object_unref (self->patience);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* What a job's callback begins counts before the job ends: what follows from
 * one another is waited for as a whole. */
static void
task_completed_cb (GTask      *task,
                   GParamSpec *pspec,
                   gpointer    data)
{
  g_autoptr (ScStore) store = g_object_ref (data);
  ScStoreJobs *self = sc_store_get_jobs (store);
  gboolean is_idle;
  guint i;

  g_mutex_lock (&self->lock);
  if (g_ptr_array_find (self->tasks, task, &i))
    {
      g_ptr_array_remove_index (self->tasks, i);
      g_ptr_array_remove_index (self->jobs, i);
    }
  is_idle = self->jobs->len == 0;
  g_mutex_unlock (&self->lock);

  if (is_idle)
    g_signal_emit (store, self->idle_signal, 0);
}

static void
unref_store (gpointer  data,
             GClosure *closure)
{
  g_object_unref (data);
}

/**
 * sc_store_add_job:
 * @self: a store
 * @task: what a window has to wait for before it closes, not done yet
 * @job: (transfer full): what it does
 *
 * Counts a task among what is on its way, until its callback has run.
 */
void
sc_store_add_job (ScStore *self,
                  GTask   *task,
                  ScJob   *job)
{
  ScStoreJobs *jobs;
  gboolean was_idle;

  g_return_if_fail (SC_IS_STORE (self));
  g_return_if_fail (G_IS_TASK (task));

  jobs = sc_store_get_jobs (self);
  g_mutex_lock (&jobs->lock);
  was_idle = jobs->jobs->len == 0;
  g_ptr_array_add (jobs->jobs, job);
  g_ptr_array_add (jobs->tasks, task);
  g_mutex_unlock (&jobs->lock);
  g_signal_connect_data (task, "notify::completed", G_CALLBACK (task_completed_cb), g_object_ref (self),
                         unref_store, G_CONNECT_DEFAULT);
  if (was_idle)
    g_signal_emit (self, jobs->busy_signal, 0);
}

/**
 * sc_store_run_task:
 * @self: a store
 * @task: a task whose source is the store
 * @func: what it does, with a cancellable that gives it up
 * @job: (transfer full): what it does, for people
 *
 * Carries the task out after those that were given before it.
 */
void
sc_store_run_task (ScStore        *self,
                   GTask          *task,
                   GTaskThreadFunc func,
                   ScJob          *job)
{
  Run *run = g_new (Run, 1);

  run->jobs = sc_store_get_jobs (self);
  run->task = g_object_ref (task);
  run->func = func;
  sc_store_add_job (self, task, job);
  g_thread_pool_push (run->jobs->worker, run, NULL);
}

/**
 * sc_store_list_jobs:
 * @self: a store
 *
 * Returns: (transfer full) (element-type ScJob): what is on its way, the first
 *   begun first
 */
GPtrArray *
sc_store_list_jobs (ScStore *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_job_free);
  ScStoreJobs *jobs;

  g_return_val_if_fail (SC_IS_STORE (self), list);

  jobs = sc_store_get_jobs (self);
  g_mutex_lock (&jobs->lock);
  for (guint i = 0; i < jobs->jobs->len; i++)
    g_ptr_array_add (list, sc_job_copy (jobs->jobs->pdata[i]));
  g_mutex_unlock (&jobs->lock);

  return list;
}

/**
 * sc_store_is_idle:
 * @self: a store
 *
 * Returns: whether nothing is on its way; that it is so again is told by
 *   #ScStore::idle
 */
gboolean
sc_store_is_idle (ScStore *self)
{
  ScStoreJobs *jobs;
  gboolean is_idle;

  g_return_val_if_fail (SC_IS_STORE (self), TRUE);

  jobs = sc_store_get_jobs (self);
  g_mutex_lock (&jobs->lock);
  is_idle = jobs->jobs->len == 0;
  g_mutex_unlock (&jobs->lock);

  return is_idle;
}

/**
 * sc_store_give_up_jobs:
 * @self: a store that nobody is going to use any more
 *
 * Ends the changes that wait: they fail with %G_IO_ERROR_CANCELLED, which is
 * nobody's news, and so do those that are asked for from now on.
 */
void
sc_store_give_up_jobs (ScStore *self)
{
  g_return_if_fail (SC_IS_STORE (self));

  g_cancellable_cancel (sc_store_get_jobs (self)->patience);
}
