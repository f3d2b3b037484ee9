/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Schemes on paper without a print dialog. */

#include "diagram/sc-paper.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "diagram/sc-export.h"

#define MARGIN 34.0

/* In points, upright; the names as printers have them (PWG 5101.1). */
static const struct {
  const char *name;
  double width;
  double height;
} sizes[] = {
  { "A5", 419.53, 595.28 },
  { "A4", 595.28, 841.89 },
  { "A3", 841.89, 1190.55 },
  { "A2", 1190.55, 1683.78 },
  { "A1", 1683.78, 2383.94 },
  { "A0", 2383.94, 3370.39 },
  { "Letter", 612, 792 },
  { "Legal", 612, 1008 },
  { "Tabloid", 792, 1224 },
};

/**
 * sc_paper_get_name:
 * @position: which size, from 0
 *
 * Returns: (nullable): what it is called, or %NULL behind the last
 */
const char *
sc_paper_get_name (guint position)
{
  return position < G_N_ELEMENTS (sizes) ? sizes[position].name : NULL;
}

/**
 * sc_paper_list_names:
 * @separator: what stands between two
 *
 * Returns: (transfer full): the names of all sizes
 */
char *
sc_paper_list_names (const char *separator)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? separator : "", sizes[i].name);

  return g_string_free_and_steal (list);
}

/**
 * sc_paper_from_name:
 * @name: the size's name, as sc_paper_get_name() has it, without regard to case
 * @is_landscape: whether it lies
 * @paper: (out): the paper
 *
 * Returns: whether there is such a size
 */
gboolean
sc_paper_from_name (const char *name,
                    gboolean    is_landscape,
                    ScPaper    *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_ascii_strcasecmp (name, sizes[i].name) == 0)
      {
        paper->width = is_landscape ? sizes[i].height : sizes[i].width;
        paper->height = is_landscape ? sizes[i].width : sizes[i].height;
        paper->margin = MARGIN;
        return TRUE;
      }

  return FALSE;
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
paint_pages (const ScPaper   *self,
             const ScPages   *pages,
             cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint page = 0; page < sc_pages_get_n_pages (pages); page++)
    {
      cairo_save (cr);
      cairo_translate (cr, self->margin, self->margin);
      sc_pages_paint (pages, page, cr);
      cairo_restore (cr);
      cairo_show_page (cr);
    }

  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/**
 * sc_paper_make_pdf:
 * @self: the paper
 * @version: a version
 * @options: how to lay it on paper; width and height are the paper's without
 *   its margins, whatever they say
 * @error: of %SC_DIAGRAM_ERROR
 *
 * Returns: (transfer full): the pages as a PDF file, or %NULL with @error set
 */
GBytes *
sc_paper_make_pdf (const ScPaper        *self,
                   const ScVersion      *version,
                   const ScPagesOptions *options,
                   GError              **error)
{
  ScPagesOptions ours = *options;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (ScPages) pages = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, self->width, self->height);
  cairo_status_t status;

  ours.width = self->width - 2 * self->margin;
  ours.height = self->height - 2 * self->margin;
  pages = sc_pages_new (version, &ours, NULL);
  sc_pdf_set_metadata (surface, options->title);
  status = paint_pages (self, pages, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, SC_DIAGRAM_ERROR, SC_DIAGRAM_ERROR_FAILED, _("The scheme could not be drawn: %s."),
               cairo_status_to_string (status));

  return NULL;
}
