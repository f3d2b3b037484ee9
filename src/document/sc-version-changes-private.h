/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two versions that are compared. */

#pragma once

#include "document/sc-sentence.h"
#include "document/sc-version-changes.h"

G_BEGIN_DECLS

/**
 * ScComparison:
 * @older: a version
 * @newer: one that follows it
 * @language: what the changes are told in
 * @changes: (element-type ScVersionChange): what was found
 * @into: (element-type utf8 utf8): by stages of @older that are gone, those of @newer that
 *   they went into
 * @from: (element-type utf8 utf8): by stages that are new, those that they were split from
 * @old_criteria: (element-type utf8 ScStage): by criteria of @older, their stages
 * @new_criteria: (element-type utf8 ScStage): by criteria of @newer, and by those that they
 *   once were, their stages
 */
typedef struct {
  const ScVersion *older;
  const ScVersion *newer;
  ScLanguage language;
  GPtrArray *changes;
  GHashTable *into;
  GHashTable *from;
  GHashTable *old_criteria;
  GHashTable *new_criteria;
} ScComparison;

void sc_comparison_add (ScComparison  *self,
                        const char    *sentence,
                        const ScStage *stage,
                        const ScField *fields);
char *sc_comparison_quote (const ScComparison *self,
                           const char         *name);

void sc_comparison_match (ScComparison *self);
void sc_comparison_compare_stages (ScComparison  *self,
                                   const ScStage *was,
                                   const ScStage *stage);
void sc_comparison_compare_criteria (ScComparison  *self,
                                     const ScStage *stage);
void sc_comparison_find_removed_criteria (ScComparison  *self,
                                          const ScStage *was);

G_END_DECLS
