/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts chunks on pages: where a text is broken, what may not be the last on its page,
 * and what is repeated on the next. */

#include "document/sc-paged-flow.h"

#include "document/sc-paged-table.h"

#define MARGIN_LEFT 71.0
#define MARGIN_TOP 62.0
#define MARGIN_BOTTOM 60.0
#define DENSE_MARGIN 36.0
#define DENSE_MARGIN_TOP 46.0
#define DENSE_MARGIN_BOTTOM 44.0
#define COLUMN_GAP 16.0

/* Of a text that goes on, as many lines stand together at least. */
#define LEAST_LINES 2

/* How many lines are left for the next page so that a word is not divided between them. */
#define MOST_LEFT 3

/**
 * sc_flow_get_frame:
 * @self: a document on pages
 * @page: a page
 * @column: which column of it
 *
 * Returns: where its text stands
 */
ScBox
sc_flow_get_frame (const ScPaged *self,
                   const ScPage  *page,
                   guint          column)
{
  gboolean is_dense = self->document->is_dense;
  double left = is_dense ? DENSE_MARGIN : MARGIN_LEFT;
  double top = is_dense ? DENSE_MARGIN_TOP : MARGIN_TOP;
  double width = page->is_lying ? self->height : self->width;
  double height = page->is_lying ? self->width : self->height;
  double room = width - left - (is_dense ? DENSE_MARGIN : SC_PAPER_MARGIN_RIGHT);
  guint n = page->is_lying ? 1 : self->density.n_columns;
  double one = (room - (n - 1) * COLUMN_GAP) / n;

  return (ScBox) {
           left + column * (one + COLUMN_GAP), top, one, height - top - (is_dense ? DENSE_MARGIN_BOTTOM : MARGIN_BOTTOM),
  };
}

/**
 * sc_flow_get_width:
 * @self: a document on pages
 *
 * Returns: how wide a column of what comes next is
 */
double
sc_flow_get_width (const ScPaged *self)
{
  ScPage page = { 0, self->flow.wants_lying };

  return sc_flow_get_frame (self, &page, 0).width;
}

static ScPage *
get_last_page (const ScPaged *self)
{
  return &g_array_index (self->pages, ScPage, self->pages->len - 1);
}

static double
get_bottom (const ScFlow *flow)
{
  return flow->frame.y + flow->frame.height;
}

static void
enter_frame (ScPaged *self,
             guint    column)
{
  ScFlow *flow = &self->flow;

  flow->column = column;
  flow->frame = sc_flow_get_frame (self, get_last_page (self), column);
  flow->y = flow->frame.y;
  flow->after = 0;
  flow->is_top = TRUE;
}

static void
add_page (ScPaged *self,
          gboolean is_lying)
{
  ScPage page = { self->pieces->len, is_lying };

  g_array_append_val (self->pages, page);
  enter_frame (self, 0);
}

static void
advance (ScPaged *self)
{
  ScFlow *flow = &self->flow;
  gboolean is_lying = get_last_page (self)->is_lying;

  if (!is_lying && flow->column + 1 < self->density.n_columns)
    enter_frame (self, flow->column + 1);
  else
    add_page (self, is_lying);
}

/**
 * sc_flow_clear:
 * @self: a document on pages
 *
 * Takes everything off its pages.
 */
void
sc_flow_clear (ScPaged *self)
{
  ScFlow *flow = &self->flow;

  sc_flow_end_table (self);
  for (guint i = 0; i < flow->waiting->len; i++)
    g_clear_pointer (&g_array_index (flow->waiting, ScChunk, i).bottoms, g_array_unref);
  flow->wants_lying = FALSE;
  flow->leads_up = FALSE;
  g_array_set_size (flow->waiting, 0);
  g_array_set_size (self->pieces, 0);
  g_array_set_size (self->places, 0);
  g_array_set_size (self->pages, 0);
  g_hash_table_remove_all (self->places_by_id);
  add_page (self, FALSE);
}

/**
 * sc_flow_begin_page:
 * @self: a document on pages
 *
 * What follows begins a page, unless nothing stands on this one.
 */
void
sc_flow_begin_page (ScPaged *self)
{
  sc_flow_release (self);
  if (!self->flow.is_top || self->flow.column > 0)
    add_page (self, self->flow.wants_lying);
}

/* Where a section stands grows with each piece of it on the same page and column. */
static void
note_place (ScPaged       *self,
            const ScPiece *piece)
{
  const ScSection *section = sc_paged_section (self, piece->section);
  const ScBox *frame = &self->flow.frame;
  guint page = self->pages->len - 1;
  ScPagedPlace place = { section, page, { frame->x, piece->box.y, frame->width, piece->box.height } };
  ScPagedPlace *last = self->places->len > 0 ? &g_array_index (self->places, ScPagedPlace, self->places->len - 1) : NULL;

  if (last != NULL && last->section == section && last->page == page && last->box.x == frame->x)
    {
      last->box.height = MAX (last->box.height, piece->box.y + piece->box.height - last->box.y);
      return;
    }
  if (!g_hash_table_contains (self->places_by_id, section->id))
    g_hash_table_insert (self->places_by_id, section->id, GUINT_TO_POINTER (self->places->len));
  g_array_append_val (self->places, place);
}

