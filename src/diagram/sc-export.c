/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a scheme as a file, in each format that there is. */

#include "diagram/sc-export.h"

#include "files/sc-file.h"

/**
 * sc_export_to_bytes:
 * @version: a version
 * @options: what to draw, and how large
 * @format: in which format
 * @error: of %SC_DIAGRAM_ERROR
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
sc_export_to_bytes (const ScVersion       *version,
                    const ScExportOptions *options,
                    ScImageFormat          format,
                    GError               **error)
{
  ScImageOptions image = { options->sheet.title != NULL ? options->sheet.title : "", NULL, options->scale };
  g_autoptr (ScSheet) sheet = sc_sheet_new (version, &options->sheet, NULL);
  g_autoptr (ScDrawing) drawing = sc_sheet_draw (sheet);

  return sc_image_to_bytes (drawing, &image, format, error);
}

/**
 * sc_export_write:
 * @version: a version
 * @options: what to draw, and how large
 * @format: in which format
 * @path: where to
 * @error: of %SC_DIAGRAM_ERROR or %SC_FILES_ERROR
 *
 * Writes the file whole or not at all: where it fails, what was there before
 * is still there.
 *
 * Returns: whether it was written
 */
gboolean
sc_export_write (const ScVersion       *version,
                 const ScExportOptions *options,
                 ScImageFormat          format,
                 const char            *path,
                 GError               **error)
{
  g_autoptr (GBytes) bytes = sc_export_to_bytes (version, options, format, error);

  return bytes != NULL && sc_file_replace (path, bytes, error);
}
