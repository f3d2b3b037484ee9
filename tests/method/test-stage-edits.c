/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to a scheme on the canvas. */

#include "method/sc-merge.h"
#include "method/sc-stage-edits.h"
#include "random-version.h"
#include "written-version.h"

static ScVersion *
apply (const ScVersion *version,
       GPtrArray       *edits)
{
  g_autoptr (GPtrArray) owned = edits;
  g_autoptr (GPtrArray) inverse = NULL;
  g_autoptr (ScVersion) undone = NULL;
  g_autoptr (GError) error = NULL;
  ScVersion *after;

  g_assert_nonnull (owned);
  after = sc_version_edit (version, owned, &error);
  g_assert_no_error (error);

  inverse = sc_edits_invert (owned);
  undone = sc_version_edit (after, inverse, &error);
  g_assert_no_error (error);
  g_assert_true (sc_version_equal (undone, version));

  return after;
}

static void
assert_text (const ScVersion *version,
             const char      *expected)
{
  g_autofree char *text = written_version_to_text (version);

  g_assert_cmpstr (text, ==, expected);
}

static const char *
get_id (const ScVersion *version,
        guint            position)
{
  return sc_version_get_stage (version, position)->id;
}

/* What a new stage does with refused deals depends on where it stands. */
static void
test_insert_refusal (void)
{
  static const struct {
    const char *aspects;
    const char *text;
    ScKind kind;
    guint position;
    ScRefusalKind refusal;
    guint back_to;
  } cases[] = {
    { "......", "needs-discovery | other | payment", SC_KIND_PRESENTATION, 1, SC_REFUSAL_BACK, 0 },
    { "......", "needs-discovery | other | payment", SC_KIND_TRIAL, 2, SC_REFUSAL_BACK, 0 },
    { "......", "needs-discovery | needs-discovery | payment", SC_KIND_PROPOSAL, 2, SC_REFUSAL_BACK, 1 },
    { "......", "needs-discovery | other", SC_KIND_PROPOSAL, 9, SC_REFUSAL_BACK, 0 },
    { "......", "needs-discovery | other | payment", SC_KIND_PRESENTATION, 0, SC_REFUSAL_LOST, 0 },
    { "......", "needs-discovery | other | payment", SC_KIND_PRESENTATION, 3, SC_REFUSAL_LOST, 0 },
    { "......", "*needs-discovery | other | payment", SC_KIND_PRESENTATION, 1, SC_REFUSAL_LOST, 0 },
    { "......", "payment | needs-discovery | other", SC_KIND_PRESENTATION, 2, SC_REFUSAL_BACK, 1 },
    { "......", "needs-discovery | payment", SC_KIND_NEGOTIATION, 1, SC_REFUSAL_LOST, 0 },
    { "......", "needs-discovery | payment", SC_KIND_ACCOUNT_GROWTH, 2, SC_REFUSAL_PARK, 0 },
    { "......", "payment", SC_KIND_OUTREACH, 0, SC_REFUSAL_PARK, 0 },
    { "...b..", "payment", SC_KIND_OUTREACH, 0, SC_REFUSAL_PARK, 0 },
    { "...p..", "payment", SC_KIND_OUTREACH, 0, SC_REFUSAL_LOST, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScVersion) version = written_version_new (cases[i].aspects, cases[i].text);
      g_autofree char *id = NULL;
      g_autoptr (ScVersion) after = apply (version, sc_insert_stage (version, SC_KIND_BIT (cases[i].kind), NULL,
                                                                     cases[i].position, &id));
      const ScStage *stage = sc_version_find_stage (after, id, NULL);
      gboolean is_back = cases[i].refusal == SC_REFUSAL_BACK;

      g_test_message ("%s, into %s at %u", sc_kind_get_id (cases[i].kind), cases[i].text, cases[i].position);
      g_assert_cmpint (stage->refusal.kind, ==, cases[i].refusal);
      g_assert_cmpstr (stage->refusal.stage_id, ==, is_back ? get_id (version, cases[i].back_to) : NULL);
      g_assert_cmpuint (stage->refusal.after.value, ==, cases[i].refusal == SC_REFUSAL_PARK ? 60 : 0);
    }
}

