/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An exit criterion of a stage: what has to hold before a deal leaves it, or a
 * question to the client and what it is answered with. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a criterion's question is answered with; none is a tick. */
typedef enum {
  SC_ANSWER_TICK,
  SC_ANSWER_TEXT,
  SC_ANSWER_CHOICE,
  SC_ANSWER_NUMBER,
  SC_ANSWER_MONEY,
  SC_ANSWER_DATE,
  SC_ANSWER_YES_NO,
} ScAnswerType;

#define SC_N_ANSWER_TYPES (SC_ANSWER_YES_NO + 1)

/* What a criterion is met by, or what its answer fills. */
typedef enum {
  SC_PURPOSE_NONE,
  SC_PURPOSE_PAYMENTS,
  SC_PURPOSE_TRIAL_END,
  SC_PURPOSE_SOURCE,
  SC_PURPOSE_DECISION_DAY,
} ScPurpose;

#define SC_N_PURPOSES (SC_PURPOSE_DECISION_DAY + 1)

/**
 * ScCriterion:
 * @id: UUID, the same through all versions
 * @text: what has to hold, or what is asked
 * @is_required: whether it holds a deal in its stage until it is met; one that is
 *   only advised is asked about
 * @is_asked_at_entry: whether it is asked when a deal comes into the stage, not when
 *   it leaves
 * @purpose: what it is met by by itself, or what of the deal its answer fills
 * @type: what it is answered with; %SC_ANSWER_TICK for what is only ticked
 * @choices: the answers of a %SC_ANSWER_CHOICE, in order; empty for all else
 * @was: the ids of criteria that became this one when stages were merged: what deals
 *   have told for them is told for this one, once the version is published
 *
 * One of the conditions under which a deal leaves a stage. One with a question is met
 * when it is answered, one without when it is ticked.
 */
typedef struct {
  char *id;
  char *text;
  gboolean is_required;
  gboolean is_asked_at_entry;
  ScPurpose purpose;
  ScAnswerType type;
  GStrv choices;
  GStrv was;
} ScCriterion;

const char *sc_answer_type_get_id (ScAnswerType type);
const char *sc_answer_type_get_title (ScAnswerType type);
gboolean sc_answer_type_from_id (const char   *id,
                                 ScAnswerType *type);
const char *sc_purpose_get_id (ScPurpose purpose);
gboolean sc_purpose_from_id (const char *id,
                             ScPurpose  *purpose);

ScCriterion *sc_criterion_new (const char *id,
                               const char *text);
ScCriterion *sc_criterion_copy (const ScCriterion *self);
void sc_criterion_free (ScCriterion *self);
gboolean sc_criterion_equal (const ScCriterion *a,
                             const ScCriterion *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCriterion, sc_criterion_free)

G_END_DECLS
