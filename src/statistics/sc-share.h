/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A share of cases with the interval that it may lie in. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* With fewer cases a figure says nothing and is not given. */
#define SC_FEWEST_CASES 10

/* What 97.5 % of a normal distribution are below. */
#define SC_NORMAL_975 1.959963984540054

/**
 * ScShare:
 * @n: how many of @of
 * @of: of how many
 * @value: the share
 * @low: the lower end of its 95 % interval
 * @high: the upper end
 */
typedef struct {
  guint n;
  guint of;
  double value;
  double low;
  double high;
} ScShare;

gboolean sc_share_make (guint    n,
                        guint    of,
                        ScShare *share);

G_END_DECLS
