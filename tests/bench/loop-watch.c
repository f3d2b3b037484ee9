/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/loop-watch.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static struct {
  GPollFunc poll;
  int schedule;
  gint64 began;
  gint64 cpu_began;
  gint64 slept;
} loop;

/* The time that this thread was not kept off the processor by others; the kernel
 * counts that. */
static gint64
get_time (void)
{
  char text[64] = "";
  long long waited = 0;

  if (pread (loop.schedule, text, sizeof text - 1, 0) > 0)
    sscanf (text, "%*d %lld", &waited);

  return g_get_monotonic_time () - waited / 1000;
}

static gint64
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

gint64
loop_watch_get_process_cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (gint64) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC
         + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

gint64
loop_watch_get_others_cpu (void)
{
  gint64 own = get_cpu ();

  return loop_watch_get_process_cpu () - own;
}

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  gint64 began = get_time ();
  int n = loop.poll (fds, n_fds, timeout);

  loop.slept += get_time () - began;

  return n;
}

void
loop_watch_start (void)
{
  loop.schedule = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  loop.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
loop_watch_stop (void)
{
  g_main_context_set_poll_func (NULL, loop.poll);
  close (loop.schedule);
}

void
loop_watch_begin (void)
{
  loop.slept = 0;
  loop.cpu_began = get_cpu ();
  loop.began = get_time ();
}

void
loop_watch_end (LoopWatch *self)
{
  gint64 took = get_time () - loop.began - loop.slept;

  if (took > self->longest)
    {
      self->longest = took;
      self->longest_cpu = get_cpu () - loop.cpu_began;
    }
  self->n_long += took > self->most;
}

void
loop_watch_iterate (LoopWatch *self)
{
  loop_watch_begin ();
  g_main_context_iteration (NULL, TRUE);
  loop_watch_end (self);
}
