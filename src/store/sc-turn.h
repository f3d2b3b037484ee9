/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How what became of deals was changed again. */

#pragma once

#include "store/sc-fates.h"

G_BEGIN_DECLS

/**
 * ScTurn:
 * @deal_id: a deal
 * @at: when it happened
 * @from: what had been decided before
 * @to: what is decided from then on
 * @is_inferred: whether it was worked out, and not told
 *
 * A step of a deal whose decision was changed once or more.
 */
typedef struct {
  gint64 deal_id;
  ScInstant at;
  ScDecision from;
  ScDecision to;
  gboolean is_inferred;
} ScTurn;

G_END_DECLS
