/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal edit`: changes fields of a deal. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal-fields.h"
#include "cli/sc-cli-deal.h"

/* The phone and the mail are the person's, who has them in all deals; of another person
 * they are told with the name. */
static ScCommand *
make_command (const ScDeal *before,
              const ScDeal *after,
              ScDealFields  fields)
{
  const ScDealFields of_person = fields & (SC_DEAL_FIELD_PHONE | SC_DEAL_FIELD_EMAIL);
  gboolean is_other = before->person_id == 0 || g_strcmp0 (before->person, after->person) != 0
                      || g_strcmp0 (before->company, after->company) != 0;
  ScCommand *edit;

  if (of_person == 0 || is_other)
    return sc_command_edit_deal (before, after, fields);

  edit = sc_command_edit_person (before, after, of_person);

  return fields == of_person ? edit : sc_command_join (sc_command_edit_deal (before, after, fields & ~of_person), edit);
}

/**
 * sc_cli_deal_edit:
 * @call: the call
 *
 * `deal edit ID [--title TITLE …]`: changes what the options say of a deal; an empty text
 * clears a field.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_edit (ScCliCall *call)
{
  g_auto (ScCliDealFields) fields = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_DEAL_NAMES (&fields),
    SC_CLI_DEAL_NUMBERS (&fields, N_("When it began")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) edited = NULL;
  g_autoptr (ScStore) store = NULL;
  ScDealFields taken = 0;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  store = sc_cli_call_open_deal (call, &deal, &error);
  if (store == NULL)
    return sc_cli_call_fail (call, error);

  edited = sc_deal_copy (deal);
  if (!sc_cli_deal_fields_take (&fields, store, edited, &taken, &error))
    return sc_cli_call_fail (call, error);

  return sc_cli_change_deal (call, store, make_command (deal, edited, taken), deal->id);
}
