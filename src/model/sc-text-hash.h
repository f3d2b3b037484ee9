/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers for texts, for tables of very many of them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 sc_text_hash_long (const char *text);
guint sc_text_hash (gconstpointer text);

G_END_DECLS
