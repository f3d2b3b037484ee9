/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An answer to a question of the scheme: what a person types is read, what is kept of
 * it is one text of a form that each type has, and people see it in their own. */

#pragma once

#include "model/sc-criterion.h"
#include "model/sc-date.h"
#include "model/sc-money.h"

G_BEGIN_DECLS

/* What a trial is answered with that has no end, in place of a day. */
#define SC_ANSWER_WITHOUT_END "without-end"

/* Where a question stands for a deal. What the client did not tell is told so, which
 * is not the same as open. */
typedef enum {
  SC_ANSWER_STATE_OPEN,
  SC_ANSWER_STATE_ANSWERED,
  SC_ANSWER_STATE_NOT_TOLD,
} ScAnswerState;

#define SC_N_ANSWER_STATES (SC_ANSWER_STATE_NOT_TOLD + 1)

/**
 * ScAnswer:
 * @type: of which type it is, never %SC_ANSWER_TICK
 * @value: what is kept: a text or a choice as it is; a number with a point, `1.5`; an
 *   amount as minor units and currency, `12000000 USD`; a day, `2026-03-31`, or
 *   `without-end`; `yes` or `no`
 *
 * What a question was answered with.
 */
typedef struct {
  ScAnswerType type;
  char *value;
} ScAnswer;

const char *sc_answer_state_get_id (ScAnswerState state);
gboolean sc_answer_state_from_id (const char    *id,
                                  ScAnswerState *state);

gboolean sc_answer_is_value (ScAnswerType type,
                             const char  *value);
ScAnswer *sc_answer_new (ScAnswerType type,
                         const char  *value);
ScAnswer *sc_answer_new_date (ScDate date);
ScAnswer *sc_answer_new_money (ScMoney money);
ScAnswer *sc_answer_new_yes_no (gboolean is_yes);
ScAnswer *sc_answer_parse (const ScCriterion *criterion,
                           const char        *typed,
                           GError           **error);
ScAnswer *sc_answer_copy (const ScAnswer *self);
void sc_answer_free (ScAnswer *self);
gboolean sc_answer_equal (const ScAnswer *a,
                          const ScAnswer *b);
gboolean sc_answer_fits (const ScAnswer    *self,
                         const ScCriterion *criterion,
                         GError           **error);

ScDate sc_answer_get_date (const ScAnswer *self);
gboolean sc_answer_is_later (const ScAnswer *self,
                             const ScAnswer *other);
ScMoney sc_answer_get_money (const ScAnswer *self);
double sc_answer_get_number (const ScAnswer *self);
gboolean sc_answer_is_yes (const ScAnswer *self);
char *sc_answer_to_text (const ScAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScAnswer, sc_answer_free)

G_END_DECLS
