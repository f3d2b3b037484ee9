/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-duration.h"
#include "model/sc-kind.h"
#include "model/sc-role.h"

G_BEGIN_DECLS

#define SC_MAX_USUAL_LINES 8

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
  ScPhrase criteria[SC_MAX_USUAL_LINES];
  ScPhrase documents[SC_MAX_USUAL_LINES];
} ScUsual;

extern const ScUsual sc_usual_kinds[SC_N_KINDS];

G_END_DECLS
