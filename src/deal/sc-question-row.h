/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One exit criterion of a deal: a tick, or a question with a field of its type. */

#pragma once

#include <adwaita.h>

#include "change/sc-gate-answers.h"
#include "store/sc-rows.h"

G_BEGIN_DECLS

#define SC_TYPE_QUESTION_ROW (sc_question_row_get_type ())
G_DECLARE_FINAL_TYPE (ScQuestionRow, sc_question_row, SC, QUESTION_ROW, AdwPreferencesRow)

GtkWidget *sc_question_row_new (void);
void sc_question_row_set_currencies (ScQuestionRow     *self,
                                     const char *const *currencies);
void sc_question_row_show (ScQuestionRow         *self,
                           const ScDealCriterion *shown);
void sc_question_row_set_title (ScQuestionRow *self,
                                const char    *title);
void sc_question_row_hide_required (ScQuestionRow *self);
void sc_question_row_set_offer (ScQuestionRow     *self,
                                const ScAnswerRow *offer);
const ScCriterion *sc_question_row_get_criterion (ScQuestionRow *self);
gint64 sc_question_row_get_deal_id (ScQuestionRow *self);
const ScAnswer *sc_question_row_get_offer (ScQuestionRow *self);
void sc_question_row_fill (ScQuestionRow  *self,
                           const ScAnswer *answer);
void sc_question_row_confirm (ScQuestionRow *self);
gboolean sc_question_row_is_edited (ScQuestionRow *self);
gboolean sc_question_row_is_saving (ScQuestionRow *self);
char *sc_question_row_dup_typed (ScQuestionRow *self);
void sc_question_row_type (ScQuestionRow *self,
                           const char    *text);
gboolean sc_question_row_is_met (ScQuestionRow *self);
gboolean sc_question_row_tell (ScQuestionRow *self,
                               ScGateAnswers *answers,
                               gboolean      *has_told,
                               GError       **error);
void sc_question_row_refuse (ScQuestionRow *self,
                             const char    *message);
void sc_question_row_commit (ScQuestionRow *self);
void sc_question_row_begin_commit (ScQuestionRow *self);
void sc_question_row_finish_commit (ScQuestionRow *self,
                                    gboolean       is_saved);
void sc_question_row_revert (ScQuestionRow *self);

G_END_DECLS
