/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates and amounts as rows have them, written without a byte of memory. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-money.h"

G_BEGIN_DECLS

/* An amount and its currency. */
#define SC_IMPORT_MONEY_BUFFER 32

const char *sc_import_text_date (ScDate date,
                                 char   buffer[SC_DATE_BUFFER]);
const char *sc_import_text_money (ScMoney money,
                                  char    buffer[SC_IMPORT_MONEY_BUFFER]);

G_END_DECLS