/* The first of its kinds that does not lose the deal says what happens. */
static void
test_insert_refusal_of_kinds (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "needs-discovery | payment");
  g_autofree char *id = NULL;
  ScKindSet kinds = SC_KIND_BIT (SC_KIND_QUALIFICATION) | SC_KIND_BIT (SC_KIND_OUTREACH) | SC_KIND_BIT (SC_KIND_PROPOSAL);
  g_autoptr (ScVersion) after = apply (version, sc_insert_stage (version, kinds, NULL, 1, &id));
  g_autofree char *second_id = NULL;
  g_autoptr (ScVersion) later = NULL;

  g_assert_cmpint (sc_version_find_stage (after, id, NULL)->refusal.kind, ==, SC_REFUSAL_PARK);

  kinds = SC_KIND_BIT (SC_KIND_PROPOSAL) | SC_KIND_BIT (SC_KIND_CONTRACT) | SC_KIND_BIT (SC_KIND_ACCOUNT_GROWTH);
  later = apply (version, sc_insert_stage (version, kinds, NULL, 1, &second_id));
  g_assert_cmpint (sc_version_find_stage (later, second_id, NULL)->refusal.kind, ==, SC_REFUSAL_BACK);
}

static void
test_insert (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "contract | payment");
  g_autofree char *id = NULL;
  g_autoptr (ScVersion) after = apply (version, sc_insert_stage (version, 0, "Contract signing", 1, &id));
  g_autoptr (ScVersion) added = apply (after, sc_add_stage (after, SC_KIND_BIT (SC_KIND_PROPOSAL), NULL));
  const ScStage *stage = sc_version_get_stage (after, 1);

  g_assert_cmpstr (stage->id, ==, id);
  g_assert_cmpstr (stage->name, ==, "Contract signing 2");
  g_assert_cmpfloat (stage->probability, ==, 0.8);
  assert_text (after, "contract | other | payment");
  assert_text (added, "proposal | contract | other | payment");
}

static void
test_duplicate (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "contract | *payment");
  g_autofree char *id = NULL;
  g_autoptr (ScVersion) after = apply (version, sc_duplicate_stage (version, get_id (version, 1), &id));
  const ScStage *copy = sc_version_get_stage (after, 2);

  g_assert_cmpstr (copy->id, ==, id);
  g_assert_cmpstr (copy->id, !=, get_id (version, 1));
  g_assert_cmpstr (copy->name, ==, "Payment tracking 2");
  g_assert_cmpstr (copy->goal, ==, sc_version_get_stage (version, 1)->goal);
  g_assert_cmpstr (((ScCriterion *) copy->criteria->pdata[0])->id, !=,
                   ((ScCriterion *) sc_version_get_stage (version, 1)->criteria->pdata[0])->id);
  g_assert_cmpint (sc_version_get_mark_position (after), ==, 1);
}

static void
test_split_and_merge (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "*presentation proposal | payment");
  g_autofree char *id = NULL;
  g_autoptr (ScVersion) split = apply (version, sc_split_stage (version, get_id (version, 0), &id));
  g_autoptr (ScVersion) merged = apply (split, sc_merge (split, get_id (split, 1), get_id (split, 0)));
  const ScStage *first = sc_version_get_stage (split, 0);
  const ScStage *second = sc_version_get_stage (split, 1);

  assert_text (split, "presentation | proposal | payment");
  g_assert_cmpstr (first->id, ==, get_id (version, 0));
  g_assert_cmpstr (second->id, ==, id);
  g_assert_cmpstr (first->name, ==, "Presentation");
  g_assert_cmpstr (second->name, ==, "Proposal");
  g_assert_cmpuint (first->duration.value, ==, 3);
  g_assert_cmpuint (second->duration.value, ==, 2);
  g_assert_cmpuint (first->criteria->len, ==, 2);
  g_assert_cmpuint (second->criteria->len, ==, 2);
  g_assert_cmpfloat (second->probability, >, first->probability);
  g_assert_cmpint (sc_version_get_mark_position (split), ==, 1);
  assert_texts_kept (version, merged);
  assert_text (merged, "presentation proposal | payment");
  g_assert_cmpint (sc_version_get_mark_position (merged), ==, 0);
  g_assert_false (sc_can_split_stage (split, get_id (split, 0)));
  g_assert_null (sc_split_stage (split, get_id (split, 0), NULL));
}

