/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole sheet: title, scheme, legend. */

#pragma once

#include "diagram/sc-drawing.h"
#include "model/sc-date.h"

G_BEGIN_DECLS

/**
 * ScSheetOptions:
 * @title: (nullable): the process's name, or %NULL for no title
 * @date: the date that stands under the title, or none
 * @has_legend: whether a legend stands below
 * @aspect: how many times as wide as high is the place that the sheet should
 *   fill best, or 0 for rows as wide as @width says
 * @width: the width to wrap rows in, or 0 for one row
 * @n_across: into how many parts it is to be cut from left to right, 0 or 1
 *   for none: title and legend stay in the first
 * @has_refusals: whether it shows what happens when a client refuses
 * @figures: (nullable) (element-type ScStageFigures): what deals tell of its stages, where it
 *   shows that
 */
typedef struct {
  const char *title;
  ScDate date;
  gboolean has_legend;
  double aspect;
  double width;
  guint n_across;
  gboolean has_refusals;
  GPtrArray *figures;
} ScSheetOptions;

/**
 * ScSheet:
 *
 * A whole sheet: title, scheme and legend, each in its place.
 */
typedef struct _ScSheet ScSheet;

ScSheet *sc_sheet_new (const ScVersion      *version,
                       const ScSheetOptions *options,
                       ScTypesetter         *typesetter);
void sc_sheet_free (ScSheet *self);

double sc_sheet_get_width (const ScSheet *self);
double sc_sheet_get_height (const ScSheet *self);
const ScLayout *sc_sheet_get_layout (const ScSheet *self);
GArray *sc_sheet_find_column_cuts (const ScSheet *self);
GArray *sc_sheet_find_row_cuts (const ScSheet *self);
ScDrawing *sc_sheet_draw (const ScSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScSheet, sc_sheet_free)

G_END_DECLS
