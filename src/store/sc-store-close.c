/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Closing the file that a store wrote: the last one out puts the log into it,
 * and has that brought onto the disk. A thread does it where windows are shown. */

#include "store/sc-main-thread.h"
#include "store/sc-store-private.h"
#include "store/sc-store.h"

typedef struct {
  ScConnection *writer;
  ScGuard *guard;
} Files;

static GMutex lock;
static GCond closed;
static guint n_closing;

static void
close_files (ScConnection *writer,
             ScGuard      *guard)
{
  if (guard != NULL)
    sc_guard_lower (guard);
  sc_connection_close (writer);
  if (guard != NULL)
    sc_guard_release (guard);
}

static gpointer
close_in_thread (gpointer data)
{
  Files *files = data;

  close_files (files->writer, files->guard);
  g_free (files);
  g_mutex_lock (&lock);
  n_closing--;
  g_cond_broadcast (&closed);
  g_mutex_unlock (&lock);

  return NULL;
}

/**
 * sc_store_close_files:
 * @writer: (transfer full): the writing connection, the store's last one
 * @guard: (transfer full) (nullable): what guards it
 *
 * Closes them, where windows are shown a little later.
 */
void
sc_store_close_files (ScConnection *writer,
                      ScGuard      *guard)
{
  Files *files;

  if (!sc_main_thread_is_current ())
    {
      close_files (writer, guard);
      return;
    }

  files = g_new (Files, 1);
  files->writer = writer;
  files->guard = guard;
  g_mutex_lock (&lock);
  n_closing++;
  g_mutex_unlock (&lock);
  g_thread_unref (g_thread_new ("sc-closing", close_in_thread, files));
}

/**
 * sc_store_wait_until_closed:
 *
 * Waits until the files of all stores that are gone are closed, before the
 * program ends.
 */
void
sc_store_wait_until_closed (void)
{
  g_mutex_lock (&lock);
  while (n_closing > 0)
    g_cond_wait (&closed, &lock);
  g_mutex_unlock (&lock);
}
