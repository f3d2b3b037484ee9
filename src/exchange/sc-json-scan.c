/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at JSON before it is parsed: json-glib builds everything before one
 * can ask how deep or how large it is, takes more than RFC 8259 allows, and of
 * two members of one name only the last. So each word is checked here, and how
 * they stand together, with the line and column of the first that is wrong. */

#include "exchange/sc-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-exchange-error.h"
#include "exchange/sc-limits.h"

/* More than any process has: what is parsed takes memory many times its size. */
#define MAX_WORDS SC_MAX_ROWS

/* What may come next. */
typedef enum {
  NEXT_VALUE,
  NEXT_VALUE_OR_END,
  NEXT_NAME,
  NEXT_NAME_OR_END,
  NEXT_COLON,
  NEXT_COMMA_OR_END,
  NEXT_NOTHING,
} Next;

typedef struct {
  const char *data;
  const char *end;
  const char *p;
  Next next;
  guint n_words;
  guint depth;
  /* Of each level: how it ends, and the names of its members. */
  char closing[SC_MAX_LEVELS + 1];
  GHashTable *names[SC_MAX_LEVELS + 1];
} Scan;

static gboolean
fail (const Scan     *scan,
      const char     *at,
      ScExchangeError code,
      GError        **error,
      const char     *sentence)
{
  guint line = 1;
  const char *start = scan->data;

  for (const char *p = scan->data; p < at; p++)
    if (*p == '\n')
      {
        line++;
        start = p + 1;
      }

  g_set_error (error, SC_EXCHANGE_ERROR, (int) code,
               /* Translators: the %s is a sentence on what is wrong there. */
               _("Line %1$u, column %2$u: %3$s"), line, (guint) g_utf8_strlen (start, at - start) + 1, sentence);

  return FALSE;
}

static gboolean
check_encoding (Scan    *scan,
                GError **error)
{
  const char *bad;

  if (g_utf8_validate_len (scan->data, (gsize) (scan->end - scan->data), &bad))
    return TRUE;

  return fail (scan, bad, SC_EXCHANGE_ERROR_INVALID, error,
               *bad == '\0' ? _("This is not text.") : _("This is not UTF-8 text."));
}

/* The number behind “\u”, or -1. */
static int
skip_unit (Scan *scan)
{
  int unit = 0;

  for (guint i = 0; i < 4; i++, scan->p++)
    {
      if (scan->p == scan->end || !g_ascii_isxdigit (*scan->p))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (*scan->p);
    }

  return unit;
}

/* A character beyond U+FFFF is two units, one behind the other. */
static const char *
skip_character (Scan *scan)
{
  int unit = skip_unit (scan);

  if (unit >= 0xd800 && unit < 0xdc00 && scan->end - scan->p >= 2 && scan->p[0] == '\\' && scan->p[1] == 'u')
    {
      scan->p += 2;
      unit = skip_unit (scan);
      if (unit >= 0 && (unit < 0xdc00 || unit >= 0xe000))
        return _("This holds half a character.");
    }
  else if (unit >= 0xd800 && unit < 0xe000)
    {
      return _("This holds half a character.");
    }
  if (unit < 0)
    return _("“\\u” needs four hexadecimal digits.");

  return unit == 0 ? _("Text can’t hold a zero byte.") : NULL;
}

/* Behind the backslash; returns what is wrong, or %NULL. */
static const char *
skip_escape (Scan *scan)
{
  char c;

  if (scan->p == scan->end)
    return NULL;

  c = *scan->p;
  if (c != 'u' && strchr ("\"\\/bfnrt", c) == NULL)
    return _("A backslash stands in front of a letter that means nothing.");
  scan->p++;

  return c == 'u' ? skip_character (scan) : NULL;
}

