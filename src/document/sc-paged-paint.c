/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints the pages of a document: lines, heads and feet first, for these are not what it
 * says, and then that. */

#include "document/sc-paged-paint.h"

#include "document/sc-paged-figure.h"
#include "document/sc-paged-flow.h"
#include "document/sc-paged-logo.h"
#include "document/sc-paged-show.h"
#include "document/sc-paged-table.h"

#define LINE_WIDTH 0.5
#define HEAD_TOP 30.0
#define HEAD_LINE 46.0
#define FOOT_BOTTOM 42.0
#define DENSE_HEAD_TOP 20.0
#define DENSE_HEAD_LINE 36.0
#define DENSE_FOOT_BOTTOM 32.0
#define STAMP_PADDING 5.0
#define BAR_GAP 8.0
#define LEADER_GAP 4.0
#define LEADER_END 20.0

static void
set_grey (cairo_t *cr,
          double   grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static void
paint_line (const ScBrush *brush,
            double         x,
            double         y,
            double         to_x,
            double         to_y,
            double         width)
{
  cairo_set_line_width (brush->cr, width);
  cairo_move_to (brush->cr, x, y);
  cairo_line_to (brush->cr, to_x, to_y);
  cairo_stroke (brush->cr);
}

static void
frame_row (const ScBrush *brush,
           const ScPiece *row)
{
  const ScBlock *block = row->source;

  if (block->table->is_plain)
    return;

  for (guint i = 0; i < sc_table_count_cells (row); i++)
    {
      ScBox box = sc_table_place_cell (brush->paged, row, i).box;

      if (row->index < block->table->n_header_rows)
        {
          set_grey (brush->cr, 0.94);
          cairo_rectangle (brush->cr, box.x, box.y, box.width, box.height);
          cairo_fill (brush->cr);
        }
      set_grey (brush->cr, 0);
      cairo_set_line_width (brush->cr, LINE_WIDTH);
      cairo_rectangle (brush->cr, box.x, box.y, box.width, box.height);
      cairo_stroke (brush->cr);
    }
}

static void
show_cell (const ScBrush     *brush,
           const ScCellPlace *place)
{
  const ScSetText *text = sc_paged_set_cell (brush->paged, place->cell, place->style, place->text.width);

  sc_brush_show_lines (brush, text, place->first, place->n_lines, place->text.x, place->text.y);
}

static void
show_row (const ScBrush *brush,
          const ScPiece *row)
{
  for (guint i = 0; i < sc_table_count_cells (row); i++)
    {
      ScCellPlace place = sc_table_place_cell (brush->paged, row, i);

      sc_tags_enter_cell (brush->tags, place.cell);
      show_cell (brush, &place);
    }
}

static double
measure_dot (const ScBrush *brush,
             ScPaperStyle   style)
{
  PangoRectangle box;

  pango_layout_get_extents (sc_paged_set_words (brush->paged, ".", style, -1)->layout, NULL, &box);

  return MAX ((double) box.width / PANGO_SCALE, 1);
}

/* Dots from where a line of the contents ends to the number of its page. */
static void
paint_leader (const ScBrush *brush,
              const ScPiece *entry)
{
  const ScSetText *text = sc_paged_set_piece (brush->paged, entry);
  guint last = sc_set_text_count_lines (text) - 1;
  double right = entry->box.x + entry->box.width + SC_ENTRY_NUMBER - LEADER_END;
  double y = entry->box.y + entry->box.height - text->look.line_height;
  g_autoptr (GString) dots = g_string_new (NULL);
  PangoRectangle box;
  double x;

  if (entry->first + entry->n_lines <= last)
    return;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (text->layout, (int) last), NULL, &box);
  x = entry->box.x + (double) box.width / PANGO_SCALE + LEADER_GAP;
  for (double step = measure_dot (brush, entry->style); x + (double) (dots->len + 1) * step < right;)
    g_string_append_c (dots, '.');
  text = sc_paged_set_words (brush->paged, dots->str, entry->style, -1);
  pango_layout_get_extents (text->layout, NULL, &box);
  sc_brush_show_lines (brush, text, 0, 1, right - (double) box.width / PANGO_SCALE, y);
}

static gboolean
is_quoted (const ScPaged *paged,
           const ScPiece *piece)
{
  for (guint i = piece->context; i != SC_NO_CONTEXT; i = g_array_index (paged->contexts, ScContext, i).parent)
    if (g_array_index (paged->contexts, ScContext, i).kind == SC_CONTEXT_QUOTE)
      return TRUE;

  return FALSE;
}

