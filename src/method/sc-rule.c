/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules' table: who says so, how grave it is, and why. A quote is a
 * sentence of the method's text; the text is Russian, and in English stands
 * in our translation. */

#include "method/sc-rule.h"

#include <glib/gi18n-lib.h>

#define QUOTE_DISCOVERY \
        N_("Accordingly, where selling is consultative, the sales process always has a stage of needs discovery.")
#define QUOTE_ADVISE \
        N_("Consultative selling means that to sell, one must first advise the client.")
#define QUOTE_TRIAL \
        N_("So if the product is innovative, the sales process must have a trial period or a stage of free use.")
#define QUOTE_STEPS \
        N_("An innovative product makes the sale go in steps: “a free version of the product, then the paid product”.")
#define QUOTE_REQUEST \
        N_("Where demand is formed, the sales cycle starts with an incoming request.")
#define QUOTE_SEARCH \
        N_("Where demand is not formed, one has to look for a client, and so the sales process has a stage of search and of contact with the client on our initiative.")
#define QUOTE_SAVED \
        N_("Formed demand saves the sales rep one step, and a very hard one: the search for a client.")
#define QUOTE_PAYMENT \
        N_("Any sales process must without fail have a stage of payment tracking.")
#define QUOTE_ONBOARDING \
        N_("With a product, after the contract is signed the client must be onboarded, and it makes sense to make the sales rep responsible for that if payment may take place after successful onboarding.")
#define QUOTE_DELIVERY \
        N_("With a service, the sales rep often has to take part in delivering the service or the project.")
#define QUOTE_TOO_MANY \
        N_("A common mistake in designing a sales process is to split it into more than ten stages.")
#define QUOTE_BEST \
        N_("The best number of stages of a sales process is 5–7.")
#define QUOTE_MERGE \
        N_("If two stages can be merged into one, this should be done, if only so that the sales rep can take the scheme in.")

