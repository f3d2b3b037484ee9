/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every rule has a process that shows it, and one that just does not. */

#include "method/sc-lint.h"
#include "written-version.h"

/* What is fine whatever is answered, in short. */
#define END "contract | payment"

static const struct {
  ScRule rule;
  const char *aspects;
  const char *shows;
  const char *just_not;
} cases[] = {
  { SC_RULE_NEEDS_DISCOVERY_MISSING, "c.....", "presentation | " END, "presentation needs-discovery | " END },
  { SC_RULE_NEEDS_DISCOVERY_MISSING, "c.....", "presentation", "needs-discovery" },
  { SC_RULE_DISCOVERY_TOO_LATE, "c.....", "contract | needs-discovery | payment", "contract needs-discovery | payment" },
  { SC_RULE_DISCOVERY_TOO_LATE, "c.....", "payment | needs-discovery | contract",
    "needs-discovery | payment | needs-discovery" },
  { SC_RULE_TRIAL_MISSING, ".i....", "presentation | " END, "trial | " END },
  { SC_RULE_TRIAL_AFTER_PAYMENT, ".i....", "payment | trial", "payment trial | other" },
  { SC_RULE_TRIAL_AFTER_PAYMENT, ".i....", "payment | trial | payment", "contract | trial | payment" },
  { SC_RULE_REQUEST_NOT_FIRST, "..f...", "qualification | inbound-request | " END,
    "qualification inbound-request | " END },
  { SC_RULE_REQUEST_NOT_FIRST, "..f...", "qualification | " END, "other | account-growth | inbound-request | " END },
  { SC_RULE_SEARCH_MISSING, "..u...", "outreach | " END, "outreach prospecting | " END },
  { SC_RULE_SEARCH_MISSING, "..u...", "prospecting | " END, "outreach | payment | prospecting" },
  { SC_RULE_SEARCH_NEEDLESS, "..f...", "inbound-request prospecting | " END, "inbound-request outreach | " END },
  { SC_RULE_PAYMENT_MISSING, "......", "contract", "contract payment" },
  { SC_RULE_ONBOARDING_MISSING, "....p.", "contract | payment", "contract onboarding | payment" },
  { SC_RULE_ONBOARDING_MISSING, "....p.", "onboarding | contract | payment", "contract | onboarding | contract | payment" },
  { SC_RULE_ONBOARDING_MISSING, "....p.", "payment", "onboarding | payment" },
  { SC_RULE_ONBOARDING_OWNER, "....pa", "contract | ^onboarding | payment", "contract | onboarding | payment" },
  { SC_RULE_ONBOARDING_OWNER, "....pa", "contract | ^onboarding | payment", "contract | ?onboarding | payment" },
  { SC_RULE_DELIVERY_MISSING, "....s.", END, END " | other delivery" },
  { SC_RULE_DELIVERY_WITHOUT_REP, "....s.", END " | ^delivery", END " | delivery" },
  { SC_RULE_TOO_MANY_STAGES, "......",
    "other | other | other | other | other | other | other | other | other | other | payment",
    "other | other | other | other | other | other | other | other | other | payment" },
  { SC_RULE_NOT_OPTIMAL_LENGTH, "......", "other | other | other | payment", "other | other | other | other | payment" },
  { SC_RULE_NOT_OPTIMAL_LENGTH, "......", "other | other | other | other | other | other | other | payment",
    "other | other | other | other | other | other | payment" },
  { SC_RULE_MERGEABLE, "......", "other | other | other | negotiation | contract | payment",
    "other | other | negotiation | contract | payment" },
  { SC_RULE_MERGEABLE, "......", "other | other | other | negotiation | contract | payment",
    "other | other | other | ^negotiation | contract | payment" },
  { SC_RULE_MERGEABLE, "......", "other | other | other | negotiation | contract | payment",
    "other | other | other | *negotiation | contract | payment" },
  { SC_RULE_MERGEABLE, "t.....", "qualification | needs-discovery | other | other | other | payment",
    "qualification | needs-discovery payment | other | other | other | other" },
  { SC_RULE_PAYMENT_BEFORE_ONBOARDING, "....pa", "contract | payment | onboarding", "contract | payment onboarding" },
  { SC_RULE_PAYMENT_BEFORE_ONBOARDING, "....pa", "contract | payment | onboarding",
    "contract | payment | onboarding | payment" },
  { SC_RULE_NO_GOAL, "......", "-payment", "payment" },
  { SC_RULE_NO_EXIT_CRITERION, "......", "!payment", "payment" },
  { SC_RULE_NO_RESPONSIBLE, "......", "?payment", "payment" },
  { SC_RULE_NO_DURATION, "......", "@payment", "payment" },
  { SC_RULE_REPEATED_STEP, "......", "presentation | proposal | presentation | payment",
    "negotiation | payment | negotiation | payment | other | other | account-growth | account-growth" },
  { SC_RULE_OUT_OF_ORDER, "......", "contract | proposal | payment", "proposal contract | payment" },
  { SC_RULE_OUT_OF_ORDER, "......", "contract | other | proposal | payment", "proposal | other | contract | payment" },
  { SC_RULE_OUT_OF_ORDER, "......", "payment | contract", "payment | contract | payment" },
  { SC_RULE_OUT_OF_ORDER, "......", "qualification | inbound-request | payment", "inbound-request | qualification | payment" },
  { SC_RULE_OUT_OF_ORDER, "......", "payment | trial", "contract | trial | payment" },
  { SC_RULE_OUT_OF_ORDER, "......", "trial | qualification | payment", "trial | needs-discovery | payment" },
  { SC_RULE_OUT_OF_ORDER, "....pb", "contract | onboarding | payment", "contract | payment | onboarding" },
  { SC_RULE_OUT_OF_ORDER, "..f...", "inbound-request | proposal | presentation | payment",
    "proposal | inbound-request | payment" },
  { SC_RULE_MARK_BEFORE_PAYMENT, "......", "*contract | payment", "contract | *payment" },
  { SC_RULE_MARK_BEFORE_PAYMENT, "......", "*contract | payment", "contract | payment" },
  { SC_RULE_MARK_BEFORE_PAYMENT, "......", "*contract | payment | payment", "contract | *payment | payment" },
  { SC_RULE_MARK_BEFORE_PAYMENT, "......", "*other | contract payment", "*other | contract" },
  { SC_RULE_REFUSAL_NOWHERE, "......", "0proposal | payment", "proposal | payment" },
  { SC_RULE_REFUSAL_NOWHERE, "......", "presentation | 2proposal | payment", "presentation | 1proposal | payment" },
  { SC_RULE_REFUSAL_NOWHERE, "......", "3presentation | other | proposal | payment",
    "presentation | other | 1proposal | payment" },
  { SC_RULE_REFUSAL_NOWHERE, "......", "contract | payment | 1delivery", "contract | payment | delivery | 3account-growth" },
  { SC_RULE_REFUSAL_NOWHERE, "......", "contract | payment | 2delivery", "contract | 1payment | delivery" },
  { SC_RULE_REFUSAL_NOWHERE, "......", "*contract | 1payment", "contract | 1*payment" },
  { SC_RULE_UNNAMED_STAGE, "......", "~payment", "payment" },
  { SC_RULE_SAME_NAME, "......", "contract | =payment", "contract | payment" },
  { SC_RULE_SAME_NAME, "......", "contract | =payment", "~contract | ~payment" },
};

