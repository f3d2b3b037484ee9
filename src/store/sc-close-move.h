/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the days on which deals should be won were put off. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

/**
 * ScCloseMove:
 * @deal_id: a deal
 * @at: when it happened
 * @from: the day on which it should have been won before; may be none
 * @to: the day on which it should be from then on; may be none
 *
 * A change of the day on which a deal should be won.
 */
typedef struct {
  gint64 deal_id;
  ScInstant at;
  ScDate from;
  ScDate to;
} ScCloseMove;

G_END_DECLS
