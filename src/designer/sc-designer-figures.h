/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what deals tell of the stages, and has the canvas show it where that is wanted. */

#pragma once

#include "designer/canvas/sc-canvas.h"
#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_DESIGNER_FIGURES (sc_designer_figures_get_type ())
G_DECLARE_FINAL_TYPE (ScDesignerFigures, sc_designer_figures, SC, DESIGNER_FIGURES, GObject)

ScDesignerFigures *sc_designer_figures_new (ScDesign *design,
                                            ScCanvas *canvas);
void sc_designer_figures_stop (ScDesignerFigures *self);

G_END_DECLS
