/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many columns let a scheme come out largest in the place that it has. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ScColumnsMeasure:
 * @n_columns: how many cards a row has
 * @is_wide: (out): whether it is the width by which no larger size fits
 * @user_data: the caller's
 *
 * Returns: how large a scheme with such rows comes out
 */
typedef double (*ScColumnsMeasure) (guint     n_columns,
                                    gboolean *is_wide,
                                    gpointer  user_data);

guint sc_columns_choose (guint            n_stages,
                         ScColumnsMeasure measure,
                         gpointer         user_data);

G_END_DECLS
