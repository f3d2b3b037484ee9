/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money as people write it is ICU's business: it knows each currency's digits
 * and each locale's way. */

#include "model/sc-money.h"

#include <locale.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

/**
 * sc_currency_is_valid:
 * @code: (nullable): text
 *
 * Returns: whether @code is a currency's code in capitals: one of ISO 4217, or another
 *   that ICU knows, such as CNH, of which some have no number
 */
gboolean
sc_currency_is_valid (const char *code)
{
  /* Files have many rows of one currency, and ICU looks it up in a list each time. */
  static _Thread_local char last_valid[4];
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4];

  if (code == NULL || strlen (code) != 3 || strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
    return FALSE;
  if (g_str_equal (code, last_valid))
    return TRUE;

  u_charsToUChars (code, wide, 4);
  if (ucurr_getNumericCode (wide) == 0 && !ucurr_isAvailable (wide, U_DATE_MIN, U_DATE_MAX, &status))
    return FALSE;

  g_strlcpy (last_valid, code, sizeof last_valid);

  return TRUE;
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

/**
 * sc_money_find_decimal_mark:
 * @number: digits with points and commas between them
 * @is_certain: (out): whether it can be read in no other way
 *
 * Finds the mark that @number's decimals stand behind, as far as it tells by
 * itself: the last one, if it is the only one of its kind. A mark that stands
 * alone, behind one to three digits that don't begin with a zero and in front of
 * three, may be either; it is taken for a decimal mark, and @is_certain is %FALSE.
 *
 * Returns: (nullable): the mark in @number, %NULL where there are no decimals
 */
const char *
sc_money_find_decimal_mark (const char *number,
                            gboolean   *is_certain)
{
  const char *point = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  const char *last = point > comma ? point : comma;
  const char *other = point > comma ? comma : point;
  gsize n_before;

  *is_certain = TRUE;
  if (last == NULL || strchr (number, *last) != last)
    return NULL;
  if (other != NULL)
    return last;

  n_before = (gsize) (last - number);
  *is_certain = strspn (last + 1, "0123456789") != 3 || last[4] != '\0' || n_before == 0 || n_before > 3
                || number[0] == '0';

  return last;
}

static gboolean
locale_has_comma (void)
{
  return localeconv ()->mon_decimal_point[0] == ',';
}

/* Of a number that may be read in two ways: the digits behind the mark are
 * decimals only where the currency has so many. */
static gboolean
is_decimal_mark (char        mark,
                 const char *currency)
{
  return sc_currency_get_digits (currency) >= 3 && (mark == '.' || locale_has_comma ());
}

/* Where the decimals of @number begin; FALSE where it is not written with that
 * decimal mark. */
static gboolean
find_decimals (const char   *number,
               const char   *currency,
               ScDecimalMark mark,
               const char  **decimals)
{
  char sign = mark == SC_DECIMAL_MARK_COMMA ? ',' : '.';
  char other = sign == '.' ? ',' : '.';
  gboolean is_certain;

  if (mark == SC_DECIMAL_MARK_UNKNOWN)
    {
      *decimals = sc_money_find_decimal_mark (number, &is_certain);
      if (!is_certain && !is_decimal_mark (**decimals, currency))
        *decimals = NULL;
      return TRUE;
    }

  *decimals = strchr (number, sign);

  return *decimals == NULL || (strchr (*decimals + 1, sign) == NULL && strchr (*decimals, other) == NULL);
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

/* Units of the currency in front of the decimals; -1 where they are too many. */
static gint64
read_units (const char *number,
            const char *decimals,
            gboolean   *any)
{
  gint64 units = 0;

  for (const char *p = number; *p != '\0' && p != decimals; p++)
    if (g_ascii_isdigit (*p))
      {
        *any = TRUE;
        units = units * 10 + (*p - '0');
        if (units > SC_MONEY_MAX)
          return -1;
      }

  return units;
}

/**
 * sc_money_read:
 * @text: an amount as people and programs write it: with or without
 *   thousands marks, a decimal point or comma, a currency's sign
 * @currency: the code of its currency
 * @mark: what stands in front of decimals where this is written, if known
 * @money: (out): the amount, where it was read
 *
 * Where the decimal mark is not known and a single one has three digits behind
 * it (“1,054”), it is a thousands mark, but for currencies of three decimals.
 * Decimals that the currency does not have are refused, but for zeros.
 *
 * Returns: whether @text is an amount, not larger than %SC_MONEY_MAX, and what
 *   is wrong with it if not
 */
ScAmountResult
sc_money_read (const char   *text,
               const char   *currency,
               ScDecimalMark mark,
               ScMoney      *money)
{
  g_autofree char *plain = strip (text);
  guint digits = sc_currency_get_digits (currency);
  gboolean any = FALSE;
  gboolean is_negative;
  const char *decimals;
  gint64 minor;

  if (plain == NULL)
    return SC_AMOUNT_WRONG;

  is_negative = plain[0] == '-';
  if (!find_decimals (plain + is_negative, currency, mark, &decimals))
    return SC_AMOUNT_WRONG;

  minor = read_units (plain + is_negative, decimals, &any);
  for (guint i = 0; minor >= 0 && i < digits; i++)
    {
      minor *= 10;
      if (decimals != NULL && g_ascii_isdigit (decimals[1]))
        {
          any = TRUE;
          decimals++;
          minor += *decimals - '0';
        }
      if (minor > SC_MONEY_MAX)
        minor = -1;
    }
  if (minor < 0)
    return SC_AMOUNT_TOO_LARGE;
  if (!any)
    return SC_AMOUNT_WRONG;
  if (decimals != NULL && decimals[strspn (decimals + 1, "0") + 1] != '\0')
    return SC_AMOUNT_TOO_EXACT;

  *money = sc_money_new (is_negative ? -minor : minor, currency);

  return SC_AMOUNT_READ;
}

/**
 * sc_money_parse:
 * @text: an amount as a person types it
 * @currency: the code of its currency
 * @money: (out): the amount
 *
 * As sc_money_read(), where nothing else tells the decimal mark.
 *
 * Returns: whether @text is an amount that can be kept
 */
gboolean
sc_money_parse (const char *text,
                const char *currency,
                ScMoney    *money)
{
  return sc_money_read (text, currency, SC_DECIMAL_MARK_UNKNOWN, money) == SC_AMOUNT_READ;
}
