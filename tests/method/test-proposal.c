/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is answered, the proposal is a process that nothing is wrong with. */

#include "method/sc-lint.h"
#include "method/sc-proposal.h"

/* The answers of case @n of the 64. */
static ScAspects
make_aspects (guint n)
{
  ScAspects aspects;

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    aspects.value[i] = (guint8) (1 + ((n >> i) & 1));

  return aspects;
}

static void
assert_no_finding (const ScVersion *version)
{
  g_autoptr (GPtrArray) findings = sc_lint (version);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *message = sc_finding_get_message (findings->pdata[i]);

      g_test_message ("%s", message);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
assert_complete (const ScVersion *version,
                 const ScStage   *stage)
{
  g_assert_cmpstr (stage->name, !=, "");
  g_assert_cmpstr (stage->goal, !=, "");
  g_assert_cmpstr (stage->entry, !=, "");
  g_assert_nonnull (stage->actions[0]);
  g_assert_cmpuint (stage->criteria->len, >, 0);
  g_assert_cmpuint (stage->duration.value, >, 0);
  g_assert_nonnull (sc_version_find_role (version, stage->responsible, NULL));
  for (guint i = 0; stage->participants[i] != NULL; i++)
    g_assert_nonnull (sc_version_find_role (version, stage->participants[i], NULL));
}

/* From presentation, trial and proposal back to needs discovery, where there is one;
 * parked from the first contact with a company; else lost. */
static void
assert_refusal (const ScVersion *version,
                const ScStage   *stage)
{
  const ScKindSet shown = SC_KIND_BIT (SC_KIND_PRESENTATION) | SC_KIND_BIT (SC_KIND_TRIAL) |
                          SC_KIND_BIT (SC_KIND_PROPOSAL);
  const ScStage *second = sc_version_get_stage (version, 1);

  if (stage->kinds & shown && version->aspects.value[SC_ASPECT_SELLING] == SC_SELLING_CONSULTATIVE)
    {
      g_assert_cmpint (stage->refusal.kind, ==, SC_REFUSAL_BACK);
      g_assert_cmpint (second->kinds, ==, SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY));
      g_assert_cmpstr (stage->refusal.stage_id, ==, second->id);
      g_assert_cmpuint (stage->refusal.after.value, ==, 0);
      return;
    }

  g_assert_null (stage->refusal.stage_id);
  if (sc_kind_set_has (stage->kinds, SC_KIND_OUTREACH) && version->aspects.value[SC_ASPECT_MARKET] == SC_MARKET_B2B)
    {
      g_assert_cmpint (stage->refusal.kind, ==, SC_REFUSAL_PARK);
      g_assert_cmpuint (stage->refusal.after.value, ==, 60);
      g_assert_cmpint (stage->refusal.after.unit, ==, SC_UNIT_WORKING_DAYS);
    }
  else
    {
      g_assert_cmpint (stage->refusal.kind, ==, SC_REFUSAL_LOST);
      g_assert_cmpuint (stage->refusal.after.value, ==, 0);
    }
}

static void
test_every_answer (void)
{
  for (guint n = 0; n < 64; n++)
    for (guint language = 0; language < SC_N_LANGUAGES; language++)
      {
        ScAspects aspects = make_aspects (n);
        g_autoptr (ScVersion) version = sc_proposal_new (&aspects, language);
        double before = 0;

        g_test_message ("case %u, language %u", n, language);
        g_assert_cmpuint (version->stages->len, >=, 5);
        g_assert_cmpuint (version->stages->len, <=, 7);
        assert_no_finding (version);

        for (guint i = 0; i < version->stages->len; i++)
          {
            const ScStage *stage = sc_version_get_stage (version, i);
            g_autofree char *reason = sc_proposal_explain (stage->kinds, &aspects);

            assert_complete (version, stage);
            assert_refusal (version, stage);
            g_assert_cmpfloat (stage->probability, >, before);
            before = stage->probability;
            g_assert_cmpstr (reason, !=, "");
          }
      }
}

static void
test_longest (void)
{
  const ScAspects aspects = { { SC_SELLING_CONSULTATIVE, SC_NOVELTY_INNOVATIVE, SC_DEMAND_UNFORMED, SC_MARKET_B2B,
                                SC_OFFER_PRODUCT, SC_PAYMENT_AFTER_ONBOARDING } };
  g_autoptr (ScVersion) version = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  ScDuration cycle = sc_version_get_cycle_time (version);

  g_assert_cmpuint (version->stages->len, ==, 7);
  g_assert_cmpuint (cycle.value, ==, 55);
  g_assert_cmpint (cycle.unit, ==, SC_UNIT_WORKING_DAYS);
}

static void
test_partial_answers (void)
{
  ScAspects aspects = { { 0 } };
  g_autoptr (ScVersion) nothing = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  g_autoptr (ScVersion) advised = NULL;

  g_assert_cmpuint (nothing->stages->len, ==, 1);
  g_assert_cmpuint (sc_version_get_stage (nothing, 0)->kinds, ==, SC_KIND_BIT (SC_KIND_PAYMENT));

  aspects.value[SC_ASPECT_SELLING] = SC_SELLING_CONSULTATIVE;
  advised = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  g_assert_cmpuint (advised->stages->len, ==, 2);
  g_assert_cmpuint (sc_version_get_stage (advised, 0)->kinds, ==, SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY));
  g_assert_nonnull (sc_proposal_get_quote (SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY), &aspects));
  g_assert_null (sc_proposal_get_quote (SC_KIND_BIT (SC_KIND_PRESENTATION), &aspects));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method/proposal/every-answer", test_every_answer);
  g_test_add_func ("/method/proposal/longest", test_longest);
  g_test_add_func ("/method/proposal/partial-answers", test_partial_answers);

  return g_test_run ();
}
