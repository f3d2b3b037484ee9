/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What charts look like: their colours, and what stands in for colours. Each series has a
 * dash, a mark and a hatch of its own in every palette, so that a chart says the same to
 * who doesn't see colours and on a printer without them. */

#include "diagram/sc-chart-look.h"

#define MARK 3.5
#define HATCH_STEP 6.0
#define BAR_RADIUS 2.0

static const ScChartColours palettes[SC_N_PALETTES] = {
  [SC_PALETTE_LIGHT] = {
    SC_COLOUR (0xffffff), SC_COLOUR (0x1d2025), SC_COLOUR (0x5b626c), SC_COLOUR (0xdfe2e7),
    { SC_COLOUR (0x1a5fb4), SC_COLOUR (0xb5470b), SC_COLOUR (0x1b7f45), SC_COLOUR (0x813d9c) }, 2,
  },
  [SC_PALETTE_DARK] = {
    SC_COLOUR (0x36363a), SC_COLOUR (0xffffff), SC_COLOUR (0xc8c8cc), SC_COLOUR (0x55555b),
    { SC_COLOUR (0x99c1f1), SC_COLOUR (0xffbe6f), SC_COLOUR (0x8ff0a4), SC_COLOUR (0xe5a5f0) }, 2,
  },
  [SC_PALETTE_CONTRAST] = {
    SC_COLOUR (0xffffff), SC_COLOUR (0x000000), SC_COLOUR (0x000000), SC_COLOUR (0x8a8a8a),
    { SC_COLOUR (0x003a80), SC_COLOUR (0x7a2c00), SC_COLOUR (0x00501f), SC_COLOUR (0x561470) }, 3,
  },
  [SC_PALETTE_CONTRAST_DARK] = {
    SC_COLOUR (0x1d1d20), SC_COLOUR (0xffffff), SC_COLOUR (0xffffff), SC_COLOUR (0x8f8f96),
    { SC_COLOUR (0xb8d8ff), SC_COLOUR (0xffd9a0), SC_COLOUR (0xb6ffc6), SC_COLOUR (0xf3c8ff) }, 3,
  },
  [SC_PALETTE_BLACK_AND_WHITE] = {
    SC_COLOUR (0xffffff), SC_COLOUR (0x000000), SC_COLOUR (0x3a3a3a), SC_COLOUR (0xd0d0d0),
    { SC_COLOUR (0x000000), SC_COLOUR (0x000000), SC_COLOUR (0x000000), SC_COLOUR (0x000000) }, 1.8,
  },
};

/**
 * sc_palette_get_colours:
 * @palette: a palette
 *
 * Returns: (transfer none): its colours
 */
const ScChartColours *
sc_palette_get_colours (ScPalette palette)
{
  g_return_val_if_fail (palette < SC_N_PALETTES, &palettes[SC_PALETTE_LIGHT]);

  return &palettes[palette];
}

/**
 * sc_chart_look_draw_mark:
 * @drawing: a drawing
 * @style: which series it is of
 * @at: where its middle is
 * @colour: the series's colour
 * @paper: what is behind
 *
 * Draws the mark of a point: a circle, a square, a triangle or a diamond.
 */
void
sc_chart_look_draw_mark (ScDrawing *drawing,
                         guint      style,
                         ScPoint    at,
                         ScColour   colour,
                         ScColour   paper)
{
  double r = MARK;
  ScBox box = { at.x - r, at.y - r, 2 * r, 2 * r };

  switch (style % SC_CHART_N_STYLES)
    {
    case 1:
      sc_drawing_add_box (drawing, box, 0, paper);
      sc_drawing_add_frame (drawing, box, 0, colour, 2);
      break;
    case 2:
      sc_drawing_add_area (drawing, (ScPoint[]) {
      { at.x, at.y - 1.4 * r }, { at.x + 1.3 * r, at.y + r }, { at.x - 1.3 * r, at.y + r },
    }, 3, colour);
      break;
    case 3:
      sc_drawing_add_area (drawing, (ScPoint[]) {
      { at.x, at.y - 1.5 * r }, { at.x + 1.5 * r, at.y }, { at.x, at.y + 1.5 * r }, { at.x - 1.5 * r, at.y },
    }, 4, colour);
      break;
    case 0:
    default:
      sc_drawing_add_box (drawing, box, r, colour);
    }
}

/* Lines from lower left to upper right, or the other way, cut off at the box. */
static void
draw_hatch (ScDrawing *drawing,
            ScBox      box,
            gboolean   is_falling,
            ScColour   colour)
{
  double right = box.x + box.width;
  double bottom = box.y + box.height;

  for (double sum = box.x + box.y + HATCH_STEP; sum < right + bottom; sum += HATCH_STEP)
    {
      ScPoint high = { MIN (right, sum - box.y), 0 };
      ScPoint low = { 0, MIN (bottom, sum - box.x) };

      high.y = sum - high.x;
      low.x = sum - low.y;
      if (is_falling)
        {
          high.x = box.x + right - high.x;
          low.x = box.x + right - low.x;
        }
      sc_drawing_add_path (drawing, (ScPoint[]) { low, high }, 2, colour, 1.2, SC_DASH_SOLID);
    }
}

/**
 * sc_chart_look_draw_bar:
 * @drawing: a drawing
 * @style: which series it is of
 * @is_plan: whether it is what was meant to be
 * @box: where it is
 * @colour: the series's colour
 * @paper: what is behind
 *
 * Draws a bar: full, hatched or crossed by its series; what was meant to be is an empty
 * frame.
 */
void
sc_chart_look_draw_bar (ScDrawing *drawing,
                        guint      style,
                        gboolean   is_plan,
                        ScBox      box,
                        ScColour   colour,
                        ScColour   paper)
{
  ScBox frame = { box.x + 0.75, box.y + 0.75, MAX (box.width - 1.5, 0.1), MAX (box.height - 1.5, 0.1) };
  guint hatch = style % SC_CHART_N_STYLES;

  if (box.width <= 0 || box.height <= 0)
    return;

  if (!is_plan && hatch == 0)
    {
      sc_drawing_add_box (drawing, box, BAR_RADIUS, colour);
      return;
    }

  sc_drawing_add_box (drawing, box, BAR_RADIUS, is_plan ? paper : sc_colour_mix (paper, colour, 0.18));
  if (!is_plan)
    {
      draw_hatch (drawing, frame, hatch == 2, colour);
      if (hatch == 3)
        draw_hatch (drawing, frame, TRUE, colour);
    }
  sc_drawing_add_frame (drawing, frame, BAR_RADIUS - 0.75, colour, 1.5);
}
