/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names come from files and from other people's hands. A terminal obeys the
 * control characters in a text, and writes what follows one that sets the
 * direction the other way round, so neither may reach it
 * (https://trojansource.codes, CWE-150). */

#include "cli/sc-cli-text.h"

#define REPLACEMENT 0xFFFD

/* Those of the Bidi_Control property: marks, embeddings, overrides, isolates. */
static gboolean
sets_direction (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gunichar
replace (gunichar c)
{
  if (c == '\n' || c == '\t' || c == '\r')
    return ' ';

  return g_unichar_iscntrl (c) ? REPLACEMENT : c;
}

/**
 * sc_cli_text_make_safe:
 * @text: a text, which may be anything
 *
 * Tabs and line ends become spaces. Other control characters (C0, C1), and
 * bytes that are no UTF-8, become U+FFFD, so that one sees that there was
 * something. What sets the direction of writing, which amounts have in some
 * locales, is left out.
 *
 * Returns: (transfer full): the text as it may be printed
 */
char *
sc_cli_text_make_safe (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *safe = g_string_sized_new (64);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (!sets_direction (g_utf8_get_char (p)))
      g_string_append_unichar (safe, replace (g_utf8_get_char (p)));

  return g_string_free (safe, FALSE);
}
