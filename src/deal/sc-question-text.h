/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers as a person types and reads them, in the user's language and locale. */

#pragma once

#include "model/sc-answer.h"

G_BEGIN_DECLS

ScAnswer *sc_question_text_read (const ScCriterion *criterion,
                                 const char        *typed,
                                 const char *const *currencies,
                                 GError           **error);
char *sc_question_text_new (const ScAnswer *answer);

G_END_DECLS
