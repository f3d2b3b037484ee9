/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings of one rule together: one sentence, and one decision. */

#pragma once

#include "method/sc-fix.h"

G_BEGIN_DECLS

/**
 * ScFindingGroup:
 * @rule: the rule that found something
 * @findings: (element-type ScFinding): what it found, one or more
 */
typedef struct {
  ScRule rule;
  GPtrArray *findings;
} ScFindingGroup;

GPtrArray *sc_findings_group (GPtrArray *findings);
ScFindingGroup *sc_finding_group_new (ScFinding *finding);
ScFindingGroup *sc_finding_group_ref (ScFindingGroup *self);
void sc_finding_group_unref (ScFindingGroup *self);

char *sc_finding_group_get_message (const ScFindingGroup *self);
const char *sc_finding_group_get_label (const ScFindingGroup *self);
ScFix *sc_finding_group_get_fix (const ScFindingGroup *self,
                                 const ScVersion      *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFindingGroup, sc_finding_group_unref)

G_END_DECLS
