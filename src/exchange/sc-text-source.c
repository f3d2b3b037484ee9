/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives the text of a file as UTF-8, piece by piece, whatever it is encoded in, to what
 * reads tables and JSON. */

#include "exchange/sc-text-source.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unistd.h>

#include "exchange/sc-encoding.h"
#include "exchange/sc-exchange-error.h"
#include "files/sc-source.h"

#define CHUNK_BYTES 262144

#define PIVOT_UNITS 4096

/* In the beginning of a text in UTF-16 there are so many zeros at least. */
#define ZEROS_BYTES 4096
#define MIN_ZEROS 3
#define BYTES_A_ZERO 40

/* The longest start of a character that can stand at a chunk's end. */
#define MAX_CARRIED 4

typedef enum {
  ENCODING_UTF8,
  ENCODING_UTF16_LE,
  ENCODING_UTF16_BE,
  ENCODING_OTHER,
} Encoding;

/* Converts text of any other encoding; both ends keep what a piece's end cuts. */
typedef struct {
  UConverter *from;
  UConverter *to;
  UChar pivot[PIVOT_UNITS];
  UChar *pivot_source;
  UChar *pivot_target;
} Converter;

struct _ScTextSource
{
  char *path;
  int fd;
  goffset size;
  goffset offset;
  gboolean has_begun;
  Encoding encoding;
  Converter *converter;
  /* Its name; where nobody has said it, it is told by the first letter that is not
   * UTF-8, if none was in front. */
  char name[SC_ENCODING_BUFFER];
  gboolean is_told;
  gboolean has_letters;
  ScTextState state;
  guint n_carried;
  char bytes[MAX_CARRIED + CHUNK_BYTES];
};

static void
converter_free (Converter *self)
{
  ucnv_close (self->from);
  ucnv_close (self->to);
  g_free (self);
}

static Converter *
converter_new (const char *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  Converter *self = g_new0 (Converter, 1);

  self->from = ucnv_open (encoding, &status);
  self->to = ucnv_open ("UTF-8", &status);
  ucnv_setToUCallBack (self->from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  self->pivot_source = self->pivot_target = self->pivot;
  if (U_SUCCESS (status))
    return self;

  converter_free (self);

  return NULL;
}

static gboolean
set_encoding (ScTextSource *self,
              const char   *name)
{
  static const struct {
    const char *name;
    Encoding encoding;
  } own[] = {
    { "UTF-8", ENCODING_UTF8 },
    { "UTF-16LE", ENCODING_UTF16_LE },
    { "UTF-16BE", ENCODING_UTF16_BE },
  };

  g_strlcpy (self->name, name, sizeof self->name);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (name, own[i].name))
      {
        self->encoding = own[i].encoding;
        return TRUE;
      }

  self->encoding = ENCODING_OTHER;
  self->converter = converter_new (name);

  return self->converter != NULL;
}

/* What files begin with that spreadsheets save by themselves: a package of XML, and the
 * format before that. */
static gboolean
is_spreadsheet (int fd)
{
  static const char *const beginnings[] = { "PK\x03\x04", "\xd0\xcf\x11\xe0" };
  char bytes[4];

  if (pread (fd, bytes, sizeof bytes, 0) != sizeof bytes)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (memcmp (bytes, beginnings[i], sizeof bytes) == 0)
      return TRUE;

  return FALSE;
}

/**
 * sc_text_source_open:
 * @path: a file; no pipe, since a table is read twice
 * @encoding: how its letters are written, as sc_encoding_find() has it; empty where
 *   the text is to tell it
 * @error: of %SC_EXCHANGE_ERROR or %SC_FILES_ERROR
 *
 * Returns: (transfer full): the file's text from its beginning
 */
ScTextSource *
sc_text_source_open (const char *path,
                     const char *encoding,
                     GError    **error)
{
  g_autoptr (ScTextSource) self = NULL;
  goffset size;
  int fd = sc_source_open (path, FALSE, &size, error);

  if (fd < 0)
    return NULL;

  self = g_new (ScTextSource, 1);
  memset (self, 0, G_STRUCT_OFFSET (ScTextSource, bytes));
  self->path = g_strdup (path);
  self->fd = fd;
  self->size = size;
  self->is_told = encoding[0] != '\0';
  if (is_spreadsheet (fd))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_INVALID,
                   _("“%s” is a spreadsheet’s own file. Save it as CSV there, and import that."), name);
      return NULL;
    }
  if (set_encoding (self, self->is_told ? encoding : "UTF-8"))
    return g_steal_pointer (&self);

  g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_ENCODING, _("“%s” is not an encoding that can be read."), encoding);

  return NULL;
}

/**
 * sc_text_source_free:
 * @self: (transfer full): a source
 */
void
sc_text_source_free (ScTextSource *self)
{
  g_clear_pointer (&self->converter, converter_free);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}

/* UTF-16 without a mark: of separators, digits and Latin letters one byte is zero,
 * always the first or always the second one. */