static const struct {
  const char *id;
  ScSource source;
  ScSeverity severity;
  const char *reason;
  const char *quote;
} rules[SC_N_RULES] = {
  [SC_RULE_NEEDS_DISCOVERY_MISSING] = {
    "needs-discovery-missing", SC_SOURCE_TEXT, SC_SEVERITY_ERROR,
    N_("Whoever advises without knowing the need sells at random."), QUOTE_DISCOVERY
  },
  [SC_RULE_DISCOVERY_TOO_LATE] = {
    "discovery-too-late", SC_SOURCE_TEXT, SC_SEVERITY_ERROR,
    N_("What the client needs has to be known before they sign or pay, or the advice comes too late."), QUOTE_ADVISE
  },
  [SC_RULE_TRIAL_MISSING] = {
    "trial-missing", SC_SOURCE_TEXT, SC_SEVERITY_ERROR,
    N_("Every innovative product meets with an understandable share of distrust; clients have to make sure of it free of charge."),
    QUOTE_TRIAL
  },
  [SC_RULE_TRIAL_AFTER_PAYMENT] = {
    "trial-after-payment", SC_SOURCE_TEXT, SC_SEVERITY_ERROR,
    N_("A trial that comes after the payment no longer takes away the distrust that keeps clients from paying."), QUOTE_STEPS
  },
  [SC_RULE_REQUEST_NOT_FIRST] = {
    "request-not-first", SC_SOURCE_TEXT, SC_SEVERITY_ERROR,
    N_("The cycle’s length is counted from the request, and whatever stands in front of it is lost time."), QUOTE_REQUEST
  },
  [SC_RULE_SEARCH_MISSING] = {
    "search-missing", SC_SOURCE_TEXT, SC_SEVERITY_ERROR,
    N_("If nobody looks for clients and gets in touch with them, the process has nothing to work on."), QUOTE_SEARCH
  },
  [SC_RULE_SEARCH_NEEDLESS] = {
    "search-needless", SC_SOURCE_TEXT, SC_SEVERITY_WARNING,
    N_("Time that goes into a search is taken from clients who have asked already."), QUOTE_SAVED
  },
  [SC_RULE_PAYMENT_MISSING] = {
    "payment-missing", SC_SOURCE_TEXT, SC_SEVERITY_ERROR,
    N_("A sale is done when the money is in, and somebody has to see to it."), QUOTE_PAYMENT
  },
  [SC_RULE_ONBOARDING_MISSING] = {
    "onboarding-missing", SC_SOURCE_TEXT, SC_SEVERITY_ERROR,
    N_("A client who was not helped to begin with the product does not stay."), QUOTE_ONBOARDING
  },
  [SC_RULE_ONBOARDING_OWNER] = {
    "onboarding-owner", SC_SOURCE_TEXT, SC_SEVERITY_WARNING,
    N_("Where the money comes only after successful onboarding, it is still part of the sale."), QUOTE_ONBOARDING
  },
  [SC_RULE_DELIVERY_MISSING] = {
    "delivery-missing", SC_SOURCE_TEXT, SC_SEVERITY_WARNING,
    N_("After payment tracking the process often does not end: the work that was sold has still to be done."), QUOTE_DELIVERY
  },
  [SC_RULE_DELIVERY_WITHOUT_REP] = {
    "delivery-without-rep", SC_SOURCE_TEXT, SC_SEVERITY_WARNING,
    N_("Whoever sold the work knows what was promised, and whom the client trusts."), QUOTE_DELIVERY
  },
  [SC_RULE_TOO_MANY_STAGES] = {
    "too-many-stages", SC_SOURCE_TEXT, SC_SEVERITY_ERROR,
    N_("A process has to be fit for purpose; nobody works by a scheme that they cannot take in."), QUOTE_TOO_MANY
  },
  [SC_RULE_NOT_OPTIMAL_LENGTH] = {
    "not-optimal-length", SC_SOURCE_TEXT, SC_SEVERITY_HINT,
    N_("A scheme of five to seven stages is taken in at a glance and still shows where a deal is."), QUOTE_BEST
  },
  [SC_RULE_MERGEABLE] = {
    "mergeable", SC_SOURCE_TEXT, SC_SEVERITY_HINT,
    N_("The text says such stages should be merged; that these two can be is our judgement: the same person does "
       "both, one right after the other."),
    QUOTE_MERGE
  },
  [SC_RULE_PAYMENT_BEFORE_ONBOARDING] = {
    "payment-before-onboarding", SC_SOURCE_OURS, SC_SEVERITY_HINT,
    N_("Where clients may pay after successful onboarding, the last payment usually stands behind it."), NULL
  },
  [SC_RULE_NO_GOAL] = {
    "no-goal", SC_SOURCE_OURS, SC_SEVERITY_HINT,
    N_("Whoever knows what a stage is for can also find another way when the usual one is closed."), NULL
  },
  [SC_RULE_NO_EXIT_CRITERION] = {
    "no-exit-criterion", SC_SOURCE_OURS, SC_SEVERITY_WARNING,
    N_("Without exit criteria each rep moves deals on when they like, and no forecast holds."), NULL
  },
  [SC_RULE_NO_RESPONSIBLE] = {
    "no-responsible", SC_SOURCE_OURS, SC_SEVERITY_WARNING,
    N_("What everybody is to do, nobody does; a regulation names one role for each stage."), NULL
  },
  [SC_RULE_NO_DURATION] = {
    "no-duration", SC_SOURCE_OURS, SC_SEVERITY_HINT,
    N_("The cycle’s length as designed is the sum of the target times, and a deal that stays too long is seen only against one."), NULL
  },
  [SC_RULE_REPEATED_STEP] = {
    "repeated-step", SC_SOURCE_OURS, SC_SEVERITY_WARNING,
    N_("Where two stages cover the same step, nobody knows in which of them a deal belongs."), NULL
  },
  [SC_RULE_OUT_OF_ORDER] = {
    "out-of-order", SC_SOURCE_OURS, SC_SEVERITY_WARNING,
    N_("Steps usually build on one another; one that comes too late finds its work done or spoilt."), NULL
  },
  [SC_RULE_MARK_BEFORE_PAYMENT] = {
    "mark-before-payment", SC_SOURCE_OURS, SC_SEVERITY_WARNING,
    N_("A deal counts as won where it passes the client mark; whoever has only promised to pay is no client yet."), NULL
  },
  [SC_RULE_REFUSAL_NOWHERE] = {
    "refusal-nowhere", SC_SOURCE_OURS, SC_SEVERITY_WARNING,
    N_("After a refusal a rep has to know at once where the deal goes, and a won deal cannot go back to where it is not won."), NULL
  },
  [SC_RULE_UNNAMED_STAGE] = {
    "unnamed-stage", SC_SOURCE_OURS, SC_SEVERITY_ERROR,
    N_("A stage that has no name cannot be spoken about."), NULL
  },
  [SC_RULE_SAME_NAME] = {
    "same-name", SC_SOURCE_OURS, SC_SEVERITY_ERROR,
    N_("Stages are known by their names, on the board as in every file."), NULL
  },
};