/* Splitting takes nothing off what a person wrote. */
static void
test_split_keeps_text (void)
{
  for (guint n = 0; n < 200; n++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (ScVersion) version = random_version_new (rand, 8);

      for (guint i = 0; i < version->stages->len; i++)
        if (sc_can_split_stage (version, get_id (version, i)))
          {
            g_autoptr (ScVersion) split = apply (version, sc_split_stage (version, get_id (version, i), NULL));

            g_assert_cmpuint (split->stages->len, ==, version->stages->len + 1);
            assert_texts_kept (version, split);
          }
    }
}

/* A merge that a person asks for may cross the mark; it loses nothing. */
static void
test_merge_keeps_text (void)
{
  for (guint n = 0; n < 200; n++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (ScVersion) version = random_version_new (rand, 8);

      for (guint i = 0; i + 1 < version->stages->len; i++)
        {
          g_autoptr (ScVersion) merged = apply (version, sc_merge (version, get_id (version, i), get_id (version, i + 1)));

          g_assert_cmpuint (merged->stages->len, ==, version->stages->len - 1);
          assert_texts_kept (version, merged);
        }
    }
}

static ScCriterion *
get_criterion (const ScVersion *version,
               guint            stage,
               guint            position)
{
  return sc_version_get_stage (version, stage)->criteria->pdata[position];
}

/* What both ask is asked once, of all that had to be told; what names the one that went
 * names the other. */
static void
test_merge_joins_questions (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "qualification | presentation | contract | payment");
  ScStage *first = sc_version_get_stage (version, 0);
  ScStage *second = sc_version_get_stage (version, 1);
  ScCriterion *tick = sc_stage_add_criterion (first, "What is the problem?");
  ScCriterion *question = sc_stage_add_criterion (second, "What is the problem?");
  ScTactic *always;
  ScTactic *sometimes;
  guint place = first->criteria->len - 1;
  g_autofree char *asks = g_strdup_printf ("{answer:%s}", question->id);
  g_autofree char *told = g_strdup_printf ("{answer:%s}", tick->id);
  g_autoptr (ScVersion) merged = NULL;
  const ScCriterion *kept;

  for (guint i = 0; i < version->stages->len; i++)
    g_ptr_array_set_size (sc_version_get_stage (version, i)->tactics, 0);
  always = sc_stage_add_tactic (first, "Letter", "You said: {answer:x}");
  sometimes = sc_stage_add_tactic (second, "Letter", "You said: {answer:x}");
  tick->is_asked_at_entry = TRUE;
  question->is_required = TRUE;
  question->type = SC_ANSWER_TEXT;
  always->kind = SC_TACTIC_OTHER;
  sometimes->kind = SC_TACTIC_LETTER;
  g_strfreev (sometimes->labels);
  sometimes->labels = g_strsplit ("Hot", " ", 0);
  sc_stage_add_tactic (sc_version_get_stage (version, 3), "Asks", asks);
  sc_stage_add_tactic (second, "Asks", asks);
  second->refusal = (ScRefusal) { SC_REFUSAL_BACK, g_strdup (first->id), { 0, SC_UNIT_WORKING_DAYS } }
  ;
  sc_version_get_stage (version, 2)->refusal = (ScRefusal) { SC_REFUSAL_BACK, g_strdup (second->id), { 0, SC_UNIT_WORKING_DAYS } }
  ;
  sc_version_get_stage (version, 3)->refusal = (ScRefusal) { SC_REFUSAL_PARK, NULL, { 60, SC_UNIT_WORKING_DAYS } }
  ;

  merged = apply (version, sc_merge (version, get_id (version, 0), get_id (version, 1)));
  kept = get_criterion (merged, 0, place);
  g_assert_cmpstr (kept->id, ==, tick->id);
  g_assert_true (kept->is_required);
  g_assert_false (kept->is_asked_at_entry);
  g_assert_cmpint (kept->type, ==, SC_ANSWER_TEXT);
  g_assert_cmpstr (kept->was[0], ==, question->id);
  g_assert_cmpstr (((ScTactic *) sc_version_get_stage (merged, 2)->tactics->pdata[0])->text, ==, told);
  g_assert_cmpuint (sc_version_get_stage (merged, 0)->tactics->len, ==, 2);
  g_assert_cmpstr (((ScTactic *) sc_version_get_stage (merged, 0)->tactics->pdata[1])->text, ==, told);
  g_assert_cmpint (((ScTactic *) sc_version_get_stage (merged, 0)->tactics->pdata[0])->kind, ==, SC_TACTIC_LETTER);
  g_assert_false (sc_tactic_has_conditions (sc_version_get_stage (merged, 0)->tactics->pdata[0]));
  g_assert_cmpint (sc_version_get_stage (merged, 0)->refusal.kind, ==, SC_REFUSAL_LOST);
  g_assert_cmpstr (sc_version_get_stage (merged, 1)->refusal.stage_id, ==, first->id);
}

