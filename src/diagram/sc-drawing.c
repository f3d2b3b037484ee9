/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawing as a list of shapes and texts, which is painted with cairo or written as
 * SVG. */

#include "diagram/sc-drawing.h"

#include <math.h>

struct _ScDrawing {
  double width;
  double height;
  ScPoint origin;
  GArray *shapes; /* of ScShape */
};

static void
clear_shape (gpointer data)
{
  ScShape *shape = data;

  g_clear_object (&shape->text);
  g_clear_pointer (&shape->name, g_free);
  g_clear_pointer (&shape->points, g_free);
}

/**
 * sc_drawing_new:
 * @width: its width
 * @height: its height
 *
 * Returns: (transfer full): an empty drawing
 */
ScDrawing *
sc_drawing_new (double width,
                double height)
{
  ScDrawing *self = g_new0 (ScDrawing, 1);

  self->width = width;
  self->height = height;
  self->shapes = g_array_new (FALSE, TRUE, sizeof (ScShape));
  g_array_set_clear_func (self->shapes, clear_shape);

  return self;
}

/**
 * sc_drawing_free:
 * @self: (transfer full): a drawing
 */
void
sc_drawing_free (ScDrawing *self)
{
  g_array_unref (self->shapes);
  g_free (self);
}

/**
 * sc_drawing_get_width:
 * @self: a drawing
 *
 * Returns: its width
 */
double
sc_drawing_get_width (const ScDrawing *self)
{
  return self->width;
}

/**
 * sc_drawing_get_height:
 * @self: a drawing
 *
 * Returns: its height
 */
double
sc_drawing_get_height (const ScDrawing *self)
{
  return self->height;
}

/**
 * sc_drawing_get_n_shapes:
 * @self: a drawing
 *
 * Returns: how many shapes it has
 */
guint
sc_drawing_get_n_shapes (const ScDrawing *self)
{
  return self->shapes->len;
}

/**
 * sc_drawing_get_shape:
 * @self: a drawing
 * @position: which one, from 0 at the back
 *
 * Returns: the shape
 */
const ScShape *
sc_drawing_get_shape (const ScDrawing *self,
                      guint            position)
{
  return &g_array_index (self->shapes, ScShape, position);
}

/**
 * sc_drawing_set_origin:
 * @self: a drawing
 * @x: where shapes that are added from now on have their 0
 * @y: the same downwards
 */
void
sc_drawing_set_origin (ScDrawing *self,
                       double     x,
                       double     y)
{
  self->origin = (ScPoint) { x, y };
}

static ScShape *
add_shape (ScDrawing  *self,
           ScShapeKind kind,
           ScBox       box)
{
  ScShape *shape;

  g_array_set_size (self->shapes, self->shapes->len + 1);
  shape = &g_array_index (self->shapes, ScShape, self->shapes->len - 1);
  shape->kind = kind;
  shape->box = (ScBox) { box.x + self->origin.x, box.y + self->origin.y, box.width, box.height };

  return shape;
}

static void
copy_points (ScDrawing     *self,
             ScShape       *shape,
             const ScPoint *points,
             guint          n_points)
{
  shape->points = g_new (ScPoint, n_points);
  shape->n_points = n_points;
  for (guint i = 0; i < n_points; i++)
    shape->points[i] = (ScPoint) { points[i].x + self->origin.x, points[i].y + self->origin.y }
  ;
}

/**
 * sc_drawing_begin_group:
 * @self: a drawing
 * @name: what the shapes up to sc_drawing_end_group() are together
 */
void
sc_drawing_begin_group (ScDrawing  *self,
                        const char *name)
{
  add_shape (self, SC_SHAPE_GROUP, (ScBox) { 0, 0, 0, 0 })->name = g_strdup (name);
}

/**
 * sc_drawing_end_group:
 * @self: a drawing in which a group was begun
 */
void
sc_drawing_end_group (ScDrawing *self)
{
  add_shape (self, SC_SHAPE_GROUP_END, (ScBox) { 0, 0, 0, 0 });
}

/**
 * sc_drawing_add_box:
 * @self: a drawing
 * @box: where
 * @radius: how round its corners are
 * @fill: its colour
 */
