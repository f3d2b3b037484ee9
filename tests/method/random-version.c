/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions as nobody would make them, but any file might bring them: every
 * field is there or not, names are empty or twice, kinds come in any order. */

#include "random-version.h"

#include <string.h>

/* How much care went into a version, in percent: those that lack nothing but
 * order are the hard ones to mend without doing harm. */
static const guint cares[] = { 40, 70, 100 };

static gboolean
toss (GRand *rand,
      guint  percent)
{
  return (guint) g_rand_int_range (rand, 0, 100) < percent;
}

static char *
make_text (GRand      *rand,
           const char *what)
{
  return g_strdup_printf ("%s %u", what, (guint) g_rand_int_range (rand, 0, 1000000));
}

static GStrv
make_list (GRand      *rand,
           const char *what)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  while (toss (rand, 40))
    g_strv_builder_take (builder, make_text (rand, what));

  return g_strv_builder_end (builder);
}

static char *
make_name (GRand *rand,
           guint  care)
{
  static const char *const names[] = { "", " ", "Payment", "payment ", "Договор", "ДОГОВОР", "Payment 2", "A / B" };

  if (toss (rand, (100 - care) / 3))
    return g_strdup (names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);

  return make_text (rand, toss (rand, 50) ? "Stage" : "Этап");
}

static ScKindSet
make_kinds (GRand *rand,
            guint  more)
{
  ScKindSet kinds = 0;

  do
    kinds |= SC_KIND_BIT (g_rand_int_range (rand, 0, SC_N_KINDS));
  while (toss (rand, more));

  return kinds;
}

static void
fill_stage (GRand           *rand,
            const ScVersion *version,
            ScStage         *stage,
            guint            care)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  if (toss (rand, care))
    {
      g_free (stage->goal);
      stage->goal = make_text (rand, "Goal");
    }
  if (toss (rand, 40))
    {
      g_free (stage->entry);
      stage->entry = make_text (rand, "Entry.");
    }

  g_strfreev (stage->actions);
  g_strfreev (stage->documents);
  stage->actions = make_list (rand, "Action");
  stage->documents = make_list (rand, "Document");
  if (toss (rand, care))
    do
      {
        g_autofree char *text = make_text (rand, "Criterion");

        sc_stage_add_criterion (stage, text);
      }
    while (toss (rand, 50));
  else if (toss (rand, 30))
    sc_stage_add_criterion (stage, " ");
  while (toss (rand, 25))
    {
      g_autofree char *title = make_text (rand, "Tactic");
      g_autofree char *text = make_text (rand, "Text");

      sc_stage_add_tactic (stage, title, text);
    }

  for (guint i = 0; i < version->roles->len; i++)
    if (toss (rand, 25))
      g_ptr_array_add (ids, sc_version_get_role (version, i)->id);
  if (version->roles->len > 0 && toss (rand, care))
    g_set_str (&stage->responsible,
               sc_version_get_role (version, (guint) g_rand_int_range (rand, 0, (int) version->roles->len))->id);
  sc_stage_set_participants (stage, (const char *const *) ids->pdata);

  if (toss (rand, care))
    stage->duration = (ScDuration) { (guint) g_rand_int_range (rand, 1, 40), toss (rand, 50) }
  ;
  if (toss (rand, 70))
    stage->probability = g_rand_double (rand);
  if (toss (rand, 20))
    g_set_str (&stage->colour, "#3584e4");
}

/**
 * random_version_new:
 * @rand: where it comes from
 * @max_stages: the most stages that it may have
 *
 * Returns: (transfer full): a version that may be wrong in any way
 */
ScVersion *
random_version_new (GRand *rand,
                    guint  max_stages)
{
  ScVersion *version = sc_version_new (toss (rand, 50) ? SC_LANGUAGE_EN : SC_LANGUAGE_RU);
  guint n_roles = (guint) g_rand_int_range (rand, 0, 5);
  guint n_stages = (guint) g_rand_int_range (rand, 0, (int) max_stages + 1);
  guint care = cares[g_rand_int_range (rand, 0, G_N_ELEMENTS (cares))];
  guint more = (guint) g_rand_int_range (rand, 0, 50);

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    version->aspects.value[i] = (guint8) g_rand_int_range (rand, 0, 3);

  for (guint i = 0; i < n_roles; i++)
    {
      g_autofree char *name = make_text (rand, "Role");

      g_ptr_array_add (version->roles, sc_role_new (name, g_rand_int_range (rand, 0, SC_N_FUNCTIONS)));
    }

  for (guint i = 0; i < n_stages; i++)
    {
      g_autofree char *name = make_name (rand, care);
      ScStage *stage = sc_stage_new (name, make_kinds (rand, more));

      fill_stage (rand, version, stage, care);
      g_ptr_array_add (version->stages, stage);
    }

  if (n_stages > 0 && toss (rand, 40))
    version->mark = g_strdup (sc_version_get_stage (version, (guint) g_rand_int_range (rand, 0, (int) n_stages))->id);

  return version;
}

static void
add_text (GPtrArray  *texts,
          const char *text)
{
  g_ptr_array_add (texts, g_strstrip (g_strdup (text)));
}

static GPtrArray *
list_texts (const ScVersion *version)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      add_text (texts, stage->name);
      add_text (texts, stage->goal);
      add_text (texts, stage->entry);
      for (guint j = 0; stage->actions[j] != NULL; j++)
        add_text (texts, stage->actions[j]);
      for (guint j = 0; stage->documents[j] != NULL; j++)
        add_text (texts, stage->documents[j]);
      for (guint j = 0; j < stage->criteria->len; j++)
        add_text (texts, ((ScCriterion *) stage->criteria->pdata[j])->text);
      for (guint j = 0; j < stage->tactics->len; j++)
        {
          add_text (texts, ((ScTactic *) stage->tactics->pdata[j])->title);
          add_text (texts, ((ScTactic *) stage->tactics->pdata[j])->text);
        }
    }

  return texts;
}

/**
 * assert_texts_kept:
 * @before: a version
 * @after: a later one
 *
 * Asserts that every text of @before still stands somewhere in @after.
 */
void
assert_texts_kept (const ScVersion *before,
                   const ScVersion *after)
{
  g_autoptr (GPtrArray) texts = list_texts (before);
  g_autoptr (GPtrArray) later = list_texts (after);
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  g_ptr_array_add (later, NULL);
  all = g_strjoinv ("\n", (GStrv) later->pdata);
  folded = g_utf8_casefold (all, -1);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *text = NULL;

      if (strstr (all, texts->pdata[i]) != NULL)
        continue;

      /* Of two names that differ only in case, one may stand for both. */
      text = g_utf8_casefold (texts->pdata[i], -1);
      if (strstr (folded, text) == NULL)
        g_error ("“%s” is lost", (char *) texts->pdata[i]);
    }
}
