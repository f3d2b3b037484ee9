/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging: of two stages that a person picked, and of the best ones, in order, until
 * no more are left than one can take in. */

#pragma once

#include "model/sc-edit.h"

G_BEGIN_DECLS

/* The number of stages that a merge plan comes down to. */
#define SC_MERGE_WANTED 7

/**
 * ScMergeStep:
 * @first_id: the stage that stays
 * @second_id: the stage that goes into it
 * @first_name: its name before
 * @second_name: its name before
 * @name: the merged stage's name
 * @reason: why these two, in the user's language
 * @reason_format: how that is said
 * @quote: the text's sentence that says so, in the user's language
 * @edits: (element-type ScEdit): how it is done, on the version that the steps
 *   before lead to; none where it is out
 * @is_out: whether a person has taken it out of the plan
 * @own_name: (nullable): what a person wants the merged stage to be called
 *
 * One step of a merge plan. What a person wants of it is set, and followed by
 * sc_merge_plan_redo().
 */
typedef struct {
  char *first_id;
  char *second_id;
  char *first_name;
  char *second_name;
  char *name;
  char *reason;
  const char *reason_format;
  const char *quote;
  GPtrArray *edits;
  gboolean is_out;
  char *own_name;
} ScMergeStep;

gboolean sc_can_merge (const ScVersion *version,
                       const char      *first_id,
                       const char      *second_id);
gboolean sc_merge_crosses_mark (const ScVersion *version,
                                const char      *first_id,
                                const char      *second_id);
GPtrArray *sc_merge (const ScVersion *version,
                     const char      *first_id,
                     const char      *second_id);
GPtrArray *sc_merge_plan (const ScVersion *version,
                          guint            wanted,
                          ScVersion      **merged);
void sc_merge_plan_redo (const ScVersion *version,
                         GPtrArray       *plan,
                         ScVersion      **merged);
void sc_merge_step_free (ScMergeStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScMergeStep, sc_merge_step_free)

G_END_DECLS
