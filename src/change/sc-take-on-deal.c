/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notes that who got a deal from somebody else has seen it. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  g_autofree char *process_id = NULL;
  g_autoptr (ScDeal) deal = sc_deal_change_find_one_of (write, *(const gint64 *) data, &process_id, error);

  outcome->row_id = deal != NULL ? deal->id : 0;

  return deal != NULL && sc_write_mark_deal (write, deal, error)
         && sc_write_event (write, deal->id, 0, "taken-on", NULL, deal->owner, NULL, error);
}

/**
 * sc_command_take_on_deal:
 * @deal: a deal that somebody else has handed to the user
 *
 * Its history gets an event `taken-on`: as anything else that the user does with the
 * deal, it ends that Today shows it among those handed over.
 *
 * Returns: (transfer full): a command that notes that the user has seen it
 */
ScCommand *
sc_command_take_on_deal (const ScDeal *deal)
{
  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id,
                                                g_strdup_printf (C_("undo deal", "Take “%s” on"), deal->title),
                                                run, g_memdup2 (&deal->id, sizeof deal->id), g_free),
                                deal->id);
}
