/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask of deals, within a command. */

#pragma once

#include "change/sc-command-private.h"
#include "change/sc-gate-answers-private.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

const ScCriterion *sc_gate_find_criterion (const ScVersion *version,
                                           const char      *criterion_id);
gboolean sc_gate_check (const ScGateAnswers *answers,
                        const ScVersion     *version,
                        gint64               deal_id,
                        const char *const   *stage_ids,
                        GError             **error);

/* Ticks a criterion without a question, with its event, or takes the tick off. */
gboolean sc_gate_tick (ScWrite           *write,
                       gint64             deal_id,
                       const ScCriterion *criterion,
                       gboolean           is_ticked,
                       const char        *note,
                       GError           **error);
/* What answers fill of the deal itself, before it is saved. */
void sc_gate_fill (const ScGateAnswers *answers,
                   const ScVersion     *version,
                   ScDeal              *deal);
/* Writes what is told of the deal, each with its event. */
gboolean sc_gate_write_answers (const ScGateAnswers *answers,
                                ScWrite             *write,
                                const ScVersion     *version,
                                gint64               deal_id,
                                GError             **error);
/* The same on a deal's way from where @deal stands into another stage: it is held there
 * by what is required and open. */
gboolean sc_gate_pass (const ScGateAnswers *answers,
                       ScWrite             *write,
                       const ScVersion     *version,
                       const ScDeal        *deal,
                       const char          *entered_id,
                       GError             **error);
/* That the deal's answer was the one, %NULL where there was none, and is the other. */
gboolean sc_gate_write_answer_event (ScWrite           *write,
                                     gint64             deal_id,
                                     const ScCriterion *criterion,
                                     const ScAnswerRow *before,
                                     const ScAnswerRow *after,
                                     GError           **error);
gboolean sc_gate_load_answer (ScWrite      *write,
                              gint64        deal_id,
                              const char   *criterion_id,
                              ScAnswerRow **row,
                              GError      **error);
gboolean sc_gate_write_confirmed (ScWrite           *write,
                                  const ScCriterion *criterion,
                                  const ScAnswerRow *row,
                                  GError           **error);

G_END_DECLS
