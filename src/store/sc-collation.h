/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_collation_make_key (const char *text,
                             gsize      *length);

G_END_DECLS
