/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints set text. */

#pragma once

#include "document/sc-paged-tags.h"
#include "document/sc-paged-text.h"

G_BEGIN_DECLS

/**
 * ScBrush:
 * @paged: a document on pages
 * @cr: what is painted with
 * @tags: (nullable): the structure, where there is one
 *
 * What a page is painted with.
 */
typedef struct {
  ScPaged *paged;
  cairo_t *cr;
  ScTags *tags;
} ScBrush;

void sc_brush_show_lines (const ScBrush   *self,
                          const ScSetText *text,
                          guint            first,
                          guint            n_lines,
                          double           x,
                          double           y);

G_END_DECLS
