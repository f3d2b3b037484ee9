/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells a view whether a change concerns what it shows. */

#include "store/sc-change-set.h"

static gboolean
contains (GStrv       ids,
          const char *id)
{
  return ids != NULL && g_strv_contains ((const char *const *) ids, id);
}

/**
 * sc_change_set_has_process:
 * @self: what changed
 * @process_id: a process
 *
 * Returns: whether anything of the process may have changed, its deals included
 */
gboolean
sc_change_set_has_process (const ScChangeSet *self,
                           const char        *process_id)
{
  return self->has_names || sc_change_set_has_figures (self, process_id);
}

/**
 * sc_change_set_has_figures:
 * @self: what changed
 * @process_id: a process
 *
 * Returns: whether what is counted of the process's deals may have changed: its deals, its
 *   scheme, or the calendar that times are counted by; not where users are called otherwise alone
 */
gboolean
sc_change_set_has_figures (const ScChangeSet *self,
                           const char        *process_id)
{
  return self->has_all || self->has_calendar || contains (self->process_ids, process_id);
}

/**
 * sc_change_set_has_design:
 * @self: what changed
 * @process_id: a process
 *
 * Returns: whether the process itself may have changed: its scheme, its name, its
 *   settings, the calendar that its times are counted by, or that it is there; not where
 *   only its deals have
 */
gboolean
sc_change_set_has_design (const ScChangeSet *self,
                          const char        *process_id)
{
  return self->has_all || self->has_calendar || contains (self->design_ids, process_id);
}

/**
 * sc_change_set_has_deal:
 * @self: what changed
 * @process_id: the deal's process
 * @deal_id: a deal
 *
 * Returns: whether what is shown of the deal may have changed, the stages of its
 *   process included
 */
gboolean
sc_change_set_has_deal (const ScChangeSet *self,
                        const char        *process_id,
                        gint64             deal_id)
{
  if (self->has_names || sc_change_set_has_design (self, process_id))
    return TRUE;
  if (self->has_many_deals && contains (self->process_ids, process_id))
    return TRUE;

  for (guint i = 0; self->deal_ids != NULL && i < self->deal_ids->len; i++)
    if (g_array_index (self->deal_ids, gint64, i) == deal_id)
      return TRUE;

  return FALSE;
}
