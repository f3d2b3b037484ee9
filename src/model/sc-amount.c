/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts as people and programs write them, with the sign of their currency. */

#include "model/sc-amount.h"

#include <string.h>

#include "model/sc-currency-sign.h"

/**
 * sc_amount_strip_spaces:
 * @text: text
 *
 * Returns: (transfer full): @text without the spaces around it, of any width
 */
char *
sc_amount_strip_spaces (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, (gsize) (end - text));
}

/* Ends an amount that has no cents, as in “1'200.–” and “1'200.--”. */
static const char *
skip_no_cents (const char *text)
{
  static const char *const dashes[] = { "--", "-", "–", "—", "=" };

  for (guint i = 0; (*text == '.' || *text == ',') && i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text + 1, dashes[i]))
      return text + 1 + strlen (dashes[i]);

  return text + strspn (text, ".,");
}

/* “.50”, but not the point of “руб. 50”. */
static const char *
find_start (const char *text)
{
  const char *start = text + strcspn (text, "0123456789");

  if (start == text || (start[-1] != '.' && start[-1] != ','))
    return start;

  return start - 1 == text || strchr (" +-(", start[-2]) != NULL ? start - 1 : start;
}

/**
 * sc_amount_text_cut:
 * @self: (out): the parts
 * @text: an amount
 *
 * Parts an amount from what stands in front of and behind its digits: there a
 * minus, or brackets, make it negative.
 */
void
sc_amount_text_cut (ScAmountText *self,
                    const char   *text)
{
  const char *start = find_start (text);
  const char *end = start;
  g_autoptr (GString) rest = g_string_new_len (text, start - text);
  gboolean is_in_brackets;

  for (const char *p = start; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      end = p + 1;
  g_string_append (rest, skip_no_cents (end));

  is_in_brackets = strchr (rest->str, '(') != NULL && strchr (rest->str, ')') != NULL;
  if (is_in_brackets)
    {
      g_string_replace (rest, "(", "", 1);
      g_string_replace (rest, ")", "", 1);
    }
  self->is_negative = g_string_replace (rest, "-", "", 1) + g_string_replace (rest, "\u2212", "", 1) > 0 || is_in_brackets;
  g_string_replace (rest, "+", "", 1);
  self->around = sc_amount_strip_spaces (rest->str);
  self->number = g_strndup (start, (gsize) (end - start));
}

/**
 * sc_amount_text_clear:
 * @self: the parts of an amount
 */
void
sc_amount_text_clear (ScAmountText *self)
{
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->around, g_free);
}

/* A dash where an amount could be: there is none. */
static gboolean
is_dash (const char *text)
{
  g_autofree char *trimmed = sc_amount_strip_spaces (text);

  return g_str_equal (trimmed, "-") || g_str_equal (trimmed, "–") || g_str_equal (trimmed, "—");
}

/* Most amounts are digits and nothing else, in a currency of cents: that is
 * what a million rows are read by. */
static gboolean
read_plain (const char *text,
            const char *currency,
            ScMoney    *amount)
{
  static const char cents[] = "USD EUR RUB GBP CHF UAH KZT BYN PLN CNY INR TRY";
  gsize length = strspn (text, "0123456789");
  gint64 units = 0;

  if (length == 0 || length > 9 || text[length] != '\0' || strlen (currency) != 3 || strstr (cents, currency) == NULL)
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    units = units * 10 + (*p - '0');
  *amount = sc_money_new (units * 100, currency);

  return TRUE;
}

/**
 * sc_amount_text_is_grouped:
 * @self: the parts of an amount
 *
 * Behind a thousands mark stand three digits, or two where more follow, as in
 * India: “1,2,3” and “2026.01.02” are no amounts.
 *
 * Returns: whether its marks stand where those of an amount can
 */
