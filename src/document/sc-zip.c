/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libzip writes a stored entry with its size before it, as strict readers of ODT want the
 * first one, where libarchive leaves the size for later. Every entry is of one day, so
 * that the same document gives the same bytes. */

#include "document/sc-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

struct _ScZip {
  ScOutput *output; /* where the file comes to be */
  zip_t *zip;
  GPtrArray *parts; /* what was added, which libzip reads when it is closed */
  gboolean has_failed;
};

/* The first day that a ZIP file knows: 1 January 1980. */
#define DAY ((1 << 5) | 1)

/* A piece of a file that an entry is read from. */
typedef struct {
  ScOutput *scratch;
  goffset start;
  gsize length;
  gsize n_read;
} Part;

static zip_int64_t
tell_length (void *data,
             gsize length)
{
  zip_stat_t *stat = data;

  zip_stat_init (stat);
  stat->size = length;
  stat->comp_size = length;
  stat->comp_method = ZIP_CM_STORE;
  stat->encryption_method = ZIP_EM_NONE;
  stat->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;

  return sizeof *stat;
}

static zip_int64_t
tell_error (void        *data,
            zip_uint64_t length)
{
  zip_error_t error;

  zip_error_init_with_code (&error, ZIP_ER_READ);

  return zip_error_to_data (&error, data, length);
}

static zip_int64_t
read_part (void            *user_data,
           void            *data,
           zip_uint64_t     length,
           zip_source_cmd_t command)
{
  Part *self = user_data;
  gssize n;

  switch (command)
    {
    case ZIP_SOURCE_OPEN:
      self->n_read = 0;
      return 0;

    case ZIP_SOURCE_READ:
      n = sc_output_read (self->scratch, self->start + (goffset) self->n_read, data,
                          MIN (length, self->length - self->n_read));
      self->n_read += (gsize) MAX (n, 0);
      return n;

    case ZIP_SOURCE_STAT:
      return tell_length (data, self->length);

    case ZIP_SOURCE_ERROR:
      return tell_error (data, length);

    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap (ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                             ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);

    default:
      return 0;
    }
}

static zip_int64_t
seek (ScOutput    *output,
      void        *data,
      zip_uint64_t length)
{
  const zip_source_args_seek_t *to = ZIP_SOURCE_GET_ARGS (zip_source_args_seek_t, data, length, NULL);
  goffset from = to->whence == SEEK_CUR ? sc_output_tell (output) : 0;

  return to->whence != SEEK_END && sc_output_seek (output, from + to->offset) ? 0 : -1;
}

/* libzip goes back in what it has written. What can't be written is told by who made the
 * output. */
static zip_int64_t
write_output (void            *user_data,
              void            *data,
              zip_uint64_t     length,
              zip_source_cmd_t command)
{
  ScOutput *output = user_data;

  switch (command)
    {
    case ZIP_SOURCE_WRITE:
      sc_output_write (output, data, length);
      return (zip_int64_t) length;

    case ZIP_SOURCE_SEEK:
    case ZIP_SOURCE_SEEK_WRITE:
      return seek (output, data, length);

    case ZIP_SOURCE_TELL:
    case ZIP_SOURCE_TELL_WRITE:
      return sc_output_tell (output);

    case ZIP_SOURCE_STAT:
      return tell_length (data, 0);

    case ZIP_SOURCE_ERROR:
      return tell_error (data, length);

    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap (ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                             ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                             ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
                                             ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE,
                                             ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE, -1);

    default:
      return 0;
    }
}

/**
 * sc_zip_new:
 * @output: where the file comes to be; empty
 *
 * Returns: (transfer full): a file without an entry
 */