/* The first that does not lose the deal stays; one that would go back to itself is none. */
static void
test_merge_joins_refusals (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "qualification | presentation | contract | payment");
  g_autoptr (ScVersion) merged = NULL;
  g_autoptr (ScVersion) more = NULL;

  sc_version_get_stage (version, 1)->refusal = (ScRefusal) { SC_REFUSAL_BACK, g_strdup (get_id (version, 0)), { 0 } }
  ;
  sc_version_get_stage (version, 2)->refusal = (ScRefusal) { SC_REFUSAL_PARK, NULL, { 60, SC_UNIT_WORKING_DAYS } }
  ;
  merged = apply (version, sc_merge (version, get_id (version, 1), get_id (version, 2)));
  g_assert_cmpint (sc_version_get_stage (merged, 1)->refusal.kind, ==, SC_REFUSAL_BACK);
  more = apply (merged, sc_merge (merged, get_id (merged, 0), get_id (merged, 1)));
  g_assert_cmpint (sc_version_get_stage (more, 0)->refusal.kind, ==, SC_REFUSAL_LOST);
  g_assert_null (sc_version_get_stage (more, 0)->refusal.stage_id);
}

/* What two stages say of one thing is put together as a person would write it. */
static void
test_merge_joins_texts (void)
{
  static const struct {
    const char *a;
    const char *b;
    const char *joined;
  } cases[] = {
    { "Know the need", "Agree on a price", "Know the need. Agree on a price" },
    { "Know the need.", "Agree on a price", "Know the need. Agree on a price" },
    { "Is there a need? ", "Agree on a price", "Is there a need? Agree on a price" },
    { "Know.Need", "Agree on a price", "Know.Need. Agree on a price" },
    { "Know the need;\nknow who decides", "Agree on a price", "Know the need;\nknow who decides\nAgree on a price" },
    { "", "Agree on a price", "Agree on a price" },
    { "Agree on a price and a day", "Agree on a price", "Agree on a price and a day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScVersion) version = written_version_new ("......", "contract | payment");
      g_autoptr (ScVersion) merged = NULL;

      g_set_str (&sc_version_get_stage (version, 0)->goal, cases[i].a);
      g_set_str (&sc_version_get_stage (version, 1)->goal, cases[i].b);
      merged = apply (version, sc_merge (version, get_id (version, 0), get_id (version, 1)));
      g_assert_cmpstr (sc_version_get_stage (merged, 0)->goal, ==, cases[i].joined);
    }
}

static void
test_mark (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "proposal | *contract | payment | delivery");
  g_autoptr (ScVersion) with_front = apply (version, sc_merge (version, get_id (version, 0), get_id (version, 1)));
  g_autoptr (ScVersion) with_back = apply (version, sc_merge (version, get_id (version, 1), get_id (version, 2)));
  g_autoptr (ScVersion) removed = apply (version, sc_remove_stage (version, get_id (version, 1)));
  g_autoptr (ScVersion) all_gone = apply (removed, sc_remove_stage (removed, get_id (removed, 0)));
  g_autoptr (ScVersion) following = apply (version, sc_set_mark (version, NULL));

  g_assert_false (sc_merge_crosses_mark (version, get_id (version, 0), get_id (version, 1)));
  g_assert_true (sc_merge_crosses_mark (version, get_id (version, 1), get_id (version, 2)));
  g_assert_cmpint (sc_version_get_mark_position (with_front), ==, 0);
  g_assert_cmpint (sc_version_get_mark_position (with_back), ==, 1);
  g_assert_cmpint (sc_version_get_mark_position (removed), ==, 0);
  g_assert_cmpint (sc_version_get_mark_position (all_gone), ==, 0);
  g_assert_cmpstr (all_gone->mark, ==, NULL);
  g_assert_cmpint (sc_version_get_mark_position (following), ==, 2);
  g_assert_false (sc_can_merge (version, get_id (version, 0), get_id (version, 2)));
  g_assert_null (sc_merge (version, get_id (version, 0), get_id (version, 2)));
}

