/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever keeps taking fixes comes to an end without an error, loses nothing
 * that anybody wrote, and can take every step back. */

#include "method/sc-fix.h"
#include "method/sc-lint.h"

/* Each takes many steps, and each step is checked in whole: of 2,000 processes in the
 * short suite, and of 38,000 in the long one. */
#define HOW_OFTEN_MORE 19
#include "how-often.h"
#include "random-version.h"

/* The longest way that a process of 30 stages may need; the sketch of the
 * rules needed 68. */
#define MAX_STEPS 150

/* Of the case that is being tried: what to look at when one fails. */
static guint32 last_seed;

typedef struct {
  guint of_rule;
  guint of_severity[SC_N_SEVERITIES];
  guint distance;
} Numbers;

static gboolean
is_length_rule (ScRule rule)
{
  return rule == SC_RULE_TOO_MANY_STAGES || rule == SC_RULE_NOT_OPTIMAL_LENGTH;
}

static Numbers
count (const ScVersion *version,
       ScRule           rule)
{
  g_autoptr (GPtrArray) findings = sc_lint (version);
  guint n_stages = version->stages->len;
  Numbers numbers = { 0 };

  for (guint i = 0; i < findings->len; i++)
    {
      const ScFinding *finding = findings->pdata[i];

      if (finding->rule == rule)
        numbers.of_rule++;
      if (!is_length_rule (finding->rule))
        numbers.of_severity[sc_rule_get_severity (finding->rule)]++;
    }
  numbers.distance = n_stages > 7 ? n_stages - 7 : n_stages < 5 ? 5 - n_stages : 0;

  return numbers;
}

static int
compare (const Numbers *a,
         const Numbers *b)
{
  for (guint i = 0; i < SC_N_SEVERITIES; i++)
    if (a->of_severity[i] != b->of_severity[i])
      return (int) a->of_severity[i] - (int) b->of_severity[i];

  return 0;
}

static void
assert_promise (const ScVersion *before,
                const ScVersion *after,
                ScRule           rule)
{
  Numbers numbers_before = count (before, rule);
  Numbers numbers_after = count (after, rule);

  if (is_length_rule (rule))
    {
      g_assert_cmpint (compare (&numbers_after, &numbers_before), <=, 0);
      g_assert_cmpuint (numbers_after.distance, <, numbers_before.distance);
    }
  else
    {
      g_assert_cmpint (compare (&numbers_after, &numbers_before), <, 0);
      g_assert_cmpuint (numbers_after.of_rule, <, numbers_before.of_rule);
    }
}

static void
assert_undone (const ScVersion *before,
               const ScVersion *after,
               GPtrArray       *edits)
{
  g_autoptr (GPtrArray) inverse = sc_edits_invert (edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScVersion) undone = sc_version_edit (after, inverse, &error);

  g_assert_no_error (error);
  g_assert_true (sc_version_equal (undone, before));
}

/* Others only name the stage that took in, in their refusals and tactics. */
static gboolean
has_taken_in (const ScStage *before,
              const ScStage *after)
{
  g_autoptr (ScStage) same = sc_stage_copy (after);

  sc_refusal_assign (&same->refusal, &before->refusal);
  if (same->tactics->len != before->tactics->len)
    return TRUE;
  for (guint i = 0; i < before->tactics->len; i++)
    g_set_str (&((ScTactic *) same->tactics->pdata[i])->text, ((ScTactic *) before->tactics->pdata[i])->text);

  return !sc_stage_equal (same, before);
}

/* A stage that went into another stood on the same side of the client mark. */
static void
assert_mark_not_crossed (const ScVersion *before,
                         const ScVersion *after)
{
  int mark = sc_version_get_mark_position (before);
  guint gone = G_MAXUINT;

  if (after->stages->len >= before->stages->len)
    return;

  for (guint i = 0; i < before->stages->len; i++)
    if (sc_version_find_stage (after, sc_version_get_stage (before, i)->id, NULL) == NULL)
      gone = i;
  g_assert_cmpuint (gone, !=, G_MAXUINT);

  for (guint i = 0; i < before->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (before, i);
      const ScStage *later = sc_version_find_stage (after, stage->id, NULL);

      if (later != NULL && has_taken_in (stage, later))
        g_assert_cmpint ((int) i <= mark, ==, (int) gone <= mark);
    }
}

static ScVersion *
assert_good_fix (const ScVersion *before,
                 const ScFinding *finding,
                 const ScFix     *fix)
{
  g_autoptr (GError) error = NULL;
  ScVersion *after = sc_version_edit (before, fix->edits, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fix->label, !=, "");
  g_assert_true (sc_version_equal (fix->after, after));
  assert_promise (before, after, finding->rule);
  assert_texts_kept (before, after);
  assert_undone (before, after, fix->edits);
  assert_mark_not_crossed (before, after);

  return after;
}

static void
print_version (const ScVersion *version)
{
  g_autoptr (GPtrArray) findings = sc_lint (version);

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    g_test_message ("  %s: %s", sc_aspect_get_id (i), sc_aspect_get_value_id (i, version->aspects.value[i]));
  for (guint i = 0; i < version->stages->len; i++)
    {
      g_autofree char *kinds = sc_kind_set_to_string (sc_version_get_stage (version, i)->kinds);

      g_test_message ("  %u “%s”: %s", i, sc_version_get_stage (version, i)->name, kinds);
    }
  g_test_message ("  mark %d", sc_version_get_mark_position (version));
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *message = sc_finding_get_message (findings->pdata[i]);

      g_test_message ("  %s: %s", sc_rule_get_id (((ScFinding *) findings->pdata[i])->rule), message);
    }
}

