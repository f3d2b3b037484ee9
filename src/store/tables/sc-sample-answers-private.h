/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What made-up deals have told, and who of them waits. */

#pragma once

#include "store/sc-sample-life.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

typedef struct _ScSampleAnswers ScSampleAnswers;

ScSampleAnswers *sc_sample_answers_new (ScWrite   *write,
                                        ScLanguage language,
                                        guint32    seed);
void sc_sample_answers_free (ScSampleAnswers *self);
void sc_sample_answers_decide (ScSampleAnswers *self,
                               ScSampleLife    *life);
gboolean sc_sample_answers_add (ScSampleAnswers    *self,
                                gint64              deal,
                                gint64              owner,
                                gint64              version_key,
                                const ScVersion    *version,
                                const ScSampleLife *life,
                                GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScSampleAnswers, sc_sample_answers_free)

G_END_DECLS
