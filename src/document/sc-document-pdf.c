/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a document as PDF: the pages that the view shows. */

#include "document/sc-document-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "document/sc-paged.h"

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
paint_pages (ScPaged         *paged,
             cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  for (guint page = 0; page < sc_paged_get_n_pages (paged); page++)
    {
      double width;
      double height;

      sc_paged_get_page_size (paged, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      sc_paged_paint (paged, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

/**
 * sc_document_to_pdf:
 * @self: a document
 * @error: of %G_IO_ERROR
 *
 * Returns: (transfer full): it as a PDF file, or %NULL with @error set
 */
GBytes *
sc_document_to_pdf (const ScDocument *self,
                    GError          **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (ScPaged) paged = sc_paged_new ((ScDocument *) self, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  cairo_status_t status;

  sc_paged_layout (paged, G_MAXUINT);
  paint_pages (paged, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is cairo's reason. */
               _("The document could not be drawn: %s."), cairo_status_to_string (status));

  return NULL;
}
