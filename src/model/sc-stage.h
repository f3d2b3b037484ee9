/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stage of a version, with its exit criteria and tactics. */

#pragma once

#include "model/sc-criterion.h"
#include "model/sc-kind.h"
#include "model/sc-refusal.h"
#include "model/sc-tactic.h"

G_BEGIN_DECLS

/* A stage without a win probability. */
#define SC_PROBABILITY_UNSET (-1.0)

/**
 * ScStage:
 * @id: UUID, the same through all versions and renames
 * @name: what people call the stage, unique in its version
 * @kinds: what kinds of step it covers, never empty
 * @goal: what it is for; empty where nobody said
 * @entry: when a deal enters it; empty where nobody said
 * @actions: what is done, in order
 * @criteria: (element-type ScCriterion): the exit criteria, in order
 * @responsible: (nullable): the id of the role that is responsible
 * @participants: the ids of the roles that take part
 * @duration: its target time
 * @probability: how likely a deal in it is won, 0 to 1, or
 *   %SC_PROBABILITY_UNSET
 * @colour: (nullable): `#rrggbb`, or %NULL for none of its own
 * @documents: names of documents, in order
 * @tactics: (element-type ScTactic): texts that a rep works with, in order
 * @refusal: what happens to a deal when the client refuses there
 *
 * A stage as one version of a process has it. Lists and texts are never
 * %NULL. Stages are shared between versions and never changed once shared:
 * change a copy, and put it in its place with an edit.
 */
typedef struct {
  char *id;
  char *name;
  ScKindSet kinds;
  char *goal;
  char *entry;
  GStrv actions;
  GPtrArray *criteria;
  char *responsible;
  GStrv participants;
  ScDuration duration;
  double probability;
  char *colour;
  GStrv documents;
  GPtrArray *tactics;
  ScRefusal refusal;
} ScStage;

ScStage *sc_stage_new (const char *name,
                       ScKindSet   kinds);
ScStage *sc_stage_copy (const ScStage *self);
ScStage *sc_stage_ref (ScStage *self);
void sc_stage_unref (ScStage *self);
gboolean sc_stage_has_criteria_of (const ScStage *self,
                                   const ScStage *other);
gboolean sc_stage_equal (const ScStage *a,
                         const ScStage *b);

ScCriterion *sc_stage_add_criterion (ScStage    *self,
                                     const char *text);
ScTactic *sc_stage_add_tactic (ScStage    *self,
                               const char *title,
                               const char *text);
void sc_stage_set_participants (ScStage           *self,
                                const char *const *role_ids);
gboolean sc_stage_has_participant (const ScStage *self,
                                   const char    *role_id);
gboolean sc_stage_involves (const ScStage *self,
                            const char    *role_id);
gboolean sc_stage_has_text (const ScStage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScStage, sc_stage_unref)

G_END_DECLS