static void
find_zeros (ScTextSource *self,
            gsize         length)
{
  gsize n_zeros[2] = { 0 };
  gsize n_bytes = MIN (length, ZEROS_BYTES);

  for (gsize i = 0; i < n_bytes; i++)
    n_zeros[i % 2] += self->bytes[i] == '\0' ? 1 : 0;
  if (n_zeros[0] + n_zeros[1] < MIN_ZEROS || (n_zeros[0] + n_zeros[1]) * BYTES_A_ZERO < n_bytes)
    return;

  if (n_zeros[0] == 0)
    set_encoding (self, "UTF-16LE");
  else if (n_zeros[1] == 0)
    set_encoding (self, "UTF-16BE");
}

/* Finds the byte order mark, and returns how long it is. A mark goes before what
 * somebody has said. */
static guint
begin (ScTextSource *self,
       gsize         length)
{
  static const struct {
    const char *mark;
    guint length;
    const char *encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };

  self->has_begun = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (self->bytes, marks[i].mark, marks[i].length) == 0)
      {
        g_clear_pointer (&self->converter, converter_free);
        set_encoding (self, marks[i].encoding);
        self->is_told = TRUE;
        return marks[i].length;
      }
  if (!self->is_told)
    find_zeros (self, length);

  return 0;
}

static gboolean
has_letters (const char *bytes,
             gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] >= 0x80)
      return TRUE;

  return FALSE;
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
  self->has_letters = self->has_letters || has_letters (bytes, (gsize) (end - bytes));

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

/* All of it: the converter keeps the start of a character itself. */
static gsize
take_other (ScTextSource *self,
            const char   *bytes,
            gsize         length,
            gboolean      is_end,
            GString      *text)
{
  Converter *converter = self->converter;
  const char *source = bytes;
  UErrorCode status;

  do
    {
      char piece[PIVOT_UNITS];
      char *target = piece;

      status = U_ZERO_ERROR;
      ucnv_convertEx (converter->to, converter->from, &target, piece + sizeof piece, &source, bytes + length,
                      converter->pivot, &converter->pivot_source, &converter->pivot_target, converter->pivot + PIVOT_UNITS,
                      FALSE, is_end, &status);
      g_string_append_len (text, piece, target - piece);
    }
  while (status == U_BUFFER_OVERFLOW_ERROR);

  if (U_FAILURE (status))
    self->state = SC_TEXT_NOT_ENCODED;

  return length;
}

/* Bytes that are no UTF-8, and not only because the end of a piece cuts them. */
static gboolean
is_broken (const char *bytes,
           gsize       length,
           gboolean    is_end)
{
  gunichar c = length > 0 && *bytes != '\0' ? g_utf8_get_char_validated (bytes, (gssize) length) : 'a';

  return c == (gunichar) - 1 || (c == (gunichar) - 2 && is_end);
}

/* What follows of the file, as far as it helps. */
static GString *
take_sample (ScTextSource *self,
             const char   *bytes,
             gsize         length)
{
  GString *sample = g_string_new_len (bytes, (gssize) MIN (length, SC_ENCODING_SAMPLE_BYTES));
  char piece[4096];
  goffset offset = self->offset;
  ssize_t n;

  while (sample->len < SC_ENCODING_SAMPLE_BYTES && (n = pread (self->fd, piece, sizeof piece, offset)) > 0)
    {
      g_string_append_len (sample, piece, n);
      offset += n;
    }

  return sample;
}

/* The first letter that is not UTF-8 tells the encoding with those behind it. */
static gsize
take_told (ScTextSource *self,
           const char   *bytes,
           gsize         length,
           gboolean      is_end,
           GString      *text)
{
  g_autoptr (GString) sample = NULL;
  char name[SC_ENCODING_BUFFER];

  if (self->is_told || self->has_letters || !is_broken (bytes, length, is_end))
    return 0;

  sample = take_sample (self, bytes, length);
  self->is_told = sc_encoding_tell (sample->str, sample->len, name) && set_encoding (self, name);
  if (self->is_told)
    return take_other (self, bytes, length, is_end, text);

  self->state = SC_TEXT_UNTOLD;

  return 0;
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
  if (self->state != SC_TEXT_MORE)
    return;
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

static void
take (ScTextSource *self,
      gsize        *taken,
      gsize         length,
      gboolean      is_end,
      GString      *text)
{
  const char *bytes = self->bytes;

  if (self->encoding == ENCODING_OTHER)
    {
      *taken += take_other (self, bytes + *taken, length - *taken, is_end, text);
    }
  else if (self->encoding == ENCODING_UTF8)
    {
      *taken += take_utf8 (self, bytes + *taken, length - *taken, text);
      *taken += take_told (self, bytes + *taken, length - *taken, is_end, text);
    }
  else
    {
      *taken += take_utf16 (self, bytes + *taken, length - *taken, text);
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
  self->n_carried = 0;
  taken = self->has_begun ? 0 : begin (self, length);
  take (self, &taken, length, n == 0, text);
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

/**
 * sc_text_source_get_encoding:
 * @self: a source
 *
 * Returns: (transfer none): how its letters are written, as far as it was read
 */
const char *
sc_text_source_get_encoding (const ScTextSource *self)
{
  return self->name;
}
