/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules' table: who says so, how grave it is, and why. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The rules in the method's order, which is the order of findings of one
 * severity. */
typedef enum {
  SC_RULE_NEEDS_DISCOVERY_MISSING,
  SC_RULE_DISCOVERY_TOO_LATE,
  SC_RULE_TRIAL_MISSING,
  SC_RULE_TRIAL_AFTER_PAYMENT,
  SC_RULE_REQUEST_NOT_FIRST,
  SC_RULE_SEARCH_MISSING,
  SC_RULE_SEARCH_NEEDLESS,
  SC_RULE_PAYMENT_MISSING,
  SC_RULE_ONBOARDING_MISSING,
  SC_RULE_ONBOARDING_OWNER,
  SC_RULE_DELIVERY_MISSING,
  SC_RULE_DELIVERY_WITHOUT_REP,
  SC_RULE_TOO_MANY_STAGES,
  SC_RULE_NOT_OPTIMAL_LENGTH,
  SC_RULE_MERGEABLE,
  SC_RULE_PAYMENT_BEFORE_ONBOARDING,
  SC_RULE_NO_GOAL,
  SC_RULE_NO_EXIT_CRITERION,
  SC_RULE_NO_RESPONSIBLE,
  SC_RULE_NO_DURATION,
  SC_RULE_REPEATED_STEP,
  SC_RULE_OUT_OF_ORDER,
  SC_RULE_MARK_BEFORE_PAYMENT,
  SC_RULE_REFUSAL_NOWHERE,
  SC_RULE_UNNAMED_STAGE,
  SC_RULE_SAME_NAME,
} ScRule;

#define SC_N_RULES (SC_RULE_SAME_NAME + 1)

typedef enum {
  SC_SEVERITY_ERROR,
  SC_SEVERITY_WARNING,
  SC_SEVERITY_HINT,
} ScSeverity;

#define SC_N_SEVERITIES (SC_SEVERITY_HINT + 1)

/* Who says so: the method's text, or we. */
typedef enum {
  SC_SOURCE_TEXT,
  SC_SOURCE_OURS,
} ScSource;

const char *sc_rule_get_id (ScRule rule);
ScSource sc_rule_get_source (ScRule rule);
ScSeverity sc_rule_get_severity (ScRule rule);
const char *sc_rule_get_reason (ScRule rule);
const char *sc_rule_get_quote (ScRule rule);

const char *sc_source_get_id (ScSource source);
const char *sc_source_get_title (ScSource source);
const char *sc_severity_get_id (ScSeverity severity);
const char *sc_severity_get_title (ScSeverity severity);

G_END_DECLS
