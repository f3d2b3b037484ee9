/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The method's rules. A version is read once into a scan: where each kind is
 * covered first and last, and every stage's rank; each rule then looks at that
 * and notes matches. Nothing is formatted until somebody wants to read it, so
 * that a version can be looked at again after every keystroke, and a fix tried
 * at every place. */

#include "method/sc-lint.h"

#include <glib/gi18n-lib.h>

#include "method/sc-lint-private.h"
#include "method/sc-order.h"

typedef struct {
  const ScVersion *version;
  const ScAspects *aspects;
  const ScStageFacts **facts;
  guint n_stages;
  guint n_of_kind[SC_N_KINDS];
  guint first_of_kind[SC_N_KINDS];
  guint last_of_kind[SC_N_KINDS];
  int *ranks;
  gboolean *passed_over;
  /* Stages whose place another rule has found fault with already. */
  gboolean *named;
  GArray *matches;
} Scan;

static ScStage *
get_stage (const Scan *scan,
           guint       position)
{
  return sc_version_get_stage (scan->version, position);
}

static gboolean
covers (const Scan *scan,
        guint       position,
        ScKind      kind)
{
  return sc_kind_set_has (scan->facts[position]->stage->kinds, kind);
}

static gboolean
is_answer (const Scan *scan,
           ScAspect    aspect,
           guint       value)
{
  return scan->aspects->value[aspect] == value;
}

static void
add_match (Scan     *scan,
           ScRule    rule,
           guint     a,
           guint     b,
           ScKindSet kinds)
{
  ScMatch match = { rule, MIN (a, b), a != SC_NOWHERE && b != SC_NOWHERE ? MAX (a, b) : SC_NOWHERE, kinds };

  g_array_append_val (scan->matches, match);
}

/* For the rules that say where a stage has to stand: out-of-order need not say
 * it again. */
static void
add_place_match (Scan     *scan,
                 ScRule    rule,
                 guint     a,
                 guint     b,
                 ScKindSet kinds)
{
  add_match (scan, rule, a, b, kinds);
  if (a != SC_NOWHERE)
    scan->named[a] = TRUE;
  if (b != SC_NOWHERE)
    scan->named[b] = TRUE;
}

static void
add_place_match_for_kind (Scan  *scan,
                          ScRule rule,
                          ScKind kind)
{
  for (guint i = 0; i < scan->n_stages; i++)
    if (covers (scan, i, kind))
      add_place_match (scan, rule, i, SC_NOWHERE, SC_KIND_BIT (kind));
}

static void
check_discovery (Scan *scan)
{
  guint limit = MIN (scan->first_of_kind[SC_KIND_CONTRACT], scan->first_of_kind[SC_KIND_PAYMENT]);

  if (!is_answer (scan, SC_ASPECT_SELLING, SC_SELLING_CONSULTATIVE))
    return;

  if (scan->n_of_kind[SC_KIND_NEEDS_DISCOVERY] == 0)
    add_match (scan, SC_RULE_NEEDS_DISCOVERY_MISSING, SC_NOWHERE, SC_NOWHERE, SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY));
  else if (scan->first_of_kind[SC_KIND_NEEDS_DISCOVERY] > limit)
    add_place_match_for_kind (scan, SC_RULE_DISCOVERY_TOO_LATE, SC_KIND_NEEDS_DISCOVERY);
}

static void
check_trial (Scan *scan)
{
  if (!is_answer (scan, SC_ASPECT_NOVELTY, SC_NOVELTY_INNOVATIVE))
    return;

  if (scan->n_of_kind[SC_KIND_TRIAL] == 0)
    add_match (scan, SC_RULE_TRIAL_MISSING, SC_NOWHERE, SC_NOWHERE, SC_KIND_BIT (SC_KIND_TRIAL));
  else if (scan->first_of_kind[SC_KIND_TRIAL] > scan->first_of_kind[SC_KIND_PAYMENT])
    add_place_match_for_kind (scan, SC_RULE_TRIAL_AFTER_PAYMENT, SC_KIND_TRIAL);
}

