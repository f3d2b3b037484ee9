/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a pasted table says of a stage beside its name. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScPastedStage:
 * @name: what it is called
 * @duration: its target time, or none
 * @probability: how likely a deal is won there, or %SC_PROBABILITY_UNSET
 * @owner: (nullable): who is responsible, as it stands there
 *
 * A stage as a person has pasted it.
 */
typedef struct {
  char *name;
  ScDuration duration;
  double probability;
  char *owner;
} ScPastedStage;

char **sc_pasted_stages_list_names (GPtrArray *stages);
void sc_pasted_stage_free (ScPastedStage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPastedStage, sc_pasted_stage_free)

G_END_DECLS