static void
test_nothing_to_do (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "contract | payment");
  g_autoptr (GPtrArray) moved = sc_move_stage (version, get_id (version, 1), 7);
  g_autoptr (GPtrArray) marked = sc_set_mark (version, NULL);
  g_autoptr (GPtrArray) answered = sc_set_aspects (version, &version->aspects);
  g_autoptr (GPtrArray) replaced = sc_replace_stage (version, sc_version_get_stage (version, 0));

  g_assert_cmpuint (moved->len, ==, 0);
  g_assert_cmpuint (marked->len, ==, 0);
  g_assert_cmpuint (answered->len, ==, 0);
  g_assert_cmpuint (replaced->len, ==, 0);
}

static void
test_remove_role (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "contract | payment");
  const char *role_id = sc_version_get_stage (version, 0)->responsible;
  g_autoptr (ScVersion) after = apply (version, sc_remove_role (version, role_id));

  g_assert_null (sc_version_find_role (after, role_id, NULL));
  for (guint i = 0; i < after->stages->len; i++)
    g_assert_false (sc_stage_involves (sc_version_get_stage (after, i), role_id));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method/stage-edits/insert", test_insert);
  g_test_add_func ("/method/stage-edits/insert-refusal", test_insert_refusal);
  g_test_add_func ("/method/stage-edits/insert-refusal-of-kinds", test_insert_refusal_of_kinds);
  g_test_add_func ("/method/stage-edits/duplicate", test_duplicate);
  g_test_add_func ("/method/stage-edits/split-and-merge", test_split_and_merge);
  g_test_add_func ("/method/stage-edits/split-keeps-text", test_split_keeps_text);
  g_test_add_func ("/method/stage-edits/merge-keeps-text", test_merge_keeps_text);
  g_test_add_func ("/method/stage-edits/merge-joins-questions", test_merge_joins_questions);
  g_test_add_func ("/method/stage-edits/merge-joins-refusals", test_merge_joins_refusals);
  g_test_add_func ("/method/stage-edits/merge-joins-texts", test_merge_joins_texts);
  g_test_add_func ("/method/stage-edits/mark", test_mark);
  g_test_add_func ("/method/stage-edits/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/method/stage-edits/remove-role", test_remove_role);

  return g_test_run ();
}
