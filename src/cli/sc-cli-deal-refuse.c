/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal refuse`: says that the client refused, or went silent. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"

typedef struct {
  char *reason;
  char *note;
  char *as;
  char *until;
} Options;

/* What is preselected, with what was said instead. */
static gboolean
read_options (const Options *options,
              ScRefusalPlan *plan,
              GError       **error)
{
  ScDate until;

  if (options->as != NULL)
    sc_refusal_kind_from_id (options->as, &plan->kind);
  if (!sc_cli_read_date (options->until, &until, error))
    return FALSE;
  if (until != SC_DATE_NONE && plan->kind != SC_REFUSAL_PARK)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                           _("Only a parked deal has a day: use “--as park” with “--until”."));
      return FALSE;
    }
  if (until != SC_DATE_NONE)
    plan->until = until;

  return TRUE;
}

static int
refuse (ScCliCall     *call,
        const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_deal (call, &deal, &error);
  g_autoptr (ScRefusalPlan) plan = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  if (store != NULL && sc_cli_check_standing (deal, &error))
    plan = sc_refusal_plan_load (store, deal, options->reason, &error);
  if (plan != NULL && read_options (options, plan, &error))
    outcome = sc_command_run (sc_command_refuse_deal (deal, plan, options->reason, options->note), store, NULL, &error);
  if (outcome == NULL)
    return sc_cli_call_fail (call, error);

  return sc_cli_show_refused_deal (call, store, deal->id, sc_refusal_plan_get_outcome (plan));
}

/**
 * sc_cli_deal_refuse:
 * @call: the call
 *
 * `deal refuse ID [--reason TEXT] [--note TEXT] [--as lost|back|park] [--until DATE]`:
 * does what a refusal asks for, by the reason and the stage where `--as` does not say it.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_refuse (ScCliCall *call)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("reason", &options.reason, N_("Why the client refused"), N_("TEXT")),
    SC_CLI_TEXT ("note", &options.note, N_("What was agreed"), N_("TEXT")),
    SC_CLI_TEXT ("as", &options.as, N_("What becomes of the deal"), "lost|back|park"),
    SC_CLI_TEXT ("until", &options.until, N_("The day until which it is parked"), N_("YYYY-MM-DD")),
    G_OPTION_ENTRY_NULL,
  };
  ScRefusalKind kind;
  int status;

  if (sc_cli_call_parse (call, entries, 1, 1, &status))
    status = options.as == NULL || sc_refusal_kind_from_id (options.as, &kind)
             ? refuse (call, &options)
             : sc_cli_call_misuse (call, _("“%s” is not a way in which a refusal ends; use lost, back or park."), options.as);
  g_free (options.reason);
  g_free (options.note);
  g_free (options.as);
  g_free (options.until);

  return status;
}
