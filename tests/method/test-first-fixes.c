/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the first fix of each rule does to a process: the step that a person
 * would take. */

#include "method/sc-fix.h"
#include "method/sc-lint.h"
#include "written-version.h"

static const struct {
  ScRule rule;
  const char *aspects;
  const char *before;
  const char *after;
} cases[] = {
  { SC_RULE_NEEDS_DISCOVERY_MISSING, "c.....", "inbound-request | presentation | contract | payment",
    "inbound-request | needs-discovery | presentation | contract | payment" },
  { SC_RULE_NEEDS_DISCOVERY_MISSING, "c.f...", "inbound-request payment", "inbound-request needs-discovery payment" },
  { SC_RULE_DISCOVERY_TOO_LATE, "c.....", "inbound-request | contract | needs-discovery | payment",
    "inbound-request | needs-discovery | contract | payment" },
  { SC_RULE_DISCOVERY_TOO_LATE, "c...p.", "inbound-request | contract | payment | needs-discovery onboarding",
    "inbound-request | needs-discovery | contract | payment | onboarding" },
  { SC_RULE_DISCOVERY_TOO_LATE, "c.f...", "inbound-request contract | needs-discovery | payment",
    "inbound-request needs-discovery contract | needs-discovery | payment" },
  { SC_RULE_TRIAL_MISSING, ".i....", "presentation | proposal | contract | payment",
    "presentation | trial | proposal | contract | payment" },
  { SC_RULE_TRIAL_MISSING, ".i....", "presentation proposal | contract | payment",
    "presentation proposal | trial | contract | payment" },
  { SC_RULE_TRIAL_AFTER_PAYMENT, ".i....", "presentation | contract | payment | trial",
    "presentation | trial | contract | payment" },
  { SC_RULE_REQUEST_NOT_FIRST, "..f...", "qualification | inbound-request | contract | payment",
    "inbound-request | qualification | contract | payment" },
  { SC_RULE_REQUEST_NOT_FIRST, "..f...", "qualification | contract | payment",
    "inbound-request | qualification | contract | payment" },
  { SC_RULE_SEARCH_MISSING, "..u...", "outreach | contract | payment", "prospecting outreach | contract | payment" },
  { SC_RULE_SEARCH_MISSING, "..u...", "qualification | contract | payment",
    "prospecting outreach | qualification | contract | payment" },
  { SC_RULE_SEARCH_NEEDLESS, "..f...", "inbound-request | prospecting outreach | payment",
    "inbound-request | outreach | payment" },
  { SC_RULE_SEARCH_NEEDLESS, "..f...", "inbound-request | prospecting | contract | payment",
    "inbound-request | contract | payment" },
  { SC_RULE_SEARCH_NEEDLESS, "..f...", "*inbound-request | prospecting | contract | payment",
    "inbound-request | contract | payment" },
  { SC_RULE_SEARCH_NEEDLESS, "..f...", "inbound-request | contract | payment | prospecting",
    "inbound-request | contract | payment | other" },
  { SC_RULE_SEARCH_NEEDLESS, "..f...", "qualification | prospecting | contract", "qualification | contract" },
  { SC_RULE_SEARCH_NEEDLESS, "..f...", "qualification | prospecting", "qualification" },
  { SC_RULE_PAYMENT_MISSING, "....pb", "contract | onboarding", "contract | payment | onboarding" },
  { SC_RULE_PAYMENT_MISSING, "....pa", "contract | onboarding | account-growth",
    "contract | onboarding | payment | account-growth" },
  { SC_RULE_PAYMENT_MISSING, "......", "", "payment" },
  { SC_RULE_ONBOARDING_MISSING, "....pb", "contract | payment", "contract | payment | onboarding" },
  { SC_RULE_ONBOARDING_MISSING, "....pb", "onboarding | contract | payment", "contract | payment | onboarding" },
  { SC_RULE_ONBOARDING_MISSING, "....pb", "presentation onboarding | contract | payment",
    "presentation | contract | payment | onboarding" },
  { SC_RULE_ONBOARDING_OWNER, "....pa", "contract | ^onboarding | payment", "contract | onboarding | payment" },
  { SC_RULE_DELIVERY_MISSING, "....s.", "contract | payment | account-growth",
    "contract | payment | delivery | account-growth" },
  { SC_RULE_DELIVERY_WITHOUT_REP, "....s.", "contract | payment | ^delivery", "contract | payment | delivery" },
  { SC_RULE_TOO_MANY_STAGES, "......",
    "prospecting | outreach | inbound-request | qualification | needs-discovery | presentation | trial | proposal | "
    "negotiation | contract | payment",
    "prospecting | outreach | inbound-request qualification | needs-discovery | presentation | trial | proposal | "
    "negotiation | contract | payment" },
  { SC_RULE_NOT_OPTIMAL_LENGTH, "c.....",
    "inbound-request | qualification | needs-discovery | presentation | proposal | negotiation | contract | payment",
    "inbound-request qualification | needs-discovery | presentation | proposal | negotiation | contract | payment" },
  { SC_RULE_MERGEABLE, "......", "outreach | qualification | presentation | proposal | contract | payment",
    "outreach | qualification | presentation proposal | contract | payment" },
  { SC_RULE_PAYMENT_BEFORE_ONBOARDING, "....pa", "contract | payment | onboarding", "contract | onboarding | payment" },
  { SC_RULE_NO_GOAL, "......", "contract | -payment", "contract | payment" },
  { SC_RULE_NO_EXIT_CRITERION, "......", "contract | !payment", "contract | payment" },
  { SC_RULE_NO_RESPONSIBLE, "......", "contract | ?payment", "contract | payment" },
  { SC_RULE_NO_DURATION, "......", "contract | @payment", "contract | payment" },
  { SC_RULE_REPEATED_STEP, "......", "presentation | =presentation proposal | payment", "presentation proposal | payment" },
  { SC_RULE_REPEATED_STEP, "......", "presentation | proposal | presentation contract | payment",
    "presentation | proposal | contract | payment" },
  { SC_RULE_OUT_OF_ORDER, "......", "presentation | contract | proposal | payment",
    "presentation | proposal | contract | payment" },
  { SC_RULE_MARK_BEFORE_PAYMENT, "......", "*contract | payment", "contract | payment" },
  { SC_RULE_REFUSAL_NOWHERE, "......", "presentation | 0proposal | payment", "presentation | proposal | payment" },
  { SC_RULE_UNNAMED_STAGE, "......", "contract | ~payment", "contract | payment" },
  { SC_RULE_SAME_NAME, "......", "contract | =payment", "contract | payment" },
};

