/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The starting set of tactics, as data/tactics/ has it: a file for each kind of step,
 * read when the first one is asked for, and kept. */

#pragma once

#include "method/sc-usual-reasons.h"
#include "model/sc-aspect.h"
#include "model/sc-kind.h"
#include "model/sc-tactic.h"

G_BEGIN_DECLS

/**
 * ScUsualTactic:
 * @key: what the set calls it; those for companies and for people may share one
 * @kind: what it is
 * @market: who buys where it fits, %SC_ASPECT_UNSET for both
 * @reasons: (element-type guint): the usual loss reasons where it fits; empty for any
 * @title: what it is for, in each language
 * @text: what a rep works with, in each language; questions are named by their keys
 *
 * A tactic of the starting set.
 */
typedef struct {
  char *key;
  ScTacticKind kind;
  guint market;
  GArray *reasons;
  char *title[SC_N_LANGUAGES];
  char *text[SC_N_LANGUAGES];
} ScUsualTactic;

const GPtrArray *sc_tactic_set_get (ScKind kind);

G_END_DECLS