static gboolean
skip_text (Scan    *scan,
           GError **error)
{
  const char *start = scan->p++;

  while (scan->p < scan->end && *scan->p != '"')
    {
      const char *at = scan->p++;

      if (*at == '\\')
        {
          const char *wrong = skip_escape (scan);

          if (wrong != NULL)
            return fail (scan, at, SC_EXCHANGE_ERROR_INVALID, error, wrong);
        }
      else if ((guchar) * at < 0x20)
        {
          return fail (scan, at, SC_EXCHANGE_ERROR_INVALID, error,
                       *at == '\n' || *at == '\r' ? _("A text does not end on its line.")
                                                  : _("A control character has to be written with a backslash."));
        }
      if (scan->p - start > SC_MAX_FIELD_BYTES)
        return fail (scan, start, SC_EXCHANGE_ERROR_TOO_LARGE, error, _("A text is longer than 1 MiB."));
    }

  if (scan->p >= scan->end)
    return fail (scan, start, SC_EXCHANGE_ERROR_INVALID, error, _("A text has no end."));
  scan->p++;

  return TRUE;
}

static gboolean
skip_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;

  return scan->p > start;
}

static gboolean
skip_char (Scan       *scan,
           const char *chars)
{
  if (scan->p == scan->end || strchr (chars, *scan->p) == NULL)
    return FALSE;

  scan->p++;

  return TRUE;
}

static gboolean
skip_number (Scan    *scan,
             GError **error)
{
  const char *start = scan->p;
  const char *digits;
  gboolean is_good;

  skip_char (scan, "-");
  digits = scan->p;
  is_good = skip_digits (scan) && (*digits != '0' || scan->p == digits + 1);
  if (is_good && skip_char (scan, "."))
    is_good = skip_digits (scan);
  if (is_good && skip_char (scan, "eE"))
    {
      skip_char (scan, "+-");
      is_good = skip_digits (scan);
    }
  if (!is_good || scan->p - start > 1000)
    return fail (scan, start, SC_EXCHANGE_ERROR_INVALID, error, _("This is not a number."));

  return TRUE;
}

static gboolean
skip_literal (Scan    *scan,
              GError **error)
{
  static const char *const literals[] = { "true", "false", "null" };
  gsize left = (gsize) (scan->end - scan->p);

  for (guint i = 0; i < G_N_ELEMENTS (literals); i++)
    {
      gsize length = strlen (literals[i]);

      if (left >= length && memcmp (scan->p, literals[i], length) == 0)
        {
          scan->p += length;
          return TRUE;
        }
    }

  return fail (scan, scan->p, SC_EXCHANGE_ERROR_INVALID, error, _("This is not JSON."));
}

static gboolean
is_value_next (const Scan *scan)
{
  return scan->next == NEXT_VALUE || scan->next == NEXT_VALUE_OR_END;
}

static gboolean
is_name_next (const Scan *scan)
{
  return scan->next == NEXT_NAME || scan->next == NEXT_NAME_OR_END;
}

static gboolean
is_end_next (const Scan *scan)
{
  return scan->next == NEXT_VALUE_OR_END || scan->next == NEXT_NAME_OR_END || scan->next == NEXT_COMMA_OR_END;
}

/* Whether the word that is there may stand there. */
static gboolean
fits (const Scan *scan)
{
  switch (*scan->p)
    {
    case '}':
    case ']':
      return is_end_next (scan) && scan->closing[scan->depth] == *scan->p;

    case ':':
      return scan->next == NEXT_COLON;

    case ',':
      return scan->next == NEXT_COMMA_OR_END && scan->depth > 0;

    case '"':
      return is_value_next (scan) || is_name_next (scan);

    default:
      return is_value_next (scan);
    }
}

static void
end_value (Scan *scan)
{
  scan->next = scan->depth > 0 ? NEXT_COMMA_OR_END : NEXT_NOTHING;
}

static gboolean
begin_level (Scan    *scan,
             GError **error)
{
  gboolean is_object = *scan->p == '{';

  if (scan->depth == SC_MAX_LEVELS)
    return fail (scan, scan->p, SC_EXCHANGE_ERROR_TOO_LARGE, error, _("This is nested more than 64 levels deep."));

  scan->p++;
  scan->depth++;
  scan->closing[scan->depth] = is_object ? '}' : ']';
  scan->next = is_object ? NEXT_NAME_OR_END : NEXT_VALUE_OR_END;
  if (is_object)
    scan->names[scan->depth] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return TRUE;
}

