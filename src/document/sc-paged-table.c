/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How high rows of tables are, where their cells stand, and how one that is higher than
 * a page is divided. */

#include "document/sc-paged-table.h"

#define PADDING_X 4.5
#define PADDING_Y 2.5

/* What is no longer is a sign rather than words. */
#define MOST_OF_SIGN 2

/* What a row that is filled in by hand needs at least; 8 mm. */
#define FORM_HEIGHT 23.0

static const GPtrArray *
get_row (const ScPiece *piece)
{
  const ScBlock *block = piece->source;

  return block->table->rows->pdata[piece->index];
}

/**
 * sc_table_count_cells:
 * @row: a row of a table
 *
 * Returns: how many cells it has
 */
guint
sc_table_count_cells (const ScPiece *row)
{
  const ScBlock *block = row->source;

  return MIN (get_row (row)->len, block->table->widths->len);
}

static gboolean
is_header_row (const ScPiece *row)
{
  const ScBlock *block = row->source;

  return row->index < block->table->n_header_rows;
}

/* Which lines of a cell stand in this part of its row. */
static void
find_lines (const ScPaged   *self,
            const ScPiece   *row,
            guint            column,
            const ScSetText *text,
            ScCellPlace     *place)
{
  const GArray *part;

  place->first = 0;
  place->n_lines = sc_set_text_count_lines (text);
  if (row->first == 0)
    return;

  part = self->row_parts->pdata[row->first - 1];
  place->first = g_array_index (part, guint, 2 * column);
  place->n_lines = g_array_index (part, guint, 2 * column + 1);
}

/* A number or a letter stands in the middle. */
static gboolean
is_sign (const ScTableCell *cell)
{
  return cell->spans->len == 1 && g_utf8_strlen (((const ScSpan *) cell->spans->pdata[0])->text, -1) <= MOST_OF_SIGN;
}

/**
 * sc_table_place_cell:
 * @self: a document on pages
 * @row: a row of a table, or part of one
 * @column: which cell of it
 *
 * Returns: where the cell stands
 */
ScCellPlace
sc_table_place_cell (ScPaged       *self,
                     const ScPiece *row,
                     guint          column)
{
  const ScBlock *block = row->source;
  double padding = PADDING_X * self->density.scale;
  ScCellPlace place = { get_row (row)->pdata[column], row->box, row->box, SC_STYLE_CELL, 0, 0 };

  for (guint i = 0; i < column; i++)
    place.box.x += row->box.width * g_array_index (block->table->widths, double, i);
  place.box.width = row->box.width * g_array_index (block->table->widths, double, column);
  place.text.x = place.box.x + padding;
  place.text.width = MAX (place.box.width - 2 * padding, 1);
  place.text.y += PADDING_Y * self->density.scale;
  if (is_header_row (row))
    place.style = SC_STYLE_CELL_HEADER;
  else if (!place.cell->is_header && is_sign (place.cell))
    place.style = SC_STYLE_CELL_SIGN;
  else if (place.cell->is_header)
    place.style = SC_STYLE_CELL_NAME;
  find_lines (self, row, column, sc_paged_set_cell (self, place.cell, place.style, place.text.width), &place);

  return place;
}

static const ScSetText *
set_cell (ScPaged       *self,
          const ScPiece *row,
          guint          column)
{
  ScCellPlace place = sc_table_place_cell (self, row, column);

  return sc_paged_set_cell (self, place.cell, place.style, place.text.width);
}

/* An empty row of a form waits for a hand. */
static double
get_least_height (const ScPiece *row)
{
  const ScBlock *block = row->source;

  return block->table->is_form && !is_header_row (row) ? FORM_HEIGHT : 0;
}

/**
 * sc_table_measure_row:
 * @self: a document on pages
 * @row: a row of a table, whose box is as wide as the table
 *
 * Returns: how high it is
 */
double
sc_table_measure_row (ScPaged       *self,
                      const ScPiece *row)
{
  double height = 0;

  for (guint i = 0; i < sc_table_count_cells (row); i++)
    height = MAX (height, sc_set_text_get_height (set_cell (self, row, i)));

  return MAX (height + 2 * PADDING_Y * self->density.scale, get_least_height (row));
}

/* Returns how many lines from @first on fit, and where the last of them ends. */
static guint
fit_lines (const GArray *bottoms,
           guint         first,
           double        height,
           double       *used)
{
  double top = first > 0 ? g_array_index (bottoms, double, first - 1) : 0;
  guint n = 0;

  while (first + n < bottoms->len && g_array_index (bottoms, double, first + n) - top <= height)
    n++;
  *used = n > 0 ? g_array_index (bottoms, double, first + n - 1) - top : 0;

  return n;
}

/**
 * sc_table_split_row:
 * @self: a document on pages
 * @row: a row of a table, whose box is as wide as the table
 * @before: (nullable) (element-type guint): the part before; none for the first
 * @height: how high the part may be
 * @part: (element-type guint): the part: for each cell the first line and how many
 * @is_last: (out): whether nothing is left for another part
 *
 * Returns: how high the part is
 */
double
sc_table_split_row (ScPaged       *self,
                    const ScPiece *row,
                    const GArray  *before,
                    double         height,
                    GArray        *part,
                    gboolean      *is_last)
{
  double padding = 2 * PADDING_Y * self->density.scale;
  double highest = 0;

  *is_last = TRUE;
  for (guint i = 0; i < sc_table_count_cells (row); i++)
    {
      g_autoptr (GArray) bottoms = sc_set_text_measure (set_cell (self, row, i));
      guint first = before == NULL ? 0 : g_array_index (before, guint, 2 * i) + g_array_index (before, guint, 2 * i + 1);
      double used;
      guint n = fit_lines (bottoms, first, height - padding, &used);

      g_array_append_val (part, first);
      g_array_append_val (part, n);
      highest = MAX (highest, used);
      if (first + n < bottoms->len)
        *is_last = FALSE;
    }

  return highest + padding;
}