/* Takes first fixes as long as there are any, and checks each; returns how
 * many it took. */
static guint
fix_stepwise (const ScVersion *version,
              ScFixScope       scope)
{
  g_autoptr (ScVersion) current = sc_version_ref ((ScVersion *) version);
  guint n_steps = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) findings = sc_lint (current);
      guint n_errors = sc_findings_count (findings, SC_SEVERITY_ERROR);
      g_autoptr (ScFix) fix = NULL;
      const ScFinding *finding = NULL;
      ScVersion *after;

      if (scope == SC_FIX_ERRORS && n_errors == 0)
        return n_steps;

      for (guint i = 0; i < findings->len && fix == NULL; i++)
        {
          finding = findings->pdata[i];
          fix = sc_finding_get_first_fix (finding, current);
          if (fix == NULL && sc_rule_get_severity (finding->rule) == SC_SEVERITY_ERROR)
            {
              print_version (current);
              g_error ("Seed %u: no fix for the error %s", last_seed, sc_rule_get_id (finding->rule));
            }
        }

      if (fix == NULL)
        {
          g_assert_cmpuint (n_errors, ==, 0);
          return n_steps;
        }

      g_assert_false (fix->is_offer);
      after = assert_good_fix (current, finding, fix);
      sc_version_unref (current);
      current = after;
      g_assert_cmpuint (++n_steps, <=, MAX_STEPS);
    }
}

static void
fix_random (guint      n_cases,
            ScFixScope scope)
{
  guint most = 0;

  for (guint i = 0; i < n_cases; i++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ScVersion) version = random_version_new (rand, 30);
      guint n_steps;

      last_seed = seed;
      n_steps = fix_stepwise (version, scope);
      most = MAX (most, n_steps);
    }

  g_test_message ("at most %u steps", most);
}

static void
test_until_no_error (void)
{
  fix_random (how_often (1500), SC_FIX_ERRORS);
}

static void
test_until_none_left (void)
{
  fix_random (how_often (400), SC_FIX_EVERYTHING);
}

/* Not only the first fix of the first finding, but every one of every finding. */
static void
test_every_fix (void)
{
  for (guint n = 0; n < how_often (100); n++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ScVersion) version = random_version_new (rand, 12);
      g_autoptr (GPtrArray) findings = sc_lint (version);

      last_seed = seed;
      for (guint i = 0; i < findings->len; i++)
        {
          g_autoptr (GPtrArray) fixes = sc_finding_get_fixes (findings->pdata[i], version);

          for (guint j = 0; j < fixes->len; j++)
            {
              g_autoptr (ScVersion) after = assert_good_fix (version, findings->pdata[i], fixes->pdata[j]);
            }
        }
    }
}

static void
test_fix_all (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ScVersion) version = random_version_new (rand, 20);
  g_autoptr (ScVersion) fixed = NULL;
  g_autoptr (GPtrArray) fixes = sc_fix_all (version, SC_FIX_ERRORS, &fixed);
  g_autoptr (GPtrArray) findings = sc_lint (fixed);

  g_assert_cmpuint (sc_findings_count (findings, SC_SEVERITY_ERROR), ==, 0);
  assert_texts_kept (version, fixed);
  for (guint i = 0; i < fixes->len; i++)
    g_assert_cmpstr (((ScFix *) fixes->pdata[i])->label, !=, "");
}

/* A finding of a stage that is gone has no fixes any more. */
static void
test_stale_finding (void)
{
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (ScVersion) empty = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (GPtrArray) findings = NULL;

  g_ptr_array_add (version->stages, sc_stage_new ("", 0));
  findings = sc_lint (version);
  for (guint i = 0; i < findings->len; i++)
    {
      const ScFinding *finding = findings->pdata[i];
      g_autoptr (GPtrArray) fixes = sc_finding_get_fixes (finding, empty);

      if (finding->stages->len > 0)
        g_assert_cmpuint (fixes->len, ==, 0);
    }
}

/* One after the other as each by itself. */
static void
test_fixes_of_all_findings (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (ScVersion) version = random_version_new (rand, 12);
      g_autoptr (GPtrArray) findings = sc_lint (version);
      g_autoptr (ScFixer) fixer = sc_fixer_new (version);

      for (guint j = 0; j < findings->len; j++)
        {
          gboolean is_all;
          g_autoptr (GPtrArray) alone = sc_finding_get_fixes (findings->pdata[j], version);
          g_autoptr (GPtrArray) together = sc_fixer_get_fixes (fixer, findings->pdata[j], &is_all);

          g_assert_true (is_all);
          g_assert_cmpuint (together->len, ==, alone->len);
          for (guint k = 0; k < alone->len; k++)
            g_assert_cmpstr (((ScFix *) together->pdata[k])->label, ==, ((ScFix *) alone->pdata[k])->label);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method/fixes/until-no-error", test_until_no_error);
  g_test_add_func ("/method/fixes/until-none-left", test_until_none_left);
  g_test_add_func ("/method/fixes/every-fix", test_every_fix);
  g_test_add_func ("/method/fixes/fix-all", test_fix_all);
  g_test_add_func ("/method/fixes/stale-finding", test_stale_finding);
  g_test_add_func ("/fixes/of-all-findings", test_fixes_of_all_findings);

  return g_test_run ();
}
