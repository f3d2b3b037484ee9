/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What two names have in common that are the same to a person: the key that a table
 * compares. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_name_make_key (const char *name);

G_END_DECLS