static void
check_request (Scan *scan)
{
  guint first = 0;

  if (!is_answer (scan, SC_ASPECT_DEMAND, SC_DEMAND_FORMED))
    return;

  while (first < scan->n_stages && scan->ranks[first] == SC_RANK_NONE)
    first++;

  if (first < scan->n_stages && covers (scan, first, SC_KIND_INBOUND_REQUEST))
    return;

  if (scan->n_of_kind[SC_KIND_INBOUND_REQUEST] > 0)
    add_place_match (scan, SC_RULE_REQUEST_NOT_FIRST, scan->first_of_kind[SC_KIND_INBOUND_REQUEST], SC_NOWHERE, 0);
  else
    add_match (scan, SC_RULE_REQUEST_NOT_FIRST, first < scan->n_stages ? first : SC_NOWHERE, SC_NOWHERE,
               SC_KIND_BIT (SC_KIND_INBOUND_REQUEST));
}

static void
check_search (Scan *scan)
{
  if (is_answer (scan, SC_ASPECT_DEMAND, SC_DEMAND_UNFORMED))
    {
      ScKindSet missing = 0;

      if (scan->n_of_kind[SC_KIND_PROSPECTING] == 0)
        missing |= SC_KIND_BIT (SC_KIND_PROSPECTING);
      if (scan->n_of_kind[SC_KIND_OUTREACH] == 0)
        missing |= SC_KIND_BIT (SC_KIND_OUTREACH);
      if (missing != 0)
        add_place_match (scan, SC_RULE_SEARCH_MISSING,
                         MIN (scan->first_of_kind[SC_KIND_PROSPECTING], scan->first_of_kind[SC_KIND_OUTREACH]),
                         SC_NOWHERE, missing);
    }
  else if (is_answer (scan, SC_ASPECT_DEMAND, SC_DEMAND_FORMED))
    {
      add_place_match_for_kind (scan, SC_RULE_SEARCH_NEEDLESS, SC_KIND_PROSPECTING);
    }
}

static void
check_payment (Scan *scan)
{
  if (scan->n_of_kind[SC_KIND_PAYMENT] == 0)
    add_match (scan, SC_RULE_PAYMENT_MISSING, SC_NOWHERE, SC_NOWHERE, SC_KIND_BIT (SC_KIND_PAYMENT));
}

static void
check_onboarding (Scan *scan)
{
  guint contract = scan->first_of_kind[SC_KIND_CONTRACT];

  if (!is_answer (scan, SC_ASPECT_OFFER, SC_OFFER_PRODUCT))
    return;

  if (scan->n_of_kind[SC_KIND_ONBOARDING] == 0)
    add_match (scan, SC_RULE_ONBOARDING_MISSING, SC_NOWHERE, SC_NOWHERE, SC_KIND_BIT (SC_KIND_ONBOARDING));
  else if (contract != SC_NOWHERE && scan->last_of_kind[SC_KIND_ONBOARDING] < contract)
    add_place_match (scan, SC_RULE_ONBOARDING_MISSING, scan->last_of_kind[SC_KIND_ONBOARDING], contract, 0);

  for (guint i = 0; sc_aspects_is_paid_after_onboarding (scan->aspects) && i < scan->n_stages; i++)
    {
      const ScStageFacts *facts = scan->facts[i];

      if (covers (scan, i, SC_KIND_ONBOARDING) && facts->has_responsible &&
          facts->responsible_function != SC_FUNCTION_SALES)
        add_match (scan, SC_RULE_ONBOARDING_OWNER, i, SC_NOWHERE, 0);
    }
}

static void
check_delivery (Scan *scan)
{
  if (!is_answer (scan, SC_ASPECT_OFFER, SC_OFFER_SERVICE))
    return;

  if (scan->n_of_kind[SC_KIND_DELIVERY] == 0)
    add_match (scan, SC_RULE_DELIVERY_MISSING, SC_NOWHERE, SC_NOWHERE, SC_KIND_BIT (SC_KIND_DELIVERY));

  for (guint i = 0; i < scan->n_stages; i++)
    if (covers (scan, i, SC_KIND_DELIVERY) && scan->facts[i]->involves_sales)
      return;

  for (guint i = 0; i < scan->n_stages; i++)
    if (covers (scan, i, SC_KIND_DELIVERY))
      add_match (scan, SC_RULE_DELIVERY_WITHOUT_REP, i, SC_NOWHERE, 0);
}

