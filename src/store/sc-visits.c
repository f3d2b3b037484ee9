/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows that tell of deals' ways through their stages. */

#include "store/sc-visits.h"

/**
 * sc_visit_group_free:
 * @self: (transfer full): visits
 */
void
sc_visit_group_free (ScVisitGroup *self)
{
  g_clear_pointer (&self->parked, g_array_unref);
  g_clear_pointer (&self->deal_ids, g_array_unref);
  g_free (self);
}

/**
 * sc_outcome_group_free:
 * @self: (transfer full): deals
 */
void
sc_outcome_group_free (ScOutcomeGroup *self)
{
  g_free (self->source);
  g_free (self);
}
