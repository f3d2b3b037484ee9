/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays a scheme out: where its cards, connectors and ways back are. */

#pragma once

#include "diagram/sc-places.h"
#include "diagram/sc-typesetter.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScLayoutOptions:
 * @width: the width to wrap rows in, or 0 for one row however wide
 * @direction: the side that rows start on
 * @has_refusals: whether it shows what happens when a client refuses: ways
 *   back to other stages, and for how long a deal is parked
 * @is_whole: whether texts take all lines that they need, as on paper; on the
 *   screen long ones are cut
 * @figures: (nullable) (element-type ScStageFigures): what deals tell of its stages, which is
 *   not changed any more, where it shows that
 *
 * A width that is less than one card and its margins gives one column.
 */
typedef struct {
  double width;
  ScDirection direction;
  gboolean has_refusals;
  gboolean is_whole;
  GPtrArray *figures;
} ScLayoutOptions;

ScLayout *sc_layout_new (const ScVersion       *version,
                         const ScLayoutOptions *options,
                         ScTypesetter          *typesetter);
void sc_layout_free (ScLayout *self);

guint sc_layout_limit_lines (const ScLayout *self,
                             guint           most);
guint sc_layout_count_columns (guint  n_stages,
                               double width);
double sc_layout_measure_columns (guint n_columns);
ScDirection sc_direction_guess (const ScVersion *version);

guint sc_layout_find_gap (const ScLayout *self,
                          ScPoint         point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLayout, sc_layout_free)

G_END_DECLS
