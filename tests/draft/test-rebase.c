/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of a criterion or a tactic that two have changed, each member is what the one made of
 * it that changed it; only the same member of the same one is asked about. */

#include "draft/sc-rebase.h"
#include "how-often.h"
#include "method/sc-stage-edits.h"

#define N_ROUNDS 200

static ScVersion *
make_version (void)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);
  ScStage *stage = sc_stage_new ("Needs", SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY));

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("Question %u", i);

      sc_stage_add_criterion (stage, text);
      sc_stage_add_tactic (stage, text, "Words");
    }
  g_ptr_array_add (version->stages, stage);

  return version;
}

static ScStage *
copy_stage (const ScVersion *version)
{
  return sc_stage_copy (sc_version_get_stage (version, 0));
}

static ScCriterion *
get_criterion (const ScStage *stage,
               guint          position)
{
  return stage->criteria->pdata[position];
}

static ScTactic *
get_tactic (const ScStage *stage,
            guint          position)
{
  return stage->tactics->pdata[position];
}

/* The stage as it is when @mine is made again on @theirs. */
static ScStage *
rebase (ScVersion *version,
        ScStage   *theirs,
        ScStage   *mine,
        ScSide     side,
        guint     *n_clashes)
{
  g_autoptr (GPtrArray) there = sc_replace_stage (version, theirs);
  g_autoptr (GPtrArray) here = sc_replace_stage (version, mine);
  g_autoptr (ScVersion) onto = sc_version_edit (version, there, NULL);
  g_autoptr (GPtrArray) clashes = sc_clashes_new ();
  g_autoptr (GPtrArray) edits = sc_rebase_edits (here, onto, side, clashes, NULL);
  g_autoptr (ScVersion) merged = sc_version_edit (onto, edits, NULL);

  g_assert_nonnull (merged);
  *n_clashes = clashes->len;

  return sc_stage_ref (sc_version_get_stage (merged, 0));
}

static void
test_members_come_together (void)
{
  g_autoptr (ScVersion) version = make_version ();
  g_autoptr (ScStage) theirs = copy_stage (version);
  g_autoptr (ScStage) mine = copy_stage (version);
  g_autoptr (ScStage) merged = NULL;
  guint n_clashes;

  g_set_str (&get_criterion (theirs, 0)->text, "What is the problem?");
  get_criterion (mine, 0)->type = SC_ANSWER_TEXT;
  get_criterion (mine, 0)->is_required = TRUE;
  g_set_str (&get_tactic (theirs, 1)->text, "Their words");
  get_tactic (mine, 1)->kind = SC_TACTIC_LETTER;
  sc_stage_add_tactic (theirs, "Theirs", "");
  sc_stage_add_tactic (mine, "Mine", "");
  g_ptr_array_remove_index (theirs->criteria, 3);
  g_ptr_array_remove_index (mine->tactics, 0);
  theirs->refusal.kind = SC_REFUSAL_PARK;

  merged = rebase (version, theirs, mine, SC_SIDE_THEIRS, &n_clashes);
  g_assert_cmpuint (n_clashes, ==, 0);
  g_assert_cmpuint (merged->criteria->len, ==, 3);
  g_assert_cmpstr (get_criterion (merged, 0)->text, ==, "What is the problem?");
  g_assert_cmpint (get_criterion (merged, 0)->type, ==, SC_ANSWER_TEXT);
  g_assert_true (get_criterion (merged, 0)->is_required);
  g_assert_cmpuint (merged->tactics->len, ==, 5);
  g_assert_cmpstr (get_tactic (merged, 0)->text, ==, "Their words");
  g_assert_cmpint (get_tactic (merged, 0)->kind, ==, SC_TACTIC_LETTER);
  g_assert_cmpint (merged->refusal.kind, ==, SC_REFUSAL_PARK);
}

/* My order stands with what they have added. */
static void
test_order (void)
{
  g_autoptr (ScVersion) version = make_version ();
  g_autoptr (ScStage) theirs = copy_stage (version);
  g_autoptr (ScStage) mine = copy_stage (version);
  g_autoptr (ScStage) merged = NULL;
  guint n_clashes;

  g_ptr_array_insert (theirs->criteria, 2, sc_criterion_new (NULL, "Theirs"));
  g_ptr_array_insert (mine->criteria, 0, g_ptr_array_steal_index (mine->criteria, 3));

  merged = rebase (version, theirs, mine, SC_SIDE_THEIRS, &n_clashes);
  g_assert_cmpuint (n_clashes, ==, 0);
  g_assert_cmpstr (get_criterion (merged, 0)->text, ==, "Question 3");
  g_assert_cmpstr (get_criterion (merged, 2)->text, ==, "Question 1");
  g_assert_cmpstr (get_criterion (merged, 3)->text, ==, "Theirs");
}

