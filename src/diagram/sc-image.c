/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a drawing, of a scheme or a chart, in each format that pictures have. */

#include "diagram/sc-image.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "diagram/sc-svg.h"
#include "model/sc-date.h"

/* Pixels are 96 to an inch, points 72. */
#define POINTS_PER_PIXEL 0.75

/* cairo's images have at most this many pixels a side, and nobody wants the
 * memory of more of them in all. */
#define MAX_SIDE 32767.0
#define MAX_PIXELS 400e6

/* PDF's pages are at most 200 inches a side. */
#define MAX_POINTS 14400.0

/* What is drawn smaller than this, by itself, nobody can read. A PDF can be
 * looked at as large as one likes, but its places are only so exact. */
#define MIN_PNG_SCALE 0.7
#define MIN_PDF_SCALE (POINTS_PER_PIXEL / 2)

G_DEFINE_QUARK (sc - diagram - error - quark, sc_diagram_error);

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status,
              GError       **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, SC_DIAGRAM_ERROR, SC_DIAGRAM_ERROR_FAILED,
               /* Translators: %s is cairo's reason. */
               _("It could not be drawn: %s."), cairo_status_to_string (status));

  return FALSE;
}

static cairo_status_t
paint (cairo_surface_t *surface,
       const ScDrawing *drawing,
       double           scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  sc_drawing_paint (drawing, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/**
 * sc_pdf_set_metadata:
 * @surface: a PDF surface
 * @title: (nullable): the document's title
 */
void
sc_pdf_set_metadata (cairo_surface_t *surface,
                     const char      *title)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (sc_clock_now () / G_USEC_PER_SEC);
  g_autofree char *made = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Stagecraft");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
}

static gboolean
check_scale (double      scale,
             double      least,
             const char *message,
             GError    **error)
{
  if (scale >= least)
    return TRUE;

  g_set_error_literal (error, SC_DIAGRAM_ERROR, SC_DIAGRAM_ERROR_TOO_LARGE, message);

  return FALSE;
}

/* A drawing larger than a page can be is made smaller, not cut. */
static gboolean
write_pdf (const ScDrawing      *drawing,
           const ScImageOptions *options,
           GByteArray           *bytes,
           GError              **error)
{
  double size = MAX (sc_drawing_get_width (drawing), sc_drawing_get_height (drawing));
  double scale = MIN (POINTS_PER_PIXEL, MAX_POINTS / size);
  cairo_surface_t *surface;
  cairo_status_t status;

  if (!check_scale (scale, MIN_PDF_SCALE,
                    _("The scheme is too large for a PDF of one page on which it can be read. Choose SVG, or print it on "
                      "several pages."), error))
    return FALSE;

  surface = cairo_pdf_surface_create_for_stream (append, bytes, sc_drawing_get_width (drawing) * scale,
                                                 sc_drawing_get_height (drawing) * scale);
  sc_pdf_set_metadata (surface, options->title);
  status = paint (surface, drawing, scale);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return check_status (status, error);
}

/* How many times as large a PNG of a wall-sized scheme may still be. */
static double
choose_scale (const ScDrawing *drawing)
{
  double width = sc_drawing_get_width (drawing);
  double height = sc_drawing_get_height (drawing);
  double most = MIN (MAX_SIDE / MAX (width, height), sqrt (MAX_PIXELS / 4 / (width * height)));

  return MIN (2, most);
}

static gboolean
write_png (const ScDrawing      *drawing,
           const ScImageOptions *options,
           GByteArray           *bytes,
           GError              **error)
{
  double scale = options->scale;
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (scale <= 0)
    {
      scale = choose_scale (drawing);
      if (!check_scale (scale, MIN_PNG_SCALE,
                        _("The scheme is too large for a PNG in which it can be read. Choose SVG."), error))
        return FALSE;
    }
  width = ceil (sc_drawing_get_width (drawing) * scale);
  height = ceil (sc_drawing_get_height (drawing) * scale);
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    {
      g_set_error (error, SC_DIAGRAM_ERROR, SC_DIAGRAM_ERROR_TOO_LARGE,
                   _("The scheme is too large for a PNG of %.0f by %.0f pixels. Choose a smaller scale, SVG or PDF."),
                   width, height);
      return FALSE;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  status = paint (surface, drawing, scale);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);

  return check_status (status, error);
}

static gboolean
write_svg (const ScDrawing      *drawing,
           const ScImageOptions *options,
           GByteArray           *bytes,
           GError              **error)
{
  ScBox whole = { 0, 0, sc_drawing_get_width (drawing), sc_drawing_get_height (drawing) };
  g_autoptr (GBytes) svg = g_string_free_to_bytes (sc_svg_write_part (drawing, options->title, options->description, whole));
  gsize length;
  const guint8 *data = g_bytes_get_data (svg, &length);

  g_byte_array_append (bytes, data, (guint) length);

  return TRUE;
}

/* Each format that there is: whoever offers, reads or writes one asks here. */
static const struct {
  ScFileFormat file;
  gboolean (*write)(const ScDrawing      *drawing,
                    const ScImageOptions *options,
                    GByteArray           *bytes,
                    GError              **error);
} formats[] = {
  [SC_IMAGE_PDF] = { { "pdf", N_("PDF"), N_("To send and to print"), "application/pdf" }, write_pdf },
  [SC_IMAGE_SVG] = { { "svg", N_("SVG"), N_("A drawing for documents and web pages"), "image/svg+xml" }, write_svg },
  [SC_IMAGE_PNG] = { { "png", N_("PNG"), N_("A picture for slides and chats"), "image/png" }, write_png },
};

/**
 * sc_image_format_describe:
 * @format: a format
 *
 * Returns: what it is called, and what its files are
 */
const ScFileFormat *
sc_image_format_describe (ScImageFormat format)
{
  g_return_val_if_fail (format < SC_N_IMAGE_FORMATS, NULL);

  return &formats[format].file;
}

/**
 * sc_image_format_from_id:
 * @id: a name as sc_image_format_describe() gives it
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
sc_image_format_from_id (const char    *id,
                         ScImageFormat *format)
{
  for (guint i = 0; i < SC_N_IMAGE_FORMATS; i++)
    if (g_strcmp0 (id, formats[i].file.id) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_image_to_bytes:
 * @drawing: a drawing
 * @options: what it is called, and how large it is to be
 * @format: in which format
 * @error: of %SC_DIAGRAM_ERROR
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
sc_image_to_bytes (const ScDrawing      *drawing,
                   const ScImageOptions *options,
                   ScImageFormat         format,
                   GError              **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_return_val_if_fail (format < SC_N_IMAGE_FORMATS, NULL);

  return formats[format].write (drawing, options, bytes, error)
         ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
