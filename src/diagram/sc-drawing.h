/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawing as a list of shapes and texts, which is painted with cairo or written as
 * SVG. */

#pragma once

#include <cairo.h>

#include "diagram/sc-colour.h"
#include "diagram/sc-icon.h"
#include "diagram/sc-layout.h"

G_BEGIN_DECLS

typedef enum {
  SC_SHAPE_BOX,
  SC_SHAPE_CAP,
  SC_SHAPE_LINE,
  SC_SHAPE_PATH,
  SC_SHAPE_ICON,
  SC_SHAPE_TEXT,
  SC_SHAPE_GROUP,
  SC_SHAPE_GROUP_END,
} ScShapeKind;

typedef enum {
  SC_ALIGN_LEFT,
  SC_ALIGN_CENTRE,
  SC_ALIGN_RIGHT,
} ScAlign;

/* How a line is broken, so that lines are told apart without colours. */
typedef enum {
  SC_DASH_SOLID,
  SC_DASH_DASHED,
  SC_DASH_DOTTED,
  SC_DASH_LONG,
} ScDash;

#define SC_N_DASHES (SC_DASH_LONG + 1)
#define SC_DASH_MAX_PARTS 4

/* The head of an arrow. */
#define SC_ARROW_LENGTH 9.0
#define SC_ARROW_WIDTH 10.0

/* A round corner of a line is a curve from its radius before the corner to its
 * radius behind; its control points are this share of it away. */
#define SC_CORNER_TIGHTNESS 0.45

/**
 * ScShape:
 * @kind: what it is
 * @box: where it is; empty for lines and arrows
 * @radius: how round corners are
 * @has_fill: whether it is filled with @fill
 * @fill: the colour it is filled with; of text and icons their colour
 * @line_width: the width of its line, or 0 for none
 * @stroke: the line's colour
 * @dash: how the line is broken
 * @points: (array length=n_points): corners of a line or path
 * @n_points: how many there are
 * @icon: which icon
 * @text: lines of text
 * @style: what sort of text
 * @align: which side of @box lines of text are on
 * @name: what a group is called, for those who can't see it
 */
typedef struct {
  ScShapeKind kind;
  ScBox box;
  double radius;
  gboolean has_fill;
  ScColour fill;
  double line_width;
  ScColour stroke;
  ScDash dash;
  ScPoint *points;
  guint n_points;
  ScIcon icon;
  PangoLayout *text;
  ScTextStyle style;
  ScAlign align;
  char *name;
} ScShape;

/**
 * ScDrawing:
 *
 * A picture as a list of shapes, from the back to the front: made once by the
 * painter, and then painted with cairo or written as SVG, so that all files
 * and sheets of paper show the same.
 */
typedef struct _ScDrawing ScDrawing;

ScDrawing *sc_drawing_new (double width,
                           double height);
void sc_drawing_free (ScDrawing *self);

double sc_drawing_get_width (const ScDrawing *self);
double sc_drawing_get_height (const ScDrawing *self);
guint sc_drawing_get_n_shapes (const ScDrawing *self);
const ScShape *sc_drawing_get_shape (const ScDrawing *self,
                                     guint            position);
void sc_drawing_set_origin (ScDrawing *self,
                            double     x,
                            double     y);

void sc_drawing_begin_group (ScDrawing  *self,
                             const char *name);
void sc_drawing_end_group (ScDrawing *self);
void sc_drawing_add_box (ScDrawing *self,
                         ScBox      box,
                         double     radius,
                         ScColour   fill);
void sc_drawing_add_frame (ScDrawing *self,
                           ScBox      box,
                           double     radius,
                           ScColour   stroke,
                           double     line_width);
void sc_drawing_add_cap (ScDrawing *self,
                         ScBox      box,
                         double     radius,
                         ScColour   fill);
void sc_drawing_add_line (ScDrawing     *self,
                          const ScPoint *points,
                          guint          n_points,
                          double         radius,
                          ScColour       stroke,
                          double         line_width,
                          gboolean       is_dashed);
void sc_drawing_add_arrow (ScDrawing *self,
                           ScPoint    tail,
                           ScPoint    tip,
                           ScColour   fill);
void sc_drawing_add_path (ScDrawing     *self,
                          const ScPoint *points,
                          guint          n_points,
                          ScColour       stroke,
                          double         line_width,
                          ScDash         dash);
void sc_drawing_add_area (ScDrawing     *self,
                          const ScPoint *points,
                          guint          n_points,
                          ScColour       fill);
void sc_drawing_add_icon (ScDrawing *self,
                          ScIcon     icon,
                          ScPoint    position,
                          double     size,
                          ScColour   colour);
void sc_drawing_add_text (ScDrawing   *self,
                          PangoLayout *text,
                          ScTextStyle  style,
                          ScBox        box,
                          ScAlign      align,
                          ScColour     colour);

const double *sc_dash_get_parts (ScDash dash,
                                 guint *n_parts);
ScPoint sc_point_move_towards (ScPoint from,
                               ScPoint to,
                               double  distance);
ScPoint sc_shape_place_line (const ScShape   *self,
                             PangoLayoutLine *line,
                             guint            position,
                             double          *width,
                             gboolean        *is_rtl);

gboolean sc_shape_is_within (const ScShape *shape,
                             const ScBox   *part);
void sc_drawing_paint_part (const ScDrawing *self,
                            cairo_t         *cr,
                            ScBox            part);
void sc_drawing_paint (const ScDrawing *self,
                       cairo_t         *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDrawing, sc_drawing_free)

G_END_DECLS
