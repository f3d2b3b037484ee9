/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal win`: wins a deal. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"

/**
 * sc_cli_deal_win:
 * @call: the call
 *
 * `deal win ID [--override REASON]`: moves a deal past the client mark.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_win (ScCliCall *call)
{
  g_autofree char *override = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_OVERRIDE (&override),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScStore) store = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  sc_gate_answers_set_override (answers, override);
  store = sc_cli_call_open_deal (call, &deal, &error);
  if (store == NULL || !sc_cli_check_standing (deal, &error))
    return sc_cli_call_fail (call, error);

  return sc_cli_change_deal (call, store, sc_command_win_deal (deal, answers), deal->id);
}
