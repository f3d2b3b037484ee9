/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files share that know what stages usually are. */

#pragma once

#include "model/sc-criterion.h"
#include "model/sc-duration.h"
#include "model/sc-kind.h"
#include "model/sc-role.h"

G_BEGIN_DECLS

#define SC_MAX_USUAL_LINES 8

/* In which processes something holds. */
typedef enum {
  SC_WHERE_NEVER,
  SC_WHERE_ALWAYS,
  SC_WHERE_B2B,
  SC_WHERE_CONSULTATIVE,
  SC_WHERE_CONSULTATIVE_B2B,
  SC_WHERE_NOT_CONSULTATIVE,
  SC_WHERE_PAID_AFTER_ONBOARDING,
} ScWhere;

/* An exit criterion that a stage of one kind usually has. */
typedef struct {
  ScPhrase text;
  /* Where people buy, not companies; none where it is the same. */
  ScPhrase b2c_text;
  /* What earlier builds said; none where it was the same. */
  ScPhrase former_text;
  /* What a starting tactic calls its answer, such as “problem”; NULL for none. */
  const char *key;
  ScAnswerType type;
  ScPurpose purpose;
  gboolean is_asked_at_entry;
  ScWhere required;
  ScWhere left_out;
} ScUsualCriterion;

/* What a stage of one kind usually is. */
typedef struct {
  ScDuration b2b;
  ScDuration b2c;
  double probability;
  ScFunction responsible;
  /* The other role, or the responsible one's function where there is none. */
  ScFunction participant;
  ScPhrase name;
  ScPhrase goal;
  ScPhrase entry;
  ScPhrase actions[SC_MAX_USUAL_LINES];
  ScPhrase consultative_action; /* instead of the first one, where selling is consultative */
  ScUsualCriterion criteria[SC_MAX_USUAL_LINES];
  ScPhrase documents[SC_MAX_USUAL_LINES];
} ScUsual;

extern const ScUsual sc_usual_kinds[SC_N_KINDS];

ScKindSet sc_usual_get_telling (ScKindSet kinds);

G_END_DECLS
