/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was left out of lists that were read, because a row holds what it can't.
 * Emits “changed” in the main thread when there is the first one. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SC_TYPE_BAD_ROWS (sc_bad_rows_get_type ())
G_DECLARE_FINAL_TYPE (ScBadRows, sc_bad_rows, SC, BAD_ROWS, GObject)

ScBadRows *sc_bad_rows_new (void);
void sc_bad_rows_add (ScBadRows  *self,
                      const char *problem);
guint sc_bad_rows_get_n_rows (ScBadRows *self);
GStrv sc_bad_rows_list (ScBadRows *self);

G_END_DECLS
