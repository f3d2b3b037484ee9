/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and other texts as programs write them, with spaces that nobody sees. */

#include "model/sc-name.h"

#include <string.h>

static gboolean
is_space (const char *p)
{
  return (guchar) * p < 0x80 ? g_ascii_isspace (*p) : g_unichar_isspace (g_utf8_get_char (p));
}

/**
 * sc_text_strip:
 * @text: a text
 *
 * Takes the spaces off both ends, of any width.
 *
 * Returns: (transfer none): @text
 */
char *
sc_text_strip (char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (*start != '\0' && is_space (start))
    start = g_utf8_next_char (start);
  while (end > start && is_space (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);

  if (start > text)
    memmove (text, start, (gsize) (end - start));
  text[end - start] = '\0';

  return text;
}

/**
 * sc_text_is_blank:
 * @text: a text
 *
 * Returns: whether there is nothing in it that people see: only spaces, of any width
 *   or none
 */
gboolean
sc_text_is_blank (const char *text)
{
  while (*text != '\0' && (is_space (text) || g_unichar_iszerowidth (g_utf8_get_char (text))))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

/* Characters without a width, which come along when a name is copied. */
static gboolean
is_nothing (gunichar c)
{
  return c == 0x200b || c == 0x2060 || c == 0xfeff;
}

/**
 * sc_text_has_letter:
 * @text: a text
 *
 * Returns: whether one of its characters is a letter, of whatever script
 */
gboolean
sc_text_has_letter (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/**
 * sc_name_squeeze:
 * @name: a name
 *
 * Returns: (transfer full): @name without spaces around it, and with one plain
 *   space wherever any stand inside
 */
char *
sc_name_squeeze (const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_space = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_nothing (c))
        continue;
      if (g_unichar_isspace (c))
        {
          has_space = text->len > 0;
          continue;
        }
      if (has_space)
        g_string_append_c (text, ' ');
      has_space = FALSE;
      g_string_append_unichar (text, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
