/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Complains where the thread that shows a window writes to a database or waits for a
 * lock. */

#include "store/sc-main-thread.h"

static _Thread_local gboolean is_current;

/**
 * sc_main_thread_set:
 * @is_main: whether the calling thread shows windows from now on
 *
 * The engine holds it to be a bug, and says so with a critical message that
 * names the statement, where such a thread writes to a database, has what was
 * written brought onto the disk, or has to wait for a lock. A lock is not waited
 * for then: reading fails at once.
 */
void
sc_main_thread_set (gboolean is_main)
{
  is_current = is_main;
}

/**
 * sc_main_thread_is_current:
 *
 * Returns: whether the calling thread shows windows
 */
gboolean
sc_main_thread_is_current (void)
{
  return is_current;
}
