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

/* Ends an amount that has no cents, as in “1'200.–”. */
static const char *
skip_no_cents (const char *text)
{
  static const char *const dashes[] = { "-", "–", "—", "=" };

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

/* Parts an amount from what stands in front of and behind its digits: there a
 * minus, or brackets, make it negative. */
static char *
cut_number (const char *text,
            char      **around,
            gboolean   *is_negative)
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
  *is_negative = g_string_replace (rest, "-", "", 1) + g_string_replace (rest, "\u2212", "", 1) > 0 || is_in_brackets;
  g_string_replace (rest, "+", "", 1);
  *around = strip_spaces (rest->str);

  return g_strndup (start, (gsize) (end - start));
}

/* A dash where an amount could be: there is none. */
static gboolean
is_dash (const char *text)
{
  g_autofree char *trimmed = strip_spaces (text);

  return g_str_equal (trimmed, "-") || g_str_equal (trimmed, "–") || g_str_equal (trimmed, "—");
}

/* What stands around a number says its currency, where anything stands there. */
static gboolean
read_own_currency (const char *around,
                   const char *of_table,
                   char        own[4])
{
  g_strlcpy (own, of_table, 4);
  if (around[0] == '\0')
    return TRUE;
  /* A dollar sign is that of every dollar. */
  if (g_str_equal (around, "$") && g_str_has_suffix (of_table, "D"))
    return TRUE;

  return sc_import_read_currency (around, own);
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

/* Behind a thousands mark stand three digits, or two where more follow, as in
 * India: “1,2,3” and “2026.01.02” are no amounts. */
static gboolean
is_grouped (const char *number)
{
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

/* The decimal mark of a column */

/* Amounts that can be read in two ways, by their mark and whether there is
 * anything but zeros behind it. */
enum {
  UNCLEAR_POINT = 1 << 0,
  UNCLEAR_POINT_ZEROS = 1 << 1,
  UNCLEAR_COMMA = 1 << 2,
  UNCLEAR_IN_ITSELF = 1 << 3, /* though it says its currency */
  CLEAR_BY_CURRENCY = 1 << 4, /* for it says its currency */
};

static const char *const mark_ids[SC_N_DECIMAL_MARKS] = { "", "point", "comma" };

/**
 * sc_decimal_mark_get_id:
 * @mark: a decimal mark
 *
 * Returns: its name on the command line, `point` or `comma`
 */
const char *
sc_decimal_mark_get_id (ScDecimalMark mark)
{
  g_return_val_if_fail (mark < SC_N_DECIMAL_MARKS, NULL);

  return mark_ids[mark];
}

/**
 * sc_decimal_mark_from_id:
 * @id: a name as sc_decimal_mark_get_id() gives it
 * @mark: (out): the mark
 *
 * Returns: whether there is such a mark
 */
gboolean
sc_decimal_mark_from_id (const char    *id,
                         ScDecimalMark *mark)
{
  for (guint i = SC_DECIMAL_MARK_POINT; i < SC_N_DECIMAL_MARKS; i++)
    if (g_str_equal (id, mark_ids[i]))
      {
        *mark = i;
        return TRUE;
      }

  return FALSE;
}

/* Of a number of several groups, the mark between them is no decimal mark. */
static ScDecimalMark
find_told_mark (const char *number,
                const char *mark)
{
  if (mark != NULL)
    return *mark == '.' ? SC_DECIMAL_MARK_POINT : SC_DECIMAL_MARK_COMMA;
  if (strchr (number, ',') != NULL)
    return SC_DECIMAL_MARK_POINT;

  return strchr (number, '.') != NULL ? SC_DECIMAL_MARK_COMMA : SC_DECIMAL_MARK_UNKNOWN;
}

/* Whether the currency decides: where it has three decimals, a point in front of
 * three digits is a decimal mark and a comma may be one. Where it has two, three
 * digits are no decimals, but “179.000” may have one zero too many. */
static gboolean
is_decided_by (guint       unclear,
               const char *currency)
{
  guint digits = sc_currency_get_digits (currency);

  if (digits >= 3)
    return (unclear & UNCLEAR_COMMA) == 0;

  return digits == 0 || (unclear & (UNCLEAR_POINT | UNCLEAR_POINT_ZEROS)) != UNCLEAR_POINT_ZEROS;
}

/**
 * sc_amount_evidence_add:
 * @self: what is known so far; zeros at first
 * @text: one more text of the column
 *
 * Takes a text into account; one without a mark tells nothing.
 */
void
sc_amount_evidence_add (ScAmountEvidence *self,
                        const char       *text)
{
  g_autofree char *around = NULL;
  g_autofree char *number = NULL;
  gboolean is_negative, is_certain;
  const char *mark;
  guint unclear;
  char own[4];

  if (strpbrk (text, ".,") == NULL)
    return;
  number = cut_number (text, &around, &is_negative);
  if (number[strspn (number, "0123456789., '")] != '\0' || !is_grouped (number))
    return;

  mark = sc_money_find_decimal_mark (number, &is_certain);
  if (is_certain)
    {
      self->n_telling[find_told_mark (number, mark)]++;
      return;
    }

  if (*mark == ',')
    unclear = UNCLEAR_COMMA;
  else
    unclear = g_str_equal (mark + 1, "000") ? UNCLEAR_POINT_ZEROS : UNCLEAR_POINT;
  if (around[0] != '\0' && sc_import_read_currency (around, own))
    unclear = is_decided_by (unclear, own) ? CLEAR_BY_CURRENCY : UNCLEAR_IN_ITSELF;
  self->unclear |= unclear;
  if (self->example[0] == '\0')
    g_strlcpy (self->example, text, sizeof self->example);
}

/**
 * sc_amount_evidence_get_mark:
 * @self: what a column tells
 * @currency: the code of a currency that its amounts are in
 * @mark: (out): its decimal mark; %SC_DECIMAL_MARK_UNKNOWN where each amount tells
 *   by itself
 *
 * Returns: whether the column's amounts can be read in one way only
 */
gboolean
sc_amount_evidence_get_mark (const ScAmountEvidence *self,
                             const char             *currency,
                             ScDecimalMark          *mark)
{
  gboolean has_point = self->n_telling[SC_DECIMAL_MARK_POINT] > 0;
  gboolean has_comma = self->n_telling[SC_DECIMAL_MARK_COMMA] > 0;

  *mark = SC_DECIMAL_MARK_UNKNOWN;
  if (self->unclear == 0)
    return TRUE;
  if (has_point != has_comma)
    {
      *mark = has_point ? SC_DECIMAL_MARK_POINT : SC_DECIMAL_MARK_COMMA;
      return TRUE;
    }

  return !has_point && (self->unclear & UNCLEAR_IN_ITSELF) == 0 && is_decided_by (self->unclear, currency);
}

/**
 * sc_import_read_amount:
 * @text: an amount as a table has it, perhaps with its currency's sign or code
 * @currency: the currency's code where the text says none
 * @mark: the column's decimal mark, if it is known
 * @amount: (out): the amount, where it was read
 *
 * Returns: what it came to
 */
ScImportAmountResult
sc_import_read_amount (const char   *text,
                       const char   *currency,
                       ScDecimalMark mark,
                       ScMoney      *amount)
{
  g_autofree char *around = NULL;
  g_autofree char *number = NULL;
  gboolean is_negative;
  char own[4];

  if (read_plain (text, currency, amount))
    return SC_IMPORT_AMOUNT_READ;
  if (is_dash (text))
    return SC_IMPORT_AMOUNT_NOTHING;

  number = cut_number (text, &around, &is_negative);
  if (!is_grouped (number) || !read_own_currency (around, currency, own))
    return SC_IMPORT_AMOUNT_WRONG;

  switch (sc_money_read (number, own, mark, amount))
    {
    case SC_AMOUNT_READ:
      return is_negative ? SC_IMPORT_AMOUNT_NEGATIVE : SC_IMPORT_AMOUNT_READ;

    case SC_AMOUNT_TOO_EXACT:
      return SC_IMPORT_AMOUNT_TOO_EXACT;

    case SC_AMOUNT_WRONG:
    case SC_AMOUNT_TOO_LARGE:
    default:
      return SC_IMPORT_AMOUNT_WRONG;
    }
}
