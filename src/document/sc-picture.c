/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheme has as many cards in a row as can be read on a page, and is cut between rows
 * where it is higher than one. */

#include "document/sc-picture.h"

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "diagram/sc-export.h"
#include "diagram/sc-svg.h"

#define POINTS_PER_PIXEL 0.75

/* With more in a row of a page the smallest type would be below seven points. */
#define MOST_COLUMNS 3

/* Pixels of a PNG for each point of paper: about 180 to an inch. */
#define SHARPNESS 2.5

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Returns the part as PNG, @scale points for each of the drawing's pixels. */
static GBytes *
paint_part (const ScDrawing *drawing,
            ScBox            part,
            double           scale,
            GError         **error)
{
  double sharp = scale * SHARPNESS;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (part.width * sharp),
                                                         (int) ceil (part.height * sharp));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, sharp, sharp);
  cairo_translate (cr, -part.x, -part.y);
  sc_drawing_paint_part (drawing, cr, part);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, SC_DIAGRAM_ERROR, SC_DIAGRAM_ERROR_FAILED,
               /* Translators: %s is cairo's reason. */
               _("The scheme could not be drawn: %s."), cairo_status_to_string (status));

  return NULL;
}

/* Returns where parts end that are no higher than @most, if rows allow. */
static GArray *
find_ends (const ScSheet *sheet,
           double         most)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cuts = sc_sheet_find_row_cuts (sheet);
  double height = sc_sheet_get_height (sheet);
  double start = 0;

  for (guint i = 0; i < cuts->len && height - start > most; i++)
    {
      double cut = g_array_index (cuts, double, i);
      double next = i + 1 < cuts->len ? g_array_index (cuts, double, i + 1) : height;

      if (next - start <= most)
        continue;
      g_array_append_val (ends, cut);
      start = cut;
    }
  g_array_append_val (ends, height);

  return ends;
}

/* The whole is described once, where it begins. */
static char *
describe_part (const ScFigure *figure,
               guint           number,
               guint           n_parts)
{
  if (number == 0)
    return g_strdup (figure->description);

  return g_strdup_printf (figure->continuation, number + 1, n_parts);
}

static ScPicture *
draw_part (const ScFigure  *figure,
           const ScDrawing *drawing,
           ScBox            part,
           char            *description,
           double           scale,
           gboolean         has_png,
           GError         **error)
{
  g_autoptr (ScPicture) picture = g_new0 (ScPicture, 1);

  picture->description = description;
  picture->width = part.width * scale;
  picture->height = part.height * scale;
  picture->svg = g_string_free_to_bytes (sc_svg_write_part (drawing, figure->caption, description, part));
  if (has_png)
    {
      picture->png = paint_part (drawing, part, scale, error);
      if (picture->png == NULL)
        return NULL;
    }

  return g_steal_pointer (&picture);
}

/**
 * sc_picture_draw_figure:
 * @figure: a figure of a document
 * @width: how wide a page is in points
 * @height: how high, what else stands on it taken off
 * @has_png: whether PNGs are wanted besides
 * @func: gets the figure's parts from the top
 * @data: for @func
 * @error: of %SC_DIAGRAM_ERROR
 *
 * Returns: whether all of it could be drawn
 */
gboolean
sc_picture_draw_figure (const ScFigure *figure,
                        double          width,
                        double          height,
                        gboolean        has_png,
                        ScPictureFunc   func,
                        gpointer        data,
                        GError        **error)
{
  guint n_columns = CLAMP (figure->version->stages->len, 1, MOST_COLUMNS);
  ScSheetOptions options = {
    .has_legend = TRUE, .width = sc_layout_measure_columns (n_columns), .has_refusals = TRUE,
  };
  g_autoptr (ScSheet) sheet = sc_sheet_new (figure->version, &options, NULL);
  g_autoptr (ScDrawing) drawing = sc_sheet_draw (sheet);
  double scale = MIN (width / sc_sheet_get_width (sheet), POINTS_PER_PIXEL);
  g_autoptr (GArray) ends = find_ends (sheet, height / scale);
  double start = 0;

  for (guint i = 0; i < ends->len; i++)
    {
      double end = g_array_index (ends, double, i);
      ScBox part = { 0, start, sc_sheet_get_width (sheet), end - start };
      g_autoptr (ScPicture) picture = draw_part (figure, drawing, part, describe_part (figure, i, ends->len), scale, has_png,
                                                 error);

      if (picture == NULL)
        return FALSE;
      func (picture, i + 1 == ends->len, data);
      start = end;
    }

  return TRUE;
}

/* What the loader is to make of a picture: one of SVG is as sharp as paper wants it. */
static void
choose_size (GdkPixbufLoader *loader,
             int              width,
             int              height,
             gpointer         user_data)
{
  const ScPicture *room = user_data;
  double scale = MIN (room->width * SHARPNESS / MAX (width, 1), room->height * SHARPNESS / MAX (height, 1));

  if (scale < 1 || gdk_pixbuf_format_is_scalable (gdk_pixbuf_loader_get_format (loader)))
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
}

static GdkPixbuf *
read_pixels (GBytes    *bytes,
             ScPicture *room)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean is_read;
  GdkPixbuf *pixels;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (choose_size), room);
  is_read = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  is_read = gdk_pixbuf_loader_close (loader, NULL) && is_read;
  pixels = is_read ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;

  return pixels != NULL ? g_object_ref (pixels) : NULL;
}

/**
 * sc_picture_read_logo:
 * @logo: (nullable): a picture in any format that can be read
 * @width: how wide it may be in points
 * @height: how high
 *
 * Returns: (transfer full) (nullable): it as PNG, or %NULL where it can't be read
 */
ScPicture *
sc_picture_read_logo (GBytes *logo,
                      double  width,
                      double  height)
{
  g_autoptr (ScPicture) picture = g_new0 (ScPicture, 1);
  g_autoptr (GdkPixbuf) pixels = NULL;
  char *png;
  gsize length;
  double scale;

  picture->width = width;
  picture->height = height;
  pixels = logo != NULL ? read_pixels (logo, picture) : NULL;
  if (pixels == NULL || !gdk_pixbuf_save_to_buffer (pixels, &png, &length, "png", NULL, NULL))
    return NULL;

  picture->png = g_bytes_new_take (png, length);
  scale = MIN (width / gdk_pixbuf_get_width (pixels), height / gdk_pixbuf_get_height (pixels));
  scale = MIN (scale, POINTS_PER_PIXEL);
  picture->width = gdk_pixbuf_get_width (pixels) * scale;
  picture->height = gdk_pixbuf_get_height (pixels) * scale;

  return g_steal_pointer (&picture);
}

/**
 * sc_picture_free:
 * @self: (transfer full): a picture
 */
void
sc_picture_free (ScPicture *self)
{
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->png, g_bytes_unref);
  g_free (self->description);
  g_free (self);
}
