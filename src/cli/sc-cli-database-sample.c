/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `database sample`: fills a database with made-up processes and deals. */

#include <glib/gi18n-lib.h>

#include "change/sc-add-sample.h"
#include "cli/sc-cli-commands.h"
#include "files/sc-json-writer.h"
#include "method/sc-proposal.h"

#define DEFAULT_DEALS 500
#define DEFAULT_SEED 1

static const struct {
  ScPhrase name;
  ScAspects aspects;
  guint share;
} samples[] = {
  {
    { { "Software for companies", "Продажа ПО компаниям" } },
    { { SC_SELLING_CONSULTATIVE, SC_NOVELTY_INNOVATIVE, SC_DEMAND_FORMED, SC_MARKET_B2B, SC_OFFER_PRODUCT,
        SC_PAYMENT_AFTER_ONBOARDING } },
    6,
  },
  {
    { { "Consulting projects", "Консалтинговые проекты" } },
    { { SC_SELLING_CONSULTATIVE, SC_NOVELTY_ESTABLISHED, SC_DEMAND_UNFORMED, SC_MARKET_B2B, SC_OFFER_SERVICE,
        SC_PAYMENT_BEFORE_ONBOARDING } },
    2,
  },
  {
    { { "Online courses", "Онлайн-курсы" } },
    { { SC_SELLING_TRANSACTIONAL, SC_NOVELTY_ESTABLISHED, SC_DEMAND_FORMED, SC_MARKET_B2C, SC_OFFER_PRODUCT,
        SC_PAYMENT_BEFORE_ONBOARDING } },
    2,
  },
};

static ScCommand *
make_command (guint      n_processes,
              guint      n_deals,
              guint32    seed,
              ScLanguage language)
{
  ScSampleProcess processes[G_N_ELEMENTS (samples)];
  ScCommand *command;

  for (guint i = 0; i < n_processes; i++)
    processes[i] = (ScSampleProcess) {
      .name = samples[i].name.text[language],
      .version = sc_proposal_new (&samples[i].aspects, language),
      .share = samples[i].share,
    }
  ;
  command = sc_command_add_sample (processes, n_processes, n_deals, seed);
  for (guint i = 0; i < n_processes; i++)
    sc_version_unref (processes[i].version);

  return command;
}

static void
print_result (ScCliCall *call,
              int        n_deals,
              int        n_processes)
{
  g_autoptr (ScJsonWriter) writer = NULL;
  g_autofree char *text = NULL;

  if (!call->is_json)
    {
      sc_cli_print (ngettext ("%d deal is there to try things out.\n", "%d deals are there to try things out.\n",
                              (gulong) n_deals),
                    n_deals);
      return;
    }

  writer = sc_json_writer_new ();
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_int (writer, "deals", n_deals);
  sc_json_writer_add_int (writer, "processes", n_processes);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

/**
 * sc_cli_database_sample:
 * @call: the call
 *
 * `database sample`: adds made-up processes and deals.
 *
 * Returns: an exit status
 */
int
sc_cli_database_sample (ScCliCall *call)
{
  int n_deals = DEFAULT_DEALS;
  int n_processes = G_N_ELEMENTS (samples);
  int seed = DEFAULT_SEED;
  g_autofree char *language_id = NULL;
  const GOptionEntry entries[] = {
    { "deals", 0, 0, G_OPTION_ARG_INT, &n_deals, N_("How many deals (default 500)"), N_("N") },
    { "processes", 0, 0, G_OPTION_ARG_INT, &n_processes, N_("How many processes, 1 to 3"), N_("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_("The same number makes the same deals"), N_("N") },
    SC_CLI_TEXT ("language", &language_id, N_("The language of names and texts"), "en|ru"),
    G_OPTION_ENTRY_NULL,
  };
  ScLanguage language = sc_language_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 0, 0, &status))
    return status;
  if (n_deals < 0 || n_deals > SC_SAMPLE_MAX_DEALS)
    return sc_cli_call_misuse (call, _("The number of deals is from 0 to %d."), SC_SAMPLE_MAX_DEALS);
  if (n_processes < 1 || n_processes > (int) G_N_ELEMENTS (samples))
    return sc_cli_call_misuse (call, _("The number of processes is from 1 to %d."), (int) G_N_ELEMENTS (samples));
  if (language_id != NULL && !sc_language_from_id (language_id, &language))
    return sc_cli_call_misuse (call, _("“%s” is not a language of processes; use en or ru."), language_id);

  store = sc_cli_call_open (call, &error);
  if (store != NULL)
    outcome = sc_command_run (make_command ((guint) n_processes, (guint) n_deals, (guint32) seed, language), store, NULL,
                              &error);
  if (outcome == NULL)
    return sc_cli_call_fail (call, error);
  print_result (call, n_deals, n_processes);

  return SC_CLI_DONE;
}
