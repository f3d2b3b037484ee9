/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often the days on which deals should be won are put off, and by how much. */

#pragma once

#include "statistics/sc-figures.h"
#include "store/sc-fates.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScSlips:
 * @n_dated: deals that have such a day, or had one that was put off
 * @n_moved: those whose day was put off, once or more
 * @n_often: those whose day was put off three times and more
 * @n_moves: how often that was, each time counted
 * @median_days: by how many days of the calendar half of these times at most, or
 *   %SC_FIGURE_NONE
 * @n_kept: those whose day was never put off and still holds: decided by then, or not yet
 *   over
 *
 * How days are kept to.
 */
typedef struct {
  guint n_dated;
  guint n_moved;
  guint n_often;
  guint n_moves;
  double median_days;
  guint n_kept;
} ScSlips;

gboolean sc_slips_read (ScStore              *store,
                        const ScFiguresQuery *query,
                        const ScFates        *fates,
                        ScSlips              *slips,
                        GCancellable         *cancellable,
                        GError              **error);

G_END_DECLS
