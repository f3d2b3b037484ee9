/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a file whole or not at all. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sc_file_replace (const char *path,
                          GBytes     *contents,
                          GError    **error);

G_END_DECLS
