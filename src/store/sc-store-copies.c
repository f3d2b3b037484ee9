/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes copies of a window's database by themselves: a while after something
 * has changed, and before what changes much at once. All are made by one thread
 * of the program, one after another, slowly, from a snapshot: neither the
 * window nor its changes wait for them. */

/* A thread's own niceness is Linux's. */
#define _GNU_SOURCE

#include "store/sc-store-private.h"

#include <sys/resource.h>
#include <unistd.h>

#include "store/engine/sc-keep-private.h"
#include "store/sc-kept-copies.h"

/* Of those that are made as time passes, one at most. */
#define INTERVAL_SECONDS (10 * 60)

/* What is changed at a time goes into one copy. */
#define DELAY_SECONDS 2

#define NICENESS 10

struct _ScCopier {
  ScStore *store;
  gulong handler;
  guint timer;
  gboolean is_stopped;
  guint seconds_to_wait;
  GCancellable *cancellable;
  GMutex lock;
  char *failure;
  ScInstant failed_at;
};

/* @reader: (nullable): the snapshot to copy; %NULL where it is looked up when
 * its turn comes whether a copy is due. */
typedef struct {
  ScStore *store;
  ScReader *reader;
  GCancellable *cancellable;
  gint64 step_began;
} Job;

/* All stores' jobs, one after another. */
static GMutex queue_lock;
static GCond queue_changed;
static GThreadPool *queue;
static guint n_jobs;
static gboolean is_hurried;

static void look_later (ScStore *store,
                        guint    seconds);

static void
job_free (Job *job)
{
  g_clear_pointer (&job->reader, sc_reader_free);
  g_object_unref (job->cancellable);
  g_object_unref (job->store);
  g_free (job);
}

/* Rests as long as it worked, unless the program wants to end. */
static gboolean
pace_cb (gpointer data)
{
  Job *job = data;
  gint64 now = g_get_monotonic_time ();

  g_mutex_lock (&queue_lock);
  if (!is_hurried && job->step_began != 0)
    g_cond_wait_until (&queue_changed, &queue_lock, now + (now - job->step_began));
  g_mutex_unlock (&queue_lock);
  job->step_began = g_get_monotonic_time ();

  return !g_cancellable_is_cancelled (job->cancellable);
}

static void
note (ScStore      *store,
      const GError *error)
{
  ScCopier *copier = sc_store_get_copier (store);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_mutex_lock (&copier->lock);
  g_set_str (&copier->failure, error != NULL ? error->message : NULL);
  copier->failed_at = error != NULL ? sc_clock_now () : 0;
  g_mutex_unlock (&copier->lock);
}

static gint64
get_seconds_to_wait (ScStore *store)
{
  ScCopier *copier = sc_store_get_copier (store);
  g_autoptr (GPtrArray) copies = sc_kept_copies_list (sc_store_get_path (store));
  ScInstant last;

  g_mutex_lock (&copier->lock);
  last = copier->failed_at;
  g_mutex_unlock (&copier->lock);
  if (copies->len > 0)
    last = MAX (last, ((ScKeptCopy *) copies->pdata[0])->made_at);

  /* A copy from the future is one of a clock that was wrong. */
  if (last == 0 || last > sc_clock_now ())
    return 0;

  return INTERVAL_SECONDS - (sc_clock_now () - last) / G_USEC_PER_SEC;
}

static gboolean
look_later_cb (gpointer data)
{
  look_later (data, g_atomic_int_get (&sc_store_get_copier (data)->seconds_to_wait));

  return G_SOURCE_REMOVE;
}

static void
copy (Job *job)
{
  g_autoptr (GError) error = NULL;
  const char *path = sc_store_get_path (job->store);
  gboolean is_timed = job->reader == NULL;

  if (g_cancellable_is_cancelled (job->cancellable))
    return;

  if (is_timed && get_seconds_to_wait (job->store) > 0)
    {
      g_atomic_int_set (&sc_store_get_copier (job->store)->seconds_to_wait,
                        (guint) CLAMP (get_seconds_to_wait (job->store), DELAY_SECONDS, INTERVAL_SECONDS));
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, look_later_cb, g_object_ref (job->store), g_object_unref);
      return;
    }
  if (is_timed)
    job->reader = sc_reader_new (job->store, NULL, &error);
  if (job->reader != NULL
      && sc_copy_hold (sc_reader_get_connection (job->reader), &error)
      && sc_keep_is_needed (sc_reader_get_connection (job->reader), path))
    sc_keep_copy (sc_reader_get_connection (job->reader), path, pace_cb, job, &error);

  note (job->store, error);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  Job *job = data;

  if (setpriority (PRIO_PROCESS, (id_t) gettid (), NICENESS) != 0)
    g_debug ("The thread that copies is as nice as the others");
  copy (job);
  job_free (job);

  g_mutex_lock (&queue_lock);
  n_jobs--;
  g_cond_broadcast (&queue_changed);
  g_mutex_unlock (&queue_lock);
}

