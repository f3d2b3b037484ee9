/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole sheet: title, scheme, legend. */

#include "diagram/sc-sheet.h"

#include "diagram/sc-caption.h"
#include "diagram/sc-columns.h"
#include "diagram/sc-legend.h"
#include "diagram/sc-painter.h"

#define MIN_WIDTH 480.0
#define LEGEND_GAP 12.0

/* Where between two rows a sheet is cut: below the way back, which then stays
 * whole. */
#define ROW_CUT 0.75

struct _ScSheet {
  ScVersion *version;
  ScTypesetter *typesetter;
  char *title;
  ScDate date;
  gboolean has_legend;
  gboolean has_refusals;
  GPtrArray *figures;
  guint n_across;
  ScLayout *layout;
  ScDirection direction;
  PangoLayout *title_lines;
  ScLegend *legend; /* or NULL */
  double width;
  double height;
  double scheme_y;
  double legend_y;
};

/* The room that title and legend have from side to side. */
static double
get_text_width (const ScSheet *self)
{
  double part = MAX (self->width / self->n_across, MIN (MIN_WIDTH, self->width));

  return part - 2 * SC_SCHEME_MARGIN;
}

static void
arrange_title (ScSheet *self)
{
  self->scheme_y = 0;
  if (self->title == NULL)
    return;

  g_set_object (&self->title_lines, sc_typesetter_set (self->typesetter, SC_TEXT_TITLE, self->title,
                                                       get_text_width (self), SC_TEXT_WHOLE));
  self->scheme_y = SC_SCHEME_MARGIN + sc_typesetter_get_line_height (SC_TEXT_SUBTITLE) +
                   pango_layout_get_line_count (self->title_lines) * sc_typesetter_get_line_height (SC_TEXT_TITLE);
}

/* Takes a layout, and puts title and legend round it. */
static void
arrange (ScSheet  *self,
         ScLayout *layout)
{
  g_clear_pointer (&self->layout, sc_layout_free);
  self->layout = layout;
  self->width = MAX (layout->width, self->title != NULL || self->has_legend ? MIN_WIDTH : 0);
  arrange_title (self);
  self->height = self->scheme_y + layout->height;
  self->legend_y = self->height;
  if (self->legend != NULL)
    self->height += LEGEND_GAP + sc_legend_arrange (self->legend, get_text_width (self)) + SC_SCHEME_MARGIN;
}

static void
arrange_in_width (ScSheet *self,
                  double   width)
{
  ScLayoutOptions options = { width, self->direction, self->has_refusals, TRUE, self->figures };

  arrange (self, sc_layout_new (self->version, &options, self->typesetter));
}

typedef struct {
  ScSheet *sheet;
  double aspect;
} Filling;

static double
measure (guint     n_columns,
         gboolean *is_wide,
         gpointer  user_data)
{
  Filling *filling = user_data;
  ScSheet *sheet = filling->sheet;

  arrange_in_width (sheet, sc_layout_measure_columns (n_columns));
  *is_wide = sheet->width > filling->aspect * sheet->height;

  return MIN (filling->aspect / sheet->width, 1 / sheet->height);
}

/* The texts are measured only once. */
static void
arrange_in_aspect (ScSheet *self,
                   double   aspect)
{
  Filling filling = { self, aspect };
  guint best = sc_columns_choose (self->version->stages->len, measure, &filling);

  arrange_in_width (self, sc_layout_measure_columns (best));
}

static void
draw_title (const ScSheet *self,
            ScDrawing     *drawing)
{
  ScAlign align = self->direction == SC_DIRECTION_RTL ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT;
  ScBox box = { SC_SCHEME_MARGIN, SC_SCHEME_MARGIN, self->width - 2 * SC_SCHEME_MARGIN, 0 };
  ScBox below = box;
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;

  if (self->title == NULL)
    return;

  date = sc_caption_for_date (self->date, self->version->language);
  subtitle = sc_caption_for_version (self->version, date);
  below.y = self->scheme_y - sc_typesetter_get_line_height (SC_TEXT_SUBTITLE);
  sc_drawing_add_text (drawing, self->title_lines, SC_TEXT_TITLE, box, align, SC_INK);
  sc_drawing_add_text (drawing, sc_typesetter_set (self->typesetter, SC_TEXT_SUBTITLE, subtitle, box.width, 1),
                       SC_TEXT_SUBTITLE, below, align, SC_INK_SOFT);
}

static void
draw_legend (const ScSheet *self,
             ScDrawing     *drawing)
{
  ScPoint line[] = {
    { SC_SCHEME_MARGIN, self->legend_y },
    { self->width - SC_SCHEME_MARGIN, self->legend_y },
  };

  sc_drawing_add_line (drawing, line, 2, 0, SC_HAIRLINE, 1, FALSE);
  sc_legend_draw (self->legend, drawing, self->legend_y + LEGEND_GAP, self->width);
}