static const ScFinding *
find (GPtrArray *findings,
      ScRule     rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (((ScFinding *) findings->pdata[i])->rule == rule)
      return findings->pdata[i];

  return NULL;
}

static void
test_cases (void)
{
  gboolean is_fixed[SC_N_RULES] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScVersion) before = written_version_new (cases[i].aspects, cases[i].before);
      g_autoptr (GPtrArray) findings = sc_lint (before);
      const ScFinding *finding = find (findings, cases[i].rule);
      g_autoptr (ScFix) fix = NULL;
      g_autoptr (ScVersion) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s: %s", sc_rule_get_id (cases[i].rule), cases[i].before);
      g_assert_nonnull (finding);
      fix = sc_finding_get_first_fix (finding, before);
      g_assert_nonnull (fix);
      g_test_message ("  %s", fix->label);
      after = sc_version_edit (before, fix->edits, &error);
      g_assert_no_error (error);
      text = written_version_to_text (after);
      g_assert_cmpstr (text, ==, cases[i].after);
      is_fixed[cases[i].rule] = TRUE;
    }

  for (guint rule = 0; rule < SC_N_RULES; rule++)
    g_assert_true (is_fixed[rule]);
}

static ScVersion *
take_first_fix (const ScVersion *version,
                ScRule           rule)
{
  g_autoptr (GPtrArray) findings = sc_lint (version);
  g_autoptr (ScFix) fix = sc_finding_get_first_fix (find (findings, rule), version);

  return sc_version_edit (version, fix->edits, NULL);
}

/* Whoever is asked to see to onboarding was not there: the role is made, and
 * who was responsible so far takes part. */
static void
test_handed_over (void)
{
  g_autoptr (ScVersion) version = written_version_new ("....pa", "^contract | ^onboarding | ^payment");
  g_autoptr (ScVersion) fixed = NULL;
  const ScStage *stage;
  const char *before = sc_version_get_stage (version, 1)->responsible;
  const ScRole *role;

  for (guint i = version->roles->len; i > 0; i--)
    if (sc_version_get_role (version, i - 1)->function == SC_FUNCTION_SALES)
      g_ptr_array_remove_index (version->roles, i - 1);

  fixed = take_first_fix (version, SC_RULE_ONBOARDING_OWNER);
  stage = sc_version_get_stage (fixed, 1);
  role = sc_version_find_role (fixed, stage->responsible, NULL);

  g_assert_cmpint (role->function, ==, SC_FUNCTION_SALES);
  g_assert_true (sc_stage_has_participant (stage, before));
  g_assert_cmpuint (fixed->roles->len, ==, version->roles->len + 1);
}

