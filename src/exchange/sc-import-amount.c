/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/sc-import-amount.h"

#include <string.h>

/* Signs and words that stand for one currency, or mostly do. */
static const struct {
  const char *sign;
  const char *code;
} signs[] = {
  { "US$", "USD" }, { "$", "USD" }, { "€", "EUR" }, { "£", "GBP" }, { "₽", "RUB" }, { "руб.", "RUB" }, { "руб", "RUB" },
  { "р.", "RUB" }, { "₴", "UAH" }, { "₸", "KZT" }, { "₹", "INR" }, { "¥", "JPY" }, { "zł", "PLN" }, { "₺", "TRY" },
};

/* Spaces of any width. */
static char *
strip_spaces (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, (gsize) (end - text));
}

/**
 * sc_import_read_currency:
 * @text: what a table calls a currency
 * @currency: (out): its code in ISO 4217
 *
 * Returns: whether @text is a currency's code or sign
 */
gboolean
sc_import_read_currency (const char *text,
                         char        currency[4])
{
  g_autofree char *trimmed = strip_spaces (text);
  g_autofree char *code = g_ascii_strup (trimmed, -1);

  if (sc_currency_is_valid (code))
    {
      g_strlcpy (currency, code, 4);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (trimmed, signs[i].sign))
      {
        g_strlcpy (currency, signs[i].code, 4);
        return TRUE;
      }

  return FALSE;
}

static const char *
find_start (const char *text)
{
  const char *start = text + strcspn (text, "-0123456789");

  /* “.50”, but not the point of “руб. 50”. */
  if (start > text && (start[-1] == '.' || start[-1] == ',') && (start - 1 == text || start[-2] == ' '))
    start--;

  return g_str_has_prefix (text, "−") ? text : start;
}

/* Parts an amount from what stands in front of and behind its digits. */
static char *
cut_number (const char *text,
            char      **around)
{
  const char *start = find_start (text);
  const char *end = start;
  g_autofree char *joined = NULL;
  g_autofree char *before = g_strndup (text, (gsize) (start - text));

  for (const char *p = start; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      end = p + 1;

  joined = g_strconcat (before, end + strspn (end, ".,"), NULL);
  *around = strip_spaces (joined);

  return g_strndup (start, (gsize) (end - start));
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

/* Where the decimals begin: behind the last mark, unless one like it stands in
 * front. */
static gsize
measure_whole (const char *number)
{
  const char *point = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  const char *last = point > comma ? point : comma;

  return last != NULL && strchr (number, *last) == last ? (gsize) (last - number) : strlen (number);
}

/* Behind a thousands mark stand three digits, or two where more follow, as in
 * India: “1,2,3” and “2026.01.02” are no amounts. */
static gboolean
is_grouped (const char *number)
{
  g_autofree char *whole = g_strndup (number, measure_whole (number));
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
 * sc_import_read_amount:
 * @text: an amount as a table has it, perhaps with its currency's sign or code
 * @currency: the currency's code where the text says none
 * @amount: (out): the amount
 *
 * Returns: whether @text is an amount that can be kept
 */
gboolean
sc_import_read_amount (const char *text,
                       const char *currency,
                       ScMoney    *amount)
{
  g_autofree char *around = NULL;
  g_autofree char *number = NULL;
  char own[4];

  if (read_plain (text, currency, amount))
    return TRUE;

  number = cut_number (text, &around);
  if (!is_grouped (number))
    return FALSE;
  if (around[0] == '\0')
    return sc_money_parse (number, currency, amount);
  if (!sc_import_read_currency (around, own))
    return FALSE;
  /* A dollar sign is that of every dollar. */
  if (g_str_equal (around, "$") && g_str_has_suffix (currency, "D"))
    g_strlcpy (own, currency, sizeof own);

  return sc_money_parse (number, own, amount);
}
