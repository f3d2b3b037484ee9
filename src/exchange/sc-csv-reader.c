/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a table as RFC 4180 has it, row by row, for imports. */

#include "exchange/sc-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-csv-delimiter.h"
#include "exchange/sc-csv-line.h"
#include "exchange/sc-exchange-error.h"
#include "exchange/sc-limits.h"

struct _ScCsvReader
{
  ScTextSource *source;
  char *name;
  char delimiter;

  /* Text that was read, and how far it is parsed. */
  GString *text;
  gsize pos;

  /* The line that is parsed, where in the text it starts, and how many
   * characters of it were in front of that. */
  guint line;
  gsize line_start;
  gulong n_before;

  /* Where a quoted field begins that is being read, for as long as it may turn out
   * not to be one; and its line. */
  gboolean is_marked;
  gsize mark;
  guint mark_line;

  /* The row: its fields one behind the other, each with a zero behind it; and what
   * is wrong with it, and in which field. */
  GString *row;
  GArray *starts;
  guint row_line;
  char *fault;
  guint fault_field;
};

static gboolean
fail (ScCsvReader    *self,
      ScExchangeError code,
      GError        **error,
      const char     *sentence)
{
  gulong column = self->n_before + (gulong) g_utf8_strlen (self->text->str + self->line_start,
                                                           (gssize) (self->pos - self->line_start)) + 1;

  g_set_error (error, SC_EXCHANGE_ERROR, (int) code,
               /* Translators: a file's name, a line's number, a column's number, a sentence on what is wrong there. */
               _("%1$s: Line %2$u, column %3$lu: %4$s"), self->name, self->line, column, sentence);

  return FALSE;
}

/* Makes room for what comes next, keeping count of where one is. */
static void
drop_parsed (ScCsvReader *self)
{
  gsize n_bytes = self->is_marked ? self->mark : self->pos;

  if (n_bytes > self->line_start)
    {
      self->n_before += (gulong) g_utf8_strlen (self->text->str + self->line_start, (gssize) (n_bytes - self->line_start));
      self->line_start = n_bytes;
    }
  g_string_erase (self->text, 0, (gssize) n_bytes);
  self->pos -= n_bytes;
  self->line_start -= n_bytes;
  self->mark = 0;
}

static gboolean
fail_encoded (ScCsvReader *self,
              GError     **error)
{
  g_autofree char *sentence = g_strdup_printf (_("This is not text in %s."), sc_text_source_get_encoding (self->source));

  return fail (self, SC_EXCHANGE_ERROR_ENCODING, error, sentence);
}

/* Whether there is more to parse; FALSE at the end, and with @error set where
 * what follows is no text. */
static gboolean
has_more (ScCsvReader *self,
          GError     **error)
{
  while (self->pos == self->text->len)
    {
      switch (sc_text_source_get_state (self->source))
        {
        case SC_TEXT_END:
          return FALSE;

        case SC_TEXT_NOT_UTF8:
          return fail (self, SC_EXCHANGE_ERROR_INVALID, error,
                       _("This is not UTF-8 text. Save the table as “CSV UTF-8” and import that."));

        case SC_TEXT_UNTOLD:
          return fail (self, SC_EXCHANGE_ERROR_ENCODING, error,
                       _("This is not UTF-8, and in which other encoding it is written can’t be told. “--encoding NAME” says it, such "
                         "as windows-1251 or IBM866."));

        case SC_TEXT_NOT_ENCODED:
          return fail_encoded (self, error);

        case SC_TEXT_BINARY:
          return fail (self, SC_EXCHANGE_ERROR_INVALID, error, _("This is not text, so the file is not a table."));

        case SC_TEXT_MORE:
        default:
          drop_parsed (self);
          if (!sc_text_source_read (self->source, self->text, error))
            return FALSE;
        }
    }

  return TRUE;
}

static void
next_line (ScCsvReader *self)
{
  self->line++;
  self->line_start = self->pos;
  self->n_before = 0;
}

