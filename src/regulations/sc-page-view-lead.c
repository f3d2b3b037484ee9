/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Leads to what is looked for in the pages of a document: to a section, which becomes the
 * current one, and to each place where some words stand. */

#include "regulations/sc-page-view-private.h"

#include <glib/gi18n-lib.h>

/**
 * sc_page_view_get_current:
 * @self: a view of pages
 *
 * Returns: (transfer none) (nullable): the section that is the current one
 */
const ScSection *
sc_page_view_get_current (ScPageView *self)
{
  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), NULL);

  return self->paged != NULL && self->current_id != NULL
         ? sc_document_find_section (sc_paged_get_document (self->paged), self->current_id) : NULL;
}

static void append_blocks (GString         *text,
                           const GPtrArray *blocks);

static void
append_spans (GString         *text,
              const GPtrArray *spans)
{
  g_autofree char *words = sc_spans_to_text (spans);

  if (*words != '\0')
    g_string_append_printf (text, "%s\n", words);
}

static void
append_table (GString       *text,
              const ScTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const GPtrArray *row = table->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        append_spans (text, ((const ScTableCell *) row->pdata[j])->spans);
    }
}

static void
append_block (GString       *text,
              const ScBlock *block)
{
  if (block->spans != NULL)
    append_spans (text, block->spans);
  for (guint i = 0; block->items != NULL && i < block->items->len; i++)
    append_blocks (text, block->items->pdata[i]);
  if (block->table != NULL)
    append_table (text, block->table);
  if (block->figure != NULL)
    g_string_append_printf (text, "%s\n", block->figure->description);
}

static void
append_blocks (GString         *text,
               const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    append_block (text, blocks->pdata[i]);
}

/* Everything that a section says, for who hears it. */
static char *
describe (ScPageView      *self,
          const ScSection *section)
{
  ScLanguage language = sc_paged_get_document (self->paged)->language;
  g_autofree char *heading = section->heading[0] != '\0' ? sc_section_to_heading (section, language)
                                                         : sc_number_to_label (section->number, language);
  GString *text = g_string_new (NULL);

  if (section->is_stale)
    /* Translators: a section of the regulations */
    g_string_append_printf (text, _("%s, words to be looked through"), heading);
  else
    g_string_append (text, heading);
  g_string_append_c (text, '\n');
  append_blocks (text, section->blocks);
  g_strstrip (text->str);

  return g_string_free (text, FALSE);
}

static void
tell (ScPageView      *self,
      const ScSection *section)
{
  g_autofree char *text = describe (self, section);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Makes a section the current one. */
void
sc_page_view_set_current (ScPageView      *self,
                          const ScSection *section,
                          gboolean         is_told)
{
  if (g_strcmp0 (self->current_id, section->id) != 0)
    {
      g_set_str (&self->current_id, section->id);
      g_signal_emit_by_name (self, "current-changed");
    }
  if (is_told)
    tell (self, section);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Scrolls as little as shows a box, its beginning if it is larger than the view. */
void
sc_page_view_scroll_to (ScPageView  *self,
                        const ScBox *box)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double seen = gtk_widget_get_height (GTK_WIDGET (self));
  double value = gtk_adjustment_get_value (vertical);

  if (box->y + box->height > value + seen - SC_PAGE_GAP)
    value = box->y + box->height - seen + SC_PAGE_GAP;
  if (box->y < value + SC_PAGE_GAP)
    value = box->y - SC_PAGE_GAP;
  gtk_adjustment_set_value (vertical, value);
  gtk_adjustment_clamp_page (horizontal, box->x, box->x + MIN (box->width, gtk_widget_get_width (GTK_WIDGET (self))));
}

/**
 * sc_page_view_show_start:
 * @self: a view of pages
 *
 * Shows the first page, with no section as the current one.
 */
void
sc_page_view_show_start (ScPageView *self)
{
  g_return_if_fail (SC_IS_PAGE_VIEW (self));

  g_clear_pointer (&self->awaited_id, g_free);
  if (self->current_id != NULL)
    {
      g_clear_pointer (&self->current_id, g_free);
      g_signal_emit_by_name (self, "current-changed");
    }
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_page_view_show_section:
 * @self: a view of pages
 * @section_id: a section of its document
 *
 * Makes it the current one, at the top of what is seen, as soon as its page is laid out.
 *
 * Returns: whether there is such a section
 */
gboolean
sc_page_view_show_section (ScPageView *self,
                           const char *section_id)
{
  const ScPagedPlace *place;
  const ScSection *section;
  ScBox box;

  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), FALSE);

  section = self->paged != NULL ? sc_document_find_section (sc_paged_get_document (self->paged), section_id) : NULL;
  if (section == NULL)
    return FALSE;

  place = sc_paged_find (self->paged, section_id);
  if (place == NULL && !sc_paged_is_whole (self->paged))
    {
      g_set_str (&self->awaited_id, section_id);
      return TRUE;
    }

  sc_page_view_set_current (self, section, FALSE);
  if (place != NULL && self->adjustments[1] != NULL)
    {
      box = sc_page_view_get_box (self, place->page, &place->box);
      gtk_adjustment_set_value (self->adjustments[1], box.y - SC_PAGE_GAP);
    }

  return TRUE;
}

