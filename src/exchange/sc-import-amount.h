/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-money.h"

G_BEGIN_DECLS

gboolean sc_import_read_currency (const char *text,
                                  char        currency[4]);
gboolean sc_import_read_amount (const char *text,
                                const char *currency,
                                ScMoney    *amount);

G_END_DECLS
