/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the line of a return and its head look like, on paper and on the screen. */

#pragma once

#include "diagram/sc-places.h"

G_BEGIN_DECLS

/* The line of a return is thinner than that of a connector, dashed, and has a
 * head of two lines with nothing between them: so it is another also where
 * there are no colours. */
#define SC_RETURN_WIDTH 1.5
#define SC_RETURN_RADIUS 8.0
#define SC_RETURN_HEAD_LENGTH 6.0
#define SC_RETURN_HEAD_WIDTH 8.0

ScRoute sc_route_reverse (const ScRoute *self);
guint sc_mark_get_lines (const ScMark *self,
                         ScPoint       lines[2][2]);
void sc_route_get_head (const ScRoute *self,
                        ScPoint        corners[3]);

G_END_DECLS
