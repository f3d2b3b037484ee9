/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the method has to say about a version: a rule, and the stages that it is about. */

#pragma once

#include "method/sc-rule.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScFinding:
 * @rule: the rule that found something
 * @stages: (element-type ScStage): the stages concerned, in order; none where
 *   a stage is missing
 * @kinds: the kinds of step concerned: those that are missing, or the one
 *   that is repeated
 * @position: the place of the first of @stages, from 0
 * @n_stages: how many stages the version has
 *
 * What the method has to say about a version. Findings are shared and never
 * changed.
 */
typedef struct {
  ScRule rule;
  GPtrArray *stages;
  ScKindSet kinds;
  guint position;
  guint n_stages;
} ScFinding;

ScFinding *sc_finding_new (ScRule rule);
ScFinding *sc_finding_ref (ScFinding *self);
void sc_finding_unref (ScFinding *self);
gboolean sc_finding_equal (const ScFinding *a,
                           const ScFinding *b);
gboolean sc_finding_concerns (const ScFinding *self,
                              const char      *stage_id);

char *sc_finding_get_message (const ScFinding *self);
char *sc_finding_get_explanation (const ScFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFinding, sc_finding_unref)

G_END_DECLS
