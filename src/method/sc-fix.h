/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fixes for findings, worked out when somebody asks for them: those to choose from,
 * the first one, or one after the other until nothing is left. */

#pragma once

#include "method/sc-finding.h"
#include "model/sc-edit.h"

G_BEGIN_DECLS

/**
 * ScFix:
 * @label: what it does, in the user's language, as a button says it
 * @name: the name of the change that it makes, as it stands after “Undone:”
 * @told: what a person is told who has taken it
 * @edits: (element-type ScEdit): how it does it
 * @after: (nullable): the version that it leads to from the one that it was found
 *   for
 * @is_offer: whether only a person can want it, so that nothing takes it by
 *   itself
 *
 * One step that answers a finding. It loses no person's text.
 */
typedef struct {
  char *label;
  char *name;
  char *told;
  GPtrArray *edits;
  ScVersion *after;
  gboolean is_offer;
} ScFix;

GPtrArray *sc_finding_get_fixes (const ScFinding *finding,
                                 const ScVersion *version);
ScFix *sc_finding_get_first_fix (const ScFinding *finding,
                                 const ScVersion *version);
void sc_fix_free (ScFix *self);

/* Finds fixes for all findings of one version. */
typedef struct _ScFixer ScFixer;

ScFixer *sc_fixer_new (const ScVersion *version);
void sc_fixer_free (ScFixer *self);
GPtrArray *sc_fixer_get_fixes (ScFixer         *self,
                               const ScFinding *finding,
                               gboolean        *is_all);

typedef enum {
  SC_FIX_ERRORS,
  SC_FIX_EVERYTHING,
} ScFixScope;

GPtrArray *sc_fix_all (const ScVersion *version,
                       ScFixScope       scope,
                       ScVersion      **fixed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFix, sc_fix_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFixer, sc_fixer_free)

G_END_DECLS
