/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints the pages of a document. */

#pragma once

#include <cairo.h>

#include "document/sc-paged-tags.h"

G_BEGIN_DECLS

void sc_paged_paint_page (ScPaged *self,
                          guint    page,
                          cairo_t *cr,
                          ScTags  *tags);

G_END_DECLS
