/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes JSON piece by piece, a member a line, for exports and for the command line. */

#include "files/sc-json-writer.h"

#include <math.h>

struct _ScJsonWriter
{
  GString *text;
  /* For each level: its closing bracket. */
  GString *open;
  /* Whether the level has something in it already. */
  gboolean has_item;
};

/**
 * sc_json_writer_new:
 *
 * Returns: (transfer full): a writer at the start of a document
 */
ScJsonWriter *
sc_json_writer_new (void)
{
  ScJsonWriter *self = g_new0 (ScJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->open = g_string_new (NULL);

  return self;
}

/**
 * sc_json_writer_free:
 * @self: (transfer full): a writer
 */
void
sc_json_writer_free (ScJsonWriter *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->open, TRUE);
  g_free (self);
}

static void
break_line (ScJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (gsize i = 0; i < self->open->len; i++)
    g_string_append (self->text, "  ");
}

static void
append_text (GString    *text,
             const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
        break;

      case '\n':
        g_string_append (text, "\\n");
        break;

      case '\r':
        g_string_append (text, "\\r");
        break;

      case '\t':
        g_string_append (text, "\\t");
        break;

      default:
        if ((guchar) * p < 0x20 || *p == 0x7f)
          g_string_append_printf (text, "\\u%04x", (guint) * p);
        else
          g_string_append_c (text, *p);
      }
  g_string_append_c (text, '"');
}

static void
begin_item (ScJsonWriter *self,
            const char   *name)
{
  if (self->has_item)
    g_string_append_c (self->text, ',');
  if (self->open->len > 0)
    break_line (self);
  if (name != NULL)
    {
      append_text (self->text, name);
      g_string_append (self->text, ": ");
    }
  self->has_item = TRUE;
}

static void
begin (ScJsonWriter *self,
       const char   *name,
       char          opening,
       char          closing)
{
  begin_item (self, name);
  g_string_append_c (self->text, opening);
  g_string_append_c (self->open, closing);
  self->has_item = FALSE;
}

/**
 * sc_json_writer_begin_object:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array and at the top
 */
void
sc_json_writer_begin_object (ScJsonWriter *self,
                             const char   *name)
{
  begin (self, name, '{', '}');
}

/**
 * sc_json_writer_begin_array:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array and at the top
 */
void
sc_json_writer_begin_array (ScJsonWriter *self,
                            const char   *name)
{
  begin (self, name, '[', ']');
}

/**
 * sc_json_writer_end:
 * @self: a writer
 *
 * Ends the object or array that was begun last.
 */
void
sc_json_writer_end (ScJsonWriter *self)
{
  char closing;

  g_return_if_fail (self->open->len > 0);

  closing = self->open->str[self->open->len - 1];
  g_string_truncate (self->open, self->open->len - 1);
  if (self->has_item)
    break_line (self);
  g_string_append_c (self->text, closing);
  self->has_item = TRUE;
}

/**
 * sc_json_writer_add_text:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: (nullable): text, or %NULL for null
 */
void
sc_json_writer_add_text (ScJsonWriter *self,
                         const char   *name,
                         const char   *value)
{
  begin_item (self, name);
  if (value != NULL)
    append_text (self->text, value);
  else
    g_string_append (self->text, "null");
}

/**
 * sc_json_writer_add_int:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: a whole number
 */
void
sc_json_writer_add_int (ScJsonWriter *self,
                        const char   *name,
                        gint64        value)
{
  begin_item (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * sc_json_writer_add_number:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: a number
 */
void
sc_json_writer_add_number (ScJsonWriter *self,
                           const char   *name,
                           double        value)
{
  g_autofree char *number = sc_number_to_string (value);

  begin_item (self, name);
  g_string_append (self->text, number);
}

/**
 * sc_json_writer_add_bool:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: whether it is so
 */
void
sc_json_writer_add_bool (ScJsonWriter *self,
                         const char   *name,
                         gboolean      value)
{
  begin_item (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * sc_json_writer_add_null:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 */
void
sc_json_writer_add_null (ScJsonWriter *self,
                         const char   *name)
{
  sc_json_writer_add_text (self, name, NULL);
}

/**
 * sc_json_writer_add_texts:
 * @self: a writer
 * @name: (nullable): the member's name, %NULL in an array
 * @values: texts
 */
void
sc_json_writer_add_texts (ScJsonWriter      *self,
                          const char        *name,
                          const char *const *values)
{
  sc_json_writer_begin_array (self, name);
  for (guint i = 0; values[i] != NULL; i++)
    sc_json_writer_add_text (self, NULL, values[i]);
  sc_json_writer_end (self);
}

/**
 * sc_json_writer_get_text:
 * @self: a writer
 *
 * What was written so far. It may be put out and emptied in between, so that
 * a long document is never held whole.
 *
 * Returns: (transfer none): the text
 */
GString *
sc_json_writer_get_text (ScJsonWriter *self)
{
  return self->text;
}

/**
 * sc_json_writer_finish:
 * @self: a writer that has ended all it began
 *
 * Returns: (transfer full): what was written and not put out yet, with a line
 *   end
 */
char *
sc_json_writer_finish (ScJsonWriter *self)
{
  char *text;

  g_return_val_if_fail (self->open->len == 0, NULL);

  g_string_append_c (self->text, '\n');
  text = g_strdup (self->text->str);
  g_string_truncate (self->text, 0);

  return text;
}

/**
 * sc_number_to_string:
 * @number: a number
 *
 * Returns: (transfer full): the shortest text with a decimal point that reads
 *   as exactly this number
 */
char *
sc_number_to_string (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* The shortest text of 10 would be 1e+01. */
  if (fabs (number) < 1e15 && number == floor (number))
    return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.0f", number));

  for (guint digits = 1; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%ug", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }

  return g_strdup (buffer);
}
