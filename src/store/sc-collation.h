/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys by which texts stand in the order of the user's language when they are compared
 * by their bytes, for lists that the database sorts. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_collation_make_key (const char *text,
                             gsize      *length);

G_END_DECLS
