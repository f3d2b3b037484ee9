/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts as people type them, in English and in Russian, whatever language the program
 * speaks: 12,000, 5k, 1.5m, 90 тыс., 1,5 млн ₽. What stands in a table is read by
 * sc-amount.h, which knows no such words. */

#include "model/sc-amount-entry.h"

#include <string.h>

#include "model/sc-amount.h"

typedef struct {
  const char *text;
  guint n_zeros;
} Scale;

static const Scale letters[] = { { "k", 3 }, { "к", 3 }, { "m", 6 } };

static const Scale words[] = {
  { "thousand", 3 }, { "тыс", 3 }, { "тысяча", 3 }, { "тысячи", 3 }, { "тысяч", 3 },
  { "million", 6 }, { "mln", 6 }, { "mn", 6 }, { "mio", 6 }, { "млн", 6 }, { "миллион", 6 }, { "миллиона", 6 }, { "миллионов", 6 },
  { "billion", 9 }, { "bn", 9 }, { "mlrd", 9 }, { "млрд", 9 }, { "миллиард", 9 }, { "миллиарда", 9 }, { "миллиардов", 9 },
};

static const char *
skip_spaces (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static const char *
skip_letters (const char *text)
{
  while (*text != '\0' && g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static const char *
skip_digits (const char *text)
{
  const char *end = text;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      end = p + 1;

  return end;
}

static guint
find_scale (const Scale *scales,
            guint        n_scales,
            const char  *word)
{
  for (guint i = 0; i < n_scales; i++)
    if (g_str_equal (scales[i].text, word))
      return scales[i].n_zeros;

  return 0;
}

/* The scale right behind the digits that end at @end, and where it ends; 0 where there is
 * none. A letter stands at its number: “5 m” is a length. */
static guint
cut_scale (const char  *end,
           const char **rest)
{
  const char *start = skip_spaces (end);
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;
  guint n_zeros;

  *rest = skip_letters (start);
  word = g_strndup (start, (gsize) (*rest - start));
  lower = g_utf8_strdown (word, -1);
  n_zeros = find_scale (words, G_N_ELEMENTS (words), lower);
  if (n_zeros > 0 && **rest == '.')
    (*rest)++;
  if (n_zeros == 0 && start == end)
    n_zeros = find_scale (letters, G_N_ELEMENTS (letters), lower);

  return n_zeros;
}

/* “1,5” and three zeros: “1500”; %NULL where a mark may be one of thousands as well. */
static char *
shift (const ScAmountText *parts,
       guint               n_zeros)
{
  g_autoptr (GString) shifted = g_string_new (NULL);
  gboolean is_certain;
  const char *mark = sc_money_find_decimal_mark (parts->number, &is_certain);
  guint n_decimals = 0;

  if (!sc_amount_text_is_grouped (parts) || (mark != NULL && !is_certain))
    return NULL;

  for (const char *p = parts->number; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        g_string_append_c (shifted, *p);
        n_decimals += mark != NULL && p > mark ? 1 : 0;
      }
  if (n_decimals > n_zeros)
    return NULL;

  for (; n_decimals < n_zeros; n_decimals++)
    g_string_append_c (shifted, '0');

  return g_string_free_and_steal (g_steal_pointer (&shifted));
}

/**
 * sc_amount_entry_read:
 * @text: what a person typed, perhaps with a currency's sign or code
 * @currency: the currency's code where the text says none
 * @known: (nullable): %NULL-terminated codes of currencies that a sign which is shared by
 *   several can mean besides @currency, the likeliest first
 * @amount: (out): the amount, where it was read
 *
 * Takes what sc_amount_text_read() takes, and a number of thousands, millions or billions.
 *
 * Returns: what it came to
 */
ScAmountResult
sc_amount_entry_read (const char        *text,
                      const char        *currency,
                      const char *const *known,
                      ScMoney           *amount)
{
  static const char *const none[] = { NULL };
  const char *end = skip_digits (text);
  const char *rest;
  guint n_zeros = end > text ? cut_scale (end, &rest) : 0;
  g_auto (ScAmountText) parts = { 0 };
  g_autofree char *front = NULL;
  g_autofree char *number = NULL;
  g_autofree char *plain = NULL;
  const char *start;

  if (known == NULL)
    known = none;
  if (n_zeros == 0)
    return sc_amount_text_read (text, currency, known, SC_DECIMAL_MARK_UNKNOWN, amount);

  front = g_strndup (text, (gsize) (end - text));
  sc_amount_text_cut (&parts, front);
  number = shift (&parts, n_zeros);
  start = strstr (front, parts.number);
  if (number == NULL || start == NULL)
    return SC_AMOUNT_WRONG;

  plain = g_strdup_printf ("%.*s%s%s", (int) (start - front), front, number, rest);

  return sc_amount_text_read (plain, currency, known, SC_DECIMAL_MARK_UNKNOWN, amount);
}

/**
 * sc_amount_entry_is_measure:
 * @text: part of a text
 *
 * Returns: whether it is a whole number with an “m” and nothing else, which among other
 *   words is a length, or a company, rather than so many millions
 */
gboolean
sc_amount_entry_is_measure (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");

  return n_digits > 0 && g_ascii_tolower (text[n_digits]) == 'm' && text[n_digits + 1] == '\0';
}
