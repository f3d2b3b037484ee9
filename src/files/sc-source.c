/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that come in are read, never mapped: one that shrinks meanwhile is an
 * error, not the end of the program. */

#include "files/sc-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/sc-files-error.h"

/* Enough to start with for what tells no size, such as a pipe. */
#define FIRST_BYTES 65536

/**
 * sc_source_set_error:
 * @error: (out) (optional): the error
 * @path: the file
 * @code: the system's reason why it can't be read
 */
void
sc_source_set_error (GError    **error,
                     const char *path,
                     int         code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SC_FILES_ERROR, SC_FILES_ERROR_UNREADABLE,
               /* Translators: the first %s is a file's name, the second the system's reason. */
               _("“%1$s” could not be read: %2$s."), name, g_strerror (code));
}

static gboolean
check_size (const char *path,
            goffset     size,
            gboolean    is_whole,
            GError    **error)
{
  g_autofree char *name = NULL;

  if (size <= (is_whole ? SC_MAX_WHOLE_BYTES : SC_MAX_FILE_BYTES))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, SC_FILES_ERROR, SC_FILES_ERROR_TOO_LARGE,
               is_whole ? _("“%s” is larger than 64 MiB, which no process is. Choose another file.")
                        : _("“%s” is larger than 2 GiB, which is more than can be imported. "
                            "Split it, and import the parts."), name);

  return FALSE;
}

static gboolean
check_kind (const char *path,
            mode_t      mode,
            gboolean    is_whole,
            GError    **error)
{
  gboolean is_pipe = S_ISFIFO (mode) || S_ISSOCK (mode);
  g_autofree char *name = NULL;

  if (S_ISREG (mode) || (is_pipe && is_whole))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, SC_FILES_ERROR, SC_FILES_ERROR_UNREADABLE,
               is_pipe ? _("“%s” is a pipe, which can’t be read twice. Write it to a file, and import that.")
                       : _("“%s” is not a file."), name);

  return FALSE;
}

/**
 * sc_source_open:
 * @path: a file
 * @is_whole: whether it is read once, as a whole, so that it may be a pipe
 * @size: (out): its size, 0 where it tells none
 * @error: of %SC_FILES_ERROR
 *
 * Opens a file that comes in. A folder or device is refused, and so is what is
 * larger than %SC_MAX_WHOLE_BYTES, where it is read as a whole, or
 * %SC_MAX_FILE_BYTES. A pipe is not waited for: where nobody writes to it, it is
 * empty.
 *
 * Returns: a file descriptor, or -1
 */
int
sc_source_open (const char *path,
                gboolean    is_whole,
                goffset    *size,
                GError    **error)
{
  struct stat info;
  int code = 0;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);

  if (fd < 0 || fstat (fd, &info) != 0)
    code = errno;
  else if (S_ISDIR (info.st_mode))
    code = EISDIR;
  if (code != 0)
    sc_source_set_error (error, path, code);
  else if (check_kind (path, info.st_mode, is_whole, error) && check_size (path, info.st_size, is_whole, error))
    {
      /* What is not there yet is waited for. */
      fcntl (fd, F_SETFL, 0);
      *size = S_ISREG (info.st_mode) ? info.st_size : 0;
      return fd;
    }

  if (fd >= 0)
    close (fd);

  return -1;
}

static gboolean
read_all (int         fd,
          const char *path,
          GByteArray *data,
          GError    **error)
{
  gsize length = 0;

  while (TRUE)
    {
      ssize_t n;

      if (length == data->len)
        g_byte_array_set_size (data, MIN (data->len * 2, SC_MAX_WHOLE_BYTES + 1));
      n = read (fd, data->data + length, data->len - length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          sc_source_set_error (error, path, errno);
          return FALSE;
        }
      if (n == 0)
        break;
      length += (gsize) n;
      if (!check_size (path, (goffset) length, TRUE, error))
        return FALSE;
    }

  g_byte_array_set_size (data, (guint) length);

  return TRUE;
}

/**
 * sc_source_read:
 * @path: a file, of %SC_MAX_WHOLE_BYTES at most
 * @error: of %SC_FILES_ERROR
 *
 * Returns: (transfer full): what is in it, or %NULL
 */
GBytes *
sc_source_read (const char *path,
                GError    **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  goffset size;
  gboolean is_read;
  int fd = sc_source_open (path, TRUE, &size, error);

  if (fd < 0)
    return NULL;

  g_byte_array_set_size (data, size > 0 ? (guint) size + 1 : FIRST_BYTES);
  is_read = read_all (fd, path, data, error);
  close (fd);

  return is_read ? g_byte_array_free_to_bytes (g_steal_pointer (&data)) : NULL;
}
