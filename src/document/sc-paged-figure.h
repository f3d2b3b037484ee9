/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheme's drawing on paper. */

#pragma once

#include <cairo.h>

#include "document/sc-paged-parts.h"

G_BEGIN_DECLS

void sc_figure_plan_free (ScFigurePlan *self);

guint sc_figure_count_parts (ScPaged       *paged,
                             const ScBlock *figure);
gboolean sc_figure_is_lying (ScPaged       *paged,
                             const ScBlock *figure);
ScBox sc_figure_measure_part (ScPaged       *paged,
                              const ScBlock *figure,
                              guint          part);
void sc_figure_paint (ScPaged       *paged,
                      const ScPiece *piece,
                      cairo_t       *cr);
char *sc_figure_find_link (ScPaged       *paged,
                           const ScPiece *piece,
                           guint          stage,
                           ScBox         *box);

G_END_DECLS
