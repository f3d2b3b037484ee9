/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and other texts as programs write them, with spaces that nobody sees. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_text_strip (char *text);
gboolean sc_text_is_blank (const char *text);
gboolean sc_text_has_letter (const char *text);
char *sc_name_squeeze (const char *name);

G_END_DECLS
