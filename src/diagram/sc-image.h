/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a drawing, of a scheme or a chart, in each format that pictures have. */

#pragma once

#include <gio/gio.h>

#include "diagram/sc-drawing.h"
#include "files/sc-file-format.h"

G_BEGIN_DECLS

#define SC_DIAGRAM_ERROR (sc_diagram_error_quark ())

typedef enum {
  SC_DIAGRAM_ERROR_TOO_LARGE,
  SC_DIAGRAM_ERROR_FAILED,
} ScDiagramError;

GQuark sc_diagram_error_quark (void);

/* In the order in which they are offered. */
typedef enum {
  SC_IMAGE_PDF,
  SC_IMAGE_SVG,
  SC_IMAGE_PNG,
  SC_N_IMAGE_FORMATS,
} ScImageFormat;

const ScFileFormat *sc_image_format_describe (ScImageFormat format);
gboolean sc_image_format_from_id (const char    *id,
                                  ScImageFormat *format);

/**
 * ScImageOptions:
 * @title: the picture's title, for what shows or indexes the file
 * @description: (nullable): what it shows, for who can't see it
 * @scale: pixels of a PNG for each of the drawing's, or 0 for two
 */
typedef struct {
  const char *title;
  const char *description;
  double scale;
} ScImageOptions;

GBytes *sc_image_to_bytes (const ScDrawing      *drawing,
                           const ScImageOptions *options,
                           ScImageFormat         format,
                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void sc_pdf_set_metadata (cairo_surface_t *surface,
                          const char      *title);

G_END_DECLS