static void
push (ScStore  *store,
      ScReader *reader)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->reader = reader;
  job->cancellable = g_object_ref (sc_store_get_copier (store)->cancellable);

  g_mutex_lock (&queue_lock);
  if (queue == NULL)
    queue = g_thread_pool_new (run_job, NULL, 1, TRUE, NULL);
  n_jobs++;
  g_mutex_unlock (&queue_lock);
  g_thread_pool_push (queue, job, NULL);
}

static void
timer_cb (gpointer data)
{
  ScCopier *self = data;

  self->timer = 0;
  push (self->store, NULL);
}

static void
look_later (ScStore *store,
            guint    seconds)
{
  ScCopier *self = sc_store_get_copier (store);

  if (self->timer == 0 && !self->is_stopped)
    self->timer = g_timeout_add_seconds_once (seconds, timer_cb, self);
}

static void
changed_cb (ScStore           *store,
            const ScChangeSet *changes,
            gpointer           data)
{
  look_later (store, DELAY_SECONDS);
}

/**
 * sc_copier_new:
 * @store: a store, which owns this
 *
 * Returns: (transfer full): what copies its database
 */
ScCopier *
sc_copier_new (ScStore *store)
{
  ScCopier *self = g_new0 (ScCopier, 1);

  self->store = store;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->lock);
  self->handler = g_signal_connect (store, "changed", G_CALLBACK (changed_cb), NULL);
  /* For what was changed without a window. */
  self->timer = g_timeout_add_seconds_once (DELAY_SECONDS, timer_cb, self);

  return self;
}

/**
 * sc_copier_free:
 * @self: (transfer full): what copies a database, and copies nothing now
 */
void
sc_copier_free (ScCopier *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->lock);
  g_free (self->failure);
  g_free (self);
}

/**
 * sc_store_stop_copying:
 * @self: a store that is going to be closed
 * @gives_up: whether to end copies that are being made as well, which hold the
 *   store
 *
 * No copies of it are begun from now on.
 */
void
sc_store_stop_copying (ScStore *self,
                       gboolean gives_up)
{
  ScCopier *copier = sc_store_get_copier (self);

  if (copier == NULL)
    return;

  copier->is_stopped = TRUE;
  g_clear_signal_handler (&copier->handler, self);
  g_clear_handle_id (&copier->timer, g_source_remove);
  if (!gives_up)
    return;

  g_cancellable_cancel (copier->cancellable);
  g_mutex_lock (&queue_lock);
  g_cond_broadcast (&queue_changed);
  g_mutex_unlock (&queue_lock);
}

/**
 * sc_store_keep_copy_before:
 * @self: a store
 *
 * To be called before much is changed at once, also within the write that does
 * it: keeps a copy of what was committed before. Where no copies are made by
 * themselves, nothing happens. Returns at once.
 */
void
sc_store_keep_copy_before (ScStore *self)
{
  g_autoptr (GError) error = NULL;
  ScReader *reader;

  if (sc_store_get_copier (self) == NULL || g_cancellable_is_cancelled (sc_store_get_copier (self)->cancellable))
    return;

  reader = sc_reader_new (self, NULL, &error);
  if (reader != NULL && sc_copy_hold (sc_reader_get_connection (reader), &error))
    {
      push (self, reader);
      return;
    }

  g_clear_pointer (&reader, sc_reader_free);
  note (self, error);
}

/**
 * sc_store_dup_copy_failure:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): why the last copy could not be kept, a
 *   sentence for people; %NULL where it could
 */
char *
sc_store_dup_copy_failure (ScStore *self)
{
  ScCopier *copier = sc_store_get_copier (self);
  char *failure;

  if (copier == NULL)
    return NULL;

  g_mutex_lock (&copier->lock);
  failure = g_strdup (copier->failure);
  g_mutex_unlock (&copier->lock);

  return failure;
}

/**
 * sc_store_finish_copies:
 *
 * Waits for copies that are being made of any store, which hurry then. For the
 * end of the program.
 */
void
sc_store_finish_copies (void)
{
  g_mutex_lock (&queue_lock);
  is_hurried = TRUE;
  g_cond_broadcast (&queue_changed);
  while (n_jobs > 0)
    g_cond_wait (&queue_changed, &queue_lock);
  is_hurried = FALSE;
  g_mutex_unlock (&queue_lock);
}
