/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a command reads of the answers that a person told for it. */

#pragma once

#include "change/sc-gate-answers.h"

G_BEGIN_DECLS

/* Whatever row there is may be answered. */
#define SC_ANY_REVISION ((gint64) - 1)

/* What is told of one criterion; @answer is %NULL where the client did not tell, and
 * where @state is open: then it is taken back. */
typedef struct {
  char *criterion_id;
  ScAnswerState state;
  ScAnswer *answer;
  char *note;
  gint64 seen_revision;
} ScGateAnswer;

GPtrArray *sc_gate_answers_list (const ScGateAnswers *self,
                                 gint64               deal_id);

G_END_DECLS
