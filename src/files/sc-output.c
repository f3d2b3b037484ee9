/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes wrong while it is written is kept and told at the end, so that who writes need
 * not look at each piece. */

#include "files/sc-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "files/sc-files-error.h"

#define COPY_BYTES (64 * 1024)

struct _ScOutput
{
  int fd;
  char *path; /* what it is called in messages */
  int code; /* the reason why it can't be written, 0 while it can */
};

/**
 * sc_output_new:
 * @fd: (transfer full): a file that can be read too, at its beginning
 * @path: what it is called in messages
 *
 * Returns: (transfer full): what writes it
 */
ScOutput *
sc_output_new (int         fd,
               const char *path)
{
  ScOutput *self = g_new0 (ScOutput, 1);

  self->fd = fd;
  self->path = g_strdup (path);

  return self;
}

/**
 * sc_output_new_scratch:
 * @error: of %SC_FILES_ERROR
 *
 * Returns: (transfer full): what writes a file that has no name and goes with it; or %NULL
 *   with @error set
 */
ScOutput *
sc_output_new_scratch (GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "stagecraft-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  int code = fd < 0 ? errno : 0;
  g_autoptr (ScOutput) self = sc_output_new (fd, fd < 0 ? g_get_tmp_dir () : path);

  if (fd >= 0)
    g_unlink (path);
  else
    sc_output_fail (self, code);

  return sc_output_check (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sc_output_free:
 * @self: (transfer full): what writes a file, which is closed
 */
void
sc_output_free (ScOutput *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self);
}

/**
 * sc_output_write:
 * @self: what writes a file
 * @data: (array length=length): what is put where the file is at, a large piece best
 * @length: how many bytes
 */
void
sc_output_write (ScOutput   *self,
                 const void *data,
                 gsize       length)
{
  const char *next = data;

  while (length > 0 && self->code == 0)
    {
      ssize_t n = write (self->fd, next, length);

      if (n < 0 && errno != EINTR)
        sc_output_fail (self, errno);
      if (n > 0)
        {
          next += n;
          length -= (gsize) n;
        }
    }
}

/**
 * sc_output_put_out:
 * @self: what writes a file
 * @text: what is put where the file is at; empty behind this
 */
void
sc_output_put_out (ScOutput *self,
                   GString  *text)
{
  sc_output_write (self, text->str, text->len);
  g_string_truncate (text, 0);
}

/**
 * sc_output_tell:
 * @self: what writes a file
 *
 * Returns: where the file is at, in bytes from its beginning
 */
goffset
sc_output_tell (ScOutput *self)
{
  return lseek (self->fd, 0, SEEK_CUR);
}

/**
 * sc_output_seek:
 * @self: what writes a file
 * @offset: where it is to go on, in bytes from its beginning
 *
 * Returns: whether it can
 */
gboolean
sc_output_seek (ScOutput *self,
                goffset   offset)
{
  return lseek (self->fd, offset, SEEK_SET) == offset;
}

/**
 * sc_output_read:
 * @self: what has written a file
 * @start: where to begin, in bytes from its beginning
 * @data: (out caller-allocates) (array length=length): where to
 * @length: how many bytes at most
 *
 * Returns: how many bytes there were, 0 at the end, -1 where the file can't be read; where
 *   the file is at stays as it was
 */
gssize
sc_output_read (ScOutput *self,
                goffset   start,
                void     *data,
                gsize     length)
{
  gssize n;

  do
    n = pread (self->fd, data, length, start);
  while (n < 0 && errno == EINTR);

  return n;
}

/**
 * sc_output_copy:
 * @self: what writes a file
 * @from: what has written another, all of which is put where the file is at
 */
void
sc_output_copy (ScOutput *self,
                ScOutput *from)
{
  g_autofree char *piece = g_malloc (COPY_BYTES);
  goffset start = 0;
  gssize n;

  if (from->code != 0)
    sc_output_fail (self, from->code);
  while (self->code == 0 && (n = sc_output_read (from, start, piece, COPY_BYTES)) != 0)
    {
      if (n < 0)
        sc_output_fail (self, errno);
      else
        sc_output_write (self, piece, (gsize) n);
      start += n;
    }
}

/**
 * sc_output_read_all:
 * @self: what has written a file
 * @error: of %SC_FILES_ERROR
 *
 * Returns: (transfer full): all that the file holds, or %NULL with @error set
 */
GBytes *
sc_output_read_all (ScOutput *self,
                    GError  **error)
{
  goffset size = lseek (self->fd, 0, SEEK_END);
  g_autofree char *data = g_malloc ((gsize) MAX (size, 1));
  goffset start = 0;

  while (start < size && self->code == 0)
    {
      gssize n = sc_output_read (self, start, data + start, (gsize) (size - start));

      if (n <= 0)
        sc_output_fail (self, n < 0 ? errno : EIO);
      start += n;
    }

  return sc_output_check (self, error) ? g_bytes_new_take (g_steal_pointer (&data), (gsize) size) : NULL;
}

/**
 * sc_output_make_path:
 * @self: what writes a file
 *
 * Returns: (transfer full): a path under which this process can open the file, also one
 *   that has no name, for as long as @self is there
 */
char *
sc_output_make_path (ScOutput *self)
{
  return g_strdup_printf ("/proc/self/fd/%d", self->fd);
}

/**
 * sc_output_fail:
 * @self: what writes a file
 * @code: the system's reason why it can't be written, or 0
 *
 * Nothing more is written.
 */
void
sc_output_fail (ScOutput *self,
                int       code)
{
  if (self->code == 0)
    self->code = code;
}

/**
 * sc_output_check:
 * @self: what has written a file
 * @error: of %SC_FILES_ERROR
 *
 * Returns: whether all was written
 */
gboolean
sc_output_check (ScOutput *self,
                 GError  **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (self->code == ENOSPC || self->code == EDQUOT || self->code == EFBIG)
    g_set_error (error, SC_FILES_ERROR, SC_FILES_ERROR_NO_SPACE,
                 /* Translators: %s is a file's name. */
                 _("There is not enough space to write “%s”. Free some space, or choose another place."), name);
  else if (self->code != 0)
    g_set_error (error, SC_FILES_ERROR, SC_FILES_ERROR_UNWRITABLE,
                 /* Translators: the first %s is a file's name, the second the system's reason. */
                 _("“%1$s” could not be written: %2$s."), name, g_strerror (self->code));

  return self->code == 0;
}
