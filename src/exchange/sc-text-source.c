/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/sc-text-source.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "exchange/sc-exchange-error.h"
#include "files/sc-source.h"

#define CHUNK_BYTES 262144

/* The longest start of a character that can stand at a chunk's end. */
#define MAX_CARRIED 4

typedef enum {
  ENCODING_UTF8,
  ENCODING_UTF16_LE,
  ENCODING_UTF16_BE,
} Encoding;

struct _ScTextSource
{
  char *path;
  int fd;
  goffset size;
  goffset offset;
  gboolean has_begun;
  Encoding encoding;
  ScTextState state;
  guint n_carried;
  char bytes[MAX_CARRIED + CHUNK_BYTES];
};

/**
 * sc_text_source_open:
 * @path: a file; no pipe, since a table is read twice
 * @error: of %SC_EXCHANGE_ERROR or %SC_FILES_ERROR
 *
 * Returns: (transfer full): the file's text from its beginning
 */
ScTextSource *
sc_text_source_open (const char *path,
                     GError    **error)
{
  goffset size;
  int fd = sc_source_open (path, FALSE, &size, error);
  ScTextSource *self;

  if (fd < 0)
    return NULL;

  self = g_new (ScTextSource, 1);
  memset (self, 0, G_STRUCT_OFFSET (ScTextSource, bytes));
  self->path = g_strdup (path);
  self->fd = fd;
  self->size = size;

  return self;
}

/**
 * sc_text_source_free:
 * @self: (transfer full): a source
 */
void
sc_text_source_free (ScTextSource *self)
{
  close (self->fd);
  g_free (self->path);
  g_free (self);
}

/* Finds the byte order mark, and returns how long it is. */
static guint
begin (ScTextSource *self,
       gsize         length)
{
  static const struct {
    const char *mark;
    guint length;
    Encoding encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, ENCODING_UTF8 },
    { "\xff\xfe", 2, ENCODING_UTF16_LE },
    { "\xfe\xff", 2, ENCODING_UTF16_BE },
  };

  self->has_begun = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (self->bytes, marks[i].mark, marks[i].length) == 0)
      {
        self->encoding = marks[i].encoding;
        return marks[i].length;
      }

  return 0;
}

/* Both return how many bytes they took; what they leave may be the start of a
 * character. */
static gsize
take_utf8 (ScTextSource *self,
           const char   *bytes,
           gsize         length,
           GString      *text)
{
  const char *end;

  g_utf8_validate_len (bytes, length, &end);
  g_string_append_len (text, bytes, end - bytes);

  return (gsize) (end - bytes);
}

static gunichar
get_unit (const ScTextSource *self,
          const char         *bytes)
{
  guchar first = (guchar) bytes[0];
  guchar second = (guchar) bytes[1];

  return self->encoding == ENCODING_UTF16_LE ? first | (gunichar) second << 8 : (gunichar) first << 8 | second;
}

static gsize
take_utf16 (ScTextSource *self,
            const char   *bytes,
            gsize         length,
            GString      *text)
{
  gsize taken = 0;

  while (length - taken >= 2)
    {
      gunichar c = get_unit (self, bytes + taken);
      guint n_bytes = 2;

      if (c >= 0xd800 && c < 0xdc00 && length - taken >= 4)
        {
          gunichar low = get_unit (self, bytes + taken + 2);

          c = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00) : c;
          n_bytes = 4;
        }
      if (c == 0 || !g_unichar_validate (c))
        break;
      g_string_append_unichar (text, c);
      taken += n_bytes;
    }

  return taken;
}

static gboolean
is_zero (const ScTextSource *self,
         const char         *bytes,
         gsize               length)
{
  return bytes[0] == '\0' && (self->encoding == ENCODING_UTF8 || (length > 1 && bytes[1] == '\0'));
}

/* What is left of a chunk: the start of a character, or something that no
 * text has. */
static void
carry (ScTextSource *self,
       const char   *bytes,
       gsize         length,
       gboolean      is_end)
{
  if (length > 0 && is_zero (self, bytes, length))
    {
      self->state = SC_TEXT_BINARY;
    }
  else if (length >= MAX_CARRIED || (is_end && length > 0))
    {
      self->state = SC_TEXT_NOT_UTF8;
    }
  else
    {
      memmove (self->bytes, bytes, length);
      self->n_carried = (guint) length;
      self->state = is_end ? SC_TEXT_END : SC_TEXT_MORE;
    }
}

static ssize_t
read_bytes (ScTextSource *self)
{
  ssize_t n;

  do
    n = read (self->fd, self->bytes + self->n_carried, CHUNK_BYTES);
  while (n < 0 && errno == EINTR);

  return n;
}

/**
 * sc_text_source_read:
 * @self: a source
 * @text: where to append what comes next; nothing where the state says so
 * @error: of %SC_EXCHANGE_ERROR or %SC_FILES_ERROR
 *
 * Returns: whether the file could be read; what is no text is told by the
 *   state, after the text in front of it
 */
gboolean
sc_text_source_read (ScTextSource *self,
                     GString      *text,
                     GError      **error)
{
  gsize length, taken;
  ssize_t n;
  guint start;

  if (self->state != SC_TEXT_MORE)
    return TRUE;

  n = read_bytes (self);
  if (n < 0)
    {
      sc_source_set_error (error, self->path, errno);
      return FALSE;
    }
  self->offset += n;
  if (self->offset > SC_MAX_FILE_BYTES)
    {
      sc_source_set_error (error, self->path, EFBIG);
      return FALSE;
    }

  length = self->n_carried + (gsize) n;
  start = self->has_begun ? 0 : begin (self, length);
  taken = start;
  if (self->encoding == ENCODING_UTF8)
    taken += take_utf8 (self, self->bytes + start, length - start, text);
  else
    taken += take_utf16 (self, self->bytes + start, length - start, text);
  carry (self, self->bytes + taken, length - taken, n == 0);

  return TRUE;
}

/**
 * sc_text_source_get_state:
 * @self: a source
 *
 * Returns: what follows the text that was read
 */
ScTextState
sc_text_source_get_state (const ScTextSource *self)
{
  return self->state;
}

/**
 * sc_text_source_get_offset:
 * @self: a source
 *
 * Returns: how many bytes were read
 */
goffset
sc_text_source_get_offset (const ScTextSource *self)
{
  return self->offset;
}

/**
 * sc_text_source_get_size:
 * @self: a source
 *
 * Returns: the file's size, 0 where it tells none
 */
goffset
sc_text_source_get_size (const ScTextSource *self)
{
  return self->size;
}
