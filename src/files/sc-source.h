/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a file that comes in, within bounds. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is taken in at most, of any file, and of one that is read as a whole. */
#define SC_MAX_FILE_BYTES (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define SC_MAX_WHOLE_BYTES (64 * 1024 * 1024)

int sc_source_open (const char *path,
                    gboolean    is_whole,
                    goffset    *size,
                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_source_set_error (GError    **error,
                          const char *path,
                          int         code);
GBytes *sc_source_read (const char *path,
                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
