/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies under the cards: the connectors, the ways back of refused deals,
 * the client mark's line, ghosts of stages that would be merged, and the place
 * where something that is dragged would go. */

#include "designer/canvas/sc-canvas-private.h"

#include <math.h>

#include "designer/canvas/sc-card-paint.h"
#include "diagram/sc-route.h"
#include "diagram/sc-stage-notes.h"

#define WAY_WIDTH 2.0f
#define WAY_RADIUS 12.0
#define ARROW_LENGTH 9.0
#define ARROW_WIDTH 10.0
#define GHOST_STEP 7.0

typedef struct {
  ScCanvas *canvas;
  GtkSnapshot *snapshot;
  GdkRGBA way;
  GdkRGBA client;
  GdkRGBA back;
  GdkRGBA accent;
} Brush;

static graphene_point_t
to_point (ScPoint point)
{
  return GRAPHENE_POINT_INIT ((float) point.x, (float) point.y);
}

static void
paint_line (const Brush   *brush,
            const ScPoint *points,
            guint          n_points,
            double         radius,
            float          width,
            const GdkRGBA *colour,
            gboolean       is_dashed)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);

  gsk_path_builder_move_to (builder, (float) points[0].x, (float) points[0].y);
  for (guint i = 1; i + 1 < n_points; i++)
    {
      graphene_point_t before = to_point (sc_point_move_towards (points[i], points[i - 1], radius));
      graphene_point_t after = to_point (sc_point_move_towards (points[i], points[i + 1], radius));

      gsk_path_builder_line_to (builder, before.x, before.y);
      gsk_path_builder_quad_to (builder, (float) points[i].x, (float) points[i].y, after.x, after.y);
    }
  gsk_path_builder_line_to (builder, (float) points[n_points - 1].x, (float) points[n_points - 1].y);
  path = gsk_path_builder_to_path (builder);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  if (is_dashed)
    gsk_stroke_set_dash (stroke, (float[]) { 5, 6 }, 2);
  gtk_snapshot_append_stroke (brush->snapshot, path, stroke, colour);
}

static void
paint_arrow (const Brush *brush,
             ScPoint      tail,
             ScPoint      tip)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  ScPoint base = sc_point_move_towards (tip, tail, ARROW_LENGTH);
  double length = hypot (tip.x - base.x, tip.y - base.y);
  ScPoint side = { -(tip.y - base.y) / length * ARROW_WIDTH / 2, (tip.x - base.x) / length * ARROW_WIDTH / 2 };

  gsk_path_builder_move_to (builder, (float) tip.x, (float) tip.y);
  gsk_path_builder_line_to (builder, (float) (base.x + side.x), (float) (base.y + side.y));
  gsk_path_builder_line_to (builder, (float) (base.x - side.x), (float) (base.y - side.y));
  gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (brush->snapshot, path, GSK_FILL_RULE_WINDING, &brush->way);
}

static void
paint_route (const Brush   *brush,
             const ScRoute *route)
{
  guint last = route->n_points - 1;
  ScPoint tip = route->points[last];
  ScPoint tail = route->points[last - 1];
  ScRoute way = *route;

  way.points[last] = sc_point_move_towards (tip, tail, ARROW_LENGTH - 1);
  paint_line (brush, way.points, way.n_points, WAY_RADIUS, WAY_WIDTH, &brush->way, FALSE);
  paint_arrow (brush, tail, tip);
}

static void
paint_return (const Brush    *brush,
              const ScReturn *way)
{
  ScRoute line = sc_route_reverse (&way->way);
  gboolean has_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  float width = has_contrast ? WAY_WIDTH : (float) SC_RETURN_WIDTH;
  ScPoint head[3];

  paint_line (brush, line.points, line.n_points, SC_RETURN_RADIUS, width, &brush->back, TRUE);
  if (way->joins)
    return;

  sc_route_get_head (&way->way, head);
  paint_line (brush, head, 3, 0, width, &brush->back, FALSE);
}

static void
paint_words (const Brush    *brush,
             const ScPassed *passed)
{
  ScCanvas *self = brush->canvas;
  GdkRGBA ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  for (guint i = 0; i < G_N_ELEMENTS (passed->texts) && passed->texts[i] != NULL; i++)
    {
      const ScBox *box = &passed->boxes[i];
      PangoLayout *text = sc_typesetter_set (self->typesetter, SC_PASSED_STYLE, passed->texts[i], box->width, 1);

      gtk_snapshot_save (brush->snapshot);
      gtk_snapshot_translate (brush->snapshot, &GRAPHENE_POINT_INIT ((float) box->x, (float) box->y));
      gtk_snapshot_append_layout (brush->snapshot, text, &ink);
      gtk_snapshot_restore (brush->snapshot);
    }
}

static const ScStageFigures *
find_figures (const Brush *brush,
              guint        position)
{
  return sc_stage_figures_find (brush->canvas->figures, sc_version_get_stage (brush->canvas->version, position)->id);
}

/* How many went on, and of how many. */
static void
paint_passed (const Brush *brush,
              guint        position)
{
  ScCanvas *self = brush->canvas;
  g_auto (ScPassed) passed = { { NULL, NULL }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } } };

  sc_passed_init (&passed, find_figures (brush, position), &self->layout->routes[position], self->version->language,
                  self->options.direction, self->typesetter);
  paint_words (brush, &passed);
}

/* How many went back. */
static void
paint_went_back (const Brush    *brush,
                 const ScReturn *way)
{
  ScCanvas *self = brush->canvas;
  g_auto (ScPassed) passed = { { NULL, NULL }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } } };

  sc_passed_init_return (&passed, find_figures (brush, way->from), way, self->layout, self->version, self->typesetter);
  paint_words (brush, &passed);
}

