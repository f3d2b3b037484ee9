/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a document as PDF: the pages that the view shows. */

#include "document/sc-document-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "document/sc-paged-paint.h"
#include "document/sc-paged-tags.h"
#include "document/sc-paged.h"
#include "document/sc-pdf-finish.h"

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Every page is part of one structure, which ends before the last one is shown. */
static void
paint_pages (ScPaged         *paged,
             cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  g_autoptr (ScTags) tags = sc_tags_new (paged);
  guint n = sc_paged_get_n_pages (paged);

  for (guint page = 0; page < n; page++)
    {
      double width;
      double height;

      sc_paged_get_page_size (paged, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      sc_paged_paint_page (paged, page, cr, tags);
      if (page + 1 == n)
        sc_tags_finish (tags);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

static void
add_bookmarks (ScPaged         *paged,
               cairo_surface_t *surface)
{
  const GPtrArray *sections = sc_paged_get_document (paged)->sections;
  int above = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < sections->len; i++)
    {
      const ScSection *section = sections->pdata[i];
      g_autofree char *target = sc_section_is_in_contents (section) ? sc_tags_make_target (paged, section->id) : NULL;
      g_autofree char *name = NULL;
      int bookmark;

      if (target == NULL)
        continue;
      name = sc_section_to_heading (section, sc_paged_get_document (paged)->language);
      bookmark = cairo_pdf_surface_add_outline (surface, section->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : above, name,
                                                target, section->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      if (section->level == 1)
        above = bookmark;
    }
}

static void
set_metadata (const ScDocument *self,
              cairo_surface_t  *surface)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Stagecraft");
  if (*self->author != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  if (*self->subject != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subject);
}

static GBytes *
write_pages (ScPaged *paged,
             GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  cairo_status_t status;

  set_metadata (sc_paged_get_document (paged), surface);
  paint_pages (paged, surface);
  add_bookmarks (paged, surface);
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

/**
 * sc_document_to_pdf:
 * @self: a document
 * @error: of %G_IO_ERROR
 *
 * Returns: (transfer full): it as a PDF file, the same for the same document; or %NULL with
 *   @error set
 */
GBytes *
sc_document_to_pdf (const ScDocument *self,
                    GError          **error)
{
  g_autoptr (ScPaged) paged = sc_paged_new ((ScDocument *) self, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  g_autoptr (GPtrArray) descriptions = NULL;
  g_autoptr (GBytes) pages = NULL;

  sc_paged_layout (paged, G_MAXUINT);
  descriptions = sc_paged_list_descriptions (paged);
  pages = write_pages (paged, error);
  g_clear_pointer (&paged, sc_paged_free);
  if (pages == NULL)
    return NULL;

  return sc_pdf_finish (pages, self->language == SC_LANGUAGE_RU ? "ru-RU" : "en-US",
                        (const char *const *) descriptions->pdata, error);
}
