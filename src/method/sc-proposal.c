/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The process that the answers to the questions lead to. Each answer decides
 * some of the stages, so a proposal is there from the first answer on. */

#include "method/sc-proposal.h"

#include "method/sc-rule.h"
#include "method/sc-usual.h"

#include <glib/gi18n-lib.h>

#define BIT SC_KIND_BIT

static void
add_stage (ScVersion *version,
           ScKindSet  kinds)
{
  g_autoptr (GPtrArray) new_roles = g_ptr_array_new ();
  ScStage *stage = sc_usual_stage (version, kinds, new_roles);

  for (guint i = 0; i < new_roles->len; i++)
    g_ptr_array_add (version->roles, new_roles->pdata[i]);
  g_ptr_array_add (version->stages, stage);
}

static void
add_opening (ScVersion *version)
{
  if (version->aspects.value[SC_ASPECT_DEMAND] == SC_DEMAND_FORMED)
    add_stage (version, BIT (SC_KIND_INBOUND_REQUEST) | BIT (SC_KIND_QUALIFICATION));
  else if (version->aspects.value[SC_ASPECT_DEMAND] == SC_DEMAND_UNFORMED)
    add_stage (version, BIT (SC_KIND_PROSPECTING) | BIT (SC_KIND_OUTREACH));

  if (version->aspects.value[SC_ASPECT_SELLING] == SC_SELLING_CONSULTATIVE)
    add_stage (version, BIT (SC_KIND_NEEDS_DISCOVERY));
}

static void
add_middle (ScVersion *version)
{
  if (version->aspects.value[SC_ASPECT_NOVELTY] == SC_NOVELTY_ESTABLISHED)
    {
      add_stage (version, BIT (SC_KIND_PRESENTATION) | BIT (SC_KIND_PROPOSAL));
      add_stage (version, BIT (SC_KIND_CONTRACT));
    }
  else if (version->aspects.value[SC_ASPECT_NOVELTY] == SC_NOVELTY_INNOVATIVE)
    {
      add_stage (version, BIT (SC_KIND_PRESENTATION));
      add_stage (version, BIT (SC_KIND_TRIAL));
      add_stage (version, BIT (SC_KIND_PROPOSAL) | BIT (SC_KIND_NEGOTIATION) | BIT (SC_KIND_CONTRACT));
    }
}

static void
add_end (ScVersion *version)
{
  gboolean paid_after = sc_aspects_is_paid_after_onboarding (&version->aspects);

  if (paid_after)
    add_stage (version, BIT (SC_KIND_ONBOARDING));

  add_stage (version, BIT (SC_KIND_PAYMENT));

  if (version->aspects.value[SC_ASPECT_OFFER] == SC_OFFER_SERVICE)
    add_stage (version, BIT (SC_KIND_DELIVERY));
  else if (version->aspects.value[SC_ASPECT_OFFER] == SC_OFFER_PRODUCT && !paid_after)
    add_stage (version, BIT (SC_KIND_ONBOARDING));
}

/**
 * sc_proposal_new_by:
 * @calendar: the working calendar of the database that it is for
 * @aspects: the answers so far; those that are unset decide no stage yet
 * @language: the language that the process is to be written in
 *
 * Returns: (transfer full): a draft with a complete stage for each step that
 *   the answers call for
 */
ScVersion *
sc_proposal_new_by (const ScCalendar *calendar,
                    const ScAspects  *aspects,
                    ScLanguage        language)
{
  ScVersion *version = sc_version_new (language);

  sc_version_set_calendar (version, calendar);
  version->aspects = *aspects;
  add_opening (version);
  add_middle (version);
  add_end (version);
  for (guint i = 0; i < version->stages->len; i++)
    sc_usual_set_refusal (sc_version_get_stage (version, i), version, i);

  return version;
}

/**
 * sc_proposal_new:
 * @aspects: the answers so far; those that are unset decide no stage yet
 * @language: the language that the process is to be written in
 *
 * Returns: (transfer full): as sc_proposal_new_by() makes it by the standard calendar
 */
ScVersion *
sc_proposal_new (const ScAspects *aspects,
                 ScLanguage       language)
{
  return sc_proposal_new_by (sc_calendar_get_standard (), aspects, language);
}

/* Why the proposal has a stage, by the first of its kinds that says so; the
 * rule is the one that asks for it, where there is one. */
#define NO_RULE (-1)