static gsize
get_field_length (const ScCsvReader *self)
{
  return self->row->len - g_array_index (self->starts, gsize, self->starts->len - 1);
}

static gboolean
append (ScCsvReader *self,
        gsize        end,
        GError     **error)
{
  g_string_append_len (self->row, self->text->str + self->pos, (gssize) (end - self->pos));
  self->pos = end;

  return get_field_length (self) <= SC_MAX_FIELD_BYTES ||
         fail (self, SC_EXCHANGE_ERROR_TOO_LARGE, error, _("A field is longer than 1 MiB. Perhaps a quotation mark is missing."));
}

/* In a quoted field, up to the next quotation mark or the end of the text. */
static void
append_quoted (ScCsvReader *self)
{
  const char *text = self->text->str;
  const char *quote = memchr (text + self->pos, '"', self->text->len - self->pos);
  gsize end = quote != NULL ? (gsize) (quote - text) : self->text->len;
  const char *newline;

  g_string_append_len (self->row, text + self->pos, (gssize) (end - self->pos));
  while ((newline = memchr (text + self->pos, '\n', end - self->pos)) != NULL)
    {
      self->pos = (gsize) (newline - text) + 1;
      next_line (self);
    }
  self->pos = end;
}

/* Two of them stand for one. */
static void
append_quoted_mark (ScCsvReader *self)
{
  g_string_append_c (self->row, '"');
  self->pos++;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static gboolean
is_field_end (const ScCsvReader *self)
{
  char c = self->text->str[self->pos];

  return c == self->delimiter || is_line_end (c);
}

/* What is wrong first is told. */
static void
find_fault (ScCsvReader *self,
            char        *sentence)
{
  if (self->fault != NULL)
    {
      g_free (sentence);
      return;
    }

  self->fault = sentence;
  self->fault_field = self->starts->len - 1;
}

/* A quoted field that ends in a later line where it can't, or nowhere, is one whose
 * second quotation mark is missing: its row is over where that line is, and what
 * follows are rows again. Looking for the end costs at most as much as a field may
 * hold, and no quotation mark is passed over twice.
 *
 * Returns: whether there is such a line */
static gboolean
go_back (ScCsvReader *self)
{
  const char *text = self->text->str;
  gsize pos = self->mark;

  while (pos < self->pos && !is_line_end (text[pos]))
    pos++;
  if (pos == self->pos)
    return FALSE;

  g_string_truncate (self->row, g_array_index (self->starts, gsize, self->starts->len - 1));
  g_string_append_len (self->row, text + self->mark, (gssize) (pos - self->mark));
  self->pos = self->line_start = pos;
  self->line = self->mark_line;

  return TRUE;
}

static gboolean
read_plain (ScCsvReader *self,
            GError     **error)
{
  GError *own_error = NULL;

  while (has_more (self, &own_error))
    {
      const char *text = self->text->str;
      gsize end = self->pos;

      for (; end < self->text->len && text[end] != self->delimiter && !is_line_end (text[end]); end++)
        if (text[end] == '"')
          find_fault (self, g_strdup (_("A quotation mark stands inside a field that does not begin with one.")));
      if (!append (self, end, error))
        return FALSE;
      if (end < self->text->len)
        return TRUE;
    }

  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, own_error);

  return FALSE;
}

/* Up to behind the second quotation mark, to the table's end, or as far as a field
 * can be long. */
static gboolean
find_second_quote (ScCsvReader *self,
                   gboolean    *is_found,
                   GError     **error)
{
  GError *own_error = NULL;

  *is_found = FALSE;
  self->pos++;
  while (!*is_found && get_field_length (self) <= SC_MAX_FIELD_BYTES && has_more (self, &own_error))
    {
      append_quoted (self);
      if (self->pos == self->text->len)
        continue;

      self->pos++;
      if (!has_more (self, &own_error) || self->text->str[self->pos] != '"')
        *is_found = TRUE;
      else
        append_quoted_mark (self);
    }

  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, own_error);

  return FALSE;
}

