/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a document as PDF: the pages that the view shows. */

#include "document/sc-document-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "document/sc-paged-paint.h"
#include "document/sc-paged-tags.h"
#include "document/sc-paged.h"
#include "document/sc-pdf-finish.h"

/* cairo writes in small pieces, of which so much is put out at a time. */
#define PIECE_BYTES (64 * 1024)

typedef struct {
  ScOutput *output;
  GString *waiting;
} Pages;

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  Pages *self = closure;

  g_string_append_len (self->waiting, (const char *) data, length);
  if (self->waiting->len >= PIECE_BYTES)
    sc_output_put_out (self->output, self->waiting);

  return CAIRO_STATUS_SUCCESS;
}

/* Every page is part of one structure, which ends before the last one is shown. Where
 * @is_own, the document goes page by page. */
static void
paint_pages (ScPaged         *paged,
             cairo_surface_t *surface,
             gboolean         is_own)
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
      if (is_own && page + 1 < n)
        sc_paged_forget_before (paged, page + 1);
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

static gboolean
write_pages (ScPaged  *paged,
             gboolean  is_own,
             ScOutput *output,
             GError  **error)
{
  g_autoptr (GString) waiting = g_string_new (NULL);
  Pages pages = { output, waiting };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, &pages, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  cairo_status_t status;

  set_metadata (sc_paged_get_document (paged), surface);
  paint_pages (paged, surface, is_own);
  add_bookmarks (paged, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  sc_output_put_out (output, waiting);
  if (status == CAIRO_STATUS_SUCCESS)
    return sc_output_check (output, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is cairo's reason. */
               _("The document could not be drawn: %s."), cairo_status_to_string (status));

  return FALSE;
}

/**
 * sc_document_write_pdf:
 * @document: a document
 * @output: where it is written to as a PDF file, the same for the same document
 * @error: of %SC_FILES_ERROR or %G_IO_ERROR
 *
 * Returns: whether it could be made
 */
gboolean
sc_document_write_pdf (const ScDocument *document,
                       ScOutput         *output,
                       GError          **error)
{
  gboolean is_brief = document->retell != NULL;
  g_autoptr (ScDocument) whole = is_brief ? sc_document_expand (document) : sc_document_ref ((ScDocument *) document);
  g_autoptr (ScPaged) paged = sc_paged_new (whole, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  g_autoptr (ScOutput) pages = sc_output_new_scratch (error);
  g_autoptr (GPtrArray) descriptions = NULL;

  sc_paged_layout (paged, G_MAXUINT);
  descriptions = sc_paged_list_descriptions (paged);
  if (pages == NULL || !write_pages (paged, is_brief, pages, error))
    return FALSE;

  /* What completes the file needs as much memory as they have. */
  g_clear_pointer (&paged, sc_paged_free);
  g_clear_pointer (&whole, sc_document_unref);

  return sc_pdf_finish (pages, document->language == SC_LANGUAGE_RU ? "ru-RU" : "en-US",
                        (const char *const *) descriptions->pdata, output, error);
}
