/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A payment that came in. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-money.h"

G_BEGIN_DECLS

/**
 * ScReceipt:
 * @deal_id: of which deal
 * @day: when it came in
 * @amount: how much
 *
 * A payment that came in.
 */
typedef struct {
  gint64 deal_id;
  ScDate day;
  ScMoney amount;
} ScReceipt;

G_END_DECLS
