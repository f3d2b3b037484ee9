/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints set text, with the letters that it stands for: a PDF is searched, copied and
 * read aloud by those. Where a word may be divided is no letter; where it is, a hyphen
 * is. */

#include "document/sc-paged-show.h"

#include <pango/pangocairo.h>

#include "document/sc-hyphenator.h"

#define LINK_COLOUR 0.10, 0.27, 0.53

/* The glyphs of a run, with the letters that each stands for. */
typedef struct {
  GString *letters;
  GArray *clusters; /* of cairo_text_cluster_t */
  GArray *glyphs; /* of cairo_glyph_t */
} Shown;

static void
shown_clear (Shown *self)
{
  g_string_free (self->letters, TRUE);
  g_array_unref (self->clusters);
  g_array_unref (self->glyphs);
}

/* Returns how many bytes were added. A place where a word may be divided is left out. */
static int
add_letters (GString    *letters,
             const char *text,
             guint       n)
{
  gsize before = letters->len;

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (text + i, SC_SOFT_HYPHEN))
      i += strlen (SC_SOFT_HYPHEN) - 1;
    else
      g_string_append_c (letters, text[i]);

  return (int) (letters->len - before);
}

/* Returns the glyph that is painted, %PANGO_GLYPH_EMPTY for none. A space that a line ends
 * with has none of Pango's; it is painted all the same, for cairo keeps letters without a
 * glyph as an ActualText within the paragraph, behind which poppler reads no further. */
static PangoGlyph
find_glyph (const PangoGlyphItem *run,
            const char           *text,
            int                   i)
{
  PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
  hb_codepoint_t space;

  if (glyph != PANGO_GLYPH_EMPTY || text[run->item->offset + run->glyphs->log_clusters[i]] != ' ')
    return glyph;

  return hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &space) ? space : glyph;
}

static int
count_glyphs (const PangoGlyphItem *run,
              const char           *text,
              int                   first,
              int                   n)
{
  int count = 0;

  for (int i = first; i < first + n; i++)
    if (find_glyph (run, text, i) != PANGO_GLYPH_EMPTY)
      count++;

  return count;
}

static void
collect_letters (Shown          *shown,
                 PangoGlyphItem *run,
                 const char     *text)
{
  PangoGlyphItemIter iter;

  for (gboolean is_there = pango_glyph_item_iter_init_start (&iter, run, text); is_there;
       is_there = pango_glyph_item_iter_next_cluster (&iter))
    {
      gboolean is_backward = iter.start_glyph > iter.end_glyph;
      int first = is_backward ? iter.end_glyph + 1 : iter.start_glyph;
      int n = is_backward ? iter.start_glyph - iter.end_glyph : iter.end_glyph - iter.start_glyph;
      cairo_text_cluster_t cluster = { 0, count_glyphs (run, text, first, n) };

      if (cluster.num_glyphs == 0)
        continue;
      cluster.num_bytes = add_letters (shown->letters, text + iter.start_index,
                                       (guint) (iter.end_index - iter.start_index));
      if (cluster.num_bytes == 0)
        cluster.num_bytes = add_letters (shown->letters, "-", 1);
      g_array_append_val (shown->clusters, cluster);
    }
}

/* Returns %FALSE where a glyph is in no font. */
static gboolean
collect_glyphs (Shown                *shown,
                const PangoGlyphItem *run,
                const char           *text,
                double                x,
                double                y)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      cairo_glyph_t glyph = {
        find_glyph (run, text, i), x + (double) info->geometry.x_offset / PANGO_SCALE, y + (double) info->geometry.y_offset / PANGO_SCALE,
      };

      if (info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG))
        return FALSE;
      if (glyph.index != PANGO_GLYPH_EMPTY)
        g_array_append_val (shown->glyphs, glyph);
      x += (double) info->geometry.width / PANGO_SCALE;
    }

  return TRUE;
}

static void
show_run (cairo_t        *cr,
          PangoGlyphItem *run,
          const char     *text,
          double          x,
          double          y)
{
  cairo_scaled_font_t *font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font));
  gboolean is_backward = run->item->analysis.level % 2 == 1;
  Shown shown = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t)),
                  g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)) };

  if (font != NULL && collect_glyphs (&shown, run, text, x, y))
    {
      collect_letters (&shown, run, text);
      cairo_set_scaled_font (cr, font);
      if (shown.clusters->len > 0)
        cairo_show_text_glyphs (cr, shown.letters->str, (int) shown.letters->len,
                                (const cairo_glyph_t *) (gpointer) shown.glyphs->data, (int) shown.glyphs->len,
                                (const cairo_text_cluster_t *) (gpointer) shown.clusters->data,
                                (int) shown.clusters->len, is_backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    }
  else
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, text, run);
    }
  shown_clear (&shown);
}

static void
show_linked (const ScBrush  *self,
             PangoGlyphItem *run,
             const char     *text,
             const char     *link,
             double          x,
             double          y)
{
  gboolean is_open = sc_tags_begin_link (self->tags, self->paged, link, NULL);

  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, LINK_COLOUR);
  show_run (self->cr, run, text, x, y);
  cairo_restore (self->cr);
  if (is_open)
    sc_tags_end_link (self->tags);
}

static void
show_line (const ScBrush   *self,
           const ScSetText *set,
           PangoLayoutLine *line,
           double           x,
           double           y)
{
  const char *text = pango_layout_get_text (set->layout);

  for (const GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      const ScSpan *span = sc_set_text_find_span (set, (guint) run->item->offset);

      if (span != NULL && span->link != NULL)
        show_linked (self, run, text, span->link, x, y);
      else
        show_run (self->cr, run, text, x, y);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}

/**
 * sc_brush_show_lines:
 * @self: what it is painted with
 * @text: a set text
 * @first: the first line of it that is painted
 * @n_lines: how many are
 * @x: the left of its width
 * @y: the top of the first line
 */
void
sc_brush_show_lines (const ScBrush   *self,
                     const ScSetText *text,
                     guint            first,
                     guint            n_lines,
                     double           x,
                     double           y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  for (guint i = 0; i < first + n_lines; i++)
    {
      PangoRectangle box;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      if (i >= first)
        {
          double ascent = (double) (pango_layout_iter_get_baseline (iter) - box.y) / PANGO_SCALE;
          double own = (double) box.height / PANGO_SCALE;
          double height = MAX (text->look.line_height, own);

          show_line (self, text, pango_layout_iter_get_line_readonly (iter), x + (double) box.x / PANGO_SCALE,
                     y + (height - own) / 2 + ascent);
          y += height;
        }
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}
