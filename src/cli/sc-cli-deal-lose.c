/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal lose`: loses a deal, with a reason. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"

/**
 * sc_cli_deal_lose:
 * @call: the call
 *
 * `deal lose ID [--reason TEXT]`: takes a deal as lost, or as ended early
 * where it was won.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_lose (ScCliCall *call)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("reason", &reason, N_("Why it was lost"), N_("TEXT")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScStore) store = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  store = sc_cli_call_open_deal (call, &deal, &error);
  if (store == NULL || !sc_cli_check_standing (deal, &error))
    return sc_cli_call_fail (call, error);

  return sc_cli_change_deal (call, store, sc_command_lose_deal (deal, reason), deal->id);
}