static guint
count (const ScVersion *version,
       ScRule           rule)
{
  g_autoptr (GPtrArray) findings = sc_lint (version);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const ScFinding *finding = findings->pdata[i];
      g_autofree char *message = sc_finding_get_message (finding);
      g_autofree char *explanation = sc_finding_get_explanation (finding);

      g_assert_cmpstr (message, !=, "");
      g_assert_cmpstr (explanation, !=, "");
      if (finding->rule == rule)
        n++;
    }

  return n;
}

static void
test_cases (void)
{
  gboolean is_shown[SC_N_RULES] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScVersion) shows = written_version_new (cases[i].aspects, cases[i].shows);
      g_autoptr (ScVersion) just_not = written_version_new (cases[i].aspects, cases[i].just_not);

      g_test_message ("%s: %s; not: %s", sc_rule_get_id (cases[i].rule), cases[i].shows, cases[i].just_not);
      g_assert_cmpuint (count (shows, cases[i].rule), >, 0);
      g_assert_cmpuint (count (just_not, cases[i].rule), ==, 0);
      is_shown[cases[i].rule] = TRUE;
    }

  for (guint rule = 0; rule < SC_N_RULES; rule++)
    g_assert_true (is_shown[rule]);
}

/* What was not answered is not held against anybody. */
static void
test_unset_answers (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "qualification | presentation | proposal | contract | payment");
  g_autoptr (GPtrArray) findings = sc_lint (version);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* Only a product has terms of payment. */
