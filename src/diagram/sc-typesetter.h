/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sets the texts of a scheme with Pango, and tells how large they are. */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The sorts of text on a scheme. Each has one font and size, so that a scheme
 * is the same on the screen, on paper and on another machine. */
typedef enum {
  SC_TEXT_TITLE,
  SC_TEXT_SUBTITLE,
  SC_TEXT_NUMBER,
  SC_TEXT_NAME,
  SC_TEXT_ROLE,
  SC_TEXT_INITIALS,
  SC_TEXT_FACT,
  SC_TEXT_MARK,
  SC_TEXT_SUM,
  SC_TEXT_LEGEND_TITLE,
  SC_TEXT_LEGEND,
} ScTextStyle;

#define SC_N_TEXT_STYLES (SC_TEXT_LEGEND + 1)

/* Text of any width, on one line. */
#define SC_TEXT_UNBOUNDED (-1.0)

/* Text of as many lines as it needs. */
#define SC_TEXT_WHOLE G_MAXUINT

/**
 * ScTypesetter:
 *
 * Sets the texts of schemes in lines, and keeps what it has set, so that a
 * text is measured once and painted as it was measured. It belongs to one
 * thread.
 */
typedef struct _ScTypesetter ScTypesetter;

ScTypesetter *sc_typesetter_new (void);
ScTypesetter *sc_typesetter_ref (ScTypesetter *self);
void sc_typesetter_unref (ScTypesetter *self);

PangoLayout *sc_typesetter_set (ScTypesetter *self,
                                ScTextStyle   style,
                                const char   *text,
                                double        width,
                                guint         max_lines);
double sc_typesetter_get_line_height (ScTextStyle style);
guint sc_typesetter_count_lines (ScTypesetter *self,
                                 ScTextStyle   style,
                                 const char   *text,
                                 double        width,
                                 guint         max_lines);
double sc_typesetter_measure_width (ScTypesetter *self,
                                    ScTextStyle   style,
                                    const char   *text);

double sc_text_style_get_size (ScTextStyle style);
PangoWeight sc_text_style_get_weight (ScTextStyle style);
const char *sc_text_style_get_families (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTypesetter, sc_typesetter_unref)

G_END_DECLS