static void
paint_mark (const Brush *brush)
{
  const ScMark *mark = &brush->canvas->layout->mark;
  ScPoint lines[2][2];
  guint n_lines;

  if (mark->position < 0)
    return;

  n_lines = sc_mark_get_lines (mark, lines);
  for (guint i = 0; i < n_lines; i++)
    paint_line (brush, lines[i], 2, 0, 2, &brush->client, TRUE);
}

static void
paint_ghosts (const Brush *brush)
{
  ScCanvas *self = brush->canvas;
  double side = self->options.direction == SC_DIRECTION_RTL ? -1 : 1;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);

  gsk_stroke_set_dash (stroke, (float[]) { 5, 4 }, 2);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const ScSlot *slot = sc_canvas_get_slot (self, i);
      const ScBox *card = &self->layout->places[i].card;

      for (guint ghost = MIN (sc_stage_card_get_ghosts (slot->card), 4); ghost > 0; ghost--)
        {
          double away = ghost * GHOST_STEP;
          graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (slot->now.x + side * away), (float) (slot->now.y + away),
                                                       (float) card->width, (float) card->height);
          g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
          g_autoptr (GskPath) path = NULL;
          GskRoundedRect round;

          gsk_rounded_rect_init_from_rect (&round, &bounds, (float) SC_CARD_RADIUS);
          gsk_path_builder_add_rounded_rect (builder, &round);
          path = gsk_path_builder_to_path (builder);
          gtk_snapshot_append_stroke (brush->snapshot, path, stroke, &brush->accent);
        }
    }
}

static void
paint_placeholder (const Brush *brush,
                   const ScBox *card)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) card->x, (float) card->y, (float) card->width, (float) card->height);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);
  GskRoundedRect round;

  gsk_stroke_set_dash (stroke, (float[]) { 5, 4 }, 2);
  gsk_rounded_rect_init_from_rect (&round, &bounds, (float) SC_CARD_RADIUS);
  gsk_path_builder_add_rounded_rect (builder, &round);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (brush->snapshot, path, stroke, &brush->way);
}

/* The bar stands in the row that the pointer is in. */
static void
paint_drop_place (const Brush *brush)
{
  ScCanvas *self = brush->canvas;
  const ScLayout *layout = self->layout;
  guint gap = self->drag.gap;
  gboolean is_behind = gap == layout->n_stages ||
                       (gap > 0 && layout->places[gap - 1].row != layout->places[gap].row &&
                        self->drag.pointer.y < layout->places[gap].card.y - SC_ROW_GAP / 2);
  const ScBox *card = &layout->places[is_behind ? gap - 1 : gap].card;
  const GdkRGBA *colour = self->drag.kind == SC_DRAG_MARK ? &brush->client : &brush->accent;
  double away = SC_CARD_GAP / 2;

  if (layout->n_columns == 1)
    {
      double y = is_behind ? card->y + card->height + SC_ROW_GAP / 2 : card->y - SC_ROW_GAP / 2;

      y = CLAMP (y, 4, layout->height - 4);
      paint_line (brush, (ScPoint[]) { { card->x, y }, { card->x + card->width, y } }, 2, 0, 4, colour, FALSE);
      return;
    }

  if (gap == 0 || is_behind)
    away = SC_SCHEME_MARGIN / 2;
  {
    gboolean on_right = is_behind == (self->options.direction == SC_DIRECTION_LTR);
    double x = on_right ? card->x + card->width + away : card->x - away;

    paint_line (brush, (ScPoint[]) { { x, card->y + 2 }, { x, card->y + card->height - 2 } }, 2, 0, 4, colour, FALSE);
  }
}

static GdkRGBA
get_accent (ScCanvas *self)
{
  GdkRGBA accent;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (adw_style_manager_get_default ()),
                                       adw_style_manager_get_dark (adw_style_manager_get_default ()), &accent);

  return accent;
}

/**
 * sc_canvas_paint:
 * @self: a canvas that is laid out
 * @snapshot: what to paint on
 *
 * Paints what lies under the cards.
 */
void
sc_canvas_paint (ScCanvas    *self,
                 GtkSnapshot *snapshot)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  Brush brush = { .canvas = self, .snapshot = snapshot };

  gtk_widget_get_color (GTK_WIDGET (self), &brush.way);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    brush.way.alpha *= 0.45f;
  gdk_rgba_parse (&brush.client, is_dark ? "#5bc98a" : "#1b7f45");
  brush.back = sc_card_paint_get_refusal_colour ();
  brush.accent = get_accent (self);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) self->origin.x, (float) self->origin.y));
  gtk_snapshot_scale (snapshot, (float) self->scale, (float) self->scale);

  gtk_snapshot_push_opacity (snapshot, self->progress);
  for (guint i = 0; i < self->layout->n_routes; i++)
    paint_route (&brush, &self->layout->routes[i]);
  for (guint i = 0; i < self->layout->n_returns; i++)
    paint_return (&brush, &self->layout->returns[i]);
  paint_mark (&brush);
  for (guint i = 0; i < self->layout->n_routes; i++)
    paint_passed (&brush, i);
  for (guint i = 0; i < self->layout->n_returns; i++)
    paint_went_back (&brush, &self->layout->returns[i]);
  gtk_snapshot_pop (snapshot);

  paint_ghosts (&brush);
  if (self->drag.kind == SC_DRAG_STAGE)
    paint_placeholder (&brush, &self->layout->places[self->drag.position].card);
  if (self->drag.kind != SC_DRAG_NONE && self->drag.onto < 0)
    paint_drop_place (&brush);

  gtk_snapshot_restore (snapshot);
}
