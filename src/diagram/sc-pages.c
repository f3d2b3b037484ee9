/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On one page the scheme is as large as it can be. On several it is cut
 * between cards wherever that costs little of its size, and neighbours share
 * a strip on which they can be glued. Page numbers, cut marks and a small map
 * are for those who do it. */

#include "diagram/sc-pages.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "diagram/sc-caption.h"
#include "diagram/sc-columns.h"
#include "diagram/sc-painter.h"

#define POINTS_PER_PIXEL 0.75

/* What is left of the size, at the least, when no card is to be cut. */
#define MIN_SHARE 0.6
#define SHARE_STEP 0.01

/* The strip that neighbours share, on each of them; 5 mm. */
#define OVERLAP 14.0
#define TICK 9.0
#define FOOT_HEIGHT 24.0
#define MAP_CELL_WIDTH 9.0
#define MAP_CELL_HEIGHT 6.0
#define MAP_STEP 2.0

/* One direction of the cut sheet: tile i is from cuts[i] to cuts[i + 1], in
 * the sheet's pixels. */
typedef struct {
  GArray *cuts; /* of double */
} Axis;

struct _ScPages {
  ScTypesetter *typesetter;
  ScSheet *sheet;
  ScDrawing *drawing;
  char *title;
  ScLanguage language;
  double width;
  double height;
  double scale; /* points a pixel */
  Axis across;
  Axis down;
};

static guint
count_tiles (const Axis *axis)
{
  return axis->cuts->len - 1;
}

static double
get_cut (const Axis *axis,
         guint       position)
{
  return g_array_index (axis->cuts, double, position);
}

/* Cuts a length into tiles no longer than @tile, each as long as the places
 * where it may be cut allow. Returns %NULL where they do not. */
static GArray *
cut_between (const GArray *places,
             double        length,
             double        tile)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (double));
  double start = 0;

  g_array_append_val (cuts, start);
  while (length - start > tile)
    {
      double next = start;

      for (guint i = 0; i < places->len; i++)
        if (g_array_index (places, double, i) - start <= tile)
          next = MAX (next, g_array_index (places, double, i));
      if (next <= start)
        {
          g_array_unref (cuts);
          return NULL;
        }
      start = next;
      g_array_append_val (cuts, start);
    }
  g_array_append_val (cuts, length);

  return cuts;
}

static GArray *
cut_evenly (double length,
            guint  n)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i <= n; i++)
    {
      double cut = length * i / n;

      g_array_append_val (cuts, cut);
    }

  return cuts;
}

/* Returns the largest scale with which a length goes on so many tiles without
 * cutting a card; where none is near, that with which it goes on them cut
 * anywhere. */
static double
find_scale (const GArray *places,
            double        length,
            double        tile,
            guint         n)
{
  double full = tile * n / length;

  for (double share = 1; share >= MIN_SHARE; share -= SHARE_STEP)
    {
      g_autoptr (GArray) cuts = cut_between (places, length, tile / (full * share) + 0.001);

      if (cuts != NULL && cuts->len - 1 <= n)
        return full * share;
    }

  return full;
}

static GArray *
cut (GArray *places,
     double  length,
     double  tile,
     guint   n)
{
  GArray *cuts = cut_between (places, length, tile + 0.001);

  if (cuts != NULL && cuts->len - 1 <= n)
    return cuts;

  g_clear_pointer (&cuts, g_array_unref);

  return cut_evenly (length, MIN (n, (guint) MAX (ceil (length / tile - 0.001), 1)));
}

/* What of a page, in one direction, is not shared with neighbours. */
static double
get_room (double length,
          guint  n)
{
  return n > 1 ? length - 2 * OVERLAP : length;
}

static double
get_foot (const ScPagesOptions *options)
{
  return options->across * options->down > 1 ? FOOT_HEIGHT : 0;
}

/* Returns the scale that the sheet can have, and whether it is its width that
 * allows no more. */
static double
measure_sheet (const ScSheet        *sheet,
               const ScPagesOptions *options,
               gboolean             *is_wide)
{
  g_autoptr (GArray) columns = sc_sheet_find_column_cuts (sheet);
  g_autoptr (GArray) rows = sc_sheet_find_row_cuts (sheet);
  double x = find_scale (columns, sc_sheet_get_width (sheet), get_room (options->width, options->across),
                         options->across);
  double y = find_scale (rows, sc_sheet_get_height (sheet),
                         get_room (options->height - get_foot (options), options->down), options->down);

  *is_wide = x < y;

  return MIN (x, y);
}

static ScSheet *
make_sheet (const ScVersion      *version,
            const ScPagesOptions *options,
            ScTypesetter         *typesetter,
            guint                 n_columns)
{
  ScSheetOptions sheet = {
    options->has_title ? options->title : NULL, options->date, options->has_legend,
    0, sc_layout_measure_columns (n_columns), options->across, options->has_refusals, options->figures,
  };

  return sc_sheet_new (version, &sheet, typesetter);
}

