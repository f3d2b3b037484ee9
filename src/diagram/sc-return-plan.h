/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the connectors run that take a refused deal back to another stage. */

#pragma once

#include "diagram/sc-places.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScMarkRoom:
 * @row: the row that the client mark's label stands over, or -1 for none
 * @left: where the label begins
 * @right: where it ends
 * @height: how much room it has over the row
 */
typedef struct {
  int row;
  double left;
  double right;
  double height;
} ScMarkRoom;

/**
 * ScReturnPlan:
 *
 * The ways back of deals that are refused: first how much room they need over
 * each row, and then, when the cards have their places, where they run.
 */
typedef struct _ScReturnPlan ScReturnPlan;

ScReturnPlan *sc_return_plan_new (const ScVersion  *version,
                                  const ScLayout   *layout,
                                  const ScMarkRoom *mark);
void sc_return_plan_free (ScReturnPlan *self);
double sc_return_plan_get_room (const ScReturnPlan *self,
                                guint               row);
void sc_return_plan_draw (const ScReturnPlan *self,
                          ScLayout           *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScReturnPlan, sc_return_plan_free)

G_END_DECLS