static void
test_the_same_clashes (void)
{
  for (guint i = 0; i < 2; i++)
    {
      ScSide side = i == 0 ? SC_SIDE_MINE : SC_SIDE_THEIRS;
      g_autoptr (ScVersion) version = make_version ();
      g_autoptr (ScStage) theirs = copy_stage (version);
      g_autoptr (ScStage) mine = copy_stage (version);
      g_autoptr (ScStage) merged = NULL;
      guint n_clashes;

      get_criterion (theirs, 0)->type = SC_ANSWER_DATE;
      get_criterion (mine, 0)->type = SC_ANSWER_TEXT;
      g_ptr_array_remove_index (theirs->tactics, 2);
      get_tactic (mine, 2)->kind = SC_TACTIC_SCRIPT;
      theirs->refusal.kind = SC_REFUSAL_PARK;
      mine->refusal = (ScRefusal) { SC_REFUSAL_BACK, g_uuid_string_random (), { 0 } }
      ;

      merged = rebase (version, theirs, mine, side, &n_clashes);
      g_assert_cmpuint (n_clashes, ==, 3);
      g_assert_cmpint (get_criterion (merged, 0)->type, ==, side == SC_SIDE_MINE ? SC_ANSWER_TEXT : SC_ANSWER_DATE);
      g_assert_cmpuint (merged->tactics->len, ==, side == SC_SIDE_MINE ? 4 : 3);
      g_assert_true (sc_refusal_equal (&merged->refusal, side == SC_SIDE_MINE ? &mine->refusal : &theirs->refusal));
    }
}

static gboolean
toss (GRand *rand)
{
  return g_rand_int_range (rand, 0, 3) == 0;
}

static void
change_list (GRand *rand,
             GStrv *list)
{
  g_autofree char *text = g_strdup_printf ("List %d", g_rand_int_range (rand, 0, 1000000));

  g_strfreev (*list);
  *list = g_strsplit (text, " ", 0);
}

/* The last one is moved to the front, one goes, one is changed, one comes. */
static void
change_at_random (GRand   *rand,
                  ScStage *stage)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      ScCriterion *criterion = get_criterion (stage, i);

      if (toss (rand))
        criterion->is_required = !criterion->is_required;
      if (toss (rand))
        criterion->type = (ScAnswerType) g_rand_int_range (rand, 0, SC_N_ANSWER_TYPES);
      if (toss (rand))
        criterion->purpose = (ScPurpose) g_rand_int_range (rand, 0, SC_N_PURPOSES);
      if (toss (rand))
        change_list (rand, &criterion->choices);
    }
  if (toss (rand))
    g_ptr_array_remove_index (stage->criteria, (guint) g_rand_int_range (rand, 0, (int) stage->criteria->len));
  if (toss (rand))
    g_ptr_array_insert (stage->criteria, 0, g_ptr_array_steal_index (stage->criteria, stage->criteria->len - 1));
  if (toss (rand))
    sc_stage_add_criterion (stage, "New");
}

static const ScCriterion *
find_criterion (const ScStage *stage,
                const char    *id)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    if (g_str_equal (get_criterion (stage, i)->id, id))
      return get_criterion (stage, i);

  return NULL;
}

#define ASSERT_MERGED(member) \
        G_STMT_START { \
          if (mine->member == before->member) \
          g_assert_cmpint (merged->member, ==, theirs->member); \
          else if (theirs->member == before->member) \
          g_assert_cmpint (merged->member, ==, mine->member); \
          else \
          g_assert_cmpint (merged->member, ==, side == SC_SIDE_MINE ? mine->member : theirs->member); \
        } G_STMT_END

static void
assert_merged (const ScCriterion *before,
               const ScCriterion *theirs,
               const ScCriterion *mine,
               const ScCriterion *merged,
               ScSide             side)
{
  if (theirs != NULL && mine != NULL && before != NULL)
    {
      g_assert_nonnull (merged);
      ASSERT_MERGED (is_required);
      ASSERT_MERGED (type);
      ASSERT_MERGED (purpose);
    }
  else if (before == NULL)
    {
      g_assert_true (sc_criterion_equal (merged, theirs != NULL ? theirs : mine));
    }
  else if (theirs == NULL && mine == NULL)
    {
      g_assert_null (merged);
    }
  else if (sc_criterion_equal (theirs != NULL ? theirs : mine, before) || (theirs == NULL) == (side == SC_SIDE_THEIRS))
    {
      g_assert_null (merged);
    }
  else
    {
      g_assert_nonnull (merged);
    }
}

static void
test_at_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < how_often (N_ROUNDS); i++)
    {
      ScSide side = toss (rand) ? SC_SIDE_MINE : SC_SIDE_THEIRS;
      g_autoptr (ScVersion) version = make_version ();
      g_autoptr (ScStage) before = copy_stage (version);
      g_autoptr (ScStage) theirs = copy_stage (version);
      g_autoptr (ScStage) mine = copy_stage (version);
      g_autoptr (ScStage) merged = NULL;
      const ScStage *const all[] = { before, theirs, mine };
      guint n_clashes;

      change_at_random (rand, theirs);
      change_at_random (rand, mine);
      merged = rebase (version, theirs, mine, side, &n_clashes);
      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        for (guint k = 0; k < all[j]->criteria->len; k++)
          {
            const char *id = get_criterion (all[j], k)->id;

            assert_merged (find_criterion (before, id), find_criterion (theirs, id), find_criterion (mine, id),
                           find_criterion (merged, id), side);
          }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rebase/members-come-together", test_members_come_together);
  g_test_add_func ("/rebase/order", test_order);
  g_test_add_func ("/rebase/the-same-clashes", test_the_same_clashes);
  g_test_add_func ("/rebase/at-random", test_at_random);

  return g_test_run ();
}
