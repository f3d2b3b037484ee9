/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions as nobody would make them, but any file might bring them: every
 * field is there or not, names are empty or twice, kinds come in any order. */

#include "random-version.h"

#include <string.h>

#include "model/sc-new-ids.h"

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
replace_list (GRand      *rand,
              GStrv      *list,
              const char *what)
{
  g_strfreev (*list);
  *list = make_list (rand, what);
}

/* Few texts: two stages ask the same. */
static void
add_criterion (GRand   *rand,
               ScStage *stage)
{
  g_autofree char *text = toss (rand, 20) ? g_strdup_printf ("Asked %d", g_rand_int_range (rand, 0, 4))
                          : make_text (rand, "Criterion");
  ScCriterion *criterion = sc_stage_add_criterion (stage, text);

  criterion->is_required = toss (rand, 30);
  criterion->is_asked_at_entry = toss (rand, 30);
  if (toss (rand, 20))
    criterion->purpose = (ScPurpose) g_rand_int_range (rand, 0, SC_N_PURPOSES);
  if (toss (rand, 50))
    criterion->type = (ScAnswerType) g_rand_int_range (rand, 0, SC_N_ANSWER_TYPES);
  if (criterion->type == SC_ANSWER_CHOICE)
    replace_list (rand, &criterion->choices, "Choice");
}

static const ScCriterion *
find_any_criterion (GRand           *rand,
                    const ScVersion *version)
{
  const ScStage *stage = version->stages->len > 0 ?
                         sc_version_get_stage (version, (guint) g_rand_int_range (rand, 0, (int) version->stages->len)) : NULL;

  return stage != NULL && stage->criteria->len > 0 ?
         stage->criteria->pdata[g_rand_int_range (rand, 0, (int) stage->criteria->len)] : NULL;
}

/* Some tell what the client has answered in another stage. */
static void
add_tactic (GRand           *rand,
            const ScVersion *version,
            ScStage         *stage)
{
  const ScCriterion *criterion = find_any_criterion (rand, version);
  g_autofree char *title = toss (rand, 20) ? g_strdup ("Said twice") : make_text (rand, "Tactic");
  g_autofree char *words = toss (rand, 50) ? g_strdup ("Words") : make_text (rand, "Text");
  g_autofree char *text = criterion != NULL ? g_strdup_printf ("%s {answer:%s} {blank}", words, criterion->id) : g_strdup (words);
  ScTactic *tactic = sc_stage_add_tactic (stage, title, text);

  tactic->kind = (ScTacticKind) g_rand_int_range (rand, 0, SC_N_TACTIC_KINDS);
  replace_list (rand, &tactic->loss_reasons, "Reason");
  replace_list (rand, &tactic->labels, "Label");
}

static void
fill_refusals (GRand     *rand,
               ScVersion *version)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      ScRefusal *refusal = &sc_version_get_stage (version, i)->refusal;

      if (toss (rand, 60))
        continue;
      if (toss (rand, 50))
        {
          refusal->kind = SC_REFUSAL_PARK;
          refusal->after.value = (guint) g_rand_int_range (rand, 1, 60);
          continue;
        }
      refusal->kind = SC_REFUSAL_BACK;
      refusal->stage_id = toss (rand, 10) ? g_uuid_string_random ()
                          : g_strdup (sc_version_get_stage (version, (guint) g_rand_int_range (rand, 0, (int) version->stages->len))->id);
    }
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
      add_criterion (rand, stage);
    while (toss (rand, 50));
  else if (toss (rand, 30))
    sc_stage_add_criterion (stage, " ");
  while (toss (rand, 25))
    add_tactic (rand, version, stage);

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

  fill_refusals (rand, version);
  if (n_stages > 0 && toss (rand, 40))
    version->mark = g_strdup (sc_version_get_stage (version, (guint) g_rand_int_range (rand, 0, (int) n_stages))->id);

  return version;
}

/* The criterion of each id, and of those that it took in. */
static GHashTable *
list_criteria (const ScVersion *version)
{
  GHashTable *criteria = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < version->stages->len; i++)
    for (guint j = 0; j < sc_version_get_stage (version, i)->criteria->len; j++)
      {
        ScCriterion *criterion = sc_version_get_stage (version, i)->criteria->pdata[j];

        g_assert_true (g_hash_table_insert (criteria, criterion->id, criterion));
        for (guint k = 0; criterion->was[k] != NULL; k++)
          g_assert_true (g_hash_table_insert (criteria, criterion->was[k], criterion));
      }

  return criteria;
}

