/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document's sentences need of a language: numbers with their nouns in the right
 * case, lists as its printers set them, quotation marks, letters of annexes. */

#pragma once

#include "model/sc-noun.h"

G_BEGIN_DECLS

char *sc_grammar_duration (ScDuration        duration,
                           const ScCalendar *calendar,
                           ScLanguage        language,
                           ScCase            grammatical_case);
char *sc_grammar_stages (guint      n_stages,
                         ScLanguage language,
                         ScCase     grammatical_case);
char *sc_grammar_quote (const char *text,
                        ScLanguage  language);
char *sc_grammar_join_quoted (const char *const *texts,
                              ScLanguage         language);
char *sc_grammar_list_quoted (const char *const *texts,
                              ScLanguage         language);
char *sc_grammar_lower_first (const char *text,
                              ScLanguage  language);
char *sc_grammar_item (const char *text,
                       gboolean    is_last,
                       ScLanguage  language);
char *sc_grammar_end (const char *text);
char *sc_grammar_annex (guint      annex,
                        ScLanguage language);

G_END_DECLS
