/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How what deals are worth was changed, and when they were written down. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-money.h"

G_BEGIN_DECLS

/**
 * ScValueMove:
 * @deal_id: a deal
 * @at: when it happened
 * @from: what it was worth before; unset where nobody had said
 * @to: what it is worth from then on; unset where that was taken off
 *
 * A change of what a deal is worth.
 */
typedef struct {
  gint64 deal_id;
  ScInstant at;
  ScMoney from;
  ScMoney to;
} ScValueMove;

/**
 * ScRecorded:
 * @deal_id: a deal
 * @at: when it was written down
 */
typedef struct {
  gint64 deal_id;
  ScInstant at;
} ScRecorded;

G_END_DECLS
