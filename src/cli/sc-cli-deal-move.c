/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal move`: moves a deal to a stage, or off the board. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"

static ScCommand *
move_to_stage (ScStore       *store,
               const ScDeal  *deal,
               const char    *name,
               ScGateAnswers *answers,
               GError       **error)
{
  g_autoptr (ScVersion) version = sc_store_load_version (store, deal->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  const ScStage *stage = version != NULL ? sc_cli_find_stage (version, name, error) : NULL;

  return stage != NULL ? sc_command_move_deal (deal, stage->id, -1, answers) : NULL;
}

static ScCommand *
make_command (ScStore       *store,
              const ScDeal  *deal,
              const char    *stage,
              ScGateAnswers *answers,
              GError       **error)
{
  if (g_str_equal (stage, "@open"))
    return sc_command_reopen_deal (deal);
  if (!sc_cli_check_standing (deal, error))
    return NULL;
  if (g_str_equal (stage, "@won"))
    return sc_command_win_deal (deal, answers);
  if (g_str_equal (stage, "@lost"))
    return sc_command_lose_deal (deal, NULL);
  if (g_str_equal (stage, "@completed"))
    return sc_command_complete_deal (deal, answers);

  return move_to_stage (store, deal, stage, answers, error);
}

/**
 * sc_cli_deal_move:
 * @call: the call
 *
 * `deal move ID STAGE [--override REASON]`: moves a deal to the top of a stage, closes
 * it, or reopens it.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_move (ScCliCall *call)
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
  ScCommand *command = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 2, 2, &status))
    return status;

  sc_gate_answers_set_override (answers, override);
  store = sc_cli_call_open_deal (call, &deal, &error);
  if (store != NULL)
    command = make_command (store, deal, call->words[1], answers, &error);
  if (command == NULL)
    return sc_cli_call_fail (call, error);

  return sc_cli_change_deal (call, store, command, deal->id);
}
