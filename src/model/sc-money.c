/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money as people write it is ICU's business: it knows each currency's digits
 * and each locale's way. */

#include "model/sc-money.h"

#include <locale.h>
#include <math.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

/**
 * sc_currency_is_valid:
 * @code: (nullable): text
 *
 * Returns: whether @code is a currency's code in ISO 4217, in capitals
 */
gboolean
sc_currency_is_valid (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4];

  if (code == NULL || strlen (code) != 3 || strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
    return FALSE;

  u_charsToUChars (code, wide, 4);

  return ucurr_getNumericCode (wide) != 0 && U_SUCCESS (status);
}

/**
 * sc_currency_get_digits:
 * @code: a currency's code
 *
 * Returns: how many digits its minor unit has, such as 2
 */
guint
sc_currency_get_digits (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4];
  int32_t digits;

  if (strlen (code) != 3)
    return 2;

  u_charsToUChars (code, wide, 4);
  digits = ucurr_getDefaultFractionDigits (wide, &status);

  return U_SUCCESS (status) && digits >= 0 ? (guint) digits : 2;
}

static const char *
get_locale (void)
{
  const char *name = setlocale (LC_MONETARY, NULL);

  return name == NULL || g_str_equal (name, "C") || g_str_has_prefix (name, "C.") || g_str_equal (name, "POSIX")
    ? "en_US"
    : name;
}

/**
 * sc_currency_get_default:
 *
 * Returns: the code of the currency of the user's country, `USD` where none
 *   is known
 */
const char *
sc_currency_get_default (void)
{
  static char code[4];

  if (code[0] == '\0')
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar wide[4] = { 0 };

      if (ucurr_forLocale (get_locale (), wide, 4, &status) == 3 && U_SUCCESS (status))
        u_UCharsToChars (wide, code, 4);
      else
        strcpy (code, "USD");
    }

  return code;
}

/**
 * sc_money_is_set:
 * @money: an amount
 *
 * Returns: whether there is an amount at all; nothing is not zero
 */
gboolean
sc_money_is_set (ScMoney money)
{
  return money.currency[0] != '\0';
}

/**
 * sc_money_equal:
 * @a: an amount
 * @b: an amount
 *
 * Returns: whether both are the same amount of the same currency
 */
gboolean
sc_money_equal (ScMoney a,
                ScMoney b)
{
  return a.minor == b.minor && strcmp (a.currency, b.currency) == 0;
}

/**
 * sc_money_new:
 * @minor: the amount in minor units
 * @currency: (nullable): ISO 4217 code, %NULL for no amount
 *
 * Returns: the amount
 */
ScMoney
sc_money_new (gint64      minor,
              const char *currency)
{
  ScMoney money = { minor, "" };

  if (currency != NULL)
    g_strlcpy (money.currency, currency, sizeof money.currency);

  return money;
}

/**
 * sc_money_to_plain:
 * @money: an amount
 *
 * Returns: (transfer full): the amount with a decimal point and nothing else,
 *   such as `1054.00`; empty for no amount
 */
char *
sc_money_to_plain (ScMoney money)
{
  guint digits;
  guint64 unit = 1;
  guint64 amount = (guint64) ABS (money.minor);
  const char *sign = money.minor < 0 ? "-" : "";

  if (!sc_money_is_set (money))
    return g_strdup ("");

  digits = sc_currency_get_digits (money.currency);
  for (guint i = 0; i < digits; i++)
    unit *= 10;

  if (digits == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, amount);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, amount / unit, (int) digits, amount % unit);
}

/* Making a formatter takes fifty times as long as using it, so each is made
 * once. They are used by any thread. */
static UNumberFormatter *
get_formatter (const char *currency,
               const char *options)
{
  static GMutex mutex;
  static GHashTable *formatters;
  g_autofree char *key = g_strdup_printf ("%s currency/%s %s", get_locale (), currency, options);
  UNumberFormatter *formatter;

  g_mutex_lock (&mutex);
  if (formatters == NULL)
    formatters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  formatter = g_hash_table_lookup (formatters, key);
  if (formatter == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar skeleton[160];

      u_uastrncpy (skeleton, strchr (key, ' ') + 1, G_N_ELEMENTS (skeleton));
      formatter = unumf_openForSkeletonAndLocale (skeleton, -1, get_locale (), &status);
      g_hash_table_insert (formatters, g_steal_pointer (&key), formatter);
    }
  g_mutex_unlock (&mutex);

  return formatter;
}

