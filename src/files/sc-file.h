/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a file whole or not at all. */

#pragma once

#include "files/sc-output.h"

G_BEGIN_DECLS

/**
 * ScFileFill:
 * @output: what writes the file, which is empty
 * @data: what sc_file_write() got
 * @error: why it can't be made
 *
 * Writes what a file is to hold. What can't be written to @output is told by who called.
 *
 * Returns: whether it could be made
 */
typedef gboolean (*ScFileFill) (ScOutput *output,
                                gpointer  data,
                                GError  **error);

gboolean sc_file_write (const char *path,
                        ScFileFill  fill,
                        gpointer    data,
                        GError    **error);
gboolean sc_file_replace (const char *path,
                          GBytes     *contents,
                          GError    **error);

G_END_DECLS
