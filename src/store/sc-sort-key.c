/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys that sort as bytes do, and between any two of which there is another.
 * A key is an integer and a fraction, in digits of base 62. The integer's
 * first letter says how long it is (a: one digit, b: two …; Z, Y … the same
 * below zero), so that adding at an end counts on and keys stay short; only
 * what goes between two neighbours makes a fraction. Keys that all get the same
 * integer in front keep their order. */

#include "store/sc-sort-key.h"

#include <string.h>

#define BASE 62

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static int
get_digit (char letter)
{
  if (g_ascii_isdigit (letter))
    return letter - '0';
  if (g_ascii_isupper (letter))
    return letter - 'A' + 10;

  return letter - 'a' + 36;
}

/* Length of the integer with its first letter; 0 where there is none. */
static gsize
get_integer_length (const char *key)
{
  gsize length;

  if (g_ascii_islower (key[0]))
    length = key[0] - 'a' + 2;
  else if (g_ascii_isupper (key[0]))
    length = 'Z' - key[0] + 2;
  else
    return 0;

  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (key[i]))
      return 0;

  return length;
}

static char *
make_integer (char head,
              char digit)
{
  gsize length = g_ascii_islower (head) ? head - 'a' + 2 : 'Z' - head + 2;
  char *key = g_malloc (length + 1);

  memset (key, digit, length);
  key[0] = head;
  key[length] = '\0';

  return key;
}

/* The next integer, or the one before; NULL beyond the last. */
static char *
step_integer (const char *key,
              gsize       length,
              gboolean    is_up)
{
  g_autofree char *next = g_strndup (key, length);

  for (gsize i = length - 1; i > 0; i--)
    {
      int digit = get_digit (next[i]) + (is_up ? 1 : -1);

      if (digit >= 0 && digit < BASE)
        {
          next[i] = digits[digit];
          return g_steal_pointer (&next);
        }
      next[i] = is_up ? digits[0] : digits[BASE - 1];
    }

  if (key[0] == (is_up ? 'z' : 'A'))
    return NULL;
  if (is_up)
    return make_integer (key[0] == 'Z' ? 'a' : key[0] + 1, digits[0]);

  return make_integer (key[0] == 'a' ? 'Z' : key[0] - 1, digits[BASE - 1]);
}

/* Nothing fits between a fraction and the same with noughts behind it, so such
 * a one is never made. */
static gboolean
has_digits (const char *fraction)
{
  return fraction[strspn (fraction, "0")] != '\0';
}

/* A fraction between two, of which the second may be NULL: one. */
static void
append_middle (GString    *key,
               const char *a,
               const char *b)
{
  for (;;)
    {
      int low = *a != '\0' ? get_digit (*a) : 0;
      int high = b != NULL && *b != '\0' ? get_digit (*b) : BASE;

      if (high - low > 1)
        {
          g_string_append_c (key, digits[(low + high + 1) / 2]);
          return;
        }
      if (high > low && b != NULL && *b != '\0' && has_digits (b + 1))
        {
          g_string_append_c (key, *b);
          return;
        }

      g_string_append_c (key, digits[low]);
      if (high > low)
        b = NULL;
      else
        b++;
      if (*a != '\0')
        a++;
    }
}

static char *
make_middle (const char *integer,
             gsize       length,
             const char *a,
             const char *b)
{
  GString *key = g_string_new_len (integer, length);

  append_middle (key, a, b);

  return g_string_free (key, FALSE);
}

static char *
make_before (const char *after,
             gsize       length)
{
  g_autofree char *previous = NULL;

  if (after[length] != '\0')
    return g_strndup (after, length);

  previous = step_integer (after, length, FALSE);
  if (previous != NULL)
    return g_steal_pointer (&previous);

  return make_middle (after, length, "", after + length);
}

static char *
make_after (const char *before,
            gsize       length,
            const char *after)
{
  g_autofree char *next = step_integer (before, length, TRUE);

  if (next != NULL && (after == NULL || strcmp (next, after) < 0))
    return g_steal_pointer (&next);

  return make_middle (before, length, before + length, NULL);
}

/**
 * sc_sort_key_is_valid:
 * @key: a text
 *
 * Returns: whether it is a key as this makes them
 */
gboolean
sc_sort_key_is_valid (const char *key)
{
  gsize length = get_integer_length (key);

  for (const char *at = key; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      return FALSE;

  return length > 0;
}

/**
 * sc_sort_key_between:
 * @before: (nullable): the key in front, %NULL for none
 * @after: (nullable): the key behind, %NULL for none
 *
 * Makes a key for what is placed between two others. Keys are compared as
 * bytes. A thing at an end gets the next short key; where the two are not in
 * order, the key is just behind @before.
 *
 * Returns: (transfer full): the key
 */
char *
sc_sort_key_between (const char *before,
                     const char *after)
{
  gsize before_length = before != NULL ? get_integer_length (before) : 0;
  gsize after_length = after != NULL ? get_integer_length (after) : 0;

  if (before_length == 0 && after_length == 0)
    return g_strdup ("a0");
  if (before_length == 0)
    return make_before (after, after_length);
  if (after_length == 0 || strcmp (before, after) >= 0)
    return make_after (before, before_length, NULL);
  if (before_length == after_length && strncmp (before, after, before_length) == 0)
    return make_middle (before, before_length, before + before_length, after + after_length);

  return make_after (before, before_length, after);
}
