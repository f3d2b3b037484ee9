/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The exit criteria that stages usually have: ticks and questions, which of them hold
 * a deal, when they are asked and what they fill. A gate that asks too much teaches
 * reps to answer with a full stop, so there is a bound to what holds a deal. */

#include "method/sc-usual.h"

#include "method/sc-order.h"
#include "method/sc-usual-private.h"

#define MAX_REQUIRED 3

static gboolean
is_in (ScWhere          where,
       const ScAspects *aspects)
{
  gboolean is_consultative = aspects->value[SC_ASPECT_SELLING] == SC_SELLING_CONSULTATIVE;
  gboolean is_b2b = aspects->value[SC_ASPECT_MARKET] != SC_MARKET_B2C;

  switch (where)
    {
    case SC_WHERE_ALWAYS:
      return TRUE;

    case SC_WHERE_B2B:
      return is_b2b;

    case SC_WHERE_CONSULTATIVE:
      return is_consultative;

    case SC_WHERE_CONSULTATIVE_B2B:
      return is_consultative && is_b2b;

    case SC_WHERE_NOT_CONSULTATIVE:
      return !is_consultative;

    case SC_WHERE_PAID_AFTER_ONBOARDING:
      return sc_aspects_is_paid_after_onboarding (aspects);

    case SC_WHERE_NEVER:
    default:
      return FALSE;
    }
}

static gboolean
has_wording (const ScPhrase *phrase,
             const char     *text)
{
  for (guint language = 0; language < SC_N_LANGUAGES; language++)
    if (phrase->text[language] != NULL && sc_name_equal (phrase->text[language], text))
      return TRUE;

  return FALSE;
}

/* Whether a text asks what the usual criterion does, in any language, for whichever
 * clients and of whichever build. */
static gboolean
is_wording (const ScUsualCriterion *usual,
            const char             *text)
{
  return has_wording (&usual->text, text) || has_wording (&usual->b2c_text, text) ||
         has_wording (&usual->former_text, text);
}

/* The one that asks it, of the first @n criteria. */
static const ScCriterion *
find_wording (GPtrArray              *criteria,
              guint                   n,
              const ScUsualCriterion *usual)
{
  for (guint i = 0; i < n; i++)
    if (is_wording (usual, ((ScCriterion *) criteria->pdata[i])->text))
      return criteria->pdata[i];

  return NULL;
}

static ScCriterion *
make_criterion (const ScUsualCriterion *usual,
                const ScAspects        *aspects,
                ScLanguage              language)
{
  gboolean is_b2c = aspects->value[SC_ASPECT_MARKET] == SC_MARKET_B2C;
  const char *b2c_text = usual->b2c_text.text[language];
  ScCriterion *criterion = sc_criterion_new (NULL, is_b2c && b2c_text != NULL ? b2c_text : usual->text.text[language]);

  criterion->is_required = is_in (usual->required, aspects);
  criterion->is_asked_at_entry = usual->is_asked_at_entry;
  criterion->purpose = usual->purpose;
  criterion->type = usual->type;

  return criterion;
}

static guint
count_required (GPtrArray *criteria)
{
  guint n = 0;

  for (guint i = 0; i < criteria->len; i++)
    if (((ScCriterion *) criteria->pdata[i])->is_required)
      n++;

  return n;
}

/* How many of a stage's criteria may hold a deal: none where it is there for hours, of a
 * usual day. */
static guint
count_bound (ScDuration time)
{
  const ScCalendar *usual = sc_calendar_get_standard ();

  return time.value > 0 && sc_duration_get_hours (time, usual) < sc_calendar_get_hours (usual) ? 0 : MAX_REQUIRED;
}

/* Adds what is not asked yet. Where that would hold a deal by more than it may, what
 * the later steps call for goes on holding it: they build on the earlier ones. */
