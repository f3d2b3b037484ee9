/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects what a person tells where a deal's stages ask, for one command. */

#pragma once

#include "model/sc-answer.h"

G_BEGIN_DECLS

/**
 * ScGateAnswers:
 *
 * What a person tells where a deal's stages ask: ticks, answers, what the client did not
 * tell, what is taken back, and why a deal goes on without what is required. It is told
 * for one deal, or, with the number 0, for all that a command is about; what is told for
 * a deal goes before what is told for all. Commands keep a reference, so that it is not
 * changed once one has it.
 */
typedef struct _ScGateAnswers ScGateAnswers;

ScGateAnswers *sc_gate_answers_new (void);
ScGateAnswers *sc_gate_answers_new_ticked (const char *const *criterion_ids);
ScGateAnswers *sc_gate_answers_ref (ScGateAnswers *self);
void sc_gate_answers_unref (ScGateAnswers *self);

void sc_gate_answers_answer (ScGateAnswers  *self,
                             gint64          deal_id,
                             const char     *criterion_id,
                             const ScAnswer *answer,
                             const char     *note);
void sc_gate_answers_not_tell (ScGateAnswers *self,
                               gint64         deal_id,
                               const char    *criterion_id,
                               const char    *note);
void sc_gate_answers_take_back (ScGateAnswers *self,
                                gint64         deal_id,
                                const char    *criterion_id);
gboolean sc_gate_answers_is_empty (const ScGateAnswers *self);
gboolean sc_gate_answers_is_taking_back (const ScGateAnswers *self);
void sc_gate_answers_require (ScGateAnswers *self,
                              gint64         deal_id,
                              const char    *criterion_id,
                              gint64         revision);
void sc_gate_answers_set_override (ScGateAnswers *self,
                                   const char    *reason);
const char *sc_gate_answers_get_override (const ScGateAnswers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScGateAnswers, sc_gate_answers_unref)

G_END_DECLS
