/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts of money with their currency, as the user’s locale writes them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest amount that is taken in, in minor units: ten trillion rupiah or
 * rial with their two digits. Nine thousand of these still add up in 64 bits;
 * deals of one stage that are worth more together are refused, and what stages
 * and owners add up to is told up to a thousand of these. */
#define SC_MONEY_MAX G_GINT64_CONSTANT (1000000000000000)
#define SC_MONEY_MAX_SUM (1000 * SC_MONEY_MAX)

/**
 * ScMoney:
 * @minor: the amount in minor units of the currency (cents)
 * @currency: ISO 4217 code; empty where there is no amount
 */
typedef struct {
  gint64 minor;
  char currency[4];
} ScMoney;

/* Which mark stands in front of an amount's decimals. */
typedef enum {
  SC_DECIMAL_MARK_UNKNOWN,
  SC_DECIMAL_MARK_POINT,
  SC_DECIMAL_MARK_COMMA,
} ScDecimalMark;

#define SC_N_DECIMAL_MARKS (SC_DECIMAL_MARK_COMMA + 1)

/* What an amount's text came to; a number alone is neither nothing nor negative. */
typedef enum {
  SC_AMOUNT_READ,
  SC_AMOUNT_NOTHING,
  SC_AMOUNT_NEGATIVE,
  SC_AMOUNT_TOO_LARGE,
  SC_AMOUNT_TOO_EXACT,
  SC_AMOUNT_WRONG,
} ScAmountResult;

gboolean sc_currency_is_valid (const char *code);
guint sc_currency_get_digits (const char *code);
const char *sc_currency_get_default (void);
gboolean sc_money_is_set (ScMoney money);
gboolean sc_money_equal (ScMoney a,
                         ScMoney b);
ScMoney sc_money_new (gint64 minor,
                      const char *currency);
char *sc_money_to_text (ScMoney money);
char *sc_money_to_short_text (ScMoney money);
char *sc_money_to_plain (ScMoney money);
const char *sc_money_find_decimal_mark (const char *number,
                                        gboolean *is_certain);
ScAmountResult sc_money_read (const char *text,
                              const char *currency,
                              ScDecimalMark mark,
                              ScMoney *money);
gboolean sc_money_parse (const char *text,
                         const char *currency,
                         ScMoney *money);

G_END_DECLS
