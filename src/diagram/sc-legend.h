/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend below a scheme. */

#pragma once

#include "diagram/sc-drawing.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScLegend:
 *
 * What the signs on a scheme mean.
 */
typedef struct _ScLegend ScLegend;

ScLegend *sc_legend_new (ScVersion    *version,
                         ScTypesetter *typesetter,
                         ScDirection   direction,
                         gboolean      has_refusals,
                         gboolean      has_figures);
void sc_legend_free (ScLegend *self);

double sc_legend_arrange (ScLegend *self,
                          double    width);
void sc_legend_draw (const ScLegend *self,
                     ScDrawing      *drawing,
                     double          top,
                     double          whole_width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLegend, sc_legend_free)

G_END_DECLS
