/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a drawing as SVG 1.1. */

#pragma once

#include "diagram/sc-drawing.h"

G_BEGIN_DECLS

GString *sc_svg_write (const ScDrawing *drawing,
                       const char      *title);
GString *sc_svg_write_part (const ScDrawing *drawing,
                            const char      *title,
                            const char      *description,
                            ScBox            part);

G_END_DECLS
