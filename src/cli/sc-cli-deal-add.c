/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal add`: adds a deal. */

#include <glib/gi18n-lib.h>

#include "change/sc-contact-commands.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal-fields.h"
#include "cli/sc-cli-deal.h"

static gboolean
is_empty (const char *text)
{
  return text != NULL && *text == '\0';
}

/* Nothing is there yet that an empty text could clear. */
static gboolean
check_given (const ScCliDealFields *fields,
             GError               **error)
{
  ScDate date;

  if (is_empty (fields->value))
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is not a valid amount; give one such as 12000, 5k or 1.5m."), fields->value);
  else if (is_empty (fields->probability))
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                 _("“%s” is not a win probability; give a number from 0 to 1."), fields->probability);
  else
    return sc_cli_read_date (fields->started, &date, error) && sc_cli_read_date (fields->expected_close, &date, error);

  return FALSE;
}

static gboolean
fill (ScDeal                *deal,
      ScStore               *store,
      ScProcess             *process,
      const ScCliDealFields *fields,
      const char            *stage_name,
      GError               **error)
{
  g_autoptr (ScVersion) version = sc_cli_load_published (store, process, error);
  const ScStage *stage;
  ScDealFields taken;

  if (version == NULL || !check_given (fields, error))
    return FALSE;

  g_set_str (&deal->process_id, process->id);
  if (stage_name != NULL)
    {
      stage = sc_cli_find_stage (version, stage_name, error);
      if (stage == NULL)
        return FALSE;
      g_set_str (&deal->stage_id, stage->id);
    }

  /* Who adds it has it, unless somebody else is named, or nobody. */
  if (fields->owner == NULL)
    deal->owner_id = sc_store_get_user (store);

  return sc_cli_deal_fields_take (fields, store, deal, &taken, error) && sc_cli_deal_fields_take_step (fields, deal, error);
}

static int
add (ScCliCall             *call,
     const ScCliDealFields *fields,
     const char            *stage_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_process (call, &process, &error);
  int status;

  if (store == NULL || !fill (deal, store, process, fields, stage_name, &error)
      || !sc_cli_deal_fields_take_contacts (fields, contacts, &error))
    return sc_cli_call_fail (call, error);

  status = sc_cli_change_deal (call, store, sc_command_add_deal_with_contacts (deal, contacts), 0);
  if (status == SC_CLI_DONE)
    sc_cli_deal_fields_tell_past (fields, deal);

  return status;
}

/**
 * sc_cli_deal_add:
 * @call: the call
 *
 * `deal add PROCESS --title TITLE …`: adds a deal.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_add (ScCliCall *call)
{
  g_auto (ScCliDealFields) fields = { 0 };
  g_autofree char *stage = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_DEAL_NAMES (&fields),
    SC_CLI_TEXT ("stage", &stage, N_("Stage (default: the first)"), N_("STAGE")),
    SC_CLI_DEAL_NUMBERS (&fields, N_("When it began (default: today)")),
    SC_CLI_DEAL_CONTACT (&fields),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;
  if (fields.title == NULL || fields.title[0] == '\0')
    return sc_cli_call_misuse (call, _("“--title TITLE” is missing."));
  if (fields.contacts != NULL && (fields.person != NULL || fields.phone != NULL || fields.email != NULL))
    return sc_cli_call_misuse (call, _("“--contact” says the person, phone and email, too; give it alone."));

  return add (call, &fields, stage);
}
