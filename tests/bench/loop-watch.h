/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the main loop takes for each of its iterations, for benches that tell whether a window
 * stands still: what counts is what the program does and waits for, not how long it then
 * sleeps, nor how long other programs have the processor. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LoopWatch:
 * @most: an iteration that takes longer is a long one, in microseconds
 * @longest: what the longest one took
 * @longest_cpu: the processor's time that it took
 * @n_long: how many long ones there were
 */
typedef struct {
  gint64 most;
  gint64 longest;
  gint64 longest_cpu;
  guint n_long;
} LoopWatch;

void loop_watch_start (void);
void loop_watch_stop (void);

void loop_watch_begin (void);
void loop_watch_end (LoopWatch *self);
void loop_watch_iterate (LoopWatch *self);

/* Of all threads, and of all but the one that asks. */
gint64 loop_watch_get_process_cpu (void);
gint64 loop_watch_get_others_cpu (void);

G_END_DECLS