static void
test_merged (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......",
                                                       "outreach | qualification | presentation | proposal | contract | payment");
  g_autoptr (ScVersion) fixed = take_first_fix (version, SC_RULE_MERGEABLE);
  const ScStage *merged = sc_version_get_stage (fixed, 2);

  g_assert_cmpstr (merged->id, ==, sc_version_get_stage (version, 2)->id);
  g_assert_cmpstr (merged->name, ==, "Presentation and proposal");
  g_assert_cmpstr (merged->goal, ==, "Show the client how their own task is solved. "
                   "Give the client an offer that can be decided on");
  g_assert_cmpuint (merged->duration.value, ==, 5);
  g_assert_cmpfloat (merged->probability, ==, 0.4);
  g_assert_cmpuint (merged->criteria->len, ==, 4);
}

static void
test_mark_follows (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "*presentation | proposal | contract | 3payment | other");
  g_autoptr (ScVersion) fixed = take_first_fix (version, SC_RULE_MARK_BEFORE_PAYMENT);

  g_assert_null (fixed->mark);
  g_assert_cmpint (sc_version_get_mark_position (fixed), ==, 3);
}

/* That a stage sends its deals elsewhere from then on is seen by no other stage. */
static void
test_mark_that_others_need (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "*contract | payment | 2delivery");
  g_autoptr (GPtrArray) findings = sc_lint (version);
  g_autoptr (ScFix) fix = sc_finding_get_first_fix (find (findings, SC_RULE_MARK_BEFORE_PAYMENT), version);

  g_assert_null (fix);
}

/* Back to needs discovery where that stands in front on the same side of the client
 * mark, else lost. */
static void
test_refusal (void)
{
  static const struct {
    const char *text;
    guint stage;
    int back_to;
  } refusals[] = {
    { "needs-discovery | presentation | 0proposal | payment", 2, 0 },
    { "needs-discovery | qualification needs-discovery | 4proposal | payment", 2, 1 },
    { "needs-discovery | presentation | payment | 0delivery", 3, -1 },
    { "payment | needs-discovery | 1delivery", 2, 1 },
    { "presentation | 0proposal | needs-discovery | payment", 1, -1 },
    { "0needs-discovery | payment", 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (ScVersion) version = written_version_new ("......", refusals[i].text);
      g_autoptr (ScVersion) fixed = take_first_fix (version, SC_RULE_REFUSAL_NOWHERE);
      const ScRefusal *refusal = &sc_version_get_stage (fixed, refusals[i].stage)->refusal;

      g_test_message ("%s", refusals[i].text);
      g_assert_cmpint (refusal->kind, ==, refusals[i].back_to < 0 ? SC_REFUSAL_LOST : SC_REFUSAL_BACK);
      g_assert_cmpstr (refusal->stage_id, ==,
                       refusals[i].back_to < 0 ? NULL : sc_version_get_stage (fixed, (guint) refusals[i].back_to)->id);
    }
}

/* Too few stages are no fault that one mends by inventing some: kinds worth
 * adding are offered, but nothing adds them by itself. */
static void
test_too_few (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "contract | payment");
  g_autoptr (GPtrArray) findings = sc_lint (version);
  const ScFinding *finding = find (findings, SC_RULE_NOT_OPTIMAL_LENGTH);
  g_autoptr (GPtrArray) fixes = sc_finding_get_fixes (finding, version);
  g_autoptr (ScFix) first = sc_finding_get_first_fix (finding, version);
  g_autoptr (GPtrArray) taken = sc_fix_all (version, SC_FIX_EVERYTHING, NULL);

  g_assert_null (first);
  g_assert_cmpuint (taken->len, ==, 0);
  g_assert_cmpuint (fixes->len, >, 0);
  for (guint i = 0; i < fixes->len; i++)
    g_assert_true (((ScFix *) fixes->pdata[i])->is_offer);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method/first-fixes/cases", test_cases);
  g_test_add_func ("/method/first-fixes/handed-over", test_handed_over);
  g_test_add_func ("/method/first-fixes/merged", test_merged);
  g_test_add_func ("/method/first-fixes/mark-follows", test_mark_follows);
  g_test_add_func ("/method/first-fixes/mark-that-others-need", test_mark_that_others_need);
  g_test_add_func ("/method/first-fixes/refusal", test_refusal);
  g_test_add_func ("/method/first-fixes/too-few", test_too_few);

  return g_test_run ();
}
