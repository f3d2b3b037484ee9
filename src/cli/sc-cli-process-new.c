/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process new`: makes a process from answers, or an empty one. */

#include <glib/gi18n-lib.h>

#include "change/sc-process-commands.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-process.h"
#include "method/sc-proposal.h"
#include "method/sc-question.h"
#include "model/sc-loss-reason.h"

typedef struct {
  char *name;
  char *language;
  char *answers[SC_N_ASPECTS];
} Options;

static const char *const option_names[SC_N_ASPECTS] = {
  [SC_ASPECT_SELLING] = "selling",
  [SC_ASPECT_NOVELTY] = "novelty",
  [SC_ASPECT_DEMAND] = "demand",
  [SC_ASPECT_MARKET] = "market",
  [SC_ASPECT_OFFER] = "offer",
  [SC_ASPECT_PAYMENT_TERMS] = "payment-terms",
};

static char *
list_values (ScAspect aspect)
{
  return g_strdup_printf ("%s|%s", sc_aspect_get_value_id (aspect, 1), sc_aspect_get_value_id (aspect, 2));
}

static int
read_answer (ScCliCall  *call,
             ScAspect    aspect,
             const char *answer,
             ScAspects  *aspects)
{
  const char *option = option_names[aspect];
  g_autofree char *values = list_values (aspect);
  guint value;

  if (answer == NULL && !sc_question_is_asked (aspect, aspects))
    return SC_CLI_DONE;
  if (answer == NULL)
    return sc_cli_call_misuse (call, _("“--%1$s %2$s” is missing."), option, values);
  if (!sc_aspect_value_from_id (aspect, answer, &value))
    return sc_cli_call_misuse (call, _("“%1$s” is not an answer to “--%2$s”; use one of %3$s."), answer, option, values);

  aspects->value[aspect] = (guint8) value;

  return SC_CLI_DONE;
}

static int
read_options (ScCliCall     *call,
              const Options *options,
              ScAspects     *aspects,
              ScLanguage    *language)
{
  *language = sc_language_get_default ();
  if (options->name == NULL)
    return sc_cli_call_misuse (call, _("“--name NAME” is missing."));
  if (options->language != NULL && !sc_language_from_id (options->language, language))
    return sc_cli_call_misuse (call, _("“%s” is not a language of processes; use en or ru."), options->language);

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    {
      int status = read_answer (call, i, options->answers[i], aspects);

      if (status != SC_CLI_DONE)
        return status;
    }

  return SC_CLI_DONE;
}

static int
create (ScCliCall       *call,
        const char      *name,
        const ScAspects *aspects,
        ScLanguage       language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open (call, &error);
  g_autoptr (ScCalendar) calendar = NULL;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_auto (GStrv) reasons = sc_loss_reasons_list (language);

  if (store == NULL)
    return sc_cli_call_fail (call, error);

  calendar = sc_store_get_calendar (store);
  version = sc_proposal_new_by (calendar, aspects, language);
  outcome = sc_command_run (sc_command_create_process (name, NULL, version, (const char *const *) reasons), store, NULL,
                            &error);
  if (outcome != NULL)
    process = sc_store_load_process (store, outcome->process_id, &error);
  if (process == NULL)
    return sc_cli_call_fail (call, error);

  return sc_cli_show_process (call, store, process);
}

static void
clear_options (Options *options)
{
  g_free (options->name);
  g_free (options->language);
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    g_free (options->answers[i]);
}

/**
 * sc_cli_process_new:
 * @call: the call
 *
 * `process new --name NAME --selling …`: makes a process from six answers.
 *
 * Returns: an exit status
 */
int
sc_cli_process_new (ScCliCall *call)
{
  Options options = { 0 };
  char **answers = options.answers;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("name", &options.name, N_("What it is called"), N_("NAME")),
    SC_CLI_TEXT ("selling", &answers[SC_ASPECT_SELLING],
                 N_("Whether one must advise customers before they can buy"), N_("transactional|consultative")),
    SC_CLI_TEXT ("novelty", &answers[SC_ASPECT_NOVELTY],
                 N_("Whether customers know this kind of product already"), N_("innovative|established")),
    SC_CLI_TEXT ("demand", &answers[SC_ASPECT_DEMAND],
                 N_("Whether requests come in by themselves"), N_("formed|unformed")),
    SC_CLI_TEXT ("market", &answers[SC_ASPECT_MARKET],
                 N_("Who buys: companies or people"), N_("b2b|b2c")),
    SC_CLI_TEXT ("offer", &answers[SC_ASPECT_OFFER],
                 N_("What is sold"), N_("product|service")),
    SC_CLI_TEXT ("payment-terms", &answers[SC_ASPECT_PAYMENT_TERMS],
                 N_("Whether a client may pay after onboarding; for products"), N_("before-onboarding|after-onboarding")),
    SC_CLI_TEXT ("language", &options.language, N_("The language of its texts"), N_("en|ru")),
    G_OPTION_ENTRY_NULL,
  };
  ScAspects aspects = { 0 };
  ScLanguage language;
  int status;

  if (sc_cli_call_parse (call, entries, 0, 0, &status))
    {
      status = read_options (call, &options, &aspects, &language);
      if (status == SC_CLI_DONE)
        status = create (call, options.name, &aspects, language);
    }
  clear_options (&options);

  return status;
}
