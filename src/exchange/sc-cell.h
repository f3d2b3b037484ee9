/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a table say, and what its columns are called. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_cell_read (char    *text,
                    gboolean is_raw);
char *sc_cell_name_column (char *header,
                           guint number);

G_END_DECLS
