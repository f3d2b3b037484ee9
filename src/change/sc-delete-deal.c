/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deletes one deal; its history stays. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const ScDeal *deal = data;
  g_autoptr (ScDeal) current = sc_deal_change_find (write, deal->id, deal->process_id, error);

  outcome->row_id = deal->id;

  return current != NULL && sc_write_delete (write, "deal", deal->id, deal->revision, error);
}

/**
 * sc_command_delete_deal:
 * @deal: a deal as it was read
 *
 * The deal leaves a tombstone, its history stays.
 *
 * Returns: (transfer full): a command that deletes the deal, unless it has
 *   changed since
 */
ScCommand *
sc_command_delete_deal (const ScDeal *deal)
{
  return sc_command_new (SC_SCOPE_DEALS, deal->process_id, g_strdup_printf (C_("undo deal", "Delete “%s”"), deal->title),
                         run, sc_deal_copy (deal), (GDestroyNotify) sc_deal_unref);
}