static void
end_level (Scan *scan)
{
  g_clear_pointer (&scan->names[scan->depth], g_hash_table_unref);
  scan->p++;
  scan->depth--;
  end_value (scan);
}

static gboolean
skip_name (Scan    *scan,
           GError **error)
{
  const char *start = scan->p;
  char *name;

  if (!skip_text (scan, error))
    return FALSE;

  scan->next = NEXT_COLON;
  name = g_strndup (start + 1, (gsize) (scan->p - start - 2));

  return g_hash_table_add (scan->names[scan->depth], name) ||
         fail (scan, start, SC_EXCHANGE_ERROR_INVALID, error, _("A member of this name stands here already."));
}

static gboolean
skip_plain_value (Scan    *scan,
                  GError **error)
{
  char c = *scan->p;
  gboolean is_good;

  if (c == '"')
    is_good = skip_text (scan, error);
  else if (c == '-' || g_ascii_isdigit (c))
    is_good = skip_number (scan, error);
  else
    is_good = skip_literal (scan, error);
  end_value (scan);

  return is_good;
}

static gboolean
skip_word (Scan    *scan,
           GError **error)
{
  char c = *scan->p;

  if (strchr ("{}[]:,\"-0123456789tfn", c) == NULL)
    return fail (scan, scan->p, SC_EXCHANGE_ERROR_INVALID, error, _("This is not JSON."));
  if (!fits (scan))
    return fail (scan, scan->p, SC_EXCHANGE_ERROR_INVALID, error, _("Something is missing here, or is too much."));

  switch (c)
    {
    case '{':
    case '[':
      return begin_level (scan, error);

    case '}':
    case ']':
      end_level (scan);
      return TRUE;

    case ':':
      scan->p++;
      scan->next = NEXT_VALUE;
      return TRUE;

    case ',':
      scan->p++;
      scan->next = scan->closing[scan->depth] == '}' ? NEXT_NAME : NEXT_VALUE;
      return TRUE;

    default:
      return is_name_next (scan) ? skip_name (scan, error) : skip_plain_value (scan, error);
    }
}

static gboolean
skip_words (Scan    *scan,
            GError **error)
{
  while (scan->p < scan->end)
    {
      if (strchr (" \t\r\n", *scan->p) != NULL)
        {
          scan->p++;
          continue;
        }
      if (++scan->n_words > MAX_WORDS)
        return fail (scan, scan->p, SC_EXCHANGE_ERROR_TOO_LARGE, error, _("This is more than can be imported."));
      if (!skip_word (scan, error))
        return FALSE;
    }

  if (scan->n_words == 0)
    return fail (scan, scan->data, SC_EXCHANGE_ERROR_INVALID, error, _("The file is empty."));

  return scan->next == NEXT_NOTHING ||
         fail (scan, scan->end, SC_EXCHANGE_ERROR_INVALID, error, _("The file ends too early."));
}

/**
 * sc_json_scan:
 * @data: what claims to be JSON, without a byte order mark
 * @length: its length in bytes
 * @error: of %SC_EXCHANGE_ERROR, with line and column
 *
 * Checks a JSON text, and that it keeps within the limits, before it is parsed.
 *
 * Returns: whether it may be given to a parser
 */
gboolean
sc_json_scan (const char *data,
              gsize       length,
              GError    **error)
{
  Scan scan = { .data = data, .end = data + length, .p = data, .next = NEXT_VALUE };
  gboolean is_good = check_encoding (&scan, error) && skip_words (&scan, error);

  for (guint i = 0; i <= SC_MAX_LEVELS; i++)
    g_clear_pointer (&scan.names[i], g_hash_table_unref);

  return is_good;
}
