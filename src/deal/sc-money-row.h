/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for an amount and its currency, which is chosen beside it or typed with it. */

#pragma once

#include "model/sc-money.h"
#include "widgets/sc-field-row.h"

G_BEGIN_DECLS

#define SC_TYPE_MONEY_ROW (sc_money_row_get_type ())
G_DECLARE_FINAL_TYPE (ScMoneyRow, sc_money_row, SC, MONEY_ROW, ScFieldRow)

GtkWidget *sc_money_row_new (void);
void sc_money_row_set_currencies (ScMoneyRow        *self,
                                  const char *const *currencies);
void sc_money_row_set_money (ScMoneyRow *self,
                             ScMoney     money);
ScMoney sc_money_row_get_money (ScMoneyRow *self);

void sc_money_row_take_shares (ScMoneyRow *self,
                               ScMoney     whole);
gboolean sc_money_row_is_share (ScMoneyRow *self);

G_END_DECLS