static void
paint_code_ground (const ScBrush *brush,
                   const ScPiece *piece)
{
  const ScBox *box = &piece->box;

  set_grey (brush->cr, 0.955);
  cairo_rectangle (brush->cr, box->x - 3, box->y, box->width + 3, box->height);
  cairo_fill (brush->cr);
}

/* What of a piece is not what the document says. */
static void
decorate (const ScBrush *brush,
          const ScPiece *piece)
{
  const ScBox *box = &piece->box;

  if (is_quoted (brush->paged, piece))
    {
      set_grey (brush->cr, 0.6);
      paint_line (brush, box->x - BAR_GAP, box->y, box->x - BAR_GAP, box->y + box->height, 1.5);
    }
  switch ((ScPieceKind) piece->kind)
    {
    case SC_PIECE_ROW:
      frame_row (brush, piece);
      if (piece->is_repeated)
        for (guint i = 0; i < sc_table_count_cells (piece); i++)
          {
            ScCellPlace place = sc_table_place_cell (brush->paged, piece, i);

            show_cell (brush, &place);
          }
      break;
    case SC_PIECE_RULE:
      set_grey (brush->cr, 0);
      paint_line (brush, box->x, box->y, box->x + box->width, box->y, LINE_WIDTH);
      break;
    case SC_PIECE_ENTRY:
      paint_leader (brush, piece);
      break;
    case SC_PIECE_TEXT:
      if (piece->style == SC_STYLE_CODE)
        paint_code_ground (brush, piece);
      break;
    case SC_PIECE_HEADING:
    case SC_PIECE_CAPTION:
    case SC_PIECE_LABEL:
    case SC_PIECE_FIGURE:
    case SC_PIECE_LOGO:
    default:
      break;
    }
}

static void
show_text (const ScBrush *brush,
           const ScPiece *piece)
{
  sc_brush_show_lines (brush, sc_paged_set_piece (brush->paged, piece), piece->first, piece->n_lines, piece->box.x,
                       piece->box.y);
}

/* The number of the page that a line of the contents leads to, once that is known. */
static void
show_entry_number (const ScBrush *brush,
                   const ScPiece *entry)
{
  const ScSection *section = entry->source;
  const ScPagedPlace *place = sc_paged_get_first_place (brush->paged, section->id);
  const ScSetText *text = sc_paged_set_piece (brush->paged, entry);
  double right = entry->box.x + entry->box.width + SC_ENTRY_NUMBER;
  double y = entry->box.y + entry->box.height - text->look.line_height;
  g_autofree char *number = NULL;
  PangoRectangle box;

  if (place == NULL || entry->first + entry->n_lines < sc_set_text_count_lines (text))
    return;

  number = g_strdup_printf (" %u", place->page + 1);
  text = sc_paged_set_words (brush->paged, number, entry->style, -1);
  pango_layout_get_extents (text->layout, NULL, &box);
  sc_brush_show_lines (brush, text, 0, 1, right - (double) box.width / PANGO_SCALE, y);
}

static void
show_entry (const ScBrush *brush,
            const ScPiece *entry)
{
  const ScSection *section = entry->source;
  ScBox box = entry->box;
  g_autofree char *link = g_strconcat ("#", section->id, NULL);
  gboolean is_link;

  box.width += SC_ENTRY_NUMBER;
  is_link = sc_tags_begin_link (brush->tags, brush->paged, link, &box);
  show_text (brush, entry);
  show_entry_number (brush, entry);
  if (is_link)
    sc_tags_end_link (brush->tags);
}

/* The cards of the scheme lead to what is said of their stages. */
static void
link_cards (const ScBrush *brush,
            const ScPiece *piece)
{
  const ScBlock *block = piece->source;

  for (guint i = 0; brush->tags != NULL && i < block->figure->version->stages->len; i++)
    {
      ScBox box;
      g_autofree char *link = sc_figure_find_link (brush->paged, piece, i, &box);

      if (link != NULL && sc_tags_begin_link (brush->tags, brush->paged, link, &box))
        sc_tags_end_link (brush->tags);
    }
}

static void
show_piece (const ScBrush *brush,
            const ScPiece *piece)
{
  if (piece->is_repeated || piece->kind == SC_PIECE_RULE)
    return;

  sc_tags_mark_section (brush->tags, brush->paged, piece);
  sc_tags_enter_piece (brush->tags, brush->paged, piece);
  switch ((ScPieceKind) piece->kind)
    {
    case SC_PIECE_HEADING:
    case SC_PIECE_TEXT:
    case SC_PIECE_CAPTION:
    case SC_PIECE_LABEL:
      show_text (brush, piece);
      break;
    case SC_PIECE_ENTRY:
      show_entry (brush, piece);
      break;
    case SC_PIECE_ROW:
      show_row (brush, piece);
      break;
    case SC_PIECE_FIGURE:
      sc_figure_paint (brush->paged, piece, brush->cr);
      link_cards (brush, piece);
      break;
    case SC_PIECE_LOGO:
      sc_logo_paint (brush->paged, piece, brush->cr);
      break;
    case SC_PIECE_RULE:
    default:
      break;
    }
}