/**
 * sc_sheet_new:
 * @version: a version
 * @options: what to draw
 * @typesetter: (nullable): what sets its texts
 *
 * Arranges the scheme, with its title above and its legend below, as @options
 * say. Rows start on the side where the process's own script starts.
 *
 * Returns: (transfer full): a sheet
 */
ScSheet *
sc_sheet_new (const ScVersion      *version,
              const ScSheetOptions *options,
              ScTypesetter         *typesetter)
{
  ScSheet *self = g_new0 (ScSheet, 1);

  self->version = sc_version_ref ((ScVersion *) version);
  self->typesetter = typesetter != NULL ? sc_typesetter_ref (typesetter) : sc_typesetter_new ();
  self->title = g_strdup (options->title);
  self->date = options->date;
  self->has_legend = options->has_legend && version->stages->len > 0;
  self->has_refusals = options->has_refusals;
  self->n_across = MAX (options->n_across, 1);
  self->direction = sc_direction_guess (version);
  self->figures = options->figures != NULL ? g_ptr_array_ref (options->figures) : NULL;
  if (self->has_legend)
    self->legend = sc_legend_new (self->version, self->typesetter, self->direction, self->has_refusals,
                                  self->figures != NULL && self->figures->len > 0);

  if (options->aspect > 0)
    arrange_in_aspect (self, options->aspect);
  else
    arrange_in_width (self, options->width);

  return self;
}

/**
 * sc_sheet_free:
 * @self: (transfer full): a sheet
 */
void
sc_sheet_free (ScSheet *self)
{
  g_clear_object (&self->title_lines);
  g_clear_pointer (&self->legend, sc_legend_free);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  sc_layout_free (self->layout);
  g_free (self->title);
  sc_typesetter_unref (self->typesetter);
  sc_version_unref (self->version);
  g_free (self);
}

/**
 * sc_sheet_get_width:
 * @self: a sheet
 *
 * Returns: its width in pixels at 100 %
 */
double
sc_sheet_get_width (const ScSheet *self)
{
  return self->width;
}

/**
 * sc_sheet_get_height:
 * @self: a sheet
 *
 * Returns: its height in pixels at 100 %
 */
double
sc_sheet_get_height (const ScSheet *self)
{
  return self->height;
}

/**
 * sc_sheet_get_layout:
 * @self: a sheet
 *
 * Returns: (transfer none): where everything on its scheme is, from the
 *   scheme's own corner
 */
const ScLayout *
sc_sheet_get_layout (const ScSheet *self)
{
  return self->layout;
}

/**
 * sc_sheet_find_column_cuts:
 * @self: a sheet
 *
 * Returns: (transfer full) (element-type double): where it can be cut from
 *   top to bottom without cutting a card, from the left
 */
GArray *
sc_sheet_find_column_cuts (const ScSheet *self)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (double));
  double start = self->direction == SC_DIRECTION_RTL ? self->width - self->layout->width : 0;

  for (guint n = 1; n < self->layout->n_columns; n++)
    {
      double x = start + SC_SCHEME_MARGIN + n * (SC_CARD_WIDTH + SC_CARD_GAP) - SC_CARD_GAP / 2;

      g_array_append_val (cuts, x);
    }

  return cuts;
}

/**
 * sc_sheet_find_row_cuts:
 * @self: a sheet
 *
 * Returns: (transfer full) (element-type double): where it can be cut from
 *   side to side without cutting a card, from the top
 */
GArray *
sc_sheet_find_row_cuts (const ScSheet *self)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint row = 0; row + 1 < self->layout->n_rows; row++)
    {
      const ScBox *card = &self->layout->places[row * self->layout->n_columns].card;
      double y = self->scheme_y + card->y + card->height + ROW_CUT * SC_ROW_GAP;

      g_array_append_val (cuts, y);
    }
  if (self->legend != NULL)
    {
      double y = self->legend_y - 1;

      g_array_append_val (cuts, y);
    }

  return cuts;
}

/**
 * sc_sheet_draw:
 * @self: a sheet
 *
 * Returns: (transfer full): the sheet as a drawing
 */
ScDrawing *
sc_sheet_draw (const ScSheet *self)
{
  ScDrawing *drawing = sc_drawing_new (self->width, self->height);
  double x = self->direction == SC_DIRECTION_RTL ? self->width - self->layout->width : 0;

  sc_drawing_add_box (drawing, (ScBox) { 0, 0, self->width, self->height }, 0, SC_PAPER);
  draw_title (self, drawing);
  sc_drawing_set_origin (drawing, x, self->scheme_y);
  sc_painter_draw (drawing, self->version, self->layout, self->typesetter);
  sc_drawing_set_origin (drawing, 0, 0);
  if (self->legend != NULL)
    draw_legend (self, drawing);

  return drawing;
}