/**
 * sc_page_view_get_section_area:
 * @self: a view of pages
 * @section_id: a section of its document
 * @area: (out): where it stands in the view, as it is scrolled
 *
 * Returns: whether it is laid out
 */
gboolean
sc_page_view_get_section_area (ScPageView   *self,
                               const char   *section_id,
                               GdkRectangle *area)
{
  const ScPagedPlace *place;
  ScBox box;

  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), FALSE);

  place = self->paged != NULL ? sc_paged_find (self->paged, section_id) : NULL;
  if (place == NULL)
    return FALSE;

  box = sc_page_view_get_box (self, place->page, &place->box);
  *area = (GdkRectangle) {
    (int) (box.x - gtk_adjustment_get_value (self->adjustments[0])),
    (int) (box.y - gtk_adjustment_get_value (self->adjustments[1])),
    (int) box.width, (int) box.height,
  };

  return TRUE;
}

static void
show_hit (ScPageView *self)
{
  const ScPagedHit *hit = &g_array_index (self->hits, ScPagedHit, self->hit);
  const ScPagedPlace *place = sc_paged_pick (self->paged, hit->page, hit->box.x + 1, hit->box.y + hit->box.height / 2);
  ScBox box = sc_page_view_get_box (self, hit->page, &hit->box);

  if (place != NULL)
    sc_page_view_set_current (self, place->section, FALSE);
  sc_page_view_scroll_to (self, &box);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_page_view_mark:
 * @self: a view of pages
 * @text: (nullable): what to look for, without case; nothing to stop looking
 *
 * Marks what is found, and leads nowhere.
 *
 * Returns: how often it was found
 */
guint
sc_page_view_mark (ScPageView *self,
                   const char *text)
{
  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), 0);

  g_clear_pointer (&self->hits, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (text == NULL || *text == '\0' || self->paged == NULL)
    return 0;

  sc_paged_layout (self->paged, G_MAXUINT);
  sc_page_view_take_pages (self);
  self->hits = sc_paged_search (self->paged, text);
  self->hit = self->hits->len > 0 ? MIN (self->hit, self->hits->len - 1) : 0;

  return self->hits->len;
}

/**
 * sc_page_view_find:
 * @self: a view of pages
 * @text: (nullable): what to look for, without case; nothing to stop looking
 *
 * Marks what is found, and leads to the first of it that is on show or comes after.
 *
 * Returns: how often it was found
 */
guint
sc_page_view_find (ScPageView *self,
                   const char *text)
{
  guint n_found = sc_page_view_mark (self, text);
  double seen_from;

  if (n_found == 0)
    return 0;

  seen_from = gtk_adjustment_get_value (self->adjustments[1]);
  self->hit = 0;
  for (guint i = 0; i < n_found; i++)
    {
      const ScPagedHit *hit = &g_array_index (self->hits, ScPagedHit, i);

      if (sc_page_view_get_box (self, hit->page, &hit->box).y >= seen_from)
        {
          self->hit = i;
          break;
        }
    }
  show_hit (self);

  return n_found;
}

/**
 * sc_page_view_get_shown_hit:
 * @self: a view of pages
 *
 * Returns: which of what was found is shown, from 1; 0 where nothing was found
 */
guint
sc_page_view_get_shown_hit (ScPageView *self)
{
  return sc_page_view_get_n_found (self) > 0 ? self->hit + 1 : 0;
}

/**
 * sc_page_view_get_n_found:
 * @self: a view of pages
 *
 * Returns: how often what is looked for was found
 */
guint
sc_page_view_get_n_found (ScPageView *self)
{
  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), 0);

  return self->hits != NULL ? self->hits->len : 0;
}

/**
 * sc_page_view_step_find:
 * @self: a view of pages
 * @step: 1 to the next of what was found, -1 to the one before, 0 to stay
 *
 * Behind the last comes the first.
 *
 * Returns: which of them is shown, from 1; 0 where nothing was found
 */
guint
sc_page_view_step_find (ScPageView *self,
                        int         step)
{
  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), 0);

  if (self->hits == NULL || self->hits->len == 0)
    return 0;

  self->hit = (self->hit + self->hits->len + (guint) step) % self->hits->len;
  show_hit (self);

  return self->hit + 1;
}
