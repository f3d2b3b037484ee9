/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which questions of needs discovery tell winners from losers, and which nobody answers. */

#pragma once

#include "statistics/sc-discovery-figures.h"

G_BEGIN_DECLS

gboolean sc_question_is_compared (const ScQuestionFigures *self);
GPtrArray *sc_questions_find_telling (const ScDiscoveryFigures *self);
char *sc_question_tell (const ScQuestionFigures *self);
char *sc_questions_tell_alike (const ScDiscoveryFigures *self);
gboolean sc_question_is_never_answered (const ScQuestionFigures *self);
char *sc_question_tell_never_answered (const ScQuestionFigures *self);

G_END_DECLS
