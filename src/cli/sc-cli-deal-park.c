/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal park`, `deal unpark`: take a deal out of the board's columns until a day, and
 * back to work before it. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"

static int
park (ScCliCall  *call,
      const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScStore) store = NULL;
  ScDate until;

  if (day == NULL)
    return sc_cli_call_misuse (call, _("Give the day on which the deal returns to work with “--until”."));

  store = sc_cli_call_open_deal (call, &deal, &error);
  if (store == NULL || !sc_cli_read_date (day, &until, &error) || !sc_cli_check_standing (deal, &error))
    return sc_cli_call_fail (call, error);

  return sc_cli_change_deal (call, store, sc_command_park_deal (deal, until, NULL), deal->id);
}

/**
 * sc_cli_deal_park:
 * @call: the call
 *
 * `deal park ID --until DATE`: parks a deal until a day after today.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_park (ScCliCall *call)
{
  g_autofree char *until = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("until", &until, N_("The day on which it is at work again"), N_("YYYY-MM-DD")),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  return sc_cli_call_parse (call, entries, 1, 1, &status) ? park (call, until) : status;
}

/**
 * sc_cli_deal_unpark:
 * @call: the call
 *
 * `deal unpark ID`: takes a parked deal back to work.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_unpark (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScStore) store = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_call_open_deal (call, &deal, &error);
  if (store == NULL)
    return sc_cli_call_fail (call, error);

  return sc_cli_change_deal (call, store, sc_command_unpark_deal (deal), deal->id);
}
