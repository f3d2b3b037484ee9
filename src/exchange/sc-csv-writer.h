/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sc_csv_append (GString    *text,
                    const char *field,
                    gboolean    is_last);
void sc_csv_append_text (GString    *text,
                         const char *field,
                         gboolean    is_last);

G_END_DECLS
