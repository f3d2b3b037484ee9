/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheme on paper: upright where it can be read so, else on a lying page, else in rows
 * over as many pages as it takes. Its smallest type is never below seven points. */

#include "document/sc-paged-figure.h"

#include "diagram/sc-sheet.h"
#include "document/sc-paged-flow.h"

#define POINTS_PER_PIXEL 0.75

/* What is seen best, and what can still be read: a page is laid on its side for more. */
#define LEAST_SCALE (SC_PAPER_LEAST_SIZE / 12)
#define GOOD_SCALE (7.5 / 12)

/* Of larger schemes only rows over several pages are tried. */
#define MOST_ON_A_PAGE 30
#define MOST_COLUMNS 6

/* What stands on the page besides: a heading, a sentence and the caption; or, of one in
 * parts, the caption. */
#define BESIDES 105.0
#define BESIDES_PART 30.0

struct _ScFigurePlan {
  const ScBlock *figure;
  ScTypesetter *typesetter;
  ScSheet *sheet;
  ScDrawing *drawing; /* made when it is painted */
  double scale;
  gboolean is_lying;
  GArray *cuts; /* of double: part i is from cuts[i] to cuts[i + 1], in the sheet's pixels */
};

/**
 * sc_figure_plan_free:
 * @self: (transfer full): how a scheme is put on paper
 */
void
sc_figure_plan_free (ScFigurePlan *self)
{
  g_clear_pointer (&self->drawing, sc_drawing_free);
  g_clear_pointer (&self->sheet, sc_sheet_free);
  sc_typesetter_unref (self->typesetter);
  g_array_unref (self->cuts);
  g_free (self);
}

static ScSheet *
make_sheet (ScFigurePlan *self,
            guint         n_columns)
{
  ScSheetOptions options = { .has_legend = TRUE, .width = sc_layout_measure_columns (n_columns), .has_refusals = TRUE };

  return sc_sheet_new (self->figure->figure->version, &options, self->typesetter);
}

/* Takes the sheet with the number of cards in a row at which it is largest in the room. */
static void
fit_room (ScFigurePlan *self,
          double        width,
          double        height)
{
  guint n_stages = self->figure->figure->version->stages->len;

  for (guint n = 1; n <= MIN (MAX (n_stages, 1), MOST_COLUMNS); n++)
    {
      ScSheet *sheet = make_sheet (self, n);
      double scale = MIN (MIN (width / sc_sheet_get_width (sheet), height / sc_sheet_get_height (sheet)),
                          POINTS_PER_PIXEL);

      if (scale > self->scale)
        {
          g_clear_pointer (&self->sheet, sc_sheet_free);
          self->sheet = g_steal_pointer (&sheet);
          self->scale = scale;
        }
      g_clear_pointer (&sheet, sc_sheet_free);
    }
}

/* Rows of as many cards as can be read side by side. */
static void
fit_rows (ScFigurePlan *self,
          double        width)
{
  guint n = 1;

  while (n < MOST_COLUMNS && width / sc_layout_measure_columns (n + 1) >= LEAST_SCALE)
    n++;
  g_clear_pointer (&self->sheet, sc_sheet_free);
  self->sheet = make_sheet (self, n);
  self->scale = MIN (width / sc_sheet_get_width (self->sheet), POINTS_PER_PIXEL);
}

static void
add_cut (ScFigurePlan *self,
         double        y)
{
  g_array_append_val (self->cuts, y);
}

/* Cuts between rows, as late as a page allows. */
static void
cut_parts (ScFigurePlan *self,
           double        height)
{
  g_autoptr (GArray) places = sc_sheet_find_row_cuts (self->sheet);
  double end = sc_sheet_get_height (self->sheet);
  double start = 0;
  double last = 0;

  g_array_append_val (places, end);
  add_cut (self, 0);
  for (guint i = 0; i < places->len; i++)
    {
      double place = g_array_index (places, double, i);

      if (place - start > height / self->scale && last > start)
        {
          add_cut (self, last);
          start = last;
        }
      last = place;
    }
  add_cut (self, end);
}

static ScBox
get_frame (const ScPaged *paged,
           gboolean       is_lying)
{
  ScPage page = { 0, is_lying };

  return sc_flow_get_frame (paged, &page, 0);
}

static void
arrange (ScFigurePlan  *self,
         const ScPaged *paged)
{
  ScBox upright = get_frame (paged, FALSE);
  ScBox lying = get_frame (paged, TRUE);

  if (self->figure->figure->version->stages->len <= MOST_ON_A_PAGE)
    fit_room (self, upright.width, upright.height - BESIDES);
  if (self->sheet != NULL && self->scale < GOOD_SCALE)
    {
      double before = self->scale;

      fit_room (self, lying.width, lying.height - BESIDES);
      self->is_lying = self->scale > before;
    }
  if (self->sheet == NULL || self->scale < LEAST_SCALE)
    {
      self->is_lying = FALSE;
      fit_rows (self, upright.width);
    }
  cut_parts (self, (self->is_lying ? lying.height : upright.height) - BESIDES_PART);
}

