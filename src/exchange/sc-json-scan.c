/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at JSON before it is parsed: json-glib builds everything before one
 * can ask how deep or how large it is, and takes more than RFC 8259 allows. So
 * the words are checked here, with the line and column of the first that is
 * wrong; how they stand together is the parser's business. */

#include "exchange/sc-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-exchange-error.h"
#include "exchange/sc-source.h"

/* More than any process has: what is parsed takes memory many times its size. */
#define MAX_WORDS SC_MAX_ROWS

typedef struct {
  const char *data;
  const char *end;
  const char *p;
  guint depth;
  guint n_words;
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

/* Behind the backslash; returns what is wrong, or %NULL. */
static const char *
skip_escape (Scan *scan)
{
  if (scan->p == scan->end)
    return NULL;
  if (*scan->p != 'u')
    {
      if (strchr ("\"\\/bfnrt", *scan->p) == NULL)
        return _("A backslash stands in front of a letter that means nothing.");
      scan->p++;
      return NULL;
    }

  scan->p++;
  for (guint i = 0; i < 4; i++, scan->p++)
    if (scan->p == scan->end || !g_ascii_isxdigit (*scan->p))
      return _("“\\u” needs four hexadecimal digits.");

  return strncmp (scan->p - 4, "0000", 4) == 0 ? _("Text can’t hold a zero byte.") : NULL;
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
          return fail (scan, at, SC_EXCHANGE_ERROR_INVALID, error, _("A text does not end on its line."));
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
skip_word (Scan    *scan,
           GError **error)
{
  switch (*scan->p)
    {
    case '{':
    case '[':
      if (++scan->depth > SC_MAX_LEVELS)
        return fail (scan, scan->p, SC_EXCHANGE_ERROR_TOO_LARGE, error, _("This is nested more than 64 levels deep."));
      break;

    case '}':
    case ']':
      if (scan->depth > 0)
        scan->depth--;
      break;

    case ':':
    case ',':
      break;

    case '"':
      return skip_text (scan, error);

    case '-':
    case '0' ... '9':
      return skip_number (scan, error);

    default:
      return skip_literal (scan, error);
    }

  scan->p++;

  return TRUE;
}

/**
 * sc_json_scan:
 * @data: what claims to be JSON, without a byte order mark
 * @length: its length in bytes
 * @error: of %SC_EXCHANGE_ERROR, with line and column
 *
 * Checks encoding, words and limits of a JSON text before it is parsed.
 *
 * Returns: whether it may be given to a parser
 */
gboolean
sc_json_scan (const char *data,
              gsize       length,
              GError    **error)
{
  Scan scan = { data, data + length, data, 0, 0 };

  if (!check_encoding (&scan, error))
    return FALSE;

  while (scan.p < scan.end)
    {
      if (strchr (" \t\r\n", *scan.p) != NULL)
        {
          scan.p++;
          continue;
        }
      if (++scan.n_words > MAX_WORDS)
        return fail (&scan, scan.p, SC_EXCHANGE_ERROR_TOO_LARGE, error, _("This is more than can be imported."));
      if (!skip_word (&scan, error))
        return FALSE;
    }

  return scan.n_words > 0 || fail (&scan, data, SC_EXCHANGE_ERROR_INVALID, error, _("The file is empty."));
}
