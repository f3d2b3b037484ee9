/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the rules share. */

#pragma once

#include "method/sc-lint-memo-private.h"
#include "method/sc-lint-stages-private.h"
#include "method/sc-rule.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/* No stage is concerned. */
#define SC_NOWHERE G_MAXUINT

/* A finding before anybody wants to read it: the places of the one or two
 * stages concerned, the earlier first (of a refusal, the stage that it is of),
 * and the kinds. */
typedef struct {
  ScRule rule;
  guint first;
  guint second;
  ScKindSet kinds;
} ScMatch;

/* How many findings there are: of each rule, and of each severity. The length
 * rules are not counted among the severities. */
typedef struct {
  guint by_rule[SC_N_RULES];
  guint by_severity[SC_N_SEVERITIES];
  guint n_stages;
} ScTally;

GArray *sc_lint_scan (const ScVersion *version,
                      ScLintMemo      *memo);
GPtrArray *sc_lint_with_memo (const ScVersion *version,
                              ScLintMemo      *memo);

gboolean sc_tally_is_length_rule (ScRule rule);
void sc_tally_take (ScTally         *tally,
                    const ScVersion *version,
                    ScLintMemo      *memo);
int sc_tally_compare (const ScTally *a,
                      const ScTally *b);
guint sc_tally_get_distance (const ScTally *tally);

G_END_DECLS
