/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The looks of a document on paper. They are those of a Russian office document: a
 * serif of twelve points, a first line moved in by 12.5 mm, headings in bold. */

#include "document/sc-paged-style.h"

/* Times New Roman, and what has its measures. Pango takes what these lack (Arabic,
 * emoji) from other fonts by itself. */
#define FAMILIES "Times New Roman, Liberation Serif, Tinos, Nimbus Roman, PT Serif, Noto Serif, serif"
#define MONO_FAMILIES "Courier New, Liberation Mono, Cousine, PT Mono, Noto Sans Mono, DejaVu Sans Mono, monospace"

#define INDENT 35.4

static const ScPaperLook looks[SC_N_PAPER_STYLES] = {
  [SC_STYLE_BODY] = { .size = 12, .line_height = 15.6, .after = 6, .indent = INDENT, .is_justified = TRUE, .is_divided = TRUE },
  [SC_STYLE_TITLE] = { .size = 20, .line_height = 25, .after = 8, .align = PANGO_ALIGN_CENTER, .is_bold = TRUE },
  [SC_STYLE_SUBTITLE] = { .size = 14, .line_height = 19, .after = 6, .align = PANGO_ALIGN_CENTER },
  [SC_STYLE_CENTRED] = { .size = 12, .line_height = 15.6, .after = 6, .align = PANGO_ALIGN_CENTER },
  [SC_STYLE_STAMP] = { .size = 12, .line_height = 15.6, .after = 4 },
  [SC_STYLE_NOTE] = { .size = 10, .line_height = 13, .after = 6, .is_divided = TRUE },
  [SC_STYLE_HEADING_1] = { .size = 14, .line_height = 18, .before = 18, .after = 8, .is_bold = TRUE,
                           .keeps_next = TRUE },
  [SC_STYLE_HEADING_2] = { .size = 13, .line_height = 17, .before = 14, .after = 6, .is_bold = TRUE,
                           .keeps_next = TRUE },
  [SC_STYLE_HEADING_3] = { .size = 12, .line_height = 15.6, .before = 10, .after = 4, .is_bold = TRUE,
                           .keeps_next = TRUE },
  [SC_STYLE_SUBHEADING] = { .size = 12, .line_height = 15.6, .before = 8, .after = 4, .is_bold = TRUE,
                            .keeps_next = TRUE },
  [SC_STYLE_ITEM] = { .size = 12, .line_height = 15.6, .after = 3, .is_justified = TRUE, .is_divided = TRUE },
  [SC_STYLE_QUOTE] = { .size = 12, .line_height = 15.6, .after = 6, .is_italic = TRUE, .is_divided = TRUE },
  [SC_STYLE_CODE] = { .size = 10, .line_height = 12.6, .after = 6, .is_mono = TRUE },
  [SC_STYLE_CELL] = { .size = 11, .line_height = 13.8, .is_divided = TRUE },
  [SC_STYLE_CELL_HEADER] = { .size = 11, .line_height = 13.8, .align = PANGO_ALIGN_CENTER, .is_bold = TRUE, .is_divided = TRUE },
  [SC_STYLE_CELL_NAME] = { .size = 11, .line_height = 13.8, .is_bold = TRUE, .is_divided = TRUE },
  [SC_STYLE_CELL_SIGN] = { .size = 11, .line_height = 13.8, .align = PANGO_ALIGN_CENTER },
  [SC_STYLE_CAPTION] = { .size = 10, .line_height = 13, .before = 2, .after = 8, .align = PANGO_ALIGN_CENTER },
  [SC_STYLE_ENTRY_1] = { .size = 12, .line_height = 15.6, .before = 3, .after = 1 },
  [SC_STYLE_ENTRY_2] = { .size = 12, .line_height = 15.6, .after = 1 },
  [SC_STYLE_RUNNING] = { .size = 9, .line_height = 12 },
  [SC_STYLE_RUNNING_CENTRED] = { .size = 9, .line_height = 12, .align = PANGO_ALIGN_CENTER },
  [SC_STYLE_MARK] = { .size = 10, .line_height = 13, .is_bold = TRUE },
};

/**
 * sc_paper_look:
 * @style: what a text is
 * @density: how closely its document is set
 *
 * Returns: how it looks; never smaller than %SC_PAPER_LEAST_SIZE
 */
ScPaperLook
sc_paper_look (ScPaperStyle     style,
               const ScDensity *density)
{
  ScPaperLook look = looks[style];
  double leading = look.line_height / look.size;

  look.size = MAX (look.size * density->scale, SC_PAPER_LEAST_SIZE);
  look.line_height = look.size * leading;
  look.before *= density->scale;
  look.after *= density->scale;
  if (density->scale < 1)
    look.indent = 0; /* columns are too narrow for that */

  return look;
}

/**
 * sc_paper_look_make_font:
 * @self: a look
 *
 * Returns: (transfer full): its font
 */
PangoFontDescription *
sc_paper_look_make_font (const ScPaperLook *self)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, self->is_mono ? MONO_FAMILIES : FAMILIES);
  pango_font_description_set_absolute_size (font, self->size * PANGO_SCALE);
  if (self->is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (self->is_italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);

  return font;
}
