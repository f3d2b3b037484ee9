/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has deals lost, many at once and of whatever processes. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"

typedef struct {
  gint64 *deal_ids;
  guint n_deals;
  char *reason;
} LoseDeals;

static void
lose_deals_free (gpointer data)
{
  LoseDeals *self = data;

  g_free (self->deal_ids);
  g_free (self->reason);
  g_free (self);
}

static gboolean
lose (const LoseDeals *self,
      ScWrite         *write,
      gint64           deal_id,
      GError         **error)
{
  g_autofree char *process_id = NULL;
  g_autoptr (ScDeal) before = sc_deal_change_find_one_of (write, deal_id, &process_id, error);
  g_autoptr (ScDeal) after = before != NULL ? sc_deal_copy (before) : NULL;

  return after != NULL && sc_deal_change_lose (after, self->reason, error)
         && sc_write_save_deal (write, before, after, self->reason, error)
         && sc_deal_change_leave (write, before, after, error);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const LoseDeals *self = data;

  for (guint i = 0; i < self->n_deals; i++)
    if (!lose (self, write, self->deal_ids[i], error))
      return FALSE;

  return TRUE;
}

/**
 * sc_command_lose_deals:
 * @deal_ids: (array length=n_deals): deals that stand on a board, of one process or several
 * @n_deals: how many
 * @reason: (nullable): why
 *
 * Those that were won end early, as with sc_command_lose_deal().
 *
 * Returns: (transfer full): a command that takes all of them off the board, or none
 */
ScCommand *
sc_command_lose_deals (const gint64 *deal_ids,
                       guint         n_deals,
                       const char   *reason)
{
  LoseDeals *self = g_new0 (LoseDeals, 1);

  self->deal_ids = g_memdup2 (deal_ids, n_deals * sizeof *deal_ids);
  self->n_deals = n_deals;
  self->reason = g_strdup (reason);

  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup_printf (ngettext ("Lose %u deal", "Lose %u deals", n_deals), n_deals),
                         run, self, lose_deals_free);
}
