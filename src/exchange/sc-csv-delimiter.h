/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what stands between the fields of a table. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize sc_csv_delimiter_find (const char *text,
                             char       *delimiter);

G_END_DECLS