/**
 * sc_rule_get_id:
 * @rule: a rule
 *
 * Returns: its name in files and in scripts, such as `payment-missing`
 */
const char *
sc_rule_get_id (ScRule rule)
{
  g_return_val_if_fail (rule < SC_N_RULES, NULL);

  return rules[rule].id;
}

/**
 * sc_rule_get_source:
 * @rule: a rule
 *
 * Returns: whether the method's text says so, or we
 */
ScSource
sc_rule_get_source (ScRule rule)
{
  g_return_val_if_fail (rule < SC_N_RULES, SC_SOURCE_OURS);

  return rules[rule].source;
}

/**
 * sc_rule_get_severity:
 * @rule: a rule
 *
 * Returns: how grave its findings are
 */
ScSeverity
sc_rule_get_severity (ScRule rule)
{
  g_return_val_if_fail (rule < SC_N_RULES, SC_SEVERITY_HINT);

  return rules[rule].severity;
}

/**
 * sc_rule_get_reason:
 * @rule: a rule
 *
 * Returns: why it is so, in our words and the user's language
 */
const char *
sc_rule_get_reason (ScRule rule)
{
  g_return_val_if_fail (rule < SC_N_RULES, NULL);

  return _(rules[rule].reason);
}

/**
 * sc_rule_get_quote:
 * @rule: a rule
 *
 * Returns: (nullable): the sentence of the method's text that it is taken
 *   from, in the user's language; %NULL for a rule of ours
 */
const char *
sc_rule_get_quote (ScRule rule)
{
  g_return_val_if_fail (rule < SC_N_RULES, NULL);

  return rules[rule].quote != NULL ? _(rules[rule].quote) : NULL;
}

/**
 * sc_source_get_id:
 * @source: who says so
 *
 * Returns: `T` for the method's text, `O` for a rule of ours
 */
const char *
sc_source_get_id (ScSource source)
{
  return source == SC_SOURCE_TEXT ? "T" : "O";
}

/**
 * sc_source_get_title:
 * @source: who says so
 *
 * Returns: the same for people
 */
const char *
sc_source_get_title (ScSource source)
{
  return source == SC_SOURCE_TEXT ? _("From the method’s text") : _("Our own advice");
}

/**
 * sc_severity_get_id:
 * @severity: a severity
 *
 * Returns: its name in scripts: `error`, `warning` or `hint`
 */
const char *
sc_severity_get_id (ScSeverity severity)
{
  static const char *const ids[SC_N_SEVERITIES] = { "error", "warning", "hint" };

  g_return_val_if_fail (severity < SC_N_SEVERITIES, NULL);

  return ids[severity];
}

/**
 * sc_severity_get_title:
 * @severity: a severity
 *
 * Returns: its name in the user's language
 */
const char *
sc_severity_get_title (ScSeverity severity)
{
  static const char *const titles[SC_N_SEVERITIES] = { N_("Error"), N_("Warning"), N_("Hint") };

  g_return_val_if_fail (severity < SC_N_SEVERITIES, NULL);

  return _(titles[severity]);
}
