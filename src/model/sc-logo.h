/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An organisation's logo: a picture as a file has it, and as text. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a picture may be at most, as a file. */
#define SC_LOGO_MAX_BYTES (2 * 1024 * 1024)

const char *sc_logo_get_media_type (GBytes *logo);
char *sc_logo_to_uri (GBytes *logo);
GBytes *sc_logo_from_uri (const char *uri);

G_END_DECLS
