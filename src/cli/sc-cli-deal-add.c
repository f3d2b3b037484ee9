/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal add`: adds a deal. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"
#include "model/sc-amount.h"
#include "store/sc-deal-query.h"

typedef struct {
  char *stage;
  char *value;
  char *currency;
  char *probability;
  char *started;
  char *expected_close;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->stage);
  g_free (options->value);
  g_free (options->currency);
  g_free (options->probability);
  g_free (options->started);
  g_free (options->expected_close);
}

/* In the currency that it says, or is told; else in the one that the process uses
 * most, or that of the user's country. */
static gboolean
read_value (ScDeal        *deal,
            ScStore       *store,
            const Options *options,
            GError       **error)
{
  g_auto (GStrv) used = sc_store_list_currencies (store, deal->process_id, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;
  const char *currency;

  if (used == NULL)
    return FALSE;

  g_strv_builder_addv (builder, (const char **) used);
  g_strv_builder_add (builder, sc_currency_get_default ());
  known = g_strv_builder_end (builder);
  currency = options->currency != NULL ? options->currency : known[0];
  if (!sc_currency_is_valid (currency))
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                 _("“%s” is no currency; its code in ISO 4217 is meant, such as EUR."), currency);
  else if (options->value != NULL
           && sc_amount_text_read (options->value, currency, (const char *const *) known, SC_DECIMAL_MARK_UNKNOWN, &deal->value)
           != SC_AMOUNT_TEXT_READ)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is no amount that can be kept."), options->value);
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_probability (ScDeal        *deal,
                  const Options *options,
                  GError       **error)
{
  char *end;

  deal->probability = SC_PROBABILITY_UNSET;
  if (options->probability == NULL)
    return TRUE;

  deal->probability = g_ascii_strtod (options->probability, &end);
  if (options->probability[0] != '\0' && *end == '\0' && deal->probability >= 0 && deal->probability <= 1)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               _("“%s” is no win probability, a number from 0 to 1."), options->probability);

  return FALSE;
}

static gboolean
fill (ScDeal        *deal,
      ScStore       *store,
      ScProcess     *process,
      const Options *options,
      GError       **error)
{
  g_autoptr (ScVersion) version = sc_cli_load_published (store, process, error);
  const ScStage *stage;

  if (version == NULL)
    return FALSE;

  g_set_str (&deal->process_id, process->id);
  if (options->stage != NULL)
    {
      stage = sc_cli_find_stage (version, options->stage, error);
      if (stage == NULL)
        return FALSE;
      g_set_str (&deal->stage_id, stage->id);
    }

  return read_value (deal, store, options, error) && read_probability (deal, options, error) &&
         sc_cli_read_date (options->started, &deal->started, error) &&
         sc_cli_read_date (options->expected_close, &deal->expected_close, error);
}

static int
add (ScCliCall     *call,
     ScDeal        *deal,
     const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_process (call, &process, &error);

  if (store == NULL || !fill (deal, store, process, options, &error))
    return sc_cli_call_fail (call, error);

  return sc_cli_change_deal (call, store, sc_command_add_deal (deal), 0);
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
  g_autoptr (ScDeal) deal = sc_deal_new ();
  Options options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("title", &deal->title, N_("What it is called"), N_("TITLE")),
    SC_CLI_TEXT ("company", &deal->company, N_("Who buys"), N_("NAME")),
    SC_CLI_TEXT ("person", &deal->person, N_("Whom one speaks to there"), N_("NAME")),
    SC_CLI_TEXT ("phone", &deal->phone, N_("That person’s phone"), N_("PHONE")),
    SC_CLI_TEXT ("email", &deal->email, N_("That person’s email"), N_("ADDRESS")),
    SC_CLI_TEXT ("owner", &deal->owner, N_("Who is responsible for it"), N_("NAME")),
    SC_CLI_TEXT ("stage", &options.stage, N_("Where it stands, rather than in the first stage"), N_("STAGE")),
    SC_CLI_TEXT ("value", &options.value, N_("What it is worth"), N_("AMOUNT")),
    SC_CLI_TEXT ("currency", &options.currency, N_("The amount’s currency"), N_("CODE")),
    SC_CLI_TEXT ("probability", &options.probability, N_("Its own win probability, from 0 to 1"), N_("NUMBER")),
    SC_CLI_TEXT ("started", &options.started, N_("When it began; today where it is not said"), N_("YYYY-MM-DD")),
    SC_CLI_TEXT ("expected-close", &options.expected_close, N_("When it should be won"), N_("YYYY-MM-DD")),
    SC_CLI_TEXT ("source", &deal->source, N_("Where it came from"), N_("TEXT")),
    SC_CLI_TEXT ("label", &deal->label, N_("Priority or label"), N_("TEXT")),
    SC_CLI_TEXT ("note", &deal->notes, N_("Free text"), N_("TEXT")),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (sc_cli_call_parse (call, entries, 1, 1, &status))
    {
      if (deal->title == NULL || deal->title[0] == '\0')
        status = sc_cli_call_misuse (call, _("“--title TITLE” is missing."));
      else
        status = add (call, deal, &options);
    }
  clear_options (&options);

  return status;
}
