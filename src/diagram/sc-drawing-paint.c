/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints a drawing with cairo: onto the screen, paper, PDF and PNG. */

#include <math.h>
#include <pango/pangocairo.h>

#include "diagram/sc-drawing.h"

static void
set_colour (cairo_t *cr,
            ScColour colour)
{
  cairo_set_source_rgb (cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

static void
trace_box (cairo_t     *cr,
           const ScBox *box,
           double       radius)
{
  double r = MIN (radius, MIN (box->width, box->height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* The strip ends within the round corners, part of the way down. */
static void
trace_cap (cairo_t     *cr,
           const ScBox *box,
           double       radius)
{
  double angle = acos ((radius - box->height) / radius);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, 3 * G_PI / 2 - angle, 3 * G_PI / 2);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI / 2, -G_PI / 2 + angle);
  cairo_close_path (cr);
}

static void
trace_line (cairo_t       *cr,
            const ScShape *shape)
{
  const ScPoint *points = shape->points;
  guint last = shape->n_points - 1;

  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i < last; i++)
    {
      ScPoint before = sc_point_move_towards (points[i], points[i - 1], shape->radius);
      ScPoint after = sc_point_move_towards (points[i], points[i + 1], shape->radius);
      ScPoint near_before = sc_point_move_towards (points[i], points[i - 1], shape->radius * SC_CORNER_TIGHTNESS);
      ScPoint near_after = sc_point_move_towards (points[i], points[i + 1], shape->radius * SC_CORNER_TIGHTNESS);

      cairo_line_to (cr, before.x, before.y);
      cairo_curve_to (cr, near_before.x, near_before.y, near_after.x, near_after.y, after.x, after.y);
    }
  cairo_line_to (cr, points[last].x, points[last].y);
}

static void
read_numbers (const char **path,
              double      *numbers,
              guint        n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (*path, &end);
      *path = end;
    }
}

static void
trace_icon (cairo_t *cr,
            ScIcon   icon)
{
  const char *path = sc_icon_get_path (icon);
  double n[6];

  while (*path != '\0')
    switch (*path++)
      {
      case 'M':
        read_numbers (&path, n, 2);
        cairo_move_to (cr, n[0], n[1]);
        break;
      case 'L':
        read_numbers (&path, n, 2);
        cairo_line_to (cr, n[0], n[1]);
        break;
      case 'C':
        read_numbers (&path, n, 6);
        cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
        break;
      case 'Z':
        cairo_close_path (cr);
        break;
      default:
        g_assert_not_reached ();
      }
}

static void
paint_icon (const ScShape *shape,
            cairo_t       *cr)
{
  cairo_save (cr);
  cairo_translate (cr, shape->box.x, shape->box.y);
  cairo_scale (cr, shape->box.width / SC_ICON_SIZE, shape->box.height / SC_ICON_SIZE);
  trace_icon (cr, shape->icon);
  set_colour (cr, shape->stroke);
  cairo_set_line_width (cr, shape->line_width);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_text (const ScShape *shape,
            cairo_t       *cr)
{
  guint position = 0;

  set_colour (cr, shape->fill);
  for (GSList *l = pango_layout_get_lines_readonly (shape->text); l != NULL; l = l->next)
    {
      double width;
      gboolean is_rtl;
      ScPoint start = sc_shape_place_line (shape, l->data, position++, &width, &is_rtl);

      cairo_move_to (cr, start.x, start.y);
      pango_cairo_show_layout_line (cr, l->data);
    }
  cairo_new_path (cr);
}

static void
paint_path (const ScShape *shape,
            cairo_t       *cr)
{
  guint n_parts;
  const double *parts = sc_dash_get_parts (shape->dash, &n_parts);

  if (shape->has_fill)
    {
      set_colour (cr, shape->fill);
      cairo_fill_preserve (cr);
    }
  if (shape->line_width > 0)
    {
      set_colour (cr, shape->stroke);
      cairo_set_line_width (cr, shape->line_width);
      cairo_set_dash (cr, parts, (int) n_parts, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
trace_path (cairo_t       *cr,
            const ScShape *shape)
{
  for (guint i = 0; i < shape->n_points; i++)
    cairo_line_to (cr, shape->points[i].x, shape->points[i].y);
  if (shape->has_fill)
    cairo_close_path (cr);
}

static void
paint_shape (const ScShape *shape,
             cairo_t       *cr)
{
  switch (shape->kind)
    {
    case SC_SHAPE_BOX:
      trace_box (cr, &shape->box, shape->radius);
      break;
    case SC_SHAPE_CAP:
      trace_cap (cr, &shape->box, shape->radius);
      break;
    case SC_SHAPE_LINE:
      trace_line (cr, shape);
      break;
    case SC_SHAPE_PATH:
      trace_path (cr, shape);
      break;
    case SC_SHAPE_ICON:
      paint_icon (shape, cr);
      return;
    case SC_SHAPE_TEXT:
      paint_text (shape, cr);
      return;
    case SC_SHAPE_GROUP:
    case SC_SHAPE_GROUP_END:
    default:
      return;
    }

  paint_path (shape, cr);
}

static ScBox
bound_points (const ScPoint *points,
              guint          n_points)
{
  ScBox box = { points[0].x, points[0].y, 0, 0 };

  for (guint i = 1; i < n_points; i++)
    {
      double right = MAX (box.x + box.width, points[i].x);
      double bottom = MAX (box.y + box.height, points[i].y);

      box.x = MIN (box.x, points[i].x);
      box.y = MIN (box.y, points[i].y);
      box.width = right - box.x;
      box.height = bottom - box.y;
    }

  return box;
}

/**
 * sc_shape_is_within:
 * @shape: a shape, but for the beginning or end of a group
 * @part: a part of its drawing
 *
 * Returns: whether it may be seen there; a text may be of fonts that reach beyond its box
 */
gboolean
sc_shape_is_within (const ScShape *shape,
                    const ScBox   *part)
{
  const double slack = 20;
  ScBox box = shape->box;

  if (shape->n_points > 0)
    box = bound_points (shape->points, shape->n_points);
  else if (shape->kind == SC_SHAPE_TEXT)
    box.height = MAX (box.height, pango_layout_get_line_count (shape->text) *
                      sc_typesetter_get_line_height (shape->style));

  return box.x - slack < part->x + part->width && box.x + box.width + slack > part->x &&
         box.y - slack < part->y + part->height && box.y + box.height + slack > part->y;
}

/**
 * sc_drawing_paint_part:
 * @self: a drawing
 * @cr: where to paint it, in its own units
 * @part: what of it is wanted
 *
 * Paints what is in @part, and perhaps more: clip where that matters.
 */
void
sc_drawing_paint_part (const ScDrawing *self,
                       cairo_t         *cr,
                       ScBox            part)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  for (guint i = 0; i < sc_drawing_get_n_shapes (self); i++)
    if (sc_shape_is_within (sc_drawing_get_shape (self, i), &part))
      paint_shape (sc_drawing_get_shape (self, i), cr);
  cairo_restore (cr);
}

/**
 * sc_drawing_paint:
 * @self: a drawing
 * @cr: where to paint it, in its own units
 */
void
sc_drawing_paint (const ScDrawing *self,
                  cairo_t         *cr)
{
  sc_drawing_paint_part (self, cr, (ScBox) { 0, 0, sc_drawing_get_width (self), sc_drawing_get_height (self) });
}