static void
check_length (Scan *scan)
{
  if (scan->n_stages > SC_MAX_STAGES)
    add_match (scan, SC_RULE_TOO_MANY_STAGES, SC_NOWHERE, SC_NOWHERE, 0);
  else if (scan->n_stages > SC_BEST_MAX_STAGES || scan->n_stages < SC_BEST_MIN_STAGES)
    add_match (scan, SC_RULE_NOT_OPTIMAL_LENGTH, SC_NOWHERE, SC_NOWHERE, 0);
}

static void
check_mergeable (Scan *scan)
{
  int mark = sc_version_get_mark_position (scan->version);

  if (scan->n_stages <= SC_BEST_MIN_STAGES)
    return;

  for (guint i = 0; i + 1 < scan->n_stages; i++)
    {
      const ScStage *first = get_stage (scan, i);
      const ScStage *second = get_stage (scan, i + 1);

      if ((int) i != mark &&
          sc_lint_is_natural_order (scan->facts[i]->last_kind, scan->facts[i + 1]->first_kind) &&
          !sc_lint_covers_gate (scan->version, first) &&
          !sc_lint_covers_gate (scan->version, second) &&
          scan->facts[i]->has_responsible &&
          g_strcmp0 (first->responsible, second->responsible) == 0)
        add_match (scan, SC_RULE_MERGEABLE, i, i + 1, 0);
    }
}

static void
check_payment_place (Scan *scan)
{
  if (sc_aspects_is_paid_after_onboarding (scan->aspects) &&
      scan->n_of_kind[SC_KIND_PAYMENT] > 0 && scan->n_of_kind[SC_KIND_ONBOARDING] > 0 &&
      scan->last_of_kind[SC_KIND_PAYMENT] < scan->first_of_kind[SC_KIND_ONBOARDING])
    add_place_match (scan, SC_RULE_PAYMENT_BEFORE_ONBOARDING,
                     scan->last_of_kind[SC_KIND_PAYMENT], scan->first_of_kind[SC_KIND_ONBOARDING], 0);
}

static void
check_fields (Scan *scan)
{
  for (guint i = 0; i < scan->n_stages; i++)
    if (!scan->facts[i]->has_goal)
      add_match (scan, SC_RULE_NO_GOAL, i, SC_NOWHERE, 0);

  for (guint i = 0; i < scan->n_stages; i++)
    if (!scan->facts[i]->has_criterion)
      add_match (scan, SC_RULE_NO_EXIT_CRITERION, i, SC_NOWHERE, 0);

  for (guint i = 0; i < scan->n_stages; i++)
    if (!scan->facts[i]->has_responsible)
      add_match (scan, SC_RULE_NO_RESPONSIBLE, i, SC_NOWHERE, 0);

  for (guint i = 0; i < scan->n_stages; i++)
    if (get_stage (scan, i)->duration.value == 0)
      add_match (scan, SC_RULE_NO_DURATION, i, SC_NOWHERE, 0);
}

static void
check_repeated (Scan *scan)
{
  /* Money and terms may well be talked about twice, and these two kinds say
   * nothing of what is done. */
  const ScKindSet may_repeat = SC_KIND_BIT (SC_KIND_OTHER) | SC_KIND_BIT (SC_KIND_ACCOUNT_GROWTH) |
                               SC_KIND_BIT (SC_KIND_PAYMENT) | SC_KIND_BIT (SC_KIND_NEGOTIATION);
  guint previous[SC_N_KINDS];

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    previous[kind] = SC_NOWHERE;

  for (guint i = 0; i < scan->n_stages; i++)
    for (ScKindSet left = scan->facts[i]->stage->kinds & ~may_repeat; left != 0; left &= left - 1)
      {
        guint kind = (guint) g_bit_nth_lsf (left, -1);

        if (previous[kind] != SC_NOWHERE)
          add_place_match (scan, SC_RULE_REPEATED_STEP, previous[kind], i, SC_KIND_BIT (kind));
        previous[kind] = i;
      }
}

