/* SPDX-License-Identifier: GPL-3.0-or-later */

/* g_file_set_contents() nearly does this, but its messages name the file that
 * nobody asked for, and it would replace a device or a pipe by a file. */

#include "files/sc-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "files/sc-files-error.h"

static void
set_error (GError    **error,
           const char *path,
           int         code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, SC_FILES_ERROR, SC_FILES_ERROR_NO_SPACE,
                 /* Translators: %s is a file's name. */
                 _("There is not enough space to write “%s”. Free some space, or choose another place."), name);
  else
    g_set_error (error, SC_FILES_ERROR, SC_FILES_ERROR_UNWRITABLE,
                 /* Translators: the first %s is a file's name, the second the system's reason. */
                 _("“%1$s” could not be written: %2$s."), name, g_strerror (code));
}

/* Returns 0, or the reason why not all was written. */
static int
write_all (int     fd,
           GBytes *contents)
{
  gsize left;
  const char *data = g_bytes_get_data (contents, &left);

  while (left > 0)
    {
      ssize_t n = write (fd, data, left);

      if (n < 0 && errno != EINTR)
        return errno;
      if (n > 0)
        {
          data += n;
          left -= (gsize) n;
        }
    }

  return 0;
}

/* Devices and pipes are written to as they are: there is nothing to keep. */
static int
write_in_place (const char *path,
                GBytes     *contents)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int code;

  if (fd < 0)
    return errno;

  code = write_all (fd, contents);
  if (close (fd) != 0 && code == 0)
    code = errno;

  return code;
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

static int
fill (int         fd,
      const char *path,
      GBytes     *contents)
{
  int code = write_all (fd, contents);

  if (code == 0)
    code = copy_mode (fd, path);
  if (code == 0 && fsync (fd) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;

  return code;
}

/* A link is followed, so that what it points at is replaced and not the link. */
static int
write_beside (const char *path,
              GBytes     *contents)
{
  char *followed = realpath (path, NULL);
  g_autofree char *target = g_strdup (followed != NULL ? followed : path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *beside = g_build_filename (folder, ".stagecraft-XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666);
  int code;

  free (followed);
  if (fd < 0)
    return errno;

  code = fill (fd, target, contents);
  if (code == 0 && g_rename (beside, target) != 0)
    code = errno;
  if (code != 0)
    g_unlink (beside);

  return code;
}

/**
 * sc_file_replace:
 * @path: where to
 * @contents: what
 * @error: of %SC_FILES_ERROR
 *
 * Writes a file whole or not at all: where it fails, what was there before is
 * still there, and nothing else.
 *
 * Returns: whether it was written
 */
gboolean
sc_file_replace (const char *path,
                 GBytes     *contents,
                 GError    **error)
{
  GStatBuf info;
  gboolean is_there = g_stat (path, &info) == 0;
  int code;

  if (is_there && S_ISDIR (info.st_mode))
    code = EISDIR;
  else if (is_there && g_access (path, W_OK) != 0)
    code = errno; /* renaming would replace a protected file */
  else if (is_there && !S_ISREG (info.st_mode))
    code = write_in_place (path, contents);
  else
    code = write_beside (path, contents);

  if (code != 0)
    set_error (error, path, code);

  return code == 0;
}