void
sc_drawing_add_box (ScDrawing *self,
                    ScBox      box,
                    double     radius,
                    ScColour   fill)
{
  ScShape *shape = add_shape (self, SC_SHAPE_BOX, box);

  shape->radius = radius;
  shape->has_fill = TRUE;
  shape->fill = fill;
}

/**
 * sc_drawing_add_frame:
 * @self: a drawing
 * @box: where the middle of its line runs
 * @radius: how round its corners are
 * @stroke: its colour
 * @line_width: how wide its line is
 */
void
sc_drawing_add_frame (ScDrawing *self,
                      ScBox      box,
                      double     radius,
                      ScColour   stroke,
                      double     line_width)
{
  ScShape *shape = add_shape (self, SC_SHAPE_BOX, box);

  shape->radius = radius;
  shape->stroke = stroke;
  shape->line_width = line_width;
}

/**
 * sc_drawing_add_cap:
 * @self: a drawing
 * @box: where; its height is less than @radius
 * @radius: how round the corners of the box are that it lies on
 * @fill: its colour
 *
 * Adds the uppermost strip of a box with round corners.
 */
void
sc_drawing_add_cap (ScDrawing *self,
                    ScBox      box,
                    double     radius,
                    ScColour   fill)
{
  ScShape *shape = add_shape (self, SC_SHAPE_CAP, box);

  shape->radius = radius;
  shape->has_fill = TRUE;
  shape->fill = fill;
}

/**
 * sc_drawing_add_line:
 * @self: a drawing
 * @points: its corners
 * @n_points: how many, 2 at least
 * @radius: how round they are
 * @stroke: its colour
 * @line_width: how wide it is
 * @is_dashed: whether it is dashed
 */
void
sc_drawing_add_line (ScDrawing     *self,
                     const ScPoint *points,
                     guint          n_points,
                     double         radius,
                     ScColour       stroke,
                     double         line_width,
                     gboolean       is_dashed)
{
  ScShape *shape = add_shape (self, SC_SHAPE_LINE, (ScBox) { 0, 0, 0, 0 });

  copy_points (self, shape, points, n_points);
  shape->radius = radius;
  shape->stroke = stroke;
  shape->line_width = line_width;
  shape->dash = is_dashed ? SC_DASH_DASHED : SC_DASH_SOLID;
}

static ScShape *
add_path (ScDrawing     *self,
          const ScPoint *points,
          guint          n_points)
{
  ScShape *shape = add_shape (self, SC_SHAPE_PATH, (ScBox) { 0, 0, 0, 0 });

  copy_points (self, shape, points, n_points);

  return shape;
}

/**
 * sc_drawing_add_arrow:
 * @self: a drawing
 * @tail: a point that the arrow comes from
 * @tip: the point that it points at
 * @fill: its colour
 *
 * Adds the head of an arrow, which reaches from @tip to %SC_ARROW_LENGTH
 * before it.
 */
void
sc_drawing_add_arrow (ScDrawing *self,
                      ScPoint    tail,
                      ScPoint    tip,
                      ScColour   fill)
{
  double x = tip.x > tail.x ? 1 : (tip.x < tail.x ? -1 : 0);
  double y = x != 0 ? 0 : (tip.y > tail.y ? 1 : -1);
  ScPoint base = { tip.x - x * SC_ARROW_LENGTH, tip.y - y * SC_ARROW_LENGTH };
  double half = SC_ARROW_WIDTH / 2;

  ScShape *shape = add_path (self, (ScPoint[]) {
    tip,
    { base.x - y * half, base.y + x * half },
    { base.x + y * half, base.y - x * half },
  }, 3);

  shape->has_fill = TRUE;
  shape->fill = fill;
}

/**
 * sc_drawing_add_path:
 * @self: a drawing
 * @points: its corners
 * @n_points: how many, any number from 2
 * @stroke: its colour
 * @line_width: how wide it is
 * @dash: how it is broken
 *
 * Adds a line with sharp corners.
 */
void
sc_drawing_add_path (ScDrawing     *self,
                     const ScPoint *points,
                     guint          n_points,
                     ScColour       stroke,
                     double         line_width,
                     ScDash         dash)
{
  ScShape *shape = add_path (self, points, n_points);

  shape->stroke = stroke;
  shape->line_width = line_width;
  shape->dash = dash;
}

