/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What charts look like: their colours, and what stands in for colours. */

#pragma once

#include "diagram/sc-drawing.h"

G_BEGIN_DECLS

typedef enum {
  SC_PALETTE_LIGHT,
  SC_PALETTE_DARK,
  SC_PALETTE_CONTRAST,
  SC_PALETTE_CONTRAST_DARK,
  SC_PALETTE_BLACK_AND_WHITE,
} ScPalette;

#define SC_N_PALETTES (SC_PALETTE_BLACK_AND_WHITE + 1)

/* More series than this on one chart nobody can follow; they begin anew. */
#define SC_CHART_N_STYLES 4

/**
 * ScChartColours:
 * @paper: what is behind
 * @ink: of what is read first
 * @soft: of axes and ticks
 * @grid: of the lines behind
 * @series: of what is shown
 * @line_width: how wide its lines are
 */
typedef struct {
  ScColour paper;
  ScColour ink;
  ScColour soft;
  ScColour grid;
  ScColour series[SC_CHART_N_STYLES];
  double line_width;
} ScChartColours;

/**
 * ScChartLook:
 * @palette: its colours
 * @direction: the side on which it begins
 * @has_title: whether its title and description stand above, as in a file
 * @has_paper: whether it is painted behind, too
 */
typedef struct {
  ScPalette palette;
  ScDirection direction;
  gboolean has_title;
  gboolean has_paper;
} ScChartLook;

const ScChartColours *sc_palette_get_colours (ScPalette palette);

void sc_chart_look_draw_mark (ScDrawing *drawing,
                              guint      style,
                              ScPoint    at,
                              ScColour   colour,
                              ScColour   paper);
void sc_chart_look_draw_bar (ScDrawing *drawing,
                             guint      style,
                             gboolean   is_plan,
                             ScBox      box,
                             ScColour   colour,
                             ScColour   paper);

G_END_DECLS
