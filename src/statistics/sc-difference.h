/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By how much two shares differ. */

#pragma once

#include "statistics/sc-share.h"

G_BEGIN_DECLS

/* A difference between shares that somebody would do something about. */
#define SC_DIFFERENCE_THAT_MATTERS 0.15

/**
 * ScDifference:
 * @value: the later share less the earlier one
 * @low: the lower end of its 95 % interval
 * @high: the upper end
 */
typedef struct {
  double value;
  double low;
  double high;
} ScDifference;

gboolean sc_difference_make (const ScShare *from,
                             const ScShare *to,
                             ScDifference  *difference);
gboolean sc_difference_is_told (const ScDifference *self);
guint sc_difference_count_needed (const ScShare *from,
                                  const ScShare *to);

G_END_DECLS
