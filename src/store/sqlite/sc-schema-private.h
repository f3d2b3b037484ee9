/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps that make the database’s tables, and the checksum of what they make. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint sc_schema_get_version (void);
const char *sc_schema_get_checksum (void);
const char *sc_schema_get_step (guint    version,
                                GError **error);

G_END_DECLS
