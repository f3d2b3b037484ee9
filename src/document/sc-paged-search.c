/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is at a point of a page, and where words stand on pages: the view follows links and
 * finds. Texts are set again only where they hold what is looked for. */

#include "document/sc-paged.h"

#include "document/sc-paged-figure.h"
#include "document/sc-paged-table.h"
#include "document/sc-paged-text.h"

/* A text as it is compared: one letter each, in lower case, without the places where a
 * word may be divided, and where each of them is in the set text. */
typedef struct {
  GArray *letters; /* of gunichar */
  GArray *places; /* of guint */
} Folded;

static Folded
fold (const char *text)
{
  Folded folded = { g_array_new (FALSE, FALSE, sizeof (gunichar)), g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (p));
      guint place = (guint) (p - text);

      if (letter == 0xad)
        continue;
      if (g_unichar_isspace (letter))
        letter = ' ';
      g_array_append_val (folded.letters, letter);
      g_array_append_val (folded.places, place);
    }

  return folded;
}

static void
folded_clear (Folded *self)
{
  g_array_unref (self->letters);
  g_array_unref (self->places);
}

static gboolean
stands_at (const Folded *text,
           const Folded *wanted,
           guint         position)
{
  return memcmp (&g_array_index (text->letters, gunichar, position), wanted->letters->data,
                 wanted->letters->len * sizeof (gunichar)) == 0;
}

/* A search while it goes through the pieces. */
typedef struct {
  const Folded *wanted;
  guint page;
  GArray *hits; /* of ScPagedHit */
} Search;

/* Where a text stands on a page. */
typedef struct {
  const ScSetText *text;
  guint first;
  guint n_lines;
  double x;
  double y;
} Standing;

static double
get_line_top (const GArray *bottoms,
              guint         line)
{
  return line > 0 ? g_array_index (bottoms, double, line - 1) : 0;
}

static void
add_hits_in_line (const Search    *search,
                  const Standing  *standing,
                  PangoLayoutLine *line,
                  ScBox            box,
                  int              start,
                  int              end)
{
  int *ranges;
  int n;

  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n);
  for (int i = 0; i < n; i++)
    {
      double left = (double) ranges[2 * i] / PANGO_SCALE;
      double right = (double) ranges[2 * i + 1] / PANGO_SCALE;
      ScPagedHit hit = { search->page, { standing->x + left, box.y, right - left, box.height } };

      if (hit.box.width > 0)
        g_array_append_val (search->hits, hit);
    }
  g_free (ranges);
}

static void
add_hits (const Search   *search,
          const Standing *standing,
          guint           start,
          guint           end)
{
  g_autoptr (GArray) bottoms = sc_set_text_measure (standing->text);
  double top = get_line_top (bottoms, standing->first);

  for (guint i = standing->first; i < standing->first + standing->n_lines && i < bottoms->len; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (standing->text->layout, (int) i);
      guint line_start = (guint) line->start_index;
      guint line_end = line_start + (guint) line->length;
      double y = get_line_top (bottoms, i);
      ScBox box = { 0, standing->y + y - top, 0, g_array_index (bottoms, double, i) - y };

      if (start < line_end && end > line_start)
        add_hits_in_line (search, standing, line, box, (int) MAX (start, line_start), (int) MIN (end, line_end));
    }
}

static void
search_text (const Search   *search,
             const Standing *standing)
{
  const char *text = pango_layout_get_text (standing->text->layout);
  Folded folded = fold (text);
  guint n = search->wanted->letters->len;

  for (guint i = 0; i + n <= folded.letters->len; i++)
    {
      guint last;

      if (!stands_at (&folded, search->wanted, i))
        continue;
      last = g_array_index (folded.places, guint, i + n - 1);
      add_hits (search, standing, g_array_index (folded.places, guint, i),
                (guint) (g_utf8_next_char (text + last) - text));
      i += n - 1;
    }
  folded_clear (&folded);
}

static Standing
stand_piece (ScPaged       *self,
             const ScPiece *piece)
{
  return (Standing) { sc_paged_set_piece (self, piece), piece->first, piece->n_lines, piece->box.x, piece->box.y };
}

static Standing
stand_cell (ScPaged       *self,
            const ScPiece *row,
            guint          column)
{
  ScCellPlace place = sc_table_place_cell (self, row, column);

  return (Standing) {
           sc_paged_set_cell (self, place.cell, place.style, place.text.width), place.first, place.n_lines,
           place.text.x, place.text.y,
  };
}

static gboolean
has_text (const ScPiece *piece)
{
  return piece->kind == SC_PIECE_HEADING || piece->kind == SC_PIECE_TEXT || piece->kind == SC_PIECE_CAPTION ||
         piece->kind == SC_PIECE_ENTRY;
}

