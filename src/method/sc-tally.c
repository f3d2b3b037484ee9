/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How well a version stands: what a fix is measured by. */

#include "method/sc-lint-private.h"

#include <string.h>

/**
 * sc_tally_is_length_rule:
 * @rule: a rule
 *
 * Returns: whether the rule counts stages, and is itself left out where
 *   findings are counted
 */
gboolean
sc_tally_is_length_rule (ScRule rule)
{
  return rule == SC_RULE_TOO_MANY_STAGES || rule == SC_RULE_NOT_OPTIMAL_LENGTH;
}

/**
 * sc_tally_take:
 * @tally: (out): how many findings there are
 * @version: a version
 * @memo: what is known of its stages
 */
void
sc_tally_take (ScTally         *tally,
               const ScVersion *version,
               ScLintMemo      *memo)
{
  g_autoptr (GArray) matches = sc_lint_scan (version, memo);

  memset (tally, 0, sizeof *tally);
  tally->n_stages = version->stages->len;
  for (guint i = 0; i < matches->len; i++)
    {
      ScRule rule = g_array_index (matches, ScMatch, i).rule;

      tally->by_rule[rule]++;
      if (!sc_tally_is_length_rule (rule))
        tally->by_severity[sc_rule_get_severity (rule)]++;
    }
}

/**
 * sc_tally_compare:
 * @a: a tally
 * @b: a tally
 *
 * Returns: less than 0 where @a has fewer errors, or as many and fewer
 *   warnings, and so on; 0 where both have as many of each
 */
int
sc_tally_compare (const ScTally *a,
                  const ScTally *b)
{
  for (guint i = 0; i < SC_N_SEVERITIES; i++)
    if (a->by_severity[i] != b->by_severity[i])
      return a->by_severity[i] < b->by_severity[i] ? -1 : 1;

  return 0;
}

/**
 * sc_tally_get_distance:
 * @tally: a tally
 *
 * Returns: how many stages there are too many, or too few, for five to seven
 */
guint
sc_tally_get_distance (const ScTally *tally)
{
  if (tally->n_stages > SC_BEST_MAX_STAGES)
    return tally->n_stages - SC_BEST_MAX_STAGES;
  if (tally->n_stages < SC_BEST_MIN_STAGES)
    return SC_BEST_MIN_STAGES - tally->n_stages;

  return 0;
}