static ScFigurePlan *
get_plan (ScPaged       *paged,
          const ScBlock *figure)
{
  ScFigurePlan *self = paged->plan;

  if (self != NULL && self->figure == figure)
    return self;

  g_clear_pointer (&paged->plan, sc_figure_plan_free);
  self = g_new0 (ScFigurePlan, 1);
  self->figure = figure;
  self->typesetter = sc_typesetter_new ();
  self->cuts = g_array_new (FALSE, FALSE, sizeof (double));
  arrange (self, paged);
  paged->plan = self;

  return self;
}

/**
 * sc_figure_count_parts:
 * @paged: a document on pages
 * @figure: a figure of it
 *
 * Returns: how many parts it has, each on a page
 */
guint
sc_figure_count_parts (ScPaged       *paged,
                       const ScBlock *figure)
{
  return get_plan (paged, figure)->cuts->len - 1;
}

/**
 * sc_figure_is_lying:
 * @paged: a document on pages
 * @figure: a figure of it
 *
 * Returns: whether it stands on a lying page
 */
gboolean
sc_figure_is_lying (ScPaged       *paged,
                    const ScBlock *figure)
{
  return get_plan (paged, figure)->is_lying;
}

static double
get_cut (const ScFigurePlan *self,
         guint               position)
{
  return g_array_index (self->cuts, double, position);
}

/**
 * sc_figure_measure_part:
 * @paged: a document on pages
 * @figure: a figure of it
 * @part: which part
 *
 * Returns: where it stands from the left of the page's text, and how large it is
 */
ScBox
sc_figure_measure_part (ScPaged       *paged,
                        const ScBlock *figure,
                        guint          part)
{
  const ScFigurePlan *self = get_plan (paged, figure);
  double width = sc_sheet_get_width (self->sheet) * self->scale;
  double room = get_frame (paged, self->is_lying).width;

  return (ScBox) {
           MAX ((room - width) / 2, 0), 0, width, (get_cut (self, part + 1) - get_cut (self, part)) * self->scale,
  };
}

/**
 * sc_figure_paint:
 * @paged: a document on pages
 * @piece: a part of a figure of it
 * @cr: where to paint it
 */
void
sc_figure_paint (ScPaged       *paged,
                 const ScPiece *piece,
                 cairo_t       *cr)
{
  ScFigurePlan *self = get_plan (paged, piece->source);
  double top = get_cut (self, piece->index);
  ScBox part = { 0, top, sc_sheet_get_width (self->sheet), get_cut (self, piece->index + 1) - top };

  if (self->drawing == NULL)
    self->drawing = sc_sheet_draw (self->sheet);

  cairo_save (cr);
  cairo_rectangle (cr, piece->box.x, piece->box.y, piece->box.width, piece->box.height);
  cairo_clip (cr);
  cairo_translate (cr, piece->box.x, piece->box.y);
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, 0, -top);
  sc_drawing_paint_part (self->drawing, cr, part);
  cairo_restore (cr);
}

/* Returns where a card stands on the page, or one without height where it doesn't. */
static ScBox
place_card (const ScFigurePlan *self,
            const ScPiece      *piece,
            const ScBox        *card)
{
  const ScLayout *layout = sc_sheet_get_layout (self->sheet);
  double left = layout->direction == SC_DIRECTION_RTL ? sc_sheet_get_width (self->sheet) - layout->width : 0;
  double top = get_cut (self, piece->index);

  if (card->y < top || card->y + card->height > get_cut (self, piece->index + 1))
    return (ScBox) { 0, 0, 0, 0 }
  ;

  return (ScBox) {
           piece->box.x + (left + card->x) * self->scale, piece->box.y + (card->y - top) * self->scale,
           card->width * self->scale, card->height * self->scale,
  };
}

/**
 * sc_figure_find_link:
 * @paged: a document on pages
 * @piece: a part of a figure of it
 * @stage: a stage, by its position
 * @box: (out): where its card stands on the page
 *
 * Returns: (transfer full) (nullable): where the card leads, or %NULL where it stands in
 *   another part
 */
char *
sc_figure_find_link (ScPaged       *paged,
                     const ScPiece *piece,
                     guint          stage,
                     ScBox         *box)
{
  const ScFigurePlan *self = get_plan (paged, piece->source);
  const ScVersion *version = self->figure->figure->version;

  *box = place_card (self, piece, &sc_sheet_get_layout (self->sheet)->places[stage].card);

  return box->height > 0 ? g_strconcat ("#stage:", sc_version_get_stage (version, stage)->id, NULL) : NULL;
}
