/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the cells of a table besides what they say. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_cell_read (char    *text,
                    gboolean is_raw);

G_END_DECLS
