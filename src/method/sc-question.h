/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The six questions that a process is designed from: the five aspects of the method's
 * text, and the condition that it states for products. */

#pragma once

#include "model/sc-aspect.h"

G_BEGIN_DECLS

/* Each question has two answers. */
#define SC_N_ANSWERS 2

const char *sc_question_get_title (ScAspect aspect);
const char *sc_question_get_text (ScAspect aspect);
const char *sc_question_get_foot (void);
const char *sc_question_get_moot_reason (ScAspect         aspect,
                                         const ScAspects *aspects);
gboolean sc_question_is_asked (ScAspect         aspect,
                               const ScAspects *aspects);

guint sc_question_get_answer (ScAspect aspect,
                              guint    index);
const char *sc_question_get_answer_text (ScAspect aspect,
                                         guint    value);
const char *sc_question_get_answer_example (ScAspect aspect,
                                            guint    value);
const char *sc_question_get_value_title (ScAspect aspect,
                                         guint    value);
const char *sc_question_get_value_meaning (ScAspect aspect,
                                           guint    value);

G_END_DECLS