/**
 * sc_drawing_add_area:
 * @self: a drawing
 * @points: its corners
 * @n_points: how many, any number from 3
 * @fill: the colour within them
 */
void
sc_drawing_add_area (ScDrawing     *self,
                     const ScPoint *points,
                     guint          n_points,
                     ScColour       fill)
{
  ScShape *shape = add_path (self, points, n_points);

  shape->has_fill = TRUE;
  shape->fill = fill;
}

/**
 * sc_drawing_add_icon:
 * @self: a drawing
 * @icon: which icon
 * @position: its upper left corner
 * @size: its width and height
 * @colour: its colour
 */
void
sc_drawing_add_icon (ScDrawing *self,
                     ScIcon     icon,
                     ScPoint    position,
                     double     size,
                     ScColour   colour)
{
  ScShape *shape = add_shape (self, SC_SHAPE_ICON, (ScBox) { position.x, position.y, size, size });

  shape->icon = icon;
  shape->stroke = colour;
  shape->line_width = 1.4;
}

/**
 * sc_drawing_add_text:
 * @self: a drawing
 * @text: the text, as the typesetter set it
 * @style: what sort of text it is
 * @box: where: its first line is at the top
 * @align: which side of the box its lines are on
 * @colour: its colour
 */
void
sc_drawing_add_text (ScDrawing   *self,
                     PangoLayout *text,
                     ScTextStyle  style,
                     ScBox        box,
                     ScAlign      align,
                     ScColour     colour)
{
  ScShape *shape = add_shape (self, SC_SHAPE_TEXT, box);

  shape->text = g_object_ref (text);
  shape->style = style;
  shape->align = align;
  shape->has_fill = TRUE;
  shape->fill = colour;
}

/**
 * sc_dash_get_parts:
 * @dash: how a line is broken
 * @n_parts: (out): how many parts that has, up to %SC_DASH_MAX_PARTS
 *
 * Returns: (array length=n_parts): the lengths of what is drawn and left out by turns;
 *   none for a line that is not broken
 */
const double *
sc_dash_get_parts (ScDash dash,
                   guint *n_parts)
{
  static const struct {
    double parts[SC_DASH_MAX_PARTS];
    guint n_parts;
  } dashes[SC_N_DASHES] = {
    [SC_DASH_DASHED] = { { 5, 5 }, 2 },
    [SC_DASH_DOTTED] = { { 0.1, 4.5 }, 2 }, /* with round ends */
    [SC_DASH_LONG] = { { 11, 5, 0.1, 5 }, 4 },
  };

  *n_parts = dashes[dash].n_parts;

  return dashes[dash].parts;
}

/**
 * sc_point_move_towards:
 * @from: a point
 * @to: another
 * @distance: how far to go
 *
 * Returns: a point on the way from the one to the other, at most half of it
 */
ScPoint
sc_point_move_towards (ScPoint from,
                       ScPoint to,
                       double  distance)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  double share = length > 0 ? MIN (distance / length, 0.5) : 0;

  return (ScPoint) { from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };
}

/**
 * sc_shape_place_line:
 * @self: a text
 * @line: one of its lines
 * @position: which one it is, from 0
 * @width: (out): how wide the line is
 * @is_rtl: (out): whether it runs from right to left
 *
 * Base lines are evenly spaced whatever fonts a line is in, and capitals stand
 * in the middle between two of them.
 *
 * Returns: where the left end of its base line is
 */
ScPoint
sc_shape_place_line (const ScShape   *self,
                     PangoLayoutLine *line,
                     guint            position,
                     double          *width,
                     gboolean        *is_rtl)
{
  double height = sc_typesetter_get_line_height (self->style);
  double capital = 0.727 * sc_text_style_get_size (self->style);
  double y = self->box.y + position * height + (height + capital) / 2;
  PangoRectangle extents;
  double room;

  pango_layout_line_get_extents (line, NULL, &extents);
  *width = (double) extents.width / PANGO_SCALE;
  *is_rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  room = self->box.width - *width;
  if (self->align == SC_ALIGN_CENTRE)
    room /= 2;
  else if (self->align == SC_ALIGN_LEFT)
    room = 0;

  return (ScPoint) { self->box.x + room, y };
}
