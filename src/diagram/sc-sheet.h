/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "diagram/sc-drawing.h"
#include "model/sc-date.h"

G_BEGIN_DECLS

/**
 * ScSheetOptions:
 * @title: (nullable): the process's name, or %NULL for no title
 * @date: the date that stands under the title, or none
 * @has_legend: whether a legend stands below
 * @aspect: how many times as wide as high the sheet should be, or 0 for rows
 *   as wide as @width says
 * @width: the width to wrap rows in, or 0 for one row
 */
typedef struct {
  const char *title;
  ScDate date;
  gboolean has_legend;
  double aspect;
  double width;
} ScSheetOptions;

ScDrawing *sc_sheet_draw (const ScVersion      *version,
                          const ScSheetOptions *options,
                          ScTypesetter         *typesetter);

G_END_DECLS
