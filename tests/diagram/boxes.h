/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "diagram/sc-layout.h"

/* Where things are to each other. */

static inline gboolean
overlap (const ScBox *a,
         const ScBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static inline gboolean
contains (const ScBox *outer,
          const ScBox *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width + 0.01 &&
         inner->y + inner->height <= outer->y + outer->height + 0.01;
}

/* A horizontal or vertical line as a box that has no inside of its own. */
static inline ScBox
box_of_line (ScPoint from,
             ScPoint to)
{
  return (ScBox) { MIN (from.x, to.x), MIN (from.y, to.y), fabs (to.x - from.x), fabs (to.y - from.y) };
}

static inline gboolean
is_on_edge (const ScBox *box,
            ScPoint      point)
{
  gboolean is_beside = point.x == box->x || point.x == box->x + box->width;
  gboolean is_over = point.y == box->y || point.y == box->y + box->height;

  return (is_beside && point.y > box->y && point.y < box->y + box->height) ||
         (is_over && point.x > box->x && point.x < box->x + box->width);
}