static void
assert_criterion_kept (const ScCriterion *criterion,
                       GHashTable        *later)
{
  const ScCriterion *kept = g_hash_table_lookup (later, criterion->id);

  /* What asks nothing may go. */
  if (criterion->text[strspn (criterion->text, " ")] == '\0')
    return;

  g_assert_nonnull (kept);
  g_assert_cmpstr (kept->text, ==, criterion->text);
  g_assert_true (kept->is_required || !criterion->is_required);
  g_assert_true (kept->is_asked_at_entry <= criterion->is_asked_at_entry);
  g_assert_true (kept->purpose != SC_PURPOSE_NONE || criterion->purpose == SC_PURPOSE_NONE);
  g_assert_true (kept->type != SC_ANSWER_TICK || criterion->type == SC_ANSWER_TICK);
  for (guint i = 0; kept->type == criterion->type && criterion->choices[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) kept->choices, criterion->choices[i]));
  for (guint i = 0; criterion->was[i] != NULL; i++)
    g_assert_true (g_hash_table_lookup (later, criterion->was[i]) == kept);
}

static gboolean
fits_as_before (const ScTactic *tactic,
                const ScTactic *later)
{
  for (guint i = 0; later->labels[0] != NULL && tactic->labels[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) later->labels, tactic->labels[i]))
      return FALSE;

  return later->labels[0] == NULL || tactic->labels[0] != NULL;
}

static gboolean
is_tactic_kept (const ScTactic  *tactic,
                const char      *text,
                const ScVersion *after)
{
  for (guint i = 0; i < after->stages->len; i++)
    for (guint j = 0; j < sc_version_get_stage (after, i)->tactics->len; j++)
      {
        const ScTactic *later = sc_version_get_stage (after, i)->tactics->pdata[j];

        if (g_str_equal (later->title, tactic->title) && g_str_equal (later->text, text) && fits_as_before (tactic, later))
          return TRUE;
      }

  return FALSE;
}

/* What named a stage that was there does not name one that is gone, unless a person
 * has deleted it. */
static void
assert_refusals_kept (const ScVersion *before,
                      const ScVersion *after)
{
  for (guint i = 0; i < after->stages->len; i++)
    {
      const char *stage_id = sc_version_get_stage (after, i)->refusal.stage_id;

      if (stage_id != NULL && sc_version_find_stage (before, stage_id, NULL) != NULL)
        g_assert_nonnull (sc_version_find_stage (after, stage_id, NULL));
    }
}

static GHashTable *
list_new_ids (GHashTable *later)
{
  GHashTable *new_ids = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, criterion;

  g_hash_table_iter_init (&iter, later);
  while (g_hash_table_iter_next (&iter, &id, &criterion))
    g_hash_table_insert (new_ids, id, ((ScCriterion *) criterion)->id);

  return new_ids;
}

/* No question, answer or tactic is lost. */
static void
assert_details_kept (const ScVersion *before,
                     const ScVersion *after)
{
  g_autoptr (GHashTable) later = list_criteria (after);
  g_autoptr (GHashTable) new_ids = list_new_ids (later);

  for (guint i = 0; i < before->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (before, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        assert_criterion_kept (stage->criteria->pdata[j], later);
      for (guint j = 0; j < stage->tactics->len; j++)
        {
          const ScTactic *tactic = stage->tactics->pdata[j];
          g_autofree char *text = sc_new_ids_follow_answers (new_ids, tactic->text);

          g_assert_true (is_tactic_kept (tactic, text, after));
        }
    }
  assert_refusals_kept (before, after);
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
    }

  return texts;
}

/**
 * assert_texts_kept:
 * @before: a version
 * @after: a later one
 *
 * Asserts that every text of @before still stands somewhere in @after, that every
 * criterion asks what it asked, or one asks it that knows that it took it in, and that
 * every tactic fits where it fitted and tells the same answers.
 */
void
assert_texts_kept (const ScVersion *before,
                   const ScVersion *after)
{
  g_autoptr (GPtrArray) texts = list_texts (before);
  g_autoptr (GPtrArray) later = list_texts (after);
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  assert_details_kept (before, after);
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
