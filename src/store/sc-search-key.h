/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_search_make_key (const char *text);
GStrv sc_search_split (const char *text);

G_END_DECLS
