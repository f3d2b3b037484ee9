/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tactics that a stage begins with, by the kinds of step that it covers: those of the
 * starting set, in the process's language, asking for the answers of this process. */

#include "method/sc-usual.h"

#include "method/sc-order.h"
#include "method/sc-tactic-set-private.h"
#include "model/sc-tactic-fill.h"

static gboolean
has_title (const ScStage *stage,
           const char    *title)
{
  for (guint i = 0; i < stage->tactics->len; i++)
    if (sc_name_equal (((ScTactic *) stage->tactics->pdata[i])->title, title))
      return TRUE;

  return FALSE;
}

static gboolean
is_of_market (const ScUsualTactic *usual,
              const ScAspects     *aspects)
{
  guint market = aspects->value[SC_ASPECT_MARKET] == SC_MARKET_B2C ? SC_MARKET_B2C : SC_MARKET_B2B;

  return usual->market == SC_ASPECT_UNSET || usual->market == market;
}

/* Where a usual question is asked: in the stage itself, or in another one. */
typedef struct {
  const ScVersion *version;
  const ScStage *stage;
} Place;

static char *
name_question (const char *key,
               gpointer    data)
{
  const Place *place = data;
  const ScCriterion *criterion = sc_usual_find_criterion (place->stage, key);

  if (criterion == NULL)
    criterion = sc_usual_find_criterion_in (place->version, key);

  return criterion != NULL ? g_strdup (criterion->id) : NULL;
}

static GStrv
list_reasons (const ScUsualTactic *usual,
              ScLanguage           language)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < usual->reasons->len; i++)
    g_strv_builder_add (builder, sc_usual_reason_get_text (g_array_index (usual->reasons, guint, i), language));

  return g_strv_builder_end (builder);
}

static ScTactic *
make_tactic (const ScUsualTactic *usual,
             const ScVersion     *version,
             const ScStage       *stage)
{
  ScTactic *tactic = sc_tactic_new (usual->title[version->language], "");

  g_free (tactic->text);
  g_strfreev (tactic->loss_reasons);
  tactic->kind = usual->kind;
  tactic->text = sc_tactic_rename_answers (usual->text[version->language], name_question,
                                           &(Place) { version, stage });
  tactic->loss_reasons = list_reasons (usual, version->language);

  return tactic;
}

/**
 * sc_usual_tactics:
 * @version: a version
 * @stage: one of its stages, or one that is to be put into it
 * @kinds: what of it to look at
 *
 * A text that asks for an answer asks for the one that this process has; where it has no
 * such question, there is a blank.
 *
 * Returns: (transfer full) (element-type ScTactic): new tactics, in order, that such a
 *   step usually has; those whose title the stage has already are left out
 */
GPtrArray *
sc_usual_tactics (const ScVersion *version,
                  const ScStage   *stage,
                  ScKindSet        kinds)
{
  GPtrArray *tactics = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_tactic_free);
  ScKind list[SC_N_KINDS];
  guint n_kinds = sc_order_list_kinds (kinds, &version->aspects, list);

  for (guint i = 0; i < n_kinds; i++)
    {
      const GPtrArray *set = sc_tactic_set_get (list[i]);

      for (guint j = 0; j < set->len; j++)
        {
          const ScUsualTactic *usual = set->pdata[j];

          if (is_of_market (usual, &version->aspects) && !has_title (stage, usual->title[version->language]))
            g_ptr_array_add (tactics, make_tactic (usual, version, stage));
        }
    }

  return tactics;
}

/**
 * sc_usual_add_tactics:
 * @stage: a stage that is not shared yet, with its criteria
 * @version: the version that it is for
 * @kinds: what of it to look at
 *
 * Adds what sc_usual_tactics() finds behind the tactics that it has.
 *
 * Returns: how many were added
 */
guint
sc_usual_add_tactics (ScStage         *stage,
                      const ScVersion *version,
                      ScKindSet        kinds)
{
  g_autoptr (GPtrArray) tactics = sc_usual_tactics (version, stage, kinds);
  guint n_tactics = tactics->len;

  g_ptr_array_extend_and_steal (stage->tactics, g_steal_pointer (&tactics));

  return n_tactics;
}

/**
 * sc_usual_is_tactic:
 * @tactic: a tactic
 * @kinds: kinds of step
 *
 * Returns: whether it is one of those that steps of these kinds usually have, in any
 *   language, known by its title
 */
gboolean
sc_usual_is_tactic (const ScTactic *tactic,
                    ScKindSet       kinds)
{
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    {
      const GPtrArray *set = sc_tactic_set_get (kind);

      for (guint i = 0; sc_kind_set_has (kinds, kind) && i < set->len; i++)
        for (guint language = 0; language < SC_N_LANGUAGES; language++)
          if (sc_name_equal (((ScUsualTactic *) set->pdata[i])->title[language], tactic->title))
            return TRUE;
    }

  return FALSE;
}
