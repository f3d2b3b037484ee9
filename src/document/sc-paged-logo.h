/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An organisation's logo on paper. */

#pragma once

#include <cairo.h>

#include "document/sc-paged-parts.h"

G_BEGIN_DECLS

ScBox sc_logo_measure (ScPaged       *paged,
                       const ScBlock *logo);
void sc_logo_paint (ScPaged       *paged,
                    const ScPiece *piece,
                    cairo_t       *cr);

G_END_DECLS
