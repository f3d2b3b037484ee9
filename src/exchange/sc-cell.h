/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the cells of a table besides what they say. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sc_cell_is_formula (const char *text);
char *sc_cell_read (char    *text,
                    gboolean is_raw);

G_END_DECLS