static gboolean
read_quoted (ScCsvReader *self,
             GError     **error)
{
  gboolean is_found, has_gone_back;

  self->is_marked = TRUE;
  self->mark = self->pos;
  self->mark_line = self->line;
  if (!find_second_quote (self, &is_found, error))
    return FALSE;

  if (is_found && (self->pos == self->text->len || is_field_end (self)))
    {
      self->is_marked = FALSE;
      return append (self, self->pos, error);
    }

  has_gone_back = go_back (self);
  self->is_marked = FALSE;
  if (!has_gone_back && is_found)
    {
      find_fault (self, g_strdup (_("Something stands behind a closing quotation mark. One inside a field has to be doubled.")));
      return read_plain (self, error);
    }

  find_fault (self, g_strdup_printf (_("The quotation mark that opened in line %u has no second one."), self->mark_line));

  return has_gone_back || append (self, self->pos, error);
}

static gboolean
begin_field (ScCsvReader *self,
             GError     **error)
{
  if (self->starts->len > 0)
    g_string_append_c (self->row, '\0');
  if (self->starts->len == SC_CSV_MAX_COLUMNS)
    return fail (self, SC_EXCHANGE_ERROR_TOO_LARGE, error, _("The row has more columns than a table can have."));

  g_array_append_val (self->starts, self->row->len);

  return TRUE;
}

/* Past the end of the row's line. */
static gboolean
end_row (ScCsvReader *self,
         GError     **error)
{
  GError *own_error = NULL;

  if (self->pos == self->text->len)
    return TRUE;

  if (self->text->str[self->pos++] == '\r' && has_more (self, &own_error) && self->text->str[self->pos] == '\n')
    self->pos++;
  next_line (self);
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, own_error);

  return FALSE;
}

static gboolean
read_row (ScCsvReader *self,
          GError     **error)
{
  GError *own_error = NULL;
  gsize n_bytes;

  g_string_truncate (self->row, 0);
  g_array_set_size (self->starts, 0);
  g_clear_pointer (&self->fault, g_free);
  self->is_marked = FALSE;
  self->row_line = self->line;
  n_bytes = sc_csv_cut_line (self->text->str + self->pos, self->text->len - self->pos, self->delimiter, self->row, self->starts);
  self->pos += n_bytes;
  if (n_bytes > 0)
    {
      next_line (self);
      return TRUE;
    }

  while (begin_field (self, error))
    {
      gboolean is_quoted = has_more (self, &own_error) && self->text->str[self->pos] == '"';

      if (own_error != NULL)
        {
          g_propagate_error (error, own_error);
          return FALSE;
        }
      if (!(is_quoted ? read_quoted (self, error) : read_plain (self, error)))
        return FALSE;
      if (self->pos == self->text->len || self->text->str[self->pos] != self->delimiter)
        return end_row (self, error);
      self->pos++;
    }

  return FALSE;
}

/**
 * sc_csv_reader_next:
 * @self: a reader
 * @error: of %SC_EXCHANGE_ERROR, with line and column
 *
 * Reads the next row that has anything in it. Where its quotation marks are wrong
 * sc_csv_reader_get_fault() says so, and the next one follows all the same.
 *
 * Returns: whether there is one; %FALSE at the end, and with @error set where
 *   the table is wrong
 */
gboolean
sc_csv_reader_next (ScCsvReader *self,
                    GError     **error)
{
  GError *own_error = NULL;

  while (has_more (self, &own_error))
    {
      if (!read_row (self, error))
        return FALSE;
      if (self->starts->len > 1 || self->row->len > 0 || self->fault != NULL)
        return TRUE;
    }

  if (own_error != NULL)
    g_propagate_error (error, own_error);

  return FALSE;
}

/**
 * sc_csv_reader_read_headers:
 * @self: a reader in front of the table's first row
 * @error: of %SC_EXCHANGE_ERROR
 *
 * Reads the first row, without which the others say nothing.
 *
 * Returns: whether there is one; %FALSE at the end, and with @error set where the
 *   table is wrong
 */