static void
test_service_ignores_terms (void)
{
  g_autoptr (ScVersion) version = written_version_new ("....sa", "contract | payment | ^onboarding");

  g_assert_cmpuint (count (version, SC_RULE_ONBOARDING_OWNER), ==, 0);
  g_assert_cmpuint (count (version, SC_RULE_PAYMENT_BEFORE_ONBOARDING), ==, 0);
}

static void
test_no_stages (void)
{
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (GPtrArray) findings = sc_lint (version);

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpint (((ScFinding *) findings->pdata[0])->rule, ==, SC_RULE_PAYMENT_MISSING);
  g_assert_cmpint (((ScFinding *) findings->pdata[1])->rule, ==, SC_RULE_NOT_OPTIMAL_LENGTH);
}

/* Errors, then warnings, then hints; then as in the table; then by stage. */
static void
test_order (void)
{
  g_autoptr (ScVersion) version = written_version_new ("c.f...", "-@contract | ~!prospecting | -payment | presentation");
  g_autoptr (GPtrArray) findings = sc_lint (version);

  for (guint i = 1; i < findings->len; i++)
    {
      const ScFinding *a = findings->pdata[i - 1];
      const ScFinding *b = findings->pdata[i];
      ScSeverity severity_a = sc_rule_get_severity (a->rule);
      ScSeverity severity_b = sc_rule_get_severity (b->rule);

      g_assert_cmpint (severity_a, <=, severity_b);
      if (severity_a == severity_b)
        g_assert_cmpint (a->rule, <=, b->rule);
      if (a->rule == b->rule)
        g_assert_cmpuint (a->position, <, b->position);
    }
}

static void
test_repeats_in_a_row (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "trial | presentation | trial | proposal | trial | payment");
  g_autoptr (GPtrArray) findings = sc_lint (version);
  const ScFinding *first = findings->pdata[0];

  g_assert_cmpuint (count (version, SC_RULE_REPEATED_STEP), ==, 2);
  g_assert_cmpint (first->rule, ==, SC_RULE_REPEATED_STEP);
  g_assert_true (first->stages->pdata[0] == sc_version_get_stage (version, 0));
  g_assert_true (first->stages->pdata[1] == sc_version_get_stage (version, 2));
}

/* Of two stages that name each other, each is found fault with by itself: whoever sends
 * a deal is named first. */
static void
test_refusals (void)
{
  g_autoptr (ScVersion) version = written_version_new ("......", "2presentation | 0proposal | contract | payment | 1delivery");
  g_autoptr (GPtrArray) findings = sc_lint (version);
  const guint from[] = { 0, 1, 4 };
  const int to[] = { 1, -1, 0 };
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const ScFinding *finding = findings->pdata[i];

      if (finding->rule != SC_RULE_REFUSAL_NOWHERE)
        continue;
      g_assert_cmpuint (n, <, G_N_ELEMENTS (from));
      g_assert_true (finding->stages->pdata[0] == sc_version_get_stage (version, from[n]));
      g_assert_cmpuint (finding->position, ==, from[n]);
      g_assert_cmpuint (finding->stages->len, ==, to[n] < 0 ? 1 : 2);
      if (to[n] >= 0)
        g_assert_true (finding->stages->pdata[1] == sc_version_get_stage (version, (guint) to[n]));
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (from));
}

/* A rule of ours never claims the text's authority. */
static void
test_sources (void)
{
  for (guint rule = 0; rule < SC_N_RULES; rule++)
    {
      gboolean is_of_text = sc_rule_get_source (rule) == SC_SOURCE_TEXT;

      g_assert_cmpint (sc_rule_get_quote (rule) != NULL, ==, is_of_text);
      g_assert_cmpstr (sc_source_get_id (sc_rule_get_source (rule)), ==, is_of_text ? "T" : "O");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method/rules/cases", test_cases);
  g_test_add_func ("/method/rules/unset-answers", test_unset_answers);
  g_test_add_func ("/method/rules/service-ignores-terms", test_service_ignores_terms);
  g_test_add_func ("/method/rules/no-stages", test_no_stages);
  g_test_add_func ("/method/rules/order", test_order);
  g_test_add_func ("/method/rules/repeats-in-a-row", test_repeats_in_a_row);
  g_test_add_func ("/method/rules/refusals", test_refusals);
  g_test_add_func ("/method/rules/sources", test_sources);

  return g_test_run ();
}