/* The words that mark an unpublished document, in a frame; returns where it begins. */
static double
paint_stamp (const ScBrush *brush,
             double         right,
             double         y)
{
  const ScSetText *text = sc_paged_set_words (brush->paged, brush->paged->document->stamp, SC_STYLE_MARK, -1);
  PangoRectangle box;
  double width;

  pango_layout_get_extents (text->layout, NULL, &box);
  width = (double) box.width / PANGO_SCALE + 2 * STAMP_PADDING;
  cairo_set_line_width (brush->cr, 1);
  cairo_rectangle (brush->cr, right - width, y - 2, width, text->look.line_height + 2);
  cairo_stroke (brush->cr);
  sc_brush_show_lines (brush, text, 0, 1, right - width + STAMP_PADDING, y - 1);

  return right - width - STAMP_PADDING;
}

static char *
number_page (const ScPaged *paged,
             guint          page)
{
  guint n = paged->pages->len;

  if (!paged->is_whole || *paged->document->page_format == '\0')
    return g_strdup_printf ("%u", page + 1);

  return g_strdup_printf (paged->document->page_format, page + 1, n);
}

static void
paint_foot (const ScBrush *brush,
            guint          page,
            double         x,
            double         width,
            double         y)
{
  g_autofree char *number = number_page (brush->paged, page);

  sc_brush_show_lines (brush, sc_paged_set_words (brush->paged, number, SC_STYLE_RUNNING_CENTRED, width), 0, 1, x, y);
}

static void
paint_around (const ScBrush *brush,
              guint          page)
{
  const ScPaged *paged = brush->paged;
  gboolean is_dense = paged->document->is_dense;
  const ScPage *sheet = &g_array_index (paged->pages, ScPage, page);
  ScBox frame = sc_flow_get_frame (paged, sheet, 0);
  double top = is_dense ? DENSE_HEAD_TOP : HEAD_TOP;
  double line = is_dense ? DENSE_HEAD_LINE : HEAD_LINE;
  double height = sheet->is_lying ? paged->width : paged->height;
  double width = (sheet->is_lying ? paged->height : paged->width) - 2 * frame.x;
  double right;

  if (!is_dense)
    width = (sheet->is_lying ? paged->height : paged->width) - frame.x - SC_PAPER_MARGIN_RIGHT;
  right = frame.x + width;
  set_grey (brush->cr, 0);
  if (paged->document->stamp != NULL)
    right = paint_stamp (brush, right, top - 2);
  if (page == 0 && sc_paged_has_title_page (paged))
    return; /* it says all that itself */

  set_grey (brush->cr, 0.25);
  sc_brush_show_lines (brush, sc_paged_set_words (brush->paged, paged->document->running_head, SC_STYLE_RUNNING,
                                                  right - frame.x), 0, 1, frame.x, top);
  paint_line (brush, frame.x, line, frame.x + width, line, LINE_WIDTH);
  paint_foot (brush, page, frame.x, width, height - (is_dense ? DENSE_FOOT_BOTTOM : FOOT_BOTTOM));
}

/**
 * sc_paged_paint_page:
 * @self: a document on pages
 * @page: which page, from 0
 * @cr: where to paint it, in points from its upper left corner
 * @tags: (nullable): the structure of the document, if that is wanted
 */
void
sc_paged_paint_page (ScPaged *self,
                     guint    page,
                     cairo_t *cr,
                     ScTags  *tags)
{
  ScBrush brush = { self, cr, tags };
  ScBrush plain = { self, cr, NULL };
  guint first = g_array_index (self->pages, ScPage, page).first_piece;
  guint end = page + 1 < self->pages->len ? g_array_index (self->pages, ScPage, page + 1).first_piece
                                          : self->pieces->len;

  cairo_save (cr);
  sc_tags_begin_page (tags, cr);
  sc_tags_begin_artifact (tags);
  paint_around (&plain, page);
  for (guint i = first; i < end; i++)
    decorate (&plain, sc_paged_piece (self, i));
  sc_tags_end_artifact (tags);

  set_grey (cr, 0);
  for (guint i = first; i < end; i++)
    show_piece (&brush, sc_paged_piece (self, i));
  cairo_restore (cr);
}
