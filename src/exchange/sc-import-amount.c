/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts of a table: their currency, and which mark stands in front of their
 * decimals, which a column tells as a whole. */

#include "exchange/sc-import-amount.h"

#include <string.h>

#include "model/sc-amount.h"
#include "model/sc-currency-sign.h"

/* What a sign that several countries share means, where nothing says another:
 * the currencies that tables without a word about it are in. */
static const char *const unsaid[] = { "USD", "JPY", NULL };

/* SuiteCRM and SugarCRM write it for the currency that all else is reckoned in. */
#define BASE_CURRENCY "-99"

/**
 * sc_import_currency_is_unsaid:
 * @text: what a table calls a currency
 *
 * Returns: whether that is nothing: the cell is empty, or has what some programs
 *   write for their base currency
 */
gboolean
sc_import_currency_is_unsaid (const char *text)
{
  return text[0] == '\0' || g_str_equal (text, BASE_CURRENCY);
}

/**
 * sc_import_read_currency:
 * @text: what a table calls a currency
 * @of_table: (nullable): the code of the currency that the table is in; an empty
 *   one is none
 * @currency: (out): its code in ISO 4217
 *
 * Returns: whether @text is a currency's code or sign
 */
gboolean
sc_import_read_currency (const char *text,
                         const char *of_table,
                         char        currency[4])
{
  const char *const known[] = { of_table != NULL ? of_table : unsaid[0], unsaid[0], unsaid[1], NULL };
  g_autofree char *trimmed = sc_amount_strip_spaces (text);

  return sc_currency_from_sign (trimmed, known, currency);
}

/**
 * sc_import_choose_currency:
 * @text: what the table calls the currency of a row; empty for nothing
 * @of_table: the code of the currency that the table is in; empty for none
 * @currency: (out): what the row's amount is in where it does not say it itself; what
 *   the table is in where @text can't be read
 *
 * Returns: whether @text can be read, or says nothing
 */
gboolean
sc_import_choose_currency (const char *text,
                           const char *of_table,
                           char        currency[4])
{
  g_strlcpy (currency, of_table[0] != '\0' ? of_table : sc_currency_get_default (), 4);

  return sc_import_currency_is_unsaid (text) || sc_import_read_currency (text, of_table, currency);
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
ScAmountResult
sc_import_read_amount (const char   *text,
                       const char   *currency,
                       ScDecimalMark mark,
                       ScMoney      *amount)
{
  return sc_amount_text_read (text, currency, unsaid, mark, amount);
}

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
 * Takes a text into account; one without a mark tells nothing, and none tells more when
 * it comes again.
 */
void
sc_amount_evidence_add (ScAmountEvidence *self,
                        const char       *text)
{
  g_auto (ScAmountText) parts = { 0 };
  gboolean is_certain;
  const char *mark;
  guint unclear;
  char own[4];

  if (strpbrk (text, ".,") == NULL)
    return;
  sc_amount_text_cut (&parts, text);
  if (parts.number[strspn (parts.number, "0123456789., '")] != '\0' || !sc_amount_text_is_grouped (&parts))
    return;

  mark = sc_money_find_decimal_mark (parts.number, &is_certain);
  if (is_certain)
    {
      self->is_told[find_told_mark (parts.number, mark)] = TRUE;
      return;
    }

  if (*mark == ',')
    unclear = UNCLEAR_COMMA;
  else
    unclear = g_str_equal (mark + 1, "000") ? UNCLEAR_POINT_ZEROS : UNCLEAR_POINT;
  if (parts.around[0] != '\0' && sc_import_read_currency (parts.around, NULL, own))
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
  gboolean has_point = self->is_told[SC_DECIMAL_MARK_POINT];
  gboolean has_comma = self->is_told[SC_DECIMAL_MARK_COMMA];

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
