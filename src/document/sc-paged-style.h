/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the texts of a document look on paper. */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The smallest type on any paper, in points. */
#define SC_PAPER_LEAST_SIZE 7.0

typedef enum {
  SC_STYLE_BODY,
  SC_STYLE_TITLE,
  SC_STYLE_SUBTITLE,
  SC_STYLE_CENTRED,
  SC_STYLE_STAMP,
  SC_STYLE_NOTE,
  SC_STYLE_HEADING_1,
  SC_STYLE_HEADING_2,
  SC_STYLE_HEADING_3,
  SC_STYLE_SUBHEADING,
  SC_STYLE_ITEM,
  SC_STYLE_QUOTE,
  SC_STYLE_CODE,
  SC_STYLE_CELL,
  SC_STYLE_CELL_HEADER,
  SC_STYLE_CELL_NAME,
  SC_STYLE_CELL_SIGN,
  SC_STYLE_CAPTION,
  SC_STYLE_ENTRY_1,
  SC_STYLE_ENTRY_2,
  SC_STYLE_RUNNING,
  SC_STYLE_RUNNING_CENTRED,
  SC_STYLE_MARK,
} ScPaperStyle;

#define SC_N_PAPER_STYLES (SC_STYLE_MARK + 1)

/**
 * ScPaperLook:
 * @size: the size of its type, in points
 * @line_height: how far base lines are apart
 * @before: the space above
 * @after: the space below
 * @indent: how far its first line is moved in
 * @align: which side its lines are on
 * @is_justified: whether its lines end at the right
 * @is_divided: whether its words may be divided at the end of a line
 * @is_bold: whether it is bold
 * @is_italic: whether it is italic
 * @is_mono: whether its letters are all as wide
 * @keeps_next: whether what follows must stand on the same page
 */
typedef struct {
  double size;
  double line_height;
  double before;
  double after;
  double indent;
  PangoAlignment align;
  gboolean is_justified;
  gboolean is_divided;
  gboolean is_bold;
  gboolean is_italic;
  gboolean is_mono;
  gboolean keeps_next;
} ScPaperLook;

/**
 * ScDensity:
 * @scale: how large type and spaces are, 1 for as usual
 * @n_columns: how many columns a page has
 */
typedef struct {
  double scale;
  guint n_columns;
} ScDensity;

ScPaperLook sc_paper_look (ScPaperStyle     style,
                           const ScDensity *density);
PangoFontDescription *sc_paper_look_make_font (const ScPaperLook *self);

G_END_DECLS