gboolean
sc_csv_reader_read_headers (ScCsvReader *self,
                            GError     **error)
{
  if (!sc_csv_reader_next (self, error))
    return FALSE;

  if (self->fault != NULL)
    g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_INVALID,
                 /* Translators: a file's name, a line's number, a sentence on what is wrong there. */
                 _("%1$s: Line %2$u: %3$s"), self->name, self->row_line, self->fault);

  return self->fault == NULL;
}

/**
 * sc_csv_reader_get_fault:
 * @self: a reader
 * @field: (out): the field at fault, from 0
 *
 * Returns: (transfer none) (nullable): why the row can't be read, a sentence, or %NULL
 */
const char *
sc_csv_reader_get_fault (const ScCsvReader *self,
                         guint             *field)
{
  *field = self->fault_field;

  return self->fault;
}

/**
 * sc_csv_reader_open:
 * @path: a file
 * @encoding: how its letters are written; empty where the table is to tell it
 * @error: of %SC_EXCHANGE_ERROR or %SC_FILES_ERROR
 *
 * Returns: (transfer full): a reader in front of the table's first row
 */
ScCsvReader *
sc_csv_reader_open (const char *path,
                    const char *encoding,
                    GError    **error)
{
  g_autoptr (ScTextSource) source = sc_text_source_open (path, encoding, error);
  g_autoptr (ScCsvReader) self = NULL;

  if (source == NULL)
    return NULL;

  self = g_new0 (ScCsvReader, 1);
  self->source = g_steal_pointer (&source);
  self->name = g_filename_display_name (path);
  self->text = g_string_new (NULL);
  self->line = 1;
  self->row = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (!sc_text_source_read (self->source, self->text, error))
    return NULL;

  self->pos = sc_csv_delimiter_find (self->text->str, &self->delimiter);
  if (self->pos > 0)
    next_line (self);

  return g_steal_pointer (&self);
}

/**
 * sc_csv_reader_free:
 * @self: (transfer full): a reader
 */
void
sc_csv_reader_free (ScCsvReader *self)
{
  sc_text_source_free (self->source);
  g_string_free (self->text, TRUE);
  g_string_free (self->row, TRUE);
  g_array_unref (self->starts);
  g_free (self->fault);
  g_free (self->name);
  g_free (self);
}

/**
 * sc_csv_reader_get_n_fields:
 * @self: a reader
 *
 * Returns: how many fields the row has
 */
guint
sc_csv_reader_get_n_fields (const ScCsvReader *self)
{
  return self->starts->len;
}

/**
 * sc_csv_reader_get_field:
 * @self: a reader
 * @index: a field of the row, from 0
 *
 * Returns: (transfer none): its text, which may be changed, until the next row
 *   is read
 */
char *
sc_csv_reader_get_field (ScCsvReader *self,
                         guint        index)
{
  return self->row->str + g_array_index (self->starts, gsize, index);
}

/**
 * sc_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line that the row begins in, from 1
 */
guint
sc_csv_reader_get_line (const ScCsvReader *self)
{
  return self->row_line;
}

/**
 * sc_csv_reader_get_delimiter:
 * @self: a reader
 *
 * Returns: what stands between the fields
 */
char
sc_csv_reader_get_delimiter (const ScCsvReader *self)
{
  return self->delimiter;
}

/**
 * sc_csv_reader_get_encoding:
 * @self: a reader
 *
 * Returns: (transfer none): how the table's letters are written, as far as it was
 *   read
 */
const char *
sc_csv_reader_get_encoding (const ScCsvReader *self)
{
  return sc_text_source_get_encoding (self->source);
}

/**
 * sc_csv_reader_get_progress:
 * @self: a reader
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
sc_csv_reader_get_progress (const ScCsvReader *self)
{
  goffset size = sc_text_source_get_size (self->source);

  return size > 0 ? MIN ((double) sc_text_source_get_offset (self->source) / (double) size, 1) : 0;
}