static void
add_usual (GPtrArray       *criteria,
           ScKindSet        kinds,
           const ScAspects *aspects,
           ScLanguage       language,
           ScDuration       time)
{
  ScKind list[SC_N_KINDS];
  guint n_kinds = sc_order_list_kinds (sc_usual_get_telling (kinds), aspects, list);
  guint n_own = count_required (criteria);
  guint bound = MAX (count_bound (time), n_own);
  guint first = criteria->len;
  guint n_required;

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < SC_MAX_USUAL_LINES; j++)
      {
        const ScUsualCriterion *usual = &sc_usual_kinds[list[i]].criteria[j];

        if (usual->text.text[language] != NULL && !is_in (usual->left_out, aspects) &&
            find_wording (criteria, first, usual) == NULL)
          g_ptr_array_add (criteria, make_criterion (usual, aspects, language));
      }

  n_required = count_required (criteria);
  for (guint i = first; i < criteria->len && n_required > bound; i++)
    {
      ScCriterion *criterion = criteria->pdata[i];

      if (criterion->is_required)
        n_required--;
      criterion->is_required = FALSE;
    }
}

/**
 * sc_usual_criteria:
 * @kinds: what a stage covers
 * @aspects: what the process is designed for
 * @language: the language of the process
 *
 * Returns: (transfer full) (element-type ScCriterion): what usually has to hold, or is
 *   asked, before a deal leaves it; each is complete, with an id of its own, and at
 *   most three hold a deal
 */
GPtrArray *
sc_usual_criteria (ScKindSet        kinds,
                   const ScAspects *aspects,
                   ScLanguage       language)
{
  GPtrArray *criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_criterion_free);

  add_usual (criteria, kinds, aspects, language, sc_usual_duration (kinds, aspects, sc_calendar_get_standard ()));

  return criteria;
}

/**
 * sc_usual_add_criteria:
 * @stage: a stage that is not shared yet
 * @kinds: what it covers, or is to cover too
 * @aspects: what the process is designed for
 * @language: the language of the process
 *
 * Adds to a stage what is usual for @kinds and not asked there already. What comes holds
 * a deal only as far as the stage then holds it by three in all, and not at all where
 * its target time is less than a day; what was there stays as it is.
 */
void
sc_usual_add_criteria (ScStage         *stage,
                       ScKindSet        kinds,
                       const ScAspects *aspects,
                       ScLanguage       language)
{
  add_usual (stage->criteria, kinds, aspects, language, stage->duration);
}

/**
 * sc_usual_is_criterion:
 * @text: a criterion's text
 * @kinds: what a stage covers
 *
 * Returns: whether it is one that stages of these kinds usually have, in any language
 */
gboolean
sc_usual_is_criterion (const char *text,
                       ScKindSet   kinds)
{
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    for (guint i = 0; sc_kind_set_has (kinds, kind) && i < SC_MAX_USUAL_LINES; i++)
      if (is_wording (&sc_usual_kinds[kind].criteria[i], text))
        return TRUE;

  return FALSE;
}

static const ScUsualCriterion *
find_key (const char *key)
{
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    for (guint i = 0; i < SC_MAX_USUAL_LINES; i++)
      if (sc_usual_kinds[kind].criteria[i].key != NULL && g_str_equal (sc_usual_kinds[kind].criteria[i].key, key))
        return &sc_usual_kinds[kind].criteria[i];

  return NULL;
}

/**
 * sc_usual_find_criterion:
 * @stage: a stage
 * @key: what a starting tactic calls a usual question: `problem`, `cost`,
 *   `who-decides`, `by-when`, `success`, `trial-until`, `pays-when` or `decision-day`
 *
 * Returns: (transfer none) (nullable): the stage's criterion that asks it, known by its
 *   text, trimmed and without case, in any language and as earlier builds had it
 */
const ScCriterion *
sc_usual_find_criterion (const ScStage *stage,
                         const char    *key)
{
  const ScUsualCriterion *usual = find_key (key);

  return usual != NULL ? find_wording (stage->criteria, stage->criteria->len, usual) : NULL;
}

/**
 * sc_usual_find_criterion_in:
 * @version: a version
 * @key: as for sc_usual_find_criterion()
 *
 * Returns: (transfer none) (nullable): the first criterion of its stages, in their
 *   order, that asks it
 */
const ScCriterion *
sc_usual_find_criterion_in (const ScVersion *version,
                            const char      *key)
{
  const ScUsualCriterion *usual = find_key (key);

  for (guint i = 0; usual != NULL && i < version->stages->len; i++)
    {
      GPtrArray *criteria = sc_version_get_stage (version, i)->criteria;
      const ScCriterion *criterion = find_wording (criteria, criteria->len, usual);

      if (criterion != NULL)
        return criterion;
    }

  return NULL;
}
