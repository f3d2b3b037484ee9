/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints the pages of a document: what stands on them, and what stands around that. */

#include "document/sc-paged-paint.h"

#include <pango/pangocairo.h>

#include "document/sc-paged-flow.h"
#include "document/sc-paged-table.h"

#define LINE_WIDTH 0.5
#define RUNNING_TOP 32.0
#define RUNNING_BOTTOM 40.0

static void
show_lines (const ScSetText *text,
            guint            first,
            guint            n_lines,
            double           x,
            double           y,
            cairo_t         *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  for (guint i = 0; i < first + n_lines; i++)
    {
      PangoRectangle box;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      if (i >= first)
        {
          double ascent = (double) (pango_layout_iter_get_baseline (iter) - box.y) / PANGO_SCALE;

          height = MAX (text->look.line_height, (double) box.height / PANGO_SCALE);
          cairo_move_to (cr, x + (double) box.x / PANGO_SCALE,
                         y + (height - (double) box.height / PANGO_SCALE) / 2 + ascent);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
          y += height;
        }
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

static void
paint_text (ScPaged       *self,
            const ScPiece *piece,
            cairo_t       *cr)
{
  show_lines (sc_paged_set_piece (self, piece), piece->first, piece->n_lines, piece->box.x, piece->box.y, cr);
}

static void
paint_label (ScPaged       *self,
             const ScPiece *piece,
             cairo_t       *cr)
{
  show_lines (sc_paged_set_piece (self, piece), 0, 1, piece->box.x, piece->box.y, cr);
}

static void
frame_cell (const ScCellPlace *place,
            cairo_t           *cr)
{
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_rectangle (cr, place->box.x, place->box.y, place->box.width, place->box.height);
  cairo_stroke (cr);
}

static void
paint_row (ScPaged       *self,
           const ScPiece *piece,
           cairo_t       *cr)
{
  const ScBlock *block = piece->source;

  for (guint i = 0; i < sc_table_count_cells (piece); i++)
    {
      ScCellPlace place = sc_table_place_cell (self, piece, i);

      if (!block->table->is_plain)
        frame_cell (&place, cr);
      show_lines (sc_paged_set_cell (self, place.cell, place.style, place.text.width), place.first, place.n_lines,
                  place.text.x, place.text.y, cr);
    }
}

static void
paint_rule (const ScPiece *piece,
            cairo_t       *cr)
{
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_move_to (cr, piece->box.x, piece->box.y);
  cairo_rel_line_to (cr, piece->box.width, 0);
  cairo_stroke (cr);
}

static void
paint_piece (ScPaged       *self,
             const ScPiece *piece,
             cairo_t       *cr)
{
  switch ((ScPieceKind) piece->kind)
    {
    case SC_PIECE_HEADING:
    case SC_PIECE_ENTRY:
    case SC_PIECE_TEXT:
    case SC_PIECE_CAPTION:
      paint_text (self, piece, cr);
      break;
    case SC_PIECE_LABEL:
      paint_label (self, piece, cr);
      break;
    case SC_PIECE_ROW:
      paint_row (self, piece, cr);
      break;
    case SC_PIECE_RULE:
      paint_rule (piece, cr);
      break;
    case SC_PIECE_BAR:
    case SC_PIECE_FIGURE:
    case SC_PIECE_LOGO:
    default:
      break;
    }
}

/**
 * sc_paged_paint_page:
 * @self: a document on pages
 * @page: which page, from 0
 * @cr: where to paint it, in points from its upper left corner
 */
void
sc_paged_paint_page (ScPaged *self,
                     guint    page,
                     cairo_t *cr)
{
  guint first = g_array_index (self->pages, ScPage, page).first_piece;
  guint end = page + 1 < self->pages->len ? g_array_index (self->pages, ScPage, page + 1).first_piece
                                          : self->pieces->len;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = first; i < end; i++)
    paint_piece (self, sc_paged_piece (self, i), cr);
  cairo_restore (cr);
}
