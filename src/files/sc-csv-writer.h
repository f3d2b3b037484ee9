/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the fields of a table as RFC 4180 has it, for exports. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sc_csv_is_formula (const char *text);
void sc_csv_append (GString    *text,
                    const char *field,
                    gboolean    is_last);
void sc_csv_append_text (GString    *text,
                         const char *field,
                         gboolean    is_last);

G_END_DECLS
