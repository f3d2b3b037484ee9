/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers that were typed and could not be saved, of deals that are not on show any
 * more: they wait for the user to come back. */

#pragma once

#include "deal/sc-question-row.h"
#include "model/sc-deal.h"

G_BEGIN_DECLS

typedef struct _ScKeptAnswers ScKeptAnswers;

ScKeptAnswers *sc_kept_answers_new (void);
void sc_kept_answers_free (ScKeptAnswers *self);

void sc_kept_answers_keep (ScKeptAnswers *self,
                           ScQuestionRow *row,
                           const ScDeal  *deal);
void sc_kept_answers_give_back (ScKeptAnswers *self,
                                ScQuestionRow *row);

gboolean sc_kept_answers_is_empty (ScKeptAnswers *self);
char *sc_kept_answers_describe (ScKeptAnswers *self);
const ScDeal *sc_kept_answers_get_deal (ScKeptAnswers *self);
void sc_kept_answers_give_up (ScKeptAnswers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScKeptAnswers, sc_kept_answers_free)

G_END_DECLS
