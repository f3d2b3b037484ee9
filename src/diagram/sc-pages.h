/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Divides a scheme over the pages that it is printed on. */

#pragma once

#include "diagram/sc-sheet.h"

G_BEGIN_DECLS

/* More pages than this a side are a mistake. */
#define SC_PAGES_MAX_SIDE 20

/**
 * ScPagesOptions:
 * @title: (nullable): the process's name
 * @date: the date that stands under the title, or none
 * @has_title: whether the title stands above the scheme
 * @has_legend: whether a legend stands below it
 * @across: how many pages lie side by side, 1 to %SC_PAGES_MAX_SIDE
 * @down: how many lie one below the other, 1 to %SC_PAGES_MAX_SIDE
 * @width: the width of what can be printed on of a page, in points
 * @height: its height
 * @has_refusals: whether it shows what happens when a client refuses
 * @figures: (nullable) (element-type ScStageFigures): what deals tell of its stages, where it
 *   shows that
 */
typedef struct {
  const char *title;
  ScDate date;
  gboolean has_title;
  gboolean has_legend;
  guint across;
  guint down;
  double width;
  double height;
  gboolean has_refusals;
  GPtrArray *figures;
} ScPagesOptions;

/**
 * ScPages:
 *
 * A scheme on paper: as large as it can be on one page, or on several that are
 * laid side by side.
 */
typedef struct _ScPages ScPages;

ScPages *sc_pages_new (const ScVersion      *version,
                       const ScPagesOptions *options,
                       ScTypesetter         *typesetter);
void sc_pages_free (ScPages *self);

guint sc_pages_get_n_pages (const ScPages *self);
double sc_pages_get_scale (const ScPages *self);
const ScSheet *sc_pages_get_sheet (const ScPages *self);
ScBox sc_pages_get_tile (const ScPages *self,
                         guint          page);
void sc_pages_paint (const ScPages *self,
                     guint          page,
                     cairo_t       *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPages, sc_pages_free)

G_END_DECLS
