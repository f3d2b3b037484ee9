/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a scheme as a file, in each format that there is. */

#pragma once

#include "diagram/sc-image.h"
#include "diagram/sc-sheet.h"

G_BEGIN_DECLS

/**
 * ScExportOptions:
 * @sheet: what to draw
 * @scale: pixels of a PNG for each of the scheme's, or 0 for two
 */
typedef struct {
  ScSheetOptions sheet;
  double scale;
} ScExportOptions;

/* The scheme as a person expects it in a file: title and legend, what happens
 * when a client refuses, in rows that make a sheet about as wide as a screen. */
#define SC_EXPORT_ASPECT 1.6
#define SC_EXPORT_OPTIONS(name, today) \
        ((ScExportOptions) { \
    .sheet = { .title = (name), .date = (today), .has_legend = TRUE, .aspect = SC_EXPORT_ASPECT, \
               .has_refusals = TRUE }, \
  })

GBytes *sc_export_to_bytes (const ScVersion       *version,
                            const ScExportOptions *options,
                            ScImageFormat          format,
                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sc_export_write (const ScVersion       *version,
                          const ScExportOptions *options,
                          ScImageFormat          format,
                          const char            *path,
                          GError               **error);

G_END_DECLS