ScZip *
sc_zip_new (ScOutput *output)
{
  ScZip *self = g_new0 (ScZip, 1);
  zip_source_t *source = zip_source_function_create (write_output, output, NULL);

  self->output = output;
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->zip = source != NULL ? zip_open_from_source (source, ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;
  self->has_failed = self->zip == NULL;
  if (self->zip == NULL && source != NULL)
    zip_source_free (source);

  return self;
}

/**
 * sc_zip_free:
 * @self: (transfer full): a file, finished or not
 */
void
sc_zip_free (ScZip *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* @part is of @self's; where it is %NULL there was no memory for it. */
static void
add (ScZip        *self,
     const char   *name,
     zip_source_t *part,
     gint32        method)
{
  zip_int64_t index = part != NULL ? zip_file_add (self->zip, name, part, ZIP_FL_ENC_UTF_8) : -1;

  if (index < 0 && part != NULL)
    zip_source_free (part);
  self->has_failed = index < 0
                     || zip_set_file_compression (self->zip, (zip_uint64_t) index, method, 0) != 0
                     || zip_file_set_dostime (self->zip, (zip_uint64_t) index, 0, DAY, 0) != 0;
}

static void
add_bytes (ScZip      *self,
           const char *name,
           GBytes     *contents,
           gint32      method)
{
  gsize length;
  const void *data = g_bytes_get_data (contents, &length);
  void *copy = g_memdup2 (length > 0 ? data : "", MAX (length, 1));

  if (self->has_failed)
    return;

  g_ptr_array_add (self->parts, copy);
  add (self, name, zip_source_buffer (self->zip, copy, length, 0), method);
}

static void
add_part (ScZip      *self,
          const char *name,
          ScOutput   *scratch,
          goffset     start,
          gsize       length,
          gint32      method)
{
  Part *part = g_new0 (Part, 1);

  *part = (Part) { scratch, start, length, 0 };
  g_ptr_array_add (self->parts, part);
  if (!self->has_failed)
    add (self, name, zip_source_function (self->zip, read_part, part), method);
}

/**
 * sc_zip_add:
 * @self: a file
 * @name: the entry's name
 * @contents: what it holds
 */
void
sc_zip_add (ScZip      *self,
            const char *name,
            GBytes     *contents)
{
  add_bytes (self, name, contents, ZIP_CM_DEFLATE);
}

/**
 * sc_zip_add_text:
 * @self: a file
 * @name: the entry's name
 * @contents: what it holds
 */
void
sc_zip_add_text (ScZip      *self,
                 const char *name,
                 const char *contents)
{
  g_autoptr (GBytes) bytes = g_bytes_new (contents, strlen (contents));

  sc_zip_add (self, name, bytes);
}

/**
 * sc_zip_store:
 * @self: a file
 * @name: the entry's name
 * @contents: what it holds, which is not made smaller
 */
void
sc_zip_store (ScZip      *self,
              const char *name,
              GBytes     *contents)
{
  add_bytes (self, name, contents, ZIP_CM_STORE);
}

/**
 * sc_zip_add_part:
 * @self: a file
 * @name: the entry's name
 * @scratch: a file that has in it what the entry holds; it outlives @self
 * @start: where that begins
 * @length: how long it is
 */
void
sc_zip_add_part (ScZip      *self,
                 const char *name,
                 ScOutput   *scratch,
                 goffset     start,
                 gsize       length)
{
  add_part (self, name, scratch, start, length, ZIP_CM_DEFLATE);
}

/**
 * sc_zip_store_part:
 * @self: a file
 * @name: the entry's name
 * @scratch: a file that has in it what the entry holds, which is not made smaller; it
 *   outlives @self
 * @start: where that begins
 * @length: how long it is
 */
void
sc_zip_store_part (ScZip      *self,
                   const char *name,
                   ScOutput   *scratch,
                   goffset     start,
                   gsize       length)
{
  add_part (self, name, scratch, start, length, ZIP_CM_STORE);
}

/**
 * sc_zip_finish:
 * @self: a file to which nothing is added any more
 * @error: of %G_IO_ERROR
 *
 * Returns: whether it could be packed
 */
gboolean
sc_zip_finish (ScZip   *self,
               GError **error)
{
  if (!self->has_failed && zip_close (self->zip) == 0)
    {
      self->zip = NULL;
      return TRUE;
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The document could not be packed."));

  return FALSE;
}
