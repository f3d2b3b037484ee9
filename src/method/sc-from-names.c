/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process from the stages that one has today: only their names are known,
 * the rest is what is usual for the kinds that the names speak of. */

#include "method/sc-stage-names.h"

#include "method/sc-recognize.h"
#include "method/sc-steps-private.h"

#include <string.h>

#define BIT SC_KIND_BIT

/**
 * sc_guess_language:
 * @names: stages' names
 *
 * Returns: Russian where more of the letters are Cyrillic than not, else
 *   English
 */
ScLanguage
sc_guess_language (const char *const *names)
{
  guint n_cyrillic = 0;
  guint n_other = 0;

  for (guint i = 0; names[i] != NULL; i++)
    for (const char *c = names[i]; *c != '\0'; c = g_utf8_next_char (c))
      {
        gunichar ch = g_utf8_get_char (c);

        if (!g_unichar_isalpha (ch))
          continue;
        if (g_unichar_get_script (ch) == G_UNICODE_SCRIPT_CYRILLIC)
          n_cyrillic++;
        else
          n_other++;
      }

  if (n_cyrillic == 0 && n_other == 0)
    return sc_language_get_default ();

  return n_cyrillic > n_other ? SC_LANGUAGE_RU : SC_LANGUAGE_EN;
}

/* The place of the first name that speaks of one of the kinds, -1 for none. */
static int
find_first (const char *const *names,
            ScKindSet          kinds)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (sc_recognize_kinds (names[i]) & kinds)
      return (int) i;

  return -1;
}

/**
 * sc_guess_aspects:
 * @names: stages' names
 * @aspects: (out): what the names tell of the sale
 *
 * A stage is there because of an answer, so it tells the answer; that one is
 * missing tells nothing, for it may have been forgotten: consultative selling,
 * an innovative product, formed or unformed demand, product or service and
 * when it is paid are told from stages that are there, and all else is left
 * open, to be asked.
 */
void
sc_guess_aspects (const char *const *names,
                  ScAspects         *aspects)
{
  int request = find_first (names, BIT (SC_KIND_INBOUND_REQUEST));
  int search = find_first (names, BIT (SC_KIND_PROSPECTING));
  int onboarding = find_first (names, BIT (SC_KIND_ONBOARDING));
  int delivery = find_first (names, BIT (SC_KIND_DELIVERY));
  int payment = find_first (names, BIT (SC_KIND_PAYMENT));

  memset (aspects, 0, sizeof *aspects);
  if (find_first (names, BIT (SC_KIND_NEEDS_DISCOVERY)) >= 0)
    aspects->value[SC_ASPECT_SELLING] = SC_SELLING_CONSULTATIVE;
  if (find_first (names, BIT (SC_KIND_TRIAL)) >= 0)
    aspects->value[SC_ASPECT_NOVELTY] = SC_NOVELTY_INNOVATIVE;

  if (search >= 0 && (request < 0 || search <= request))
    aspects->value[SC_ASPECT_DEMAND] = SC_DEMAND_UNFORMED;
  else if (request >= 0)
    aspects->value[SC_ASPECT_DEMAND] = SC_DEMAND_FORMED;

  if (onboarding >= 0 && delivery < 0)
    aspects->value[SC_ASPECT_OFFER] = SC_OFFER_PRODUCT;
  else if (delivery >= 0 && onboarding < 0)
    aspects->value[SC_ASPECT_OFFER] = SC_OFFER_SERVICE;

  if (aspects->value[SC_ASPECT_OFFER] == SC_OFFER_PRODUCT && payment >= 0)
    aspects->value[SC_ASPECT_PAYMENT_TERMS] = payment > onboarding ? SC_PAYMENT_AFTER_ONBOARDING
                                                                   : SC_PAYMENT_BEFORE_ONBOARDING;
}

/* Where a name says nothing of what is done, the stage in front tells how
 * likely a deal is won by now, and so it does where the usual figure would
 * fall behind it. */
static void
keep_probability_rising (ScSteps *steps)
{
  double in_front = SC_PROBABILITY_UNSET;

  for (guint i = 0; i < steps->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (steps->version, i);

      if (stage->probability < in_front)
        {
          ScStage *changed = sc_stage_copy (stage);

          changed->probability = in_front;
          sc_steps_replace (steps, changed);
        }
      in_front = MAX (in_front, stage->probability);
    }
}

/* Of a step that we know nothing about, only its people can say what it is
 * for: better to ask for it than to put in words that say nothing. */
static void
forget_goal (ScStage *stage)
{
  g_set_str (&stage->goal, "");
  g_set_str (&stage->entry, "");
}

/**
 * sc_version_from_names:
 * @names: stages' names, in order
 * @aspects: (nullable): the answers to the questions, or %NULL to guess them
 *   from the names
 * @language: the language of the process
 *
 * Makes stages of these names, exactly as they are, each complete with what is
 * usual for the kinds of step that its name speaks of. Names of outcomes, such
 * as “Closed lost”, are left out: they are no stages here.
 *
 * Returns: (transfer full): a draft
 */
ScVersion *
sc_version_from_names (const char *const *names,
                       const ScAspects   *aspects,
                       ScLanguage         language)
{
  g_autoptr (ScVersion) version = sc_version_new (language);
  g_auto (ScSteps) steps = { NULL };

  if (aspects != NULL)
    version->aspects = *aspects;
  else
    sc_guess_aspects (names, &version->aspects);

  sc_steps_start (&steps, version);
  for (guint i = 0; names[i] != NULL && i < SC_MAX_STAGE_NAMES; i++)
    {
      g_autoptr (ScStage) stage = NULL;
      ScStage *named;

      if (sc_stage_name_is_outcome (names[i]))
        continue;

      stage = sc_stage_ref (sc_steps_insert (&steps, sc_recognize_kinds (names[i]), NULL, G_MAXUINT));
      named = sc_stage_copy (stage);
      g_set_str (&named->name, names[i]);
      if (named->kinds == BIT (SC_KIND_OTHER))
        forget_goal (named);
      sc_steps_replace (&steps, named);
    }
  keep_probability_rising (&steps);

  return sc_version_ref (steps.version);
}