static void
search_piece (ScPaged       *self,
              const ScPiece *piece,
              const Search  *search)
{
  if (piece->is_repeated)
    return;

  if (has_text (piece))
    {
      Standing standing = stand_piece (self, piece);

      search_text (search, &standing);
    }
  else if (piece->kind == SC_PIECE_ROW)
    for (guint i = 0; i < sc_table_count_cells (piece); i++)
      {
        Standing standing = stand_cell (self, piece, i);

        search_text (search, &standing);
      }
}

static guint
find_end (const ScPaged *self,
          guint          page)
{
  return page + 1 < self->pages->len ? g_array_index (self->pages, ScPage, page + 1).first_piece : self->pieces->len;
}

/**
 * sc_paged_search:
 * @self: a document on pages
 * @text: what to look for, without regard to case
 *
 * Returns: (transfer full) (element-type ScPagedHit): where it stands on the pages that
 *   are laid out, in order; one that goes on in the next line is there twice
 */
GArray *
sc_paged_search (ScPaged    *self,
                 const char *text)
{
  Folded wanted = fold (text);
  Search search = { &wanted, 0, g_array_new (FALSE, FALSE, sizeof (ScPagedHit)) };

  for (; search.page < sc_paged_get_n_pages (self) && wanted.letters->len > 0; search.page++)
    for (guint i = g_array_index (self->pages, ScPage, search.page).first_piece; i < find_end (self, search.page); i++)
      search_piece (self, sc_paged_piece (self, i), &search);
  folded_clear (&wanted);

  return search.hits;
}

static gboolean
contains (const ScBox *box,
          double       x,
          double       y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

static const char *
pick_in_text (const Standing *standing,
              double          x,
              double          y)
{
  g_autoptr (GArray) bottoms = sc_set_text_measure (standing->text);
  double top = get_line_top (bottoms, standing->first);

  for (guint i = standing->first; i < standing->first + standing->n_lines && i < bottoms->len; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (standing->text->layout, (int) i);
      const ScSpan *span;
      int index;

      if (y >= standing->y + g_array_index (bottoms, double, i) - top)
        continue;
      if (!pango_layout_line_x_to_index (line, (int) ((x - standing->x) * PANGO_SCALE) -
                                         sc_set_text_get_line_offset (standing->text, i), &index, NULL))
        return NULL;
      span = sc_set_text_find_span (standing->text, (guint) index);
      return span != NULL ? span->link : NULL;
    }

  return NULL;
}

static char *
pick_card (ScPaged       *self,
           const ScPiece *piece,
           double         x,
           double         y)
{
  const ScBlock *block = piece->source;

  for (guint i = 0; i < block->figure->version->stages->len; i++)
    {
      ScBox box;
      g_autofree char *link = sc_figure_find_link (self, piece, i, &box);

      if (link != NULL && contains (&box, x, y))
        return g_steal_pointer (&link);
    }

  return NULL;
}

static char *
pick_in_row (ScPaged       *self,
             const ScPiece *row,
             double         x,
             double         y)
{
  for (guint i = 0; i < sc_table_count_cells (row); i++)
    {
      ScCellPlace place = sc_table_place_cell (self, row, i);
      Standing standing = stand_cell (self, row, i);

      if (contains (&place.box, x, y))
        return g_strdup (pick_in_text (&standing, x, y));
    }

  return NULL;
}

static char *
pick_in_piece (ScPaged       *self,
               const ScPiece *piece,
               double         x,
               double         y)
{
  const ScSection *section = piece->source;
  Standing standing;

  switch ((ScPieceKind) piece->kind)
    {
    case SC_PIECE_ENTRY:
      return g_strconcat ("#", section->id, NULL);
    case SC_PIECE_FIGURE:
      return pick_card (self, piece, x, y);
    case SC_PIECE_ROW:
      return pick_in_row (self, piece, x, y);
    case SC_PIECE_TEXT:
      standing = stand_piece (self, piece);
      return g_strdup (pick_in_text (&standing, x, y));
    case SC_PIECE_HEADING:
    case SC_PIECE_CAPTION:
    case SC_PIECE_LABEL:
    case SC_PIECE_RULE:
    case SC_PIECE_LOGO:
    default:
      return NULL;
    }
}

/**
 * sc_paged_pick_link:
 * @self: a document on pages
 * @page: a page, from 0
 * @x: a point on it
 * @y: the same
 *
 * Returns: (transfer full) (nullable): where what stands there leads: `#` and the id of a
 *   section, or an address
 */
char *
sc_paged_pick_link (ScPaged *self,
                    guint    page,
                    double   x,
                    double   y)
{
  if (page >= sc_paged_get_n_pages (self))
    return NULL;

  for (guint i = g_array_index (self->pages, ScPage, page).first_piece; i < find_end (self, page); i++)
    {
      const ScPiece *piece = sc_paged_piece (self, i);
      ScBox box = piece->box;

      if (piece->kind == SC_PIECE_ENTRY)
        box.width += SC_ENTRY_NUMBER;
      if (contains (&box, x, y))
        return pick_in_piece (self, piece, x, y);
    }

  return NULL;
}
