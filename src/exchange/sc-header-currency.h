/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headers of columns of amounts that say their currency. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_header_cut_currency (const char *header,
                              const char *of_table,
                              char        currency[4]);

G_END_DECLS