typedef struct {
  ScPages *pages;
  const ScVersion *version;
  const ScPagesOptions *options;
} Filling;

static double
measure (guint     n_columns,
         gboolean *is_wide,
         gpointer  user_data)
{
  Filling *filling = user_data;
  g_autoptr (ScSheet) sheet = make_sheet (filling->version, filling->options, filling->pages->typesetter, n_columns);

  return measure_sheet (sheet, filling->options, is_wide);
}

static void
choose_sheet (ScPages              *self,
              const ScVersion      *version,
              const ScPagesOptions *options)
{
  Filling filling = { self, version, options };
  guint best = sc_columns_choose (version->stages->len, measure, &filling);
  gboolean is_wide;

  self->sheet = make_sheet (version, options, self->typesetter, best);
  self->scale = measure_sheet (self->sheet, options, &is_wide);
}

/**
 * sc_pages_new:
 * @version: a version
 * @options: how to lay it on paper
 * @typesetter: (nullable): what sets its texts
 *
 * No page stays empty: where fewer than @options allow are enough, there are
 * fewer.
 *
 * Returns: (transfer full): the pages
 */
ScPages *
sc_pages_new (const ScVersion      *version,
              const ScPagesOptions *options,
              ScTypesetter         *typesetter)
{
  ScPages *self = g_new0 (ScPages, 1);
  ScPagesOptions safe = *options;
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GArray) rows = NULL;

  safe.across = CLAMP (options->across, 1, SC_PAGES_MAX_SIDE);
  safe.down = CLAMP (options->down, 1, SC_PAGES_MAX_SIDE);
  safe.width = MAX (options->width, 4 * OVERLAP);
  safe.height = MAX (options->height, 4 * OVERLAP + FOOT_HEIGHT);
  self->typesetter = typesetter != NULL ? sc_typesetter_ref (typesetter) : sc_typesetter_new ();
  self->title = g_strdup (options->title);
  self->language = version->language;
  self->width = safe.width;
  self->height = safe.height;

  choose_sheet (self, version, &safe);
  columns = sc_sheet_find_column_cuts (self->sheet);
  rows = sc_sheet_find_row_cuts (self->sheet);
  self->across.cuts = cut (columns, sc_sheet_get_width (self->sheet),
                           get_room (safe.width, safe.across) / self->scale, safe.across);
  self->down.cuts = cut (rows, sc_sheet_get_height (self->sheet),
                         get_room (safe.height - get_foot (&safe), safe.down) / self->scale, safe.down);
  self->drawing = sc_sheet_draw (self->sheet);

  return self;
}

/**
 * sc_pages_free:
 * @self: (transfer full): pages
 */
void
sc_pages_free (ScPages *self)
{
  g_array_unref (self->across.cuts);
  g_array_unref (self->down.cuts);
  sc_drawing_free (self->drawing);
  sc_sheet_free (self->sheet);
  sc_typesetter_unref (self->typesetter);
  g_free (self->title);
  g_free (self);
}

/**
 * sc_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are, 1 or more
 */
guint
sc_pages_get_n_pages (const ScPages *self)
{
  return count_tiles (&self->across) * count_tiles (&self->down);
}

/**
 * sc_pages_get_scale:
 * @self: pages
 *
 * Returns: how large the scheme comes out, 1 for 100 %
 */
double
sc_pages_get_scale (const ScPages *self)
{
  return self->scale / POINTS_PER_PIXEL;
}

/**
 * sc_pages_get_sheet:
 * @self: pages
 *
 * Returns: (transfer none): the sheet that is cut into pages
 */
const ScSheet *
sc_pages_get_sheet (const ScPages *self)
{
  return self->sheet;
}

/* Pages follow each other as the scheme is read. */
static guint
find_column (const ScPages *self,
             guint          page)
{
  guint n = count_tiles (&self->across);
  guint column = page % n;

  return sc_sheet_get_layout (self->sheet)->direction == SC_DIRECTION_RTL ? n - 1 - column : column;
}

static guint
find_row (const ScPages *self,
          guint          page)
{
  return page / count_tiles (&self->across);
}

/**
 * sc_pages_get_tile:
 * @self: pages
 * @page: which one, from 0
 *
 * Returns: the part of the sheet that the page shows, without what it shares
 *   with its neighbours; together the tiles are the whole sheet
 */
ScBox
sc_pages_get_tile (const ScPages *self,
                   guint          page)
{
  guint column = find_column (self, page);
  guint row = find_row (self, page);
  double x = get_cut (&self->across, column);
  double y = get_cut (&self->down, row);

  return (ScBox) { x, y, get_cut (&self->across, column + 1) - x, get_cut (&self->down, row + 1) - y };
}