static void
put (ScPaged *self,
     ScPiece  piece,
     double   height)
{
  piece.box.x += self->flow.frame.x;
  piece.box.y = self->flow.y;
  piece.box.height = height;
  g_array_append_val (self->pieces, piece);
  note_place (self, &piece);
  self->flow.y += height;
  self->flow.is_top = FALSE;
}

static void
put_label (ScPaged       *self,
           const ScChunk *chunk)
{
  ScPiece label = chunk->label;

  if (!chunk->has_label)
    return;

  label.box.x += self->flow.frame.x;
  label.box.y = self->flow.y;
  g_array_append_val (self->pieces, label);
}

static double
get_line_bottom (const ScChunk *chunk,
                 guint          n_lines)
{
  return n_lines == 0 ? 0 : g_array_index (chunk->bottoms, double, n_lines - 1);
}

/* Leaves a line or two for the next page where this one would end in the middle of a word. */
static guint
end_whole (ScPaged       *self,
           const ScChunk *chunk,
           guint          first,
           guint          n)
{
  for (guint fewer = n; fewer >= LEAST_LINES && fewer + MOST_LEFT >= n; fewer--)
    if (!sc_set_text_is_divided (sc_paged_set_piece (self, &chunk->piece), first + fewer - 1))
      return fewer;

  return n;
}

/* Returns how many lines from @first on stand here; 0 where none should. */
static guint
count_fitting (ScPaged       *self,
               const ScChunk *chunk,
               guint          first)
{
  const ScFlow *flow = &self->flow;
  guint left = chunk->bottoms->len - first;
  double top = get_line_bottom (chunk, first);
  guint n = 0;

  while (n < left && get_line_bottom (chunk, first + n + 1) - top <= get_bottom (flow) - flow->y + 0.01)
    n++;
  if (n == left)
    return n;
  if (left - n < LEAST_LINES && n > 0)
    n = left > LEAST_LINES ? left - LEAST_LINES : 0;
  n = end_whole (self, chunk, first, n);
  if (first == 0 && n < LEAST_LINES)
    n = 0;

  return n;
}

static void
put_lines (ScPaged       *self,
           const ScChunk *chunk)
{
  guint first = 0;

  while (first < chunk->bottoms->len)
    {
      guint n = count_fitting (self, chunk, first);
      ScPiece piece = chunk->piece;

      if (n == 0 && !self->flow.is_top)
        {
          advance (self);
          continue;
        }
      n = MAX (n, 1); /* a line higher than a page stands out of it */
      if (first == 0)
        put_label (self, chunk);
      piece.first = first;
      piece.n_lines = n;
      put (self, piece, get_line_bottom (chunk, first + n) - get_line_bottom (chunk, first));
      first += n;
      if (first < chunk->bottoms->len)
        advance (self);
    }
}

static void
put_headers (ScPaged *self)
{
  for (guint i = 0; i < self->flow.headers->len; i++)
    {
      const ScChunk *header = &g_array_index (self->flow.headers, ScChunk, i);
      ScPiece piece = header->piece;

      piece.is_repeated = TRUE;
      put (self, piece, header->height);
    }
}

static double
sum_headers (const ScPaged *self)
{
  double sum = 0;

  for (guint i = 0; i < self->flow.headers->len; i++)
    sum += g_array_index (self->flow.headers, ScChunk, i).height;

  return sum;
}

/* A row that no page can hold goes on where the next begins. */
static void
split_row (ScPaged       *self,
           const ScChunk *chunk)
{
  const GArray *before = NULL;
  gboolean is_last = FALSE;

  while (!is_last)
    {
      GArray *part = g_array_new (FALSE, FALSE, sizeof (guint));
      ScPiece piece = chunk->piece;
      double room = get_bottom (&self->flow) - self->flow.y;
      double height = sc_table_split_row (self, &piece, before, room, part, &is_last);

      g_ptr_array_add (self->row_parts, part);
      piece.first = self->row_parts->len;
      put (self, piece, height);
      before = part;
      if (!is_last)
        {
          advance (self);
          put_headers (self);
        }
    }
}

