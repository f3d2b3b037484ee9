/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts as people type them, with thousands and millions in a letter or a word. */

#pragma once

#include "model/sc-money.h"

G_BEGIN_DECLS

ScAmountResult sc_amount_entry_read (const char        *text,
                                     const char        *currency,
                                     const char *const *known,
                                     ScMoney           *amount);
gboolean sc_amount_entry_is_measure (const char *text);

G_END_DECLS
