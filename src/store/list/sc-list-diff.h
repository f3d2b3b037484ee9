/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the fewest steps from one list of ids to another. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One step from a list to another: at @position, @n_removed rows go and
 * @n_added rows come, which stand at @position of the new list in the end too.
 * Steps are taken in order. */
typedef struct {
  guint position;
  guint n_removed;
  guint n_added;
} ScSplice;

GArray *sc_list_diff (GArray *before,
                      GArray *after);

G_END_DECLS
