/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made-up names, a different one for each number. */

#pragma once

#include "model/sc-language.h"

G_BEGIN_DECLS

/* The question about what has to come of it. */
#define SC_SAMPLE_RESULT 3

char *sc_sample_make_company (ScLanguage language,
                              guint      number);
char *sc_sample_make_person (ScLanguage language,
                             guint      number);
char *sc_sample_make_title (ScLanguage language,
                            guint      number);
const char *sc_sample_get_step (ScLanguage language,
                                guint      number);
const char *sc_sample_get_source (ScLanguage language,
                                  guint      number);
const char *sc_sample_get_note (ScLanguage language,
                                guint      number);
const char *sc_sample_get_answer (ScLanguage language,
                                  guint      question,
                                  guint      number);
const char *const *sc_sample_get_loss_reasons (ScLanguage language);

G_END_DECLS
