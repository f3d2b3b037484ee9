/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process from the stages that one has today: only their names are known,
 * the rest is what is usual for the kinds that the names speak of. */

#include "method/sc-stage-names.h"

#include "method/sc-known-role.h"
#include "method/sc-recognize.h"
#include "method/sc-stage-edits.h"
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
 * fall behind it. What a person says stays as it is. */
static void
keep_probability_rising (ScSteps   *steps,
                         GPtrArray *given)
{
  double in_front = SC_PROBABILITY_UNSET;

  for (guint i = 0; i < steps->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (steps->version, i);

      if (stage->probability < in_front && ((ScPastedStage *) given->pdata[i])->probability < 0)
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

/* The role that a person calls so, which is made where there is none yet. */
static const ScRole *
get_role (ScSteps    *steps,
          const char *name)
{
  const ScRole *known = sc_known_role (steps->version, name);
  g_autoptr (GPtrArray) new_roles = NULL;

  if (known == NULL)
    known = sc_known_role_like (steps->version, name);
  if (known != NULL)
    return known;

  new_roles = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_role_unref);
  g_ptr_array_add (new_roles, sc_role_new (name, sc_function_guess (name)));
  sc_steps_insert_roles (steps, new_roles);

  return sc_version_get_role (steps->version, steps->version->roles->len - 1);
}

static gboolean
is_needed (const ScVersion *version,
           const char      *role_id)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      if (g_strcmp0 (stage->responsible, role_id) == 0 || sc_stage_has_participant (stage, role_id))
        return TRUE;
    }

  return FALSE;
}

/* Usual roles that a table has others for. */
static void
drop_roles (ScSteps *steps)
{
  for (guint i = steps->version->roles->len; i-- > 0;)
    {
      const char *id = sc_version_get_role (steps->version, i)->id;

      if (!is_needed (steps->version, id))
        sc_steps_do (steps, sc_edit_remove_role (steps->version, id));
    }
}

static void
append_stage (ScSteps             *steps,
              const ScPastedStage *pasted)
{
  g_autoptr (ScStage) stage = sc_stage_ref (sc_steps_insert (steps, sc_recognize_kinds (pasted->name), NULL, G_MAXUINT));
  ScStage *named = sc_stage_copy (stage);

  g_set_str (&named->name, pasted->name);
  if (named->kinds == BIT (SC_KIND_OTHER))
    forget_goal (named);
  if (pasted->duration.value > 0)
    named->duration = pasted->duration;
  if (pasted->probability >= 0)
    named->probability = pasted->probability;
  if (pasted->owner != NULL)
    sc_stage_make_responsible (named, get_role (steps, pasted->owner)->id);
  sc_steps_replace (steps, named);
}

/**
 * sc_version_from_pasted:
 * @stages: (element-type ScPastedStage): the stages, in order
 * @aspects: (nullable): the answers to the questions, or %NULL to guess them
 *   from the names
 * @language: the language of the process
 *
 * Makes stages of these, named exactly as they are, each complete with what is
 * usual for the kinds of step that its name speaks of, where a table does not say it.
 * Names of outcomes, such as “Closed lost”, are left out: they are no stages here.
 *
 * Returns: (transfer full): a draft
 */
ScVersion *
sc_version_from_pasted (GPtrArray       *stages,
                        const ScAspects *aspects,
                        ScLanguage       language)
{
  g_autoptr (ScVersion) version = sc_version_new (language);
  g_auto (GStrv) names = sc_pasted_stages_list_names (stages);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_auto (ScSteps) steps = { NULL };

  if (aspects != NULL)
    version->aspects = *aspects;
  else
    sc_guess_aspects ((const char *const *) names, &version->aspects);

  sc_steps_start (&steps, version);
  for (guint i = 0; i < stages->len && i < SC_MAX_STAGE_NAMES; i++)
    if (!sc_stage_name_is_outcome (names[i]))
      {
        append_stage (&steps, stages->pdata[i]);
        g_ptr_array_add (taken, stages->pdata[i]);
      }
  keep_probability_rising (&steps, taken);
  drop_roles (&steps);

  return sc_version_ref (steps.version);
}

/**
 * sc_version_from_names:
 * @names: stages' names, in order
 * @aspects: (nullable): the answers to the questions, or %NULL to guess them
 *   from the names
 * @language: the language of the process
 *
 * Returns: (transfer full): a draft, as of sc_version_from_pasted() where nothing but
 *   the names is known
 */
ScVersion *
sc_version_from_names (const char *const *names,
                       const ScAspects   *aspects,
                       ScLanguage         language)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_pasted_stage_free);

  for (guint i = 0; names[i] != NULL && i < SC_MAX_STAGE_NAMES; i++)
    {
      ScPastedStage *stage = g_new0 (ScPastedStage, 1);

      stage->name = g_strdup (names[i]);
      stage->probability = SC_PROBABILITY_UNSET;
      g_ptr_array_add (stages, stage);
    }

  return sc_version_from_pasted (stages, aspects, language);
}