static void
put_row (ScPaged       *self,
         const ScChunk *chunk)
{
  double room = get_bottom (&self->flow) - self->flow.y;

  if (chunk->height > room + 0.01 && !self->flow.is_top)
    {
      advance (self);
      if (!chunk->is_header)
        put_headers (self);
      room = get_bottom (&self->flow) - self->flow.y;
    }
  if (chunk->height > room + 0.01)
    split_row (self, chunk);
  else
    put (self, chunk->piece, chunk->height);
  if (chunk->is_header)
    g_array_append_val (self->flow.headers, *chunk);
}

static void
put_whole (ScPaged       *self,
           const ScChunk *chunk)
{
  if (self->flow.y + chunk->height > get_bottom (&self->flow) + 0.01 && !self->flow.is_top)
    advance (self);
  put_label (self, chunk);
  put (self, chunk->piece, chunk->height);
}

static void
put_chunk (ScPaged       *self,
           const ScChunk *chunk)
{
  ScFlow *flow = &self->flow;

  if (!flow->is_top)
    flow->y += MAX (flow->after, chunk->before);
  if (chunk->piece.kind == SC_PIECE_ROW)
    put_row (self, chunk);
  else if (chunk->bottoms != NULL)
    put_lines (self, chunk);
  else
    put_whole (self, chunk);
  flow->after = chunk->after;
}

/* What of a chunk must stand with what is before it. */
static double
get_head (const ScPaged *self,
          const ScChunk *chunk)
{
  double page = self->flow.frame.height;

  if (chunk->bottoms != NULL)
    return get_line_bottom (chunk, chunk->bottoms->len <= LEAST_LINES + 1 ? chunk->bottoms->len : LEAST_LINES);
  if (chunk->piece.kind == SC_PIECE_ROW && chunk->height > page - sum_headers (self))
    return 0;

  return chunk->height;
}

static double
measure_waiting (const ScPaged *self)
{
  const GArray *waiting = self->flow.waiting;
  double after = self->flow.after;
  double sum = 0;

  for (guint i = 0; i < waiting->len; i++)
    {
      const ScChunk *chunk = &g_array_index (waiting, ScChunk, i);

      sum += MAX (after, chunk->before) + (i + 1 < waiting->len ? chunk->height : get_head (self, chunk));
      after = chunk->after;
    }

  return sum;
}

/* What lies stands on a page with nothing that doesn't. */
static void
turn_page (ScPaged *self,
           gboolean is_lying)
{
  ScPage *page = get_last_page (self);

  if (page->is_lying == is_lying)
    return;
  if (self->flow.is_top && self->flow.column == 0)
    page->is_lying = is_lying;
  else
    add_page (self, is_lying);
  enter_frame (self, 0);
}

/**
 * sc_flow_release:
 * @self: a document on pages
 *
 * Puts on a page what waits for something to stand with.
 */
void
sc_flow_release (ScPaged *self)
{
  ScFlow *flow = &self->flow;

  if (flow->waiting->len == 0)
    return;
  turn_page (self, g_array_index (flow->waiting, ScChunk, 0).is_lying);
  if (!flow->is_top && flow->waiting->len > 1 && flow->y + measure_waiting (self) > get_bottom (flow) + 0.01)
    {
      gboolean is_row = g_array_index (flow->waiting, ScChunk, 0).piece.kind == SC_PIECE_ROW;

      advance (self);
      if (is_row && !g_array_index (flow->waiting, ScChunk, 0).is_header)
        put_headers (self);
    }

  for (guint i = 0; i < flow->waiting->len; i++)
    {
      ScChunk *chunk = &g_array_index (flow->waiting, ScChunk, i);

      put_chunk (self, chunk);
      g_clear_pointer (&chunk->bottoms, g_array_unref);
    }
  g_array_set_size (flow->waiting, 0);
}

/**
 * sc_flow_add:
 * @self: a document on pages
 * @chunk: what is to be put on its last page, or on the next
 */
void
sc_flow_add (ScPaged       *self,
             const ScChunk *chunk)
{
  ScChunk next = *chunk;

  next.is_lying = self->flow.wants_lying;
  next.keeps_next = next.keeps_next || self->flow.leads_up;
  g_array_append_val (self->flow.waiting, next);
  if (!next.keeps_next)
    sc_flow_release (self);
}

/**
 * sc_flow_add_space_to:
 * @self: a document on pages
 * @y: how far down its page, from the top of its text
 *
 * What follows stands at least so far down.
 */
void
sc_flow_add_space_to (ScPaged *self,
                      double   y)
{
  ScFlow *flow = &self->flow;

  sc_flow_release (self);
  if (flow->y < flow->frame.y + y)
    {
      flow->y = flow->frame.y + y;
      flow->after = 0;
      flow->is_top = FALSE;
    }
}

/**
 * sc_flow_end_table:
 * @self: a document on pages
 *
 * The rows to be repeated are repeated no more.
 */
void
sc_flow_end_table (ScPaged *self)
{
  g_array_set_size (self->flow.headers, 0);
}
