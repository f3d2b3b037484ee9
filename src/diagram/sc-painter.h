/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a scheme where the layout has it: from the back the connectors, the ways back
 * of refused deals, the client mark, the cards. */

#pragma once

#include "diagram/sc-drawing.h"
#include "diagram/sc-participants.h"

G_BEGIN_DECLS

/* The colours of paper: ink is saved, and everything can be told apart on a
 * printer without colours. */
#define SC_PAPER SC_COLOUR (0xffffff)
#define SC_INK SC_COLOUR (0x1d2025)
#define SC_INK_SOFT SC_COLOUR (0x5b626c)
#define SC_HAIRLINE SC_COLOUR (0xd5d9df)
#define SC_SHADE SC_COLOUR (0xeef0f3)
#define SC_TRACK SC_COLOUR (0xe4e7eb)
#define SC_WAY SC_COLOUR (0x828a95)
#define SC_CLIENT SC_COLOUR (0x1b7f45)
#define SC_RETURN SC_COLOUR (0x813d9c)
#define SC_BOTTLENECK SC_COLOUR (0xfdecc8)
#define SC_CLIENT_TINT SC_COLOUR (0xf2faf5)

void sc_painter_draw (ScDrawing *drawing,
                      const ScVersion *version,
                      const ScLayout *layout,
                      ScTypesetter *typesetter);
void sc_painter_draw_bar (ScDrawing *drawing,
                          ScBox box,
                          double share,
                          ScColour colour,
                          ScDirection direction);
void sc_painter_draw_chip (ScDrawing *drawing,
                           ScTypesetter *typesetter,
                           const ScChip *chip);
void sc_painter_draw_mark_line (ScDrawing *drawing,
                                ScPoint from,
                                ScPoint to);
void sc_painter_draw_return (ScDrawing *drawing,
                             const ScReturn *way);

G_END_DECLS