static void
check_order (Scan *scan)
{
  guint in_front = SC_NOWHERE;

  for (guint i = 0; i < scan->n_stages; i++)
    {
      if (scan->passed_over[i])
        continue;
      if (in_front != SC_NOWHERE && scan->ranks[i] < scan->ranks[in_front] && !scan->named[i])
        add_match (scan, SC_RULE_OUT_OF_ORDER, in_front, i, 0);
      in_front = i;
    }
}

static void
check_mark (Scan *scan)
{
  guint payment = scan->first_of_kind[SC_KIND_PAYMENT];
  guint mark;

  if (scan->version->mark != NULL && payment != SC_NOWHERE &&
      sc_version_find_stage (scan->version, scan->version->mark, &mark) != NULL && mark < payment)
    add_match (scan, SC_RULE_MARK_BEFORE_PAYMENT, mark, payment, 0);
}

/* This asks of a stage what others are: what is known of it by itself would not do. */
static void
check_refusals (Scan *scan)
{
  int mark = sc_version_get_mark_position (scan->version);

  for (guint i = 0; i < scan->n_stages; i++)
    {
      const ScRefusal *refusal = &get_stage (scan, i)->refusal;
      ScMatch match = { SC_RULE_REFUSAL_NOWHERE, i, SC_NOWHERE, 0 };
      guint to;

      if (refusal->kind != SC_REFUSAL_BACK)
        continue;

      if (refusal->stage_id != NULL && sc_version_find_stage (scan->version, refusal->stage_id, &to) != NULL && to != i)
        {
          if (to < i && ((int) to <= mark) == ((int) i <= mark))
            continue;
          match.second = to;
        }
      g_array_append_val (scan->matches, match);
    }
}

static void
check_names (Scan *scan)
{
  g_autoptr (GHashTable) earlier_of_name = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < scan->n_stages; i++)
    if (scan->facts[i]->name == 0)
      add_match (scan, SC_RULE_UNNAMED_STAGE, i, SC_NOWHERE, 0);

  for (guint i = 0; i < scan->n_stages; i++)
    {
      gpointer name = GUINT_TO_POINTER (scan->facts[i]->name);
      gpointer earlier;

      if (name == NULL)
        continue;
      if (g_hash_table_lookup_extended (earlier_of_name, name, NULL, &earlier))
        add_match (scan, SC_RULE_SAME_NAME, GPOINTER_TO_UINT (earlier), i, 0);
      else
        g_hash_table_insert (earlier_of_name, name, GUINT_TO_POINTER (i));
    }
}

static void
read_version (Scan            *scan,
              const ScVersion *version)
{
  scan->version = version;
  scan->aspects = &version->aspects;
  scan->n_stages = version->stages->len;

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    {
      scan->n_of_kind[kind] = 0;
      scan->first_of_kind[kind] = SC_NOWHERE;
      scan->last_of_kind[kind] = SC_NOWHERE;
    }

  for (guint i = 0; i < scan->n_stages; i++)
    for (ScKindSet left = scan->facts[i]->stage->kinds; left != 0; left &= left - 1)
      {
        guint kind = (guint) g_bit_nth_lsf (left, -1);

        scan->n_of_kind[kind]++;
        scan->first_of_kind[kind] = MIN (scan->first_of_kind[kind], i);
        scan->last_of_kind[kind] = i;
      }

  sc_order_rank_stages (version, scan->facts, scan->ranks, scan->passed_over);
}

/**
 * sc_lint_scan:
 * @version: a version
 * @memo: what is known of its stages
 *
 * Returns: (transfer full) (element-type ScMatch): what the rules find, in
 *   the order of the rules, then of the stages
 */
