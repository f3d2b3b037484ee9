/* SPDX-License-Identifier: GPL-3.0-or-later */

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
gboolean sc_money_parse (const char *text,
                         const char *currency,
                         ScMoney *money);

G_END_DECLS
