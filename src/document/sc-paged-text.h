/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of a document set in lines. */

#pragma once

#include "document/sc-paged-parts.h"

G_BEGIN_DECLS

/* Where in a set text the words of a span begin. */
typedef struct {
  guint start;
  const ScSpan *span;
} ScSpanStart;

/**
 * ScSetText:
 * @layout: the text in lines
 * @look: how it looks
 * @starts: (element-type ScSpanStart): where its spans begin
 *
 * A text set in a width.
 */
typedef struct {
  PangoLayout *layout;
  ScPaperLook look;
  GArray *starts;
} ScSetText;

GHashTable *sc_set_texts_new (void);
PangoContext *sc_paged_make_pango (void);

const ScSetText *sc_paged_set_piece (ScPaged       *self,
                                     const ScPiece *piece);
const ScSetText *sc_paged_set_cell (ScPaged           *self,
                                    const ScTableCell *cell,
                                    ScPaperStyle       style,
                                    double             width);
const ScSetText *sc_paged_set_words (ScPaged     *self,
                                     const char  *words,
                                     ScPaperStyle style,
                                     double       width);

guint sc_set_text_count_lines (const ScSetText *self);
GArray *sc_set_text_measure (const ScSetText *self);
double sc_set_text_get_height (const ScSetText *self);
gboolean sc_set_text_is_divided (const ScSetText *self,
                                 guint            line);
int sc_set_text_get_line_offset (const ScSetText *self,
                                 guint            line);
const ScSpan *sc_set_text_find_span (const ScSetText *self,
                                     guint            index);

G_END_DECLS
