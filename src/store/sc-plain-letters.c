/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/sc-plain-letters.h"

/* Small letters are 32 behind their capitals, and ѐ to џ 80. */
static gunichar
fold_cyrillic (gunichar c)
{
  if (c < 0x0410)
    return c + 0x50;

  return c < 0x0430 ? c + 0x20 : c;
}

/* Quotation marks and dashes stay as they are. */
static gboolean
is_plain_sign (gunichar c)
{
  return c == 0x00ab || c == 0x00bb || c == 0x2013 || c == 0x2014;
}

static gboolean
fold (gunichar  c,
      gunichar *folded)
{
  if (c >= 0x0400 && c < 0x0460)
    *folded = fold_cyrillic (c);
  else if (is_plain_sign (c))
    *folded = c;
  else
    return FALSE;

  return TRUE;
}

/* How many bytes a letter has that may be plain; 0 for another. */
static guint
get_length (const char *at)
{
  guint length = (guchar) at[0] == 0xe2 ? 3 : 2;

  if (!((guchar) at[0] == 0xc2 || (guchar) at[0] == 0xd0 || (guchar) at[0] == 0xd1 || length == 3))
    return 0;
  for (guint i = 1; i < length; i++)
    if (((guchar) at[i] & 0xc0) != 0x80)
      return 0;

  return length;
}

/**
 * sc_plain_letters_fold:
 * @text: a text
 * @folded: where to append it without case
 *
 * Returns: whether @text has plain letters only; if not, nothing is appended
 */
gboolean
sc_plain_letters_fold (const char *text,
                       GString    *folded)
{
  gsize start = folded->len;

  /* A letter without case is as long as it was. */
  g_string_append (folded, text);
  for (char *at = folded->str + start; *at != '\0';)
    {
      guint length = (guchar) * at < 0x80 ? 1 : get_length (at);
      gunichar c;

      if (length == 1)
        *at = g_ascii_tolower (*at);
      else if (length > 1 && fold (g_utf8_get_char (at), &c))
        g_unichar_to_utf8 (c, at);
      else
        {
          g_string_truncate (folded, start);
          return FALSE;
        }
      at += length;
    }

  return TRUE;
}
