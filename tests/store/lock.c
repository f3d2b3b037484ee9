/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/lock.h"

struct _Lock {
  GSubprocess *holder;
};

/**
 * lock_hold:
 * @kind: how; see lock-holder.c
 * @path: a database
 *
 * Returns: (transfer full): a lock that another process has by now
 */
Lock *
lock_hold (const char *kind,
           const char *path)
{
  Lock *self = g_new0 (Lock, 1);
  g_autoptr (GError) error = NULL;
  char said[4];
  gsize n_read;

  self->holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                   g_getenv ("LOCK_HOLDER"), kind, path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (self->holder), said, sizeof said, &n_read,
                                          NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (said, n_read, "held", 4);

  return self;
}

/**
 * lock_release:
 * @self: (transfer full): a lock, which nobody has afterwards
 */
void
lock_release (Lock *self)
{
  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (self->holder), NULL, NULL));
  g_assert_true (g_subprocess_wait (self->holder, NULL, NULL));
  g_object_unref (self->holder);
  g_free (self);
}
