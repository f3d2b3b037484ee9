/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts as people and programs write them, with the sign of their currency. */

#pragma once

#include "model/sc-money.h"

G_BEGIN_DECLS

/**
 * ScAmountText:
 * @number: its digits, with the marks between them
 * @around: what stands in front of and behind them, signs of plus and minus left out
 * @is_negative: whether a minus or brackets say so
 *
 * An amount's text in its parts.
 */
typedef struct {
  char *number;
  char *around;
  gboolean is_negative;
} ScAmountText;

char *sc_amount_strip_spaces (const char *text);
void sc_amount_text_cut (ScAmountText *self,
                         const char   *text);
void sc_amount_text_clear (ScAmountText *self);
gboolean sc_amount_text_is_grouped (const ScAmountText *self);
ScAmountResult sc_amount_text_read (const char        *text,
                                    const char        *currency,
                                    const char *const *known,
                                    ScDecimalMark      mark,
                                    ScMoney           *amount);

gboolean sc_amount_share_read (const char *text,
                               ScMoney     whole,
                               ScMoney    *share);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScAmountText, sc_amount_text_clear)

G_END_DECLS
