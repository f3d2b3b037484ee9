/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts of a table: their currency, and which mark stands in front of their
 * decimals, which a column tells as a whole. */

#pragma once

#include "model/sc-amount.h"

G_BEGIN_DECLS

/**
 * ScAmountEvidence:
 * @is_told: whether an amount tells its decimal mark by itself, by mark
 * @unclear: what there is of amounts that can be read in two ways
 * @example: one of these, empty where there is none
 *
 * What the texts of a column tell of its amounts: whether a point or a comma
 * stands in front of decimals.
 */
typedef struct {
  gboolean is_told[SC_N_DECIMAL_MARKS];
  guint unclear;
  char example[24];
} ScAmountEvidence;

const char *sc_decimal_mark_get_id (ScDecimalMark mark);
gboolean sc_decimal_mark_from_id (const char    *id,
                                  ScDecimalMark *mark);

void sc_amount_evidence_add (ScAmountEvidence *self,
                             const char       *text);
gboolean sc_amount_evidence_get_mark (const ScAmountEvidence *self,
                                      const char             *currency,
                                      ScDecimalMark          *mark);

gboolean sc_import_currency_is_unsaid (const char *text);
gboolean sc_import_read_currency (const char *text,
                                  const char *of_table,
                                  char        currency[4]);
gboolean sc_import_choose_currency (const char *text,
                                    const char *of_table,
                                    char        currency[4]);
ScAmountResult sc_import_read_amount (const char   *text,
                                      const char   *currency,
                                      ScDecimalMark mark,
                                      ScMoney      *amount);

G_END_DECLS
