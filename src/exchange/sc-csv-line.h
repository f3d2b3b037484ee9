/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a line of a table without quotation marks, as most are. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize sc_csv_cut_line (const char *text,
                       gsize       length,
                       char        delimiter,
                       GString    *row,
                       GArray     *starts);

G_END_DECLS