gboolean
sc_amount_text_is_grouped (const ScAmountText *self)
{
  const char *number = self->number;
  gboolean is_certain;
  const char *mark = sc_money_find_decimal_mark (number, &is_certain);
  g_autofree char *whole = g_strndup (number, mark != NULL ? (gsize) (mark - number) : strlen (number));
  g_auto (GStrv) groups = NULL;
  guint n_digits = 3;
  gboolean has_group = FALSE;

  for (char *p = whole; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      *p = ' ';
  groups = g_strsplit (whole, " ", -1);

  for (guint i = 0; groups[i] != NULL; i++)
    if (groups[i][0] != '\0')
      {
        if (n_digits != 3 && n_digits != 2)
          return FALSE;
        n_digits = has_group ? (guint) strlen (groups[i]) : 3;
        has_group = TRUE;
      }

  return n_digits == 3;
}

/**
 * sc_amount_text_read:
 * @text: an amount, perhaps with its currency's sign or code
 * @currency: the currency's code where the text says none
 * @known: %NULL-terminated codes of currencies that a sign which is shared by several can
 *   mean besides @currency, the likeliest first
 * @mark: the decimal mark where @text stands, if it is known
 * @amount: (out): the amount, where it was read
 *
 * Returns: what it came to
 */
ScAmountResult
sc_amount_text_read (const char        *text,
                     const char        *currency,
                     const char *const *known,
                     ScDecimalMark      mark,
                     ScMoney           *amount)
{
  const char *const of_place[] = { currency, NULL };
  g_auto (ScAmountText) parts = { 0 };
  ScAmountResult result;
  char own[4];

  if (read_plain (text, currency, amount))
    return SC_AMOUNT_READ;
  if (is_dash (text))
    return SC_AMOUNT_NOTHING;

  sc_amount_text_cut (&parts, text);
  g_strlcpy (own, currency, sizeof own);
  if (!sc_amount_text_is_grouped (&parts)
      || (parts.around[0] != '\0' && !sc_currency_from_sign (parts.around, of_place, own)
          && !sc_currency_from_sign (parts.around, known, own)))
    return SC_AMOUNT_WRONG;

  result = sc_money_read (parts.number, own, mark, amount);

  return result == SC_AMOUNT_READ && parts.is_negative ? SC_AMOUNT_NEGATIVE : result;
}

/* So many decimals of a percentage count. */
#define MAX_SHARE_DECIMALS 4

/**
 * sc_amount_share_read:
 * @text: what a person typed
 * @whole: an amount
 * @share: (out): the part of it
 *
 * Reads “50 %”, “12.5%” or «33,3 %» as that much of an amount, rounded to its minor units.
 *
 * Returns: whether @text is a percentage over 0 and up to 100
 */
gboolean
sc_amount_share_read (const char *text,
                      ScMoney     whole,
                      ScMoney    *share)
{
  g_autofree char *stripped = sc_amount_strip_spaces (text);
  g_autofree char *number = NULL;
  gint64 unit = 100;
  gint64 n = 0;
  guint n_decimals = 0;
  gboolean is_decimal = FALSE;

  if (!g_str_has_suffix (stripped, "%"))
    return FALSE;

  stripped[strlen (stripped) - 1] = '\0';
  number = sc_amount_strip_spaces (stripped);
  if (strlen (number) > 3 + 1 + MAX_SHARE_DECIMALS)
    return FALSE;

  for (const char *p = number; *p != '\0'; p++)
    {
      if ((*p == ',' || *p == '.') && !is_decimal && p > number)
        {
          is_decimal = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p) || (is_decimal && ++n_decimals > MAX_SHARE_DECIMALS))
        return FALSE;
      n = n * 10 + (*p - '0');
      unit *= is_decimal ? 10 : 1;
    }
  if (n <= 0 || n > unit)
    return FALSE;

  /* In two parts, or the product would not fit. */
  *share = whole;
  share->minor = whole.minor / unit * n + (whole.minor % unit * n + unit / 2) / unit;

  return TRUE;
}
