/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be won in a month, and what was. */

#include "store/sc-plan.h"

/**
 * sc_plan_free:
 * @self: (transfer full): a plan
 */
void
sc_plan_free (ScPlan *self)
{
  g_free (self->owner);
  g_free (self);
}