static const struct {
  ScKind kind;
  ScAspect aspect;
  guint value;
  const char *reason;
  int rule;
} reasons[] = {
  { SC_KIND_INBOUND_REQUEST, SC_ASPECT_DEMAND, SC_DEMAND_FORMED,
    N_("Requests come in by themselves, so the cycle starts with one, and it is soon clear whether it fits."),
    SC_RULE_REQUEST_NOT_FIRST },
  { SC_KIND_PROSPECTING, SC_ASPECT_DEMAND, SC_DEMAND_UNFORMED,
    N_("Nobody asks by themselves, so the process begins with finding a client and getting in touch."),
    SC_RULE_SEARCH_MISSING },
  { SC_KIND_NEEDS_DISCOVERY, SC_ASPECT_SELLING, SC_SELLING_CONSULTATIVE,
    N_("You advise before you sell, so you find out first what the client needs."),
    SC_RULE_NEEDS_DISCOVERY_MISSING },
  { SC_KIND_TRIAL, SC_ASPECT_NOVELTY, SC_NOVELTY_INNOVATIVE,
    N_("The product is new, so clients make sure of it free of charge before they pay."),
    SC_RULE_TRIAL_MISSING },
  { SC_KIND_PRESENTATION, SC_ASPECT_NOVELTY, SC_NOVELTY_ESTABLISHED,
    N_("Clients know this kind of product, so showing it and making an offer are one stage."), NO_RULE },
  { SC_KIND_PRESENTATION, SC_ASPECT_NOVELTY, SC_NOVELTY_INNOVATIVE,
    N_("The product is new, so it is shown on the client’s own task before it is tried."), NO_RULE },
  { SC_KIND_CONTRACT, SC_ASPECT_NOVELTY, SC_NOVELTY_INNOVATIVE,
    N_("After a trial that went well, offer, terms and contract are settled in one go."), NO_RULE },
  { SC_KIND_CONTRACT, SC_ASPECT_MARKET, SC_MARKET_B2C,
    N_("The order is accepted and the invoice goes out."), NO_RULE },
  { SC_KIND_CONTRACT, SC_ASPECT_MARKET, SC_ASPECT_UNSET,
    N_("What was agreed is put in writing and the invoice goes out."), NO_RULE },
  { SC_KIND_PAYMENT, SC_ASPECT_PAYMENT_TERMS, SC_ASPECT_UNSET,
    N_("Every sale ends with money, so somebody has to see that it comes in."),
    SC_RULE_PAYMENT_MISSING },
  { SC_KIND_ONBOARDING, SC_ASPECT_PAYMENT_TERMS, SC_PAYMENT_AFTER_ONBOARDING,
    N_("The client uses the product alone and pays after it works, so the sales rep sees to the onboarding."),
    SC_RULE_ONBOARDING_MISSING },
  { SC_KIND_ONBOARDING, SC_ASPECT_OFFER, SC_OFFER_PRODUCT,
    N_("The client uses the product alone, so they are helped to begin with it."),
    SC_RULE_ONBOARDING_MISSING },
  { SC_KIND_DELIVERY, SC_ASPECT_OFFER, SC_OFFER_SERVICE,
    N_("You do the work yourselves, so the process goes on after payment, with the sales rep taking part."),
    SC_RULE_DELIVERY_MISSING },
};

static int
find_reason (ScKindSet        kinds,
             const ScAspects *aspects)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (sc_kind_set_has (kinds, reasons[i].kind) &&
        (reasons[i].value == SC_ASPECT_UNSET || aspects->value[reasons[i].aspect] == reasons[i].value))
      return (int) i;

  return -1;
}

/**
 * sc_proposal_explain:
 * @kinds: what a stage of a proposal covers
 * @aspects: the answers that it was made from
 *
 * Returns: (transfer full): a sentence in the user's language that says why
 *   the stage is there
 */
char *
sc_proposal_explain (ScKindSet        kinds,
                     const ScAspects *aspects)
{
  int reason = find_reason (kinds, aspects);

  return g_strdup (reason >= 0 ? _(reasons[reason].reason) : _("Such a step is often useful; it is up to you."));
}

/**
 * sc_proposal_get_quote:
 * @kinds: what a stage of a proposal covers
 * @aspects: the answers that it was made from
 *
 * Returns: (nullable): the sentence of the method's text that calls for the
 *   stage, in the user's language; %NULL where the stage is our own advice
 */
const char *
sc_proposal_get_quote (ScKindSet        kinds,
                       const ScAspects *aspects)
{
  int reason = find_reason (kinds, aspects);

  return reason >= 0 && reasons[reason].rule != NO_RULE ? sc_rule_get_quote (reasons[reason].rule) : NULL;
}
