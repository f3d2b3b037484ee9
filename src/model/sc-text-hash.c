/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a number of a text eight bytes at a time: an import looks up ten texts a row, and
 * what GLib has goes through a name in Russian for as long as all else takes that the name
 * needs. */

#include "model/sc-text-hash.h"

#include <string.h>

/* Odd, and without a pattern. */
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
mix (guint64 number,
     guint64 eight)
{
  number = (number ^ eight) * FACTOR;

  return number ^ number >> 32;
}

/**
 * sc_text_hash_long:
 * @text: a text
 *
 * Returns: a number that another text of millions has hardly ever
 */
guint64
sc_text_hash_long (const char *text)
{
  gsize length = strlen (text);
  guint64 number = mix (length, FACTOR);
  guint64 eight;

  for (; length >= sizeof eight; text += sizeof eight, length -= sizeof eight)
    {
      memcpy (&eight, text, sizeof eight);
      number = mix (number, eight);
    }
  eight = 0;
  memcpy (&eight, text, length);

  return mix (mix (number, eight), FACTOR);
}

/**
 * sc_text_hash:
 * @text: a text
 *
 * As g_str_hash(), in less time.
 *
 * Returns: a number for @text
 */
guint
sc_text_hash (gconstpointer text)
{
  return (guint) sc_text_hash_long (text);
}
