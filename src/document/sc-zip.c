/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libzip writes a stored entry with its size before it, as strict readers of ODT want the
 * first one, where libarchive leaves the size for later. Every entry is of one day, so
 * that the same document gives the same bytes. */

#include "document/sc-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

struct _ScZip {
  zip_source_t *source; /* where the file comes to be */
  zip_t *zip;
  GPtrArray *parts; /* what was added, which libzip reads when it is closed */
  gboolean has_failed;
};

/* The first day that a ZIP file knows: 1 January 1980. */
#define DAY ((1 << 5) | 1)

/**
 * sc_zip_new:
 *
 * Returns: (transfer full): a file without an entry
 */
ScZip *
sc_zip_new (void)
{
  ScZip *self = g_new0 (ScZip, 1);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->source = zip_source_buffer_create (NULL, 0, 0, NULL);
  self->zip = self->source != NULL ? zip_open_from_source (self->source, ZIP_TRUNCATE, NULL) : NULL;
  self->has_failed = self->zip == NULL;
  if (self->zip != NULL)
    zip_source_keep (self->source);

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
  if (self->source != NULL)
    zip_source_free (self->source);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static void
add (ScZip      *self,
     const char *name,
     GBytes     *contents,
     gint32      method)
{
  gsize length;
  const void *data = g_bytes_get_data (contents, &length);
  zip_source_t *part;
  zip_int64_t index;

  if (self->has_failed)
    return;

  g_ptr_array_add (self->parts, g_bytes_ref (contents));
  part = zip_source_buffer (self->zip, data != NULL ? data : "", length, 0);
  index = part != NULL ? zip_file_add (self->zip, name, part, ZIP_FL_ENC_UTF_8) : -1;
  if (index < 0 && part != NULL)
    zip_source_free (part);
  self->has_failed = index < 0
                     || zip_set_file_compression (self->zip, (zip_uint64_t) index, method, 0) != 0
                     || zip_file_set_dostime (self->zip, (zip_uint64_t) index, 0, DAY, 0) != 0;
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
  add (self, name, contents, ZIP_CM_DEFLATE);
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
  add (self, name, contents, ZIP_CM_STORE);
}

static GBytes *
read_source (zip_source_t *source)
{
  zip_stat_t stat;
  g_autofree guint8 *data = NULL;
  zip_int64_t n_read;

  if (zip_source_stat (source, &stat) != 0 || zip_source_open (source) != 0)
    return NULL;

  data = g_malloc (stat.size);
  n_read = zip_source_read (source, data, stat.size);
  zip_source_close (source);
  if (n_read < 0 || (zip_uint64_t) n_read != stat.size)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&data), stat.size);
}

/**
 * sc_zip_finish:
 * @self: a file to which nothing is added any more
 * @error: of %G_IO_ERROR
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
sc_zip_finish (ScZip   *self,
               GError **error)
{
  GBytes *bytes = NULL;

  if (!self->has_failed && zip_close (self->zip) == 0)
    {
      self->zip = NULL;
      bytes = read_source (self->source);
    }
  if (bytes == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The document could not be packed."));

  return bytes;
}
