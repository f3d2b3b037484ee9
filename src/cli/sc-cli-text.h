/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints texts for people, of which nothing speaks to their terminal. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a terminal may be given of a text that came from elsewhere. */
char *sc_cli_text_make_safe (const char *text);

G_END_DECLS
