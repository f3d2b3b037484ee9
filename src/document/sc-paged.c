/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document laid out on pages as far as somebody looks, and where everything stands
 * there. */

#include "document/sc-paged.h"

#include "document/sc-paged-blocks.h"
#include "document/sc-paged-figure.h"
#include "document/sc-paged-flow.h"
#include "document/sc-paged-paint.h"
#include "document/sc-paged-text.h"

/**
 * sc_paged_new:
 * @document: a document
 * @width: the width of its pages, in points
 * @height: their height
 *
 * Returns: (transfer full): it on pages, of which none is laid out yet
 */
ScPaged *
sc_paged_new (ScDocument *document,
              double      width,
              double      height)
{
  ScPaged *self = g_new0 (ScPaged, 1);

  self->document = sc_document_ref (document);
  self->width = width;
  self->height = height;
  self->density = (ScDensity) { 1, 1 };
  self->pango = sc_paged_make_pango ();
  self->hyphenator = sc_hyphenator_new ();
  self->pages = g_array_new (FALSE, FALSE, sizeof (ScPage));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (ScPiece));
  self->contexts = g_array_new (FALSE, FALSE, sizeof (ScContext));
  self->places = g_array_new (FALSE, FALSE, sizeof (ScPagedPlace));
  self->row_parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->places_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = sc_set_texts_new ();
  self->flow.waiting = g_array_new (FALSE, FALSE, sizeof (ScChunk));
  self->flow.headers = g_array_new (FALSE, FALSE, sizeof (ScChunk));

  return self;
}

/**
 * sc_paged_free:
 * @self: (transfer full): a document on pages
 */
void
sc_paged_free (ScPaged *self)
{
  sc_flow_clear (self);
  g_array_unref (self->flow.waiting);
  g_array_unref (self->flow.headers);
  g_clear_pointer (&self->plan, sc_figure_plan_free);
  g_clear_pointer (&self->logo_surface, cairo_surface_destroy);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->places_by_id);
  g_ptr_array_unref (self->row_parts);
  g_array_unref (self->places);
  g_array_unref (self->contexts);
  g_array_unref (self->pieces);
  g_array_unref (self->pages);
  g_object_unref (self->pango);
  sc_hyphenator_free (self->hyphenator);
  sc_document_unref (self->document);
  g_free (self);
}

/**
 * sc_paged_get_document:
 * @self: a document on pages
 *
 * Returns: (transfer none): the document
 */
ScDocument *
sc_paged_get_document (const ScPaged *self)
{
  return self->document;
}

/* From the largest type down; the last has the smallest there is. */
static const ScDensity densities[] = {
  { 0.92, 1 }, { 0.85, 1 }, { 0.85, 2 }, { 0.8, 2 }, { 0.75, 2 }, { 0.7, 2 }, { 0.65, 2 }, { 0.65, 3 }, { 0.6, 3 },
  { SC_PAPER_LEAST_SIZE / 12, 3 },
};

/* Takes everything off the pages. */
static void
start (ScPaged *self)
{
  g_array_set_size (self->contexts, 0);
  g_ptr_array_set_size (self->row_parts, 0);
  g_hash_table_remove_all (self->texts);
  self->next_section = 0;
  self->next_block = 0;
  self->is_whole = FALSE;
  sc_flow_clear (self);
}

/* Lays out the next heading or block. */
static void
step (ScPaged *self)
{
  const ScSection *section;

  if (self->next_section >= self->document->sections->len)
    {
      sc_flow_release (self);
      self->is_whole = TRUE;
      return;
    }

  section = sc_paged_section (self, self->next_section);
  if (self->next_block == 0)
    sc_paged_begin_section (self, self->next_section);
  if (self->next_block < section->blocks->len)
    sc_paged_add_block (self, self->next_section, self->next_block);
  self->next_block++;
  if (self->next_block >= section->blocks->len)
    {
      self->next_section++;
      self->next_block = 0;
    }
}

/* Takes the largest type with which the document goes on its pages. */
static void
choose_density (ScPaged *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (densities); i++)
    {
      self->density = densities[i];
      start (self);
      while (!self->is_whole && self->pages->len <= self->document->max_pages)
        step (self);
      if (self->is_whole && self->pages->len <= self->document->max_pages)
        return;
    }
}

/**
 * sc_paged_layout:
 * @self: a document on pages
 * @up_to_page: a page, from 0, or %G_MAXUINT for all of them
 *
 * Lays it out until that page is there, or its end is.
 *
 * Returns: whether the page is there
 */
gboolean
sc_paged_layout (ScPaged *self,
                 guint    up_to_page)
{
  if (!self->is_started)
    {
      self->is_started = TRUE;
      start (self);
      if (self->document->is_dense)
        choose_density (self);
    }

  while (!self->is_whole && up_to_page >= sc_paged_get_n_pages (self))
    step (self);

  return up_to_page < sc_paged_get_n_pages (self);
}

