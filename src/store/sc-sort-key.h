/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys that sort as bytes do, and between any two of which there is another. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sc_sort_key_is_valid (const char *key);
char *sc_sort_key_between (const char *before,
                           const char *after);

G_END_DECLS