static void
set_colour (cairo_t *cr,
            ScColour colour)
{
  cairo_set_source_rgb (cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

/* Where the tile is on the page, in points. */
static ScBox
place_tile (const ScPages *self,
            guint          page)
{
  ScBox tile = sc_pages_get_tile (self, page);
  ScBox place = { OVERLAP, OVERLAP, tile.width * self->scale, tile.height * self->scale };

  if (count_tiles (&self->across) == 1)
    place.x = (self->width - place.width) / 2;
  if (count_tiles (&self->down) == 1)
    place.y = 0;

  return place;
}

static void
paint_tile (const ScPages *self,
            guint          page,
            const ScBox   *place,
            cairo_t       *cr)
{
  ScBox tile = sc_pages_get_tile (self, page);
  double left = find_column (self, page) > 0 ? OVERLAP : 0;
  double right = find_column (self, page) + 1 < count_tiles (&self->across) ? OVERLAP : 0;
  double top = find_row (self, page) > 0 ? OVERLAP : 0;
  double bottom = find_row (self, page) + 1 < count_tiles (&self->down) ? OVERLAP : 0;
  double s = self->scale;

  cairo_save (cr);
  cairo_rectangle (cr, place->x - left, place->y - top, place->width + left + right, place->height + top + bottom);
  cairo_clip (cr);
  cairo_translate (cr, place->x - tile.x * s, place->y - tile.y * s);
  cairo_scale (cr, s, s);
  sc_drawing_paint_part (self->drawing, cr, (ScBox) {
    tile.x - left / s, tile.y - top / s, tile.width + (left + right) / s, tile.height + (top + bottom) / s,
  });
  cairo_restore (cr);
}

static void
paint_tick (cairo_t *cr,
            double   x,
            double   y,
            double   to_x,
            double   to_y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
}

/* Ticks at both ends of each edge that is glued to a neighbour's: from the middle
 * of the strip around the tile or, where there is none, from the tile's end. */
static void
paint_ticks (const ScPages *self,
             guint          page,
             const ScBox   *place,
             cairo_t       *cr)
{
  double right = place->x + place->width;
  double bottom = place->y + place->height;
  double beside = count_tiles (&self->across) > 1 ? OVERLAP / 2 : 0;
  double above = count_tiles (&self->down) > 1 ? OVERLAP / 2 : 0;

  cairo_save (cr);
  set_colour (cr, SC_WAY);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < 2; i++)
    {
      double x = i == 0 ? place->x : right;
      double y = i == 0 ? place->y : bottom;
      guint column = find_column (self, page) + i;
      guint row = find_row (self, page) + i;

      if (column > 0 && column < count_tiles (&self->across))
        {
          paint_tick (cr, x, place->y - above, x, place->y - above + TICK);
          paint_tick (cr, x, bottom + above, x, bottom + above - TICK);
        }
      if (row > 0 && row < count_tiles (&self->down))
        {
          paint_tick (cr, place->x - beside, y, place->x - beside + TICK, y);
          paint_tick (cr, right + beside, y, right + beside - TICK, y);
        }
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The pages in small, this one filled. */
static double
paint_map (const ScPages *self,
           guint          page,
           cairo_t       *cr)
{
  guint n_columns = count_tiles (&self->across);
  guint n_rows = count_tiles (&self->down);
  double step_x = MAP_CELL_WIDTH + MAP_STEP;
  double step_y = MIN (MAP_CELL_HEIGHT + MAP_STEP, (FOOT_HEIGHT - 4) / n_rows);
  double left = self->width - n_columns * step_x;
  double top = self->height - n_rows * step_y;

  cairo_set_line_width (cr, 0.5);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        gboolean is_this = row == find_row (self, page) && column == find_column (self, page);

        cairo_rectangle (cr, left + column * step_x, top + row * step_y, MAP_CELL_WIDTH, step_y - MAP_STEP);
        set_colour (cr, is_this ? SC_INK_SOFT : SC_TRACK);
        cairo_fill (cr);
      }

  return left;
}

static void
paint_foot (const ScPages *self,
            guint          page,
            cairo_t       *cr)
{
  g_autofree char *number = sc_caption_for_page (page + 1, sc_pages_get_n_pages (self), self->language);
  g_autofree char *text = NULL;
  double room;
  PangoLayout *line;

  if (self->title != NULL && *self->title != '\0')
    text = g_strdup_printf ("%s · %s", number, self->title);
  else
    text = g_steal_pointer (&number);

  cairo_save (cr);
  room = paint_map (self, page, cr) - 12;
  line = sc_typesetter_set (self->typesetter, SC_TEXT_LEGEND, text, MAX (room, 1) / POINTS_PER_PIXEL, 1);
  set_colour (cr, SC_INK_SOFT);
  cairo_move_to (cr, 0, self->height - 4);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (line, 0));
  cairo_restore (cr);
}

/**
 * sc_pages_paint:
 * @self: pages
 * @page: which one, from 0
 * @cr: where to paint it: in points, from the upper left corner of what can
 *   be printed on
 */
void
sc_pages_paint (const ScPages *self,
                guint          page,
                cairo_t       *cr)
{
  ScBox place = place_tile (self, page);

  paint_tile (self, page, &place, cr);
  if (sc_pages_get_n_pages (self) > 1)
    {
      paint_ticks (self, page, &place, cr);
      paint_foot (self, page, cr);
    }
}
