/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to several deals at once: all of them or none. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"

typedef struct {
  gint64 *deal_ids;
  guint n_deals;
  char *reason;
} ManyDeals;

static ManyDeals *
many_deals_new (const gint64 *deal_ids,
                guint         n_deals,
                const char   *reason)
{
  ManyDeals *self = g_new0 (ManyDeals, 1);

  self->deal_ids = g_memdup2 (deal_ids, n_deals * sizeof *deal_ids);
  self->n_deals = n_deals;
  self->reason = g_strdup (reason);

  return self;
}

static void
many_deals_free (gpointer data)
{
  ManyDeals *self = data;

  g_free (self->deal_ids);
  g_free (self->reason);
  g_free (self);
}

static gboolean
lose_one (const ManyDeals *self,
          ScWrite         *write,
          const ScDeal    *current,
          GError         **error)
{
  g_autoptr (ScDeal) lost = NULL;

  if (!sc_deal_status_is_standing (current->status))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("“%s” is closed already. Reopen it first."), current->title);
      return FALSE;
    }

  lost = sc_deal_copy (current);
  g_set_str (&lost->loss_reason, self->reason);
  sc_deal_change_set_status (lost, current->status == SC_DEAL_WON ? SC_DEAL_ENDED_EARLY : SC_DEAL_LOST);

  return sc_write_save_deal (write, current, lost, self->reason, error);
}

static gboolean
run_lose (gpointer   data,
          ScWrite   *write,
          ScOutcome *outcome,
          GError   **error)
{
  const ManyDeals *self = data;

  for (guint i = 0; i < self->n_deals; i++)
    {
      g_autoptr (ScDeal) current = sc_write_load_deal (write, self->deal_ids[i], error);

      if (current == NULL || !lose_one (self, write, current, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_command_lose_deals:
 * @deal_ids: (array length=n_deals): deals that stand on the board
 * @n_deals: how many
 * @reason: (nullable): why
 *
 * Open ones are lost, those that were won ended early.
 *
 * Returns: (transfer full): a command that takes the deals off the board
 */
ScCommand *
sc_command_lose_deals (const gint64 *deal_ids,
                       guint         n_deals,
                       const char   *reason)
{
  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup_printf (ngettext ("Lose %u deal", "Lose %u deals", n_deals), n_deals),
                         run_lose, many_deals_new (deal_ids, n_deals, reason), many_deals_free);
}

static gboolean
run_delete (gpointer   data,
            ScWrite   *write,
            ScOutcome *outcome,
            GError   **error)
{
  const ManyDeals *self = data;

  for (guint i = 0; i < self->n_deals; i++)
    {
      g_autoptr (ScDeal) current = sc_write_load_deal (write, self->deal_ids[i], error);

      if (current == NULL || !sc_write_delete (write, "deal", current->id, current->revision, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_command_delete_deals:
 * @deal_ids: (array length=n_deals): deals
 * @n_deals: how many
 *
 * The deals leave tombstones, their history stays.
 *
 * Returns: (transfer full): a command that deletes the deals
 */
ScCommand *
sc_command_delete_deals (const gint64 *deal_ids,
                         guint         n_deals)
{
  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup_printf (ngettext ("Delete %u deal", "Delete %u deals", n_deals), n_deals),
                         run_delete, many_deals_new (deal_ids, n_deals, NULL), many_deals_free);
}
