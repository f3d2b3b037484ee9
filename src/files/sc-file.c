/* SPDX-License-Identifier: GPL-3.0-or-later */

/* g_file_set_contents() nearly does this, but its messages name the file that
 * nobody asked for, and it would replace a device or a pipe by a file. */

#include "files/sc-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

static gboolean
fail (const char *path,
      int         code,
      GError    **error)
{
  g_autoptr (ScOutput) output = sc_output_new (-1, path);

  sc_output_fail (output, code);

  return sc_output_check (output, error);
}

/* Devices and pipes are written to as they are: there is nothing to keep. What is to stand
 * there is made beforehand, for who makes it may go back in it. */
static gboolean
write_in_place (const char *path,
                ScFileFill  fill,
                gpointer    data,
                GError    **error)
{
  g_autoptr (ScOutput) made = sc_output_new_scratch (error);
  g_autoptr (ScOutput) output = NULL;
  int fd;

  if (made == NULL || !fill (made, data, error))
    return FALSE;

  fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail (path, errno, error);

  output = sc_output_new (fd, path);
  sc_output_copy (output, made);

  return sc_output_check (output, error);
}

/* A file that is replaced keeps its mode. */
static int
copy_mode (int         fd,
           const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0 && fchmod (fd, info.st_mode & 07777) != 0)
    return errno;

  return 0;
}

static gboolean
fill_beside (int         fd,
             const char *path,
             const char *target,
             ScFileFill  fill,
             gpointer    data,
             GError    **error)
{
  g_autoptr (ScOutput) output = sc_output_new (fd, path);

  if (!fill (output, data, error))
    return FALSE;

  sc_output_fail (output, copy_mode (fd, target));
  if (fsync (fd) != 0)
    sc_output_fail (output, errno);

  return sc_output_check (output, error);
}

/* A link is followed, so that what it points at is replaced and not the link. */
static gboolean
write_beside (const char *path,
              ScFileFill  fill,
              gpointer    data,
              GError    **error)
{
  char *followed = realpath (path, NULL);
  g_autofree char *target = g_strdup (followed != NULL ? followed : path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *beside = g_build_filename (folder, ".stagecraft-XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0666);
  int code = errno;
  gboolean is_written;

  free (followed);
  if (fd < 0)
    return fail (path, code, error);

  is_written = fill_beside (fd, path, target, fill, data, error);
  if (is_written && g_rename (beside, target) != 0)
    is_written = fail (path, errno, error);
  if (!is_written)
    g_unlink (beside);

  return is_written;
}

/**
 * sc_file_write:
 * @path: where to
 * @fill: writes what it is to hold
 * @data: for @fill
 * @error: of %SC_FILES_ERROR, or what @fill says
 *
 * Writes a file whole or not at all: where it fails, what was there before is
 * still there, and nothing else.
 *
 * Returns: whether it was written
 */
gboolean
sc_file_write (const char *path,
               ScFileFill  fill,
               gpointer    data,
               GError    **error)
{
  GStatBuf info;
  gboolean is_there = g_stat (path, &info) == 0;

  if (is_there && S_ISDIR (info.st_mode))
    return fail (path, EISDIR, error);
  if (is_there && g_access (path, W_OK) != 0)
    return fail (path, errno, error); /* renaming would replace a protected file */

  return is_there && !S_ISREG (info.st_mode) ? write_in_place (path, fill, data, error)
                                             : write_beside (path, fill, data, error);
}

static gboolean
fill_with_bytes (ScOutput      *output,
                 gpointer       data,
                 GError **error G_GNUC_UNUSED)
{
  gsize length;
  const void *bytes = g_bytes_get_data (data, &length);

  sc_output_write (output, bytes, length);

  return TRUE;
}

/**
 * sc_file_replace:
 * @path: where to
 * @contents: what
 * @error: of %SC_FILES_ERROR
 *
 * The same as sc_file_write(), of what is there already.
 *
 * Returns: whether it was written
 */
gboolean
sc_file_replace (const char *path,
                 GBytes     *contents,
                 GError    **error)
{
  return sc_file_write (path, fill_with_bytes, contents, error);
}