/**
 * sc_paged_get_n_pages:
 * @self: a document on pages
 *
 * Returns: how many of its pages are laid out to their end
 */
guint
sc_paged_get_n_pages (const ScPaged *self)
{
  return self->is_whole || self->pages->len == 0 ? self->pages->len : self->pages->len - 1;
}

/**
 * sc_paged_is_whole:
 * @self: a document on pages
 *
 * Returns: whether all of its pages are laid out
 */
gboolean
sc_paged_is_whole (const ScPaged *self)
{
  return self->is_whole;
}

/**
 * sc_paged_is_overfull:
 * @self: a document on pages, laid out to its end
 *
 * Returns: whether it takes more pages than it may, for smaller type can't be read
 */
gboolean
sc_paged_is_overfull (const ScPaged *self)
{
  return self->document->is_dense && self->is_whole && self->pages->len > self->document->max_pages;
}

/**
 * sc_paged_get_page_size:
 * @self: a document on pages
 * @page: a page, from 0
 * @width: (out): how wide it is, in points
 * @height: (out): how high it is
 */
void
sc_paged_get_page_size (const ScPaged *self,
                        guint          page,
                        double        *width,
                        double        *height)
{
  gboolean is_lying = page < self->pages->len && g_array_index (self->pages, ScPage, page).is_lying;

  *width = is_lying ? self->height : self->width;
  *height = is_lying ? self->width : self->height;
}

/**
 * sc_paged_paint:
 * @self: a document on pages
 * @page: a page that is laid out, from 0
 * @cr: where to paint it, in points from its upper left corner
 */
void
sc_paged_paint (ScPaged *self,
                guint    page,
                cairo_t *cr)
{
  g_return_if_fail (page < self->pages->len);

  sc_paged_paint_page (self, page, cr, NULL);
}

/**
 * sc_paged_get_n_places:
 * @self: a document on pages
 *
 * Returns: how many places there are, in the order of the document
 */
guint
sc_paged_get_n_places (const ScPaged *self)
{
  return self->places->len;
}

/**
 * sc_paged_get_place:
 * @self: a document on pages
 * @position: which place
 *
 * Returns: (transfer none): the place, until more is laid out
 */
const ScPagedPlace *
sc_paged_get_place (const ScPaged *self,
                    guint          position)
{
  return &g_array_index (self->places, ScPagedPlace, position);
}

/**
 * sc_paged_find:
 * @self: a document on pages
 * @section_id: a section
 *
 * Returns: (transfer none) (nullable): where the section begins, until more is laid out;
 *   %NULL where it stands on no page, or not yet
 */
const ScPagedPlace *
sc_paged_find (const ScPaged *self,
               const char    *section_id)
{
  return sc_paged_get_first_place (self, section_id);
}

/**
 * sc_paged_pick:
 * @self: a document on pages
 * @page: a page, from 0
 * @x: a point on it
 * @y: the same
 *
 * Returns: (transfer none) (nullable): the section that stands there, until more is laid
 *   out
 */
const ScPagedPlace *
sc_paged_pick (const ScPaged *self,
               guint          page,
               double         x,
               double         y)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const ScPagedPlace *place = sc_paged_get_place (self, i);
      const ScBox *box = &place->box;

      if (place->page == page && x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height)
        return place;
    }

  return NULL;
}

/**
 * sc_paged_list_descriptions:
 * @self: a document on pages
 *
 * Returns: (transfer full) (element-type utf8): what each figure on the pages that are
 *   laid out shows, in order, and %NULL behind the last
 */
GPtrArray *
sc_paged_list_descriptions (const ScPaged *self)
{
  GPtrArray *descriptions = g_ptr_array_new_with_free_func (g_free);
  gconstpointer last = NULL;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ScPiece *piece = sc_paged_piece (self, i);
      const ScBlock *block = piece->source;

      if ((piece->kind != SC_PIECE_FIGURE && piece->kind != SC_PIECE_LOGO) || block == last)
        continue;
      last = block;
      g_ptr_array_add (descriptions, g_strdup (piece->kind == SC_PIECE_FIGURE ? block->figure->description
                                                                              : self->document->author));
    }
  g_ptr_array_add (descriptions, NULL);

  return descriptions;
}

/**
 * sc_paged_forget_before:
 * @self: a document on pages, laid out to its end, which nobody else has
 * @page: a page, from 0
 *
 * Frees what stands on the pages before it alone: these are neither painted nor searched
 * any more.
 */
void
sc_paged_forget_before (ScPaged *self,
                        guint    page)
{
  guint first = g_array_index (self->pages, ScPage, page).first_piece;
  guint end = first < self->pieces->len ? sc_paged_piece (self, first)->section : 0;

  for (; self->n_forgotten < end; self->n_forgotten++)
    g_ptr_array_set_size (sc_paged_section (self, self->n_forgotten)->blocks, 0);
}
