/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a reading for a list of deals in a thread, and brings what was read back to the
 * main thread while the list wants it. Unlike what sc_store_read_async() reads, it comes
 * in parts, while there is more to read. */

#include "store/list/sc-deal-job-private.h"

/* How the main thread finds the owner again. A thread may let go of it, but
 * never takes a reference, lest the owner should end there. */
typedef struct {
  GWeakRef owner;
  GCancellable *cancellable;
  ScDealJobFound found;
} Link;

typedef struct {
  Link *link;
  ScDealReading *reading;
  ScDealJobDone done;
  gboolean has_found;
  gboolean is_ok;
} Job;

/* Ids on their way to the main thread. */
typedef struct {
  Link *link;
  GArray *ids;
  gboolean is_first;
} Found;

/* What has come back, in the main thread, and waits for its turn. */
typedef struct {
  void (*tell)(gpointer data);
  gpointer data;
} Turn;

static GQueue turns = G_QUEUE_INIT;

static gboolean
take_turn_cb (gpointer user_data)
{
  Turn *turn = g_queue_pop_head (&turns);
  gboolean is_last = g_queue_is_empty (&turns);

  turn->tell (turn->data);
  g_free (turn);

  return is_last ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
wait_for_turn (void (  *tell )(gpointer data),
               gpointer data)
{
  Turn *turn = g_new (Turn, 1);

  turn->tell = tell;
  turn->data = data;
  g_queue_push_tail (&turns, turn);
  if (g_queue_get_length (&turns) == 1)
    g_idle_add_full (G_PRIORITY_DEFAULT, take_turn_cb, NULL, NULL);
}

static void
link_clear (gpointer data)
{
  Link *link = data;

  g_weak_ref_clear (&link->owner);
  g_object_unref (link->cancellable);
}

static void
link_release (Link *link)
{
  g_atomic_rc_box_release_full (link, link_clear);
}

static GObject *
link_get_owner (Link *link)
{
  return g_cancellable_is_cancelled (link->cancellable) ? NULL : g_weak_ref_get (&link->owner);
}

static void
job_free (Job *job)
{
  link_release (job->link);
  g_clear_pointer (&job->reading, sc_deal_reading_free);
  g_free (job);
}

static void
found_free (Found *found)
{
  link_release (found->link);
  g_array_unref (found->ids);
  g_free (found);
}

static void
tell_found (gpointer data)
{
  Found *found = data;
  g_autoptr (GObject) owner = link_get_owner (found->link);

  if (owner != NULL)
    found->link->found (owner, found->ids, found->is_first);
  found_free (found);
}

static gboolean
found_in_main_cb (gpointer data)
{
  wait_for_turn (tell_found, data);

  return G_SOURCE_REMOVE;
}

static void
found_in_thread_cb (const gint64 *ids,
                    guint         n_ids,
                    gpointer      user_data)
{
  Job *job = user_data;
  Found *found = g_new0 (Found, 1);

  found->link = g_atomic_rc_box_acquire (job->link);
  found->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  g_array_append_vals (found->ids, ids, n_ids);
  found->is_first = !job->has_found;
  job->has_found = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, found_in_main_cb, found, NULL);
}

static void
return_result (GTask   *task,
               gboolean is_ok,
               GError  *error)
{
  if (is_ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gboolean is_ok = sc_deal_reading_run_opening (job->reading, SC_DEAL_JOB_N_FIRST, cancellable, &error);

  return_result (task, is_ok, error);
}

static void
rows_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gboolean is_ok = sc_deal_reading_run_rows (job->reading, cancellable, &error);

  return_result (task, is_ok, error);
}

static void
ids_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gboolean is_ok;

  if (job->link->found != NULL)
    {
      job->reading->found = found_in_thread_cb;
      job->reading->found_data = job;
    }
  is_ok = sc_deal_reading_run_ids (job->reading, cancellable, &error);
  return_result (task, is_ok, error);
}

/* What can't be read stays as it is; whoever reads or writes next says why. */
static gboolean
has_succeeded (GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return TRUE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("Deals could not be read: %s", error->message);

  return FALSE;
}

/* The reading, with the store that it holds, ends in the main thread. */
static void
tell_done (gpointer data)
{
  Job *job = data;
  g_autoptr (ScDealReading) reading = g_steal_pointer (&job->reading);
  g_autoptr (GObject) owner = link_get_owner (job->link);

  if (owner != NULL)
    job->done (owner, reading, job->is_ok);
  job_free (job);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Job *job = user_data;

  job->is_ok = has_succeeded (result);
  wait_for_turn (tell_done, job);
}

static void
start (GObject        *owner,
       GCancellable   *cancellable,
       ScDealReading  *reading,
       GTaskThreadFunc thread,
       ScDealJobFound  found,
       ScDealJobDone   done)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, read_cb, job);

  job->link = g_atomic_rc_box_new0 (Link);
  g_weak_ref_init (&job->link->owner, owner);
  job->link->cancellable = g_object_ref (cancellable);
  job->link->found = found;
  job->reading = reading;
  job->done = done;

  g_task_set_source_tag (task, start);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, thread);
}

/**
 * sc_deal_job_open:
 * @owner: who wants to know
 * @cancellable: ends it
 * @reading: (transfer full): a reading
 * @done: called when it is known how many deals there are, and which come first
 */
void
sc_deal_job_open (GObject       *owner,
                  GCancellable  *cancellable,
                  ScDealReading *reading,
                  ScDealJobDone  done)
{
  start (owner, cancellable, reading, open_thread, NULL, done);
}

/**
 * sc_deal_job_read_rows:
 * @owner: who wants to know
 * @cancellable: ends it
 * @reading: (transfer full): a reading
 * @done: called when its rows are read
 */
void
sc_deal_job_read_rows (GObject       *owner,
                       GCancellable  *cancellable,
                       ScDealReading *reading,
                       ScDealJobDone  done)
{
  start (owner, cancellable, reading, rows_thread, NULL, done);
}

/**
 * sc_deal_job_read_ids:
 * @owner: who wants to know
 * @cancellable: ends it
 * @reading: (transfer full): a reading
 * @found: (nullable): called with ids as they are found
 * @done: called when its ids and rows are read
 */
void
sc_deal_job_read_ids (GObject       *owner,
                      GCancellable  *cancellable,
                      ScDealReading *reading,
                      ScDealJobFound found,
                      ScDealJobDone  done)
{
  start (owner, cancellable, reading, ids_thread, found, done);
}
