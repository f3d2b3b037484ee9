/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells for how long what was deleted is offered to be brought back. */

#include "store/sc-deleted.h"

/* A date as an instant is noon. */
#define HALF_A_DAY (G_GINT64_CONSTANT (12) * 3600 * G_USEC_PER_SEC)

/**
 * sc_deletion_free:
 * @self: (transfer full): a deletion
 */
void
sc_deletion_free (ScDeletion *self)
{
  g_free (self->deleted_by);
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->deal, sc_deal_unref);
  g_free (self->process_name);
  g_free (self);
}

/**
 * sc_deleted_get_since:
 *
 * Returns: what was deleted then or later can be brought back
 */
ScInstant
sc_deleted_get_since (void)
{
  return sc_date_to_instant (sc_clock_today () - SC_DELETED_DAYS) - HALF_A_DAY;
}

/**
 * sc_deleted_get_until:
 * @deleted_at: when something was deleted
 *
 * Returns: the last day on which it can be brought back
 */
ScDate
sc_deleted_get_until (ScInstant deleted_at)
{
  return sc_date_from_instant (deleted_at) + SC_DELETED_DAYS;
}
