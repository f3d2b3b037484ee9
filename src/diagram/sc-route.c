/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the line of a return and its head look like, on paper and on the
 * screen. */

#include "diagram/sc-route.h"

#include <math.h>

/**
 * sc_route_reverse:
 * @self: a route
 *
 * Dashes are counted from where a line starts: one that is drawn from its end
 * begins with a dash there, under the arrow's head or on the line that it joins.
 *
 * Returns: the same way from its end to its start
 */
ScRoute
sc_route_reverse (const ScRoute *self)
{
  ScRoute reversed = { .n_points = self->n_points };

  for (guint i = 0; i < self->n_points; i++)
    reversed.points[i] = self->points[self->n_points - 1 - i];

  return reversed;
}

/**
 * sc_route_get_head:
 * @self: the way of a return
 * @corners: (out caller-allocates): the corners of its head, of which the
 *   second is the tip
 */
void
sc_route_get_head (const ScRoute *self,
                   ScPoint        corners[3])
{
  ScPoint tip = self->points[self->n_points - 1];
  ScPoint tail = self->points[self->n_points - 2];
  double length = hypot (tip.x - tail.x, tip.y - tail.y);
  ScPoint ahead = { (tip.x - tail.x) / length, (tip.y - tail.y) / length };
  ScPoint base = { tip.x - ahead.x * SC_RETURN_HEAD_LENGTH, tip.y - ahead.y * SC_RETURN_HEAD_LENGTH };
  double half = SC_RETURN_HEAD_WIDTH / 2;

  corners[0] = (ScPoint) { base.x - ahead.y * half, base.y + ahead.x * half };
  corners[1] = tip;
  corners[2] = (ScPoint) { base.x + ahead.y * half, base.y - ahead.x * half };
}

/**
 * sc_mark_get_lines:
 * @self: a client mark
 * @lines: (out): the lines that it is drawn as, each with its two ends
 *
 * Returns: how many there are: two where it is interrupted
 */
guint
sc_mark_get_lines (const ScMark *self,
                   ScPoint       lines[2][2])
{
  gboolean is_broken = self->break_to > self->break_from;

  lines[0][0] = self->from;
  lines[0][1] = is_broken ? (ScPoint) { self->from.x, self->break_from } : self->to;
  lines[1][0] = (ScPoint) { self->to.x, self->break_to };
  lines[1][1] = self->to;

  return is_broken ? 2 : 1;
}