GArray *
sc_lint_scan (const ScVersion *version,
              ScLintMemo      *memo)
{
  g_autofree const ScStageFacts **facts = sc_lint_memo_list (memo, version);
  g_autofree int *ranks = g_new0 (int, version->stages->len + 1);
  g_autofree gboolean *passed_over = g_new0 (gboolean, version->stages->len + 1);
  g_autofree gboolean *named = g_new0 (gboolean, version->stages->len + 1);
  Scan scan = { .facts = facts, .ranks = ranks, .passed_over = passed_over, .named = named };

  scan.matches = g_array_new (FALSE, FALSE, sizeof (ScMatch));
  read_version (&scan, version);

  check_discovery (&scan);
  check_trial (&scan);
  check_request (&scan);
  check_search (&scan);
  check_payment (&scan);
  check_onboarding (&scan);
  check_delivery (&scan);
  check_length (&scan);
  check_mergeable (&scan);
  check_payment_place (&scan);
  check_fields (&scan);
  check_repeated (&scan);
  check_order (&scan);
  check_mark (&scan);
  check_refusals (&scan);
  check_names (&scan);

  return scan.matches;
}

static void
add_stage (ScFinding       *finding,
           const ScVersion *version,
           guint            position)
{
  if (position != SC_NOWHERE)
    g_ptr_array_add (finding->stages, sc_stage_ref (sc_version_get_stage (version, position)));
}

/**
 * sc_lint_with_memo:
 * @version: a version
 * @memo: what is known of its stages
 *
 * Returns: (transfer full) (element-type ScFinding): what sc_lint() finds
 */
GPtrArray *
sc_lint_with_memo (const ScVersion *version,
                   ScLintMemo      *memo)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_finding_unref);
  g_autoptr (GArray) matches = sc_lint_scan (version, memo);

  for (guint severity = 0; severity < SC_N_SEVERITIES; severity++)
    for (guint i = 0; i < matches->len; i++)
      {
        const ScMatch *match = &g_array_index (matches, ScMatch, i);
        ScFinding *finding;

        if (sc_rule_get_severity (match->rule) != severity)
          continue;

        finding = sc_finding_new (match->rule);
        finding->kinds = match->kinds;
        finding->position = match->first;
        finding->n_stages = version->stages->len;
        add_stage (finding, version, match->first);
        add_stage (finding, version, match->second);
        g_ptr_array_add (findings, finding);
      }

  return findings;
}

/**
 * sc_lint:
 * @version: a version
 *
 * Returns: (transfer full) (element-type ScFinding): what the method has to
 *   say about it: errors first, then warnings, then hints; within these in
 *   the order of the rules, then of the stages
 */
GPtrArray *
sc_lint (const ScVersion *version)
{
  g_autoptr (ScLintMemo) memo = sc_lint_memo_new ();

  return sc_lint_with_memo (version, memo);
}

/**
 * sc_findings_count:
 * @findings: (element-type ScFinding): findings
 * @severity: a severity
 *
 * Returns: how many of the findings are of that severity
 */
guint
sc_findings_count (GPtrArray *findings,
                   ScSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    if (sc_rule_get_severity (((ScFinding *) findings->pdata[i])->rule) == severity)
      n++;

  return n;
}

/**
 * sc_findings_describe:
 * @findings: (element-type ScFinding): findings
 *
 * Returns: how many there are of each severity, in the user's language: “1
 *   error · 3 hints”; empty where there are none
 */
char *
sc_findings_describe (GPtrArray *findings)
{
  guint n_errors = sc_findings_count (findings, SC_SEVERITY_ERROR);
  guint n_warnings = sc_findings_count (findings, SC_SEVERITY_WARNING);
  guint n_hints = sc_findings_count (findings, SC_SEVERITY_HINT);
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  g_autofree char *hints = g_strdup_printf (ngettext ("%u hint", "%u hints", n_hints), n_hints);
  const char *parts[4] = { NULL };
  guint n = 0;

  if (n_errors > 0)
    parts[n++] = errors;
  if (n_warnings > 0)
    parts[n++] = warnings;
  if (n_hints > 0)
    parts[n++] = hints;

  return g_strjoinv (" · ", (char **) parts);
}