static char *
format (ScMoney     money,
        const char *options)
{
  g_autofree char *plain = sc_money_to_plain (money);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  char bytes[384];
  UFormattedNumber *result = unumf_openResult (&status);

  unumf_formatDecimal (get_formatter (money.currency, options), plain, -1, result, &status);
  unumf_resultToString (result, text, G_N_ELEMENTS (text), &status);
  u_strToUTF8 (bytes, sizeof bytes, NULL, text, -1, &status);
  unumf_closeResult (result);

  return U_SUCCESS (status) ? g_strdup (bytes) : g_strdup_printf ("%s %s", plain, money.currency);
}

/**
 * sc_money_to_text:
 * @money: an amount
 *
 * Returns: (transfer full): the amount as the user's locale writes it,
 *   without the digits behind the point where they are zeros; empty for no
 *   amount
 */
char *
sc_money_to_text (ScMoney money)
{
  guint64 unit = 1;

  if (!sc_money_is_set (money))
    return g_strdup ("");

  for (guint i = sc_currency_get_digits (money.currency); i > 0; i--)
    unit *= 10;

  return format (money, (guint64) ABS (money.minor) % unit == 0 ? "precision-integer" : "precision-currency-standard");
}

/**
 * sc_money_to_short_text:
 * @money: an amount
 *
 * Returns: (transfer full): the amount rounded for a narrow place, such as
 *   “$1.2M”; empty for no amount
 */
char *
sc_money_to_short_text (ScMoney money)
{
  if (!sc_money_is_set (money))
    return g_strdup ("");

  return format (money, "compact-short .#");
}

/* Where the decimals of @text begin: at the last point or comma, if it is the
 * only one of its kind and not three digits stand behind it, or a mark of the
 * other kind stands in front of it. */
static const char *
find_decimal_mark (const char *text)
{
  const char *point = strrchr (text, '.');
  const char *comma = strrchr (text, ',');
  const char *last = point > comma ? point : comma;
  const char *other = point > comma ? comma : point;

  if (last == NULL || strchr (text, *last) != last)
    return NULL;
  if (other != NULL)
    return last;

  return strspn (last + 1, "0123456789") == 3 && last[4] == '\0' && last != text && text[0] != '0' ? NULL : last;
}

/* Digits, sign and decimal mark of @text, without what people put around
 * and between them; %NULL where it is not a number. */
static char *
strip (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_mark = g_unichar_isspace (c) || c == '\'' || c == 0x2019 || c == 0x202f || c == 0xa0 ||
                         g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;

      if (c == 0x2212)
        c = '-';
      if ((c >= '0' && c <= '9') || c == '.' || c == ',' || (c == '-' && plain->len == 0))
        g_string_append_unichar (plain, c);
      else if (!is_mark)
        return NULL;
    }

  return plain->len > 0 ? g_string_free_and_steal (g_steal_pointer (&plain)) : NULL;
}

/**
 * sc_money_parse:
 * @text: an amount as people and programs write it: with or without
 *   thousands marks, a decimal point or comma, a currency's sign
 * @currency: the code of its currency
 * @money: (out): the amount, rounded to minor units
 *
 * Where a single mark has three digits behind it (“1,054”), it is a
 * thousands mark.
 *
 * Returns: whether @text is an amount, not larger than %SC_MONEY_MAX
 */
gboolean
sc_money_parse (const char *text,
                const char *currency,
                ScMoney    *money)
{
  g_autofree char *plain = strip (text);
  const char *mark;
  gint64 minor = 0;
  guint digits = sc_currency_get_digits (currency);
  gboolean negative;
  gboolean any = FALSE;

  if (plain == NULL)
    return FALSE;

  negative = plain[0] == '-';
  mark = find_decimal_mark (plain + negative);

  for (const char *p = plain + negative; *p != '\0' && p != mark; p++)
    if (g_ascii_isdigit (*p))
      {
        any = TRUE;
        minor = minor * 10 + (*p - '0');
        if (minor > SC_MONEY_MAX)
          return FALSE;
      }

  for (guint i = 0; i < digits; i++)
    {
      if (minor > SC_MONEY_MAX)
        return FALSE;
      minor *= 10;
      if (mark != NULL && g_ascii_isdigit (mark[1]))
        {
          any = TRUE;
          mark++;
          minor += *mark - '0';
        }
    }
  if (mark != NULL && g_ascii_isdigit (mark[1]) && mark[1] >= '5')
    minor++;
  if (!any || minor > SC_MONEY_MAX)
    return FALSE;

  *money = sc_money_new (negative ? -minor : minor, currency);

  return TRUE;
}
