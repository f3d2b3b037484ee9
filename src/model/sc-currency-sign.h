/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people call a currency: its code, its sign, a word. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sc_currency_from_sign (const char        *sign,
                                const char *const *known,
                                char               code[4]);

G_END_DECLS
