/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal that leaves the board leaves nothing to do behind: what was planned for it goes with
 * the same change, and comes back with Undo. */

#include "change/sc-deal-change-private.h"

#include "store/sc-deal-write.h"

static gboolean
remove_step (ScWrite          *write,
             const ScActivity *step,
             GError          **error)
{
  return sc_write_delete (write, "activity", step->id, step->revision, error)
         && sc_write_event (write, step->deal_id, 0, "activity", step->title, NULL, NULL, error);
}

/**
 * sc_deal_change_leave:
 * @write: a write
 * @before: a deal as it was
 * @after: as it is saved now
 * @error: why it failed
 *
 * Removes the steps that are planned for a deal which was lost, ended early or was
 * completed; those of one that stands on the board still stay.
 *
 * Returns: whether it was possible
 */
gboolean
sc_deal_change_leave (ScWrite      *write,
                      const ScDeal *before,
                      const ScDeal *after,
                      GError      **error)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (!sc_deal_status_is_standing (before->status) || sc_deal_status_is_standing (after->status))
    return TRUE;

  /* Nobody else writes meanwhile, so what is read beside the write holds. */
  steps = sc_store_list_activities (sc_write_get_store (write), before->id, error);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const ScActivity *step = steps->pdata[i];

      if (step->done_at == 0 && !remove_step (write, step, error))
        return FALSE;
    }

  return steps != NULL;
}
