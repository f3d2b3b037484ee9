/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stack of elements, and texts and attributes that are escaped. What XML 1.0 has no way
 * to write (2.2) is left out, also of HTML. */

#include "document/sc-markup.h"

/* So much is written at a time. */
#define PIECE_BYTES (64 * 1024)

struct _ScMarkup {
  ScOutput *output; /* (nullable): where the text is written to as it grows */
  GString *text;
  GPtrArray *open; /* names of elements, outermost first */
};

/**
 * sc_markup_new:
 * @prologue: (nullable): what stands before the first element
 *
 * Returns: (transfer full): a writer
 */
ScMarkup *
sc_markup_new (const char *prologue)
{
  ScMarkup *self = g_new0 (ScMarkup, 1);

  self->text = g_string_new (prologue);
  self->open = g_ptr_array_new ();

  return self;
}

/**
 * sc_markup_new_for:
 * @output: where it is written to; sc_markup_put_out() writes the last of it
 * @prologue: (nullable): what stands before the first element
 *
 * Returns: (transfer full): a writer
 */
ScMarkup *
sc_markup_new_for (ScOutput   *output,
                   const char *prologue)
{
  ScMarkup *self = sc_markup_new (prologue);

  self->output = output;

  return self;
}

/**
 * sc_markup_free:
 * @self: (transfer full): a writer
 */
void
sc_markup_free (ScMarkup *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->open);
  g_free (self);
}

/**
 * sc_is_writable:
 * @c: a character
 *
 * Returns: whether XML can hold it
 */
gboolean
sc_is_writable (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff);
}

/**
 * sc_text_to_writable:
 * @text: a text
 *
 * Returns: (transfer full): @text without what XML can't hold
 */
char *
sc_text_to_writable (const char *text)
{
  GString *writable = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (sc_is_writable (g_utf8_get_char (p)))
      g_string_append_len (writable, p, g_utf8_next_char (p) - p);

  return g_string_free (writable, FALSE);
}

static void
append_escaped (GString    *markup,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (*p)
      {
      case '&':
        g_string_append (markup, "&amp;");
        break;

      case '<':
        g_string_append (markup, "&lt;");
        break;

      case '>':
        g_string_append (markup, "&gt;");
        break;

      case '"':
        g_string_append (markup, "&quot;");
        break;

      default:
        if (sc_is_writable (g_utf8_get_char (p)))
          g_string_append_len (markup, p, g_utf8_next_char (p) - p);
      }
}

static void
grow (ScMarkup *self)
{
  if (self->output != NULL && self->text->len >= PIECE_BYTES)
    sc_output_put_out (self->output, self->text);
}

static void
begin (ScMarkup   *self,
       const char *name,
       va_list     attributes)
{
  const char *attribute;

  g_string_append_c (self->text, '<');
  g_string_append (self->text, name);
  while ((attribute = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value == NULL)
        continue;
      g_string_append_c (self->text, ' ');
      g_string_append (self->text, attribute);
      g_string_append (self->text, "=\"");
      append_escaped (self->text, value);
      g_string_append_c (self->text, '"');
    }
}

/**
 * sc_markup_open:
 * @self: a writer
 * @name: an element's name, which stays where it is until the element is closed
 * @...: names and values of its attributes, then %NULL
 *
 * An attribute whose value is %NULL is left out.
 */
void
sc_markup_open (ScMarkup   *self,
                const char *name,
                ...)
{
  va_list attributes;

  va_start (attributes, name);
  begin (self, name, attributes);
  va_end (attributes);
  g_string_append_c (self->text, '>');
  g_ptr_array_add (self->open, (gpointer) name);
}

/**
 * sc_markup_close:
 * @self: a writer
 *
 * Closes the element that was opened last.
 */
void
sc_markup_close (ScMarkup *self)
{
  g_return_if_fail (self->open->len > 0);

  g_string_append_printf (self->text, "</%s>", (const char *) self->open->pdata[self->open->len - 1]);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  grow (self);
}

/**
 * sc_markup_add_empty:
 * @self: a writer
 * @name: an element's name
 * @...: names and values of its attributes, then %NULL
 */
void
sc_markup_add_empty (ScMarkup   *self,
                     const char *name,
                     ...)
{
  va_list attributes;

  va_start (attributes, name);
  begin (self, name, attributes);
  va_end (attributes);
  g_string_append (self->text, "/>");
  grow (self);
}

/**
 * sc_markup_add_text:
 * @self: a writer
 * @text: what stands in the element that is open
 */
void
sc_markup_add_text (ScMarkup   *self,
                    const char *text)
{
  append_escaped (self->text, text);
}

/**
 * sc_markup_add_element:
 * @self: a writer
 * @name: an element's name
 * @text: the text in it
 * @...: names and values of its attributes, then %NULL
 */
void
sc_markup_add_element (ScMarkup   *self,
                       const char *name,
                       const char *text,
                       ...)
{
  va_list attributes;

  va_start (attributes, text);
  begin (self, name, attributes);
  va_end (attributes);
  g_string_append_c (self->text, '>');
  append_escaped (self->text, text);
  g_string_append_printf (self->text, "</%s>", name);
  grow (self);
}

/**
 * sc_markup_add_ready:
 * @self: a writer
 * @markup: elements that are written already, by ourselves
 */
void
sc_markup_add_ready (ScMarkup   *self,
                     const char *markup)
{
  g_string_append (self->text, markup);
  grow (self);
}

/**
 * sc_markup_finish:
 * @self: a writer that has closed all that it opened
 *
 * Returns: (transfer full): what was written; the writer is empty behind this
 */
GBytes *
sc_markup_finish (ScMarkup *self)
{
  GString *text = self->text;

  g_return_val_if_fail (self->open->len == 0, NULL);

  self->text = g_string_new (NULL);

  return g_string_free_to_bytes (text);
}

/**
 * sc_markup_put_out:
 * @self: a writer of an output
 *
 * Writes what was not written to it yet.
 */
void
sc_markup_put_out (ScMarkup *self)
{
  sc_output_put_out (self->output, self->text);
}
