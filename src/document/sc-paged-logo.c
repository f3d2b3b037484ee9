/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An organisation's logo on paper, from whatever picture somebody chose. One that can't
 * be read takes no room. */

#include "document/sc-paged-logo.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "document/sc-paged-flow.h"

#define MOST_WIDTH 170.0
#define MOST_HEIGHT 70.0
#define POINTS_PER_PIXEL 0.75

/* Dots for each point of paper: 300 dpi. */
#define SHARPNESS (300.0 / 72)

/* A picture that grows with the paper (SVG) is made as large as it is printed; others are
 * made smaller only. */
static void
choose_size (GdkPixbufLoader *loader,
             int              width,
             int              height,
             gpointer         user_data)
{
  double scale = MIN (MOST_WIDTH * SHARPNESS / MAX (width, 1), MOST_HEIGHT * SHARPNESS / MAX (height, 1));
  gboolean grows = gdk_pixbuf_format_is_scalable (gdk_pixbuf_loader_get_format (loader));

  if (scale < 1 || grows)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
}

static GdkPixbuf *
read_picture (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean is_read;
  GdkPixbuf *picture;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (choose_size), NULL);
  is_read = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  is_read = gdk_pixbuf_loader_close (loader, NULL) && is_read;
  picture = is_read ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;

  return picture != NULL ? g_object_ref (picture) : NULL;
}

/* cairo wants colours multiplied by how opaque they are. */
static guint32
convert_pixel (const guint8 *pixel,
               gboolean      has_alpha)
{
  guint32 alpha = has_alpha ? pixel[3] : 255;

  return alpha << 24 | (pixel[0] * alpha / 255) << 16 | (pixel[1] * alpha / 255) << 8 | (pixel[2] * alpha / 255);
}

static cairo_surface_t *
convert (GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture);
  int height = gdk_pixbuf_get_height (picture);
  int n = gdk_pixbuf_get_n_channels (picture);
  const guint8 *pixels = gdk_pixbuf_read_pixels (picture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                             y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        row[x] = convert_pixel (pixels + (gsize) y * gdk_pixbuf_get_rowstride (picture) + x * n, n == 4);
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

/* The picture is read once; a document has one logo. */
static cairo_surface_t *
get_surface (ScPaged       *paged,
             const ScBlock *logo)
{
  g_autoptr (GdkPixbuf) picture = NULL;

  if (paged->logo == logo)
    return paged->logo_surface;

  g_clear_pointer (&paged->logo_surface, cairo_surface_destroy);
  paged->logo = logo;
  picture = logo->logo != NULL ? read_picture (logo->logo) : NULL;
  if (picture != NULL)
    paged->logo_surface = convert (picture);

  return paged->logo_surface;
}

/**
 * sc_logo_measure:
 * @paged: a document on pages
 * @logo: a logo of it
 *
 * Returns: where it stands from the left of the page's text, and how large it is; no
 *   height where it can't be read
 */
ScBox
sc_logo_measure (ScPaged       *paged,
                 const ScBlock *logo)
{
  cairo_surface_t *surface = get_surface (paged, logo);
  double width;
  double height;
  double scale;

  if (surface == NULL || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return (ScBox) { 0, 0, 0, 0 }
  ;

  width = MAX (cairo_image_surface_get_width (surface), 1);
  height = MAX (cairo_image_surface_get_height (surface), 1);
  scale = MIN (MIN (MOST_WIDTH / width, MOST_HEIGHT / height), POINTS_PER_PIXEL);

  return (ScBox) { (sc_flow_get_width (paged) - width * scale) / 2, 0, width *scale, height *scale };
}

/**
 * sc_logo_paint:
 * @paged: a document on pages
 * @piece: a logo on a page
 * @cr: where to paint it
 */
void
sc_logo_paint (ScPaged       *paged,
               const ScPiece *piece,
               cairo_t       *cr)
{
  cairo_surface_t *surface = get_surface (paged, piece->source);
  double scale;

  if (surface == NULL)
    return;

  scale = piece->box.height / cairo_image_surface_get_height (surface);
  cairo_save (cr);
  cairo_translate (cr, piece->box.x, piece->box.y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
